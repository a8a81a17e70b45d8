"""How well the further heads read real reports: our gold, development part.

    python -m training.measure --model MODEL --words gold-words.jsonl --gold ../shared/gold [--system system.jsonl]

`words`: `npm run corpus:words` of the gold's documents; `system`: a coder's output, to combine with.
"""

import argparse
import json
import random
import sys

import numpy as np
import torch

from . import evaluate, reports
from .corpus import pilot
from .model import FURTHER
from .windows import Pieces, collate, encode


def softmax(scores):
    powers = np.exp(scores - scores.max(-1, keepdims=True))
    return powers / powers.sum(-1, keepdims=True)


def read(run, pieces, document):
    """Probabilities of the words of one document, by head."""
    rows = []
    for window in evaluate.windows_of([document]):
        outputs = run[0](collate([encode(window, pieces, random.Random(0), False)]))
        count = sum(len(s.words) for s, _ in window)
        rows.append([softmax(outputs[8 + number][0, 1 : count + 1]) for number in range(len(FURTHER))])
    return {name: np.concatenate([row[number] for row in rows]) for number, name in enumerate(FURTHER)}


def at_gold(scores, words, events, labels, tally):
    """Type, mode, factuality and phase where the gold has a trigger."""
    def add(name, right):
        tally.setdefault(name, []).append(bool(right))

    for event in events:
        head, _ = reports.head_of(words, event["trigger"])
        if event["optional"] or head is None:
            continue
        kind = labels["event"][1 + scores["event"][head, 1:].argmax()]
        add("type", kind in (event["type"], event["alt_type"]))
        add("found", scores["event"][head, 0] < 0.5)
        view = "asserted" if event["factuality"] == "CT+" else "denied" if event["factuality"][-1] == "-" else "uncertain"
        value = labels["factuality"][scores["factuality"][head].argmax()]
        if not event["sources"]:
            add("factuality (no source)", view == ("asserted" if value == "CT+" else "denied" if value[-1] == "-" else "uncertain"))
        add("phase", labels["phase"][scores["phase"][head].argmax()] == event["phase"])
        if event["mode"]:
            add("mode", labels["mode"][scores["mode"][head].argmax()] == event["mode"])


def main():
    options = argparse.ArgumentParser()
    for name in ("model", "words", "gold", "system"):
        options.add_argument(f"--{name}")
    options = options.parse_args()
    torch.set_num_threads(1)
    from .__main__ import encoder_folder

    if options.model.endswith(".pt"):
        from .resume import load_checkpoint

        encoder, labels = load_checkpoint(options.model, encoder_folder())
        run = evaluate.run_torch(encoder)
    else:
        run = evaluate.run_onnx(options.model)
        labels = json.load(open(f"{options.model}/model.json"))["labels"]
    report(run, labels, Pieces(encoder_folder()), options)


def report(run, labels, pieces, options):
    sys.path.insert(0, options.gold)
    import score as scorer

    codings = reports.read_codings(f"{options.gold}/dev.jsonl")
    documents = reports.read(options.words, codings, labels["mode"])
    words = {one["id"]: one["words"] for one in map(json.loads, open(options.words, encoding="utf8"))}
    gold = scorer.load(f"{options.gold}/dev.jsonl")
    system = scorer.load(options.system) if options.system else None
    tally, scores = {}, {}
    for name, document in documents.items():
        heads = read(run, pieces, document)
        at_gold(heads, words[name], codings[name][0], labels, tally)
        scores[name] = heads["event"]
        for i, (_, _, word) in enumerate(words[name]):
            if not reports.is_content(word):
                scores[name][i] = np.eye(17)[0]
    for name, values in tally.items():
        print(f"{name:24s} {np.mean(values):.3f} n={len(values)}")

    def event_f1(outputs):
        c, _ = scorer.score(gold, outputs)
        return "P {:.3f} R {:.3f} F1 {:.3f}".format(*scorer.prf(c["tp"], c["fp"], c["fn"]))

    for threshold in (0.2, 0.3, 0.5, 0.7):
        alone = {d: pilot.events_of(words[d], scores[d], threshold) for d in documents}
        print(f"head alone >= {threshold}", event_f1(alone))
    if system:
        print("coder alone", event_f1(system))
        for reject, retype, add in GRID:
            both = {d: pilot.combined(words[d], scores[d], system.get(d, []), reject, retype, add) for d in documents}
            print(f"reject>{reject} retype>{retype} add>={add}", event_f1(both), flush=True)


GRID = [
    (reject, retype, add)
    for reject in (2, 0.99, 0.97, 0.9, 0.8)
    for retype, add in ((2, 2), (0.5, 2), (0.5, 0.5), (0.5, 0.7), (0.5, 0.9), (2, 0.7))
]

if __name__ == "__main__":
    main()

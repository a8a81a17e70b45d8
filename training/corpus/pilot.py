"""A small pilot: from the shipped encoder's word vectors, frozen, to the PLOVER type of a trigger word.

    python -m training.corpus.pilot --corpus FOLDER --gold ../shared/gold [--system system.jsonl]

FOLDER is what `npm run corpus FOLDER` writes; --system is a coder's output in the gold's shape, to combine with.
It decides nothing in the product: it shows whether more of the corpus pays.
"""

import argparse
import json
import random
import re
import sys

import numpy as np
import onnxruntime
import torch
from tokenizers import BertWordPieceTokenizer

TYPES = "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE COERCE ASSAULT".split()
WORD = re.compile(r"[^\W\d_]+(?:'(?=[st]\b))?|\d[\d.,]*|'s|\S", re.UNICODE)
STOP = set("a an the to of in on for from by with and or be been being is are was were has have had will would should could may might must do does did not its his her their our it that which who there no own".split())
NONE, IGNORE = 0, -1


class Encoder:
    def __init__(self, folder):
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.session = onnxruntime.InferenceSession(f"{folder}/encoder.onnx", options)
        self.pieces = BertWordPieceTokenizer(f"{folder}/vocab.txt", lowercase=True)

    def __call__(self, words):
        ids, shapes, first = [101], [6], [0]
        for word in words:
            pieces = self.pieces.encode(word, add_special_tokens=False).ids[:6] or [100]
            first.append(len(ids))
            ids += pieces
            shapes += [shape(word)] * len(pieces)
        ids, shapes = ids + [102], shapes + [6]
        row = lambda values: np.array([values], dtype=np.int64)
        out = self.session.run(
            ["words"],
            {"ids": row(ids), "shapes": row(shapes), "first": row(first)},
        )
        return out[0][0, 1:]


def shape(word):
    if word.islower():
        return 0
    if word.istitle():
        return 1
    if word.isupper() and len(word) > 1:
        return 2
    if any(c.isupper() for c in word):
        return 3
    return 4 if any(c.isdigit() for c in word) else 5


def words_of(text):
    return [(m.start(), m.end(), m.group()) for m in WORD.finditer(text)]


def vectors_of(text, encoder):
    """Words of a text, and one vector a word."""
    words, rows = [], []
    for paragraph in re.finditer(r"[^\n]+", text):
        own = [(s + paragraph.start(), e + paragraph.start(), w) for s, e, w in words_of(paragraph.group())]
        for at in range(0, len(own), 100):
            part = own[at : at + 100]
            rows.append(encoder([w for _, _, w in part]))
            words += part
    return words, np.concatenate(rows)


def candidate(word):
    return word[0].isalpha() and word.lower() not in STOP


def labels_of(words, events):
    """The first content word of each trigger and mention carries the type; its other words are left open."""
    labels = np.zeros(len(words), dtype=np.int64)
    labels[[i for i, (_, _, word) in enumerate(words) if not candidate(word)]] = IGNORE
    for event in events:
        for span in [event["trigger"], *event.get("mentions", [])]:
            inside = [i for i, (s, e, _) in enumerate(words) if s < span["end"] and span["start"] < e]
            if not inside:
                continue
            head = next((i for i in inside if words[i][2].lower() not in STOP), inside[0])
            for i in inside:
                labels[i] = labels[i] if labels[i] > 0 else IGNORE
            labels[head] = IGNORE if event["optional"] else TYPES.index(event["type"]) + 1
    return labels


def train(rows, labels, seed, epochs=20):
    torch.manual_seed(seed)
    x, y = torch.tensor(rows[labels != IGNORE]), torch.tensor(labels[labels != IGNORE])
    net = torch.nn.Sequential(torch.nn.Dropout(0.3), torch.nn.Linear(x.shape[1], 256), torch.nn.GELU(), torch.nn.Dropout(0.3), torch.nn.Linear(256, 17))
    optimiser = torch.optim.AdamW(net.parameters(), lr=2e-3, weight_decay=0.05)
    for _ in range(epochs):
        order = torch.randperm(len(x))
        for at in range(0, len(x), 512):
            batch = order[at : at + 512]
            loss = torch.nn.functional.cross_entropy(net(x[batch]), y[batch], ignore_index=IGNORE)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
    net.eval()
    return net


def probabilities(nets, rows):
    with torch.no_grad():
        return torch.stack([net(torch.tensor(rows)).softmax(-1) for net in nets]).mean(0).numpy()


def scores_of(nets, words, rows):
    """Words that cannot be triggers get none of it."""
    scores = probabilities(nets, rows)
    for i, (_, _, word) in enumerate(words):
        if not candidate(word):
            scores[i] = np.eye(17)[NONE]
    return scores


def events_of(words, scores, threshold):
    """Events of the head alone; words of one type and one stem are tellings of one event."""
    found = {}
    for i, (start, end, word) in enumerate(words):
        kind = int(scores[i, 1:].argmax()) + 1
        if 1 - scores[i, 0] < threshold:
            continue
        span = {"start": start, "end": end, "text": word}
        key = (kind, word.lower()[:5])
        if key in found:
            found[key]["mentions"].append(span)
        else:
            found[key] = {"type": TYPES[kind - 1], "alt_type": None, "optional": False, "trigger": span, "mentions": [], "actor": [], "recipient": [], "sources": [], "date": None, "place": None, "factuality": "CT+", "phase": "past", "quantities": []}
    return list(found.values())


def at(words, scores, span):
    """The scores of the word of a span that most looks like an event."""
    inside = [i for i, (s, e, _) in enumerate(words) if s < span["end"] and span["start"] < e]
    return None if not inside else scores[min(inside, key=lambda i: scores[i, 0])]


def combined(words, scores, system, reject, retype, add):
    """The coder proposes; the head rejects, retypes and adds. A threshold above 1 switches its part off."""
    kept = []
    for event in system:
        views = [at(words, scores, span) for span in [event["trigger"], *event.get("mentions", [])]]
        views = [view for view in views if view is not None]
        if views and min(view[0] for view in views) > reject:
            continue
        best = min(views, key=lambda view: view[0]) if views else None
        if best is not None and best[1:].max() > retype:
            event = {**event, "type": TYPES[int(best[1:].argmax())]}
        kept.append(event)
    overlaps = lambda a, b: a["start"] < b["end"] and b["start"] < a["end"]
    taken = [span for event in system for span in [event["trigger"], *event.get("mentions", [])]]
    return kept + [event for event in events_of(words, scores, add) if not any(overlaps(event["trigger"], span) for span in taken)]


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--corpus", required=True)
    options.add_argument("--gold", required=True)
    options.add_argument("--system")
    options.add_argument("--model", default="models/en")
    options.add_argument("--folds", action="store_true", help="also train with the other gold reports, in five folds")
    options.add_argument("--errors", action="store_true")
    options = options.parse_args()
    torch.set_num_threads(1)
    sys.path.insert(0, options.gold)
    import score as scorer

    read = lambda path: [json.loads(line) for line in open(path, encoding="utf8")]
    encoder = Encoder(options.model)

    def load(documents, codings):
        codings = {c["id"]: c["events"] for c in read(codings)}
        out = {}
        for d in read(documents):
            words, rows = vectors_of(d["text"], encoder)
            out[d["id"]] = (words, rows, labels_of(words, codings[d["id"]]))
        return out

    own = load(f"{options.corpus}/docs.jsonl", f"{options.corpus}/coding.jsonl")
    real = load(f"{options.gold}/dev-docs.jsonl", f"{options.gold}/dev.jsonl")
    gold = scorer.load(f"{options.gold}/dev.jsonl")
    system = scorer.load(options.system) if options.system else None

    def event_f1(outputs):
        c, _ = scorer.score(gold, outputs)
        return "P {:.3f} R {:.3f} F1 {:.3f}".format(*scorer.prf(c["tp"], c["fp"], c["fn"]))

    def fit(ids, data, seeds=(1, 2, 3)):
        rows = np.concatenate([data[i][1] for i in ids])
        labels = np.concatenate([data[i][2] for i in ids])
        return [train(rows, labels, seed) for seed in seeds]

    ids = sorted(own)
    random.Random(7).shuffle(ids)
    if system:
        print("coder alone            ", event_f1(system))

    def report(name, scores):
        for threshold in (0.3, 0.5, 0.7):
            alone = {d: events_of(real[d][0], scores[d], threshold) for d in real}
            print(f"{name:22s} head alone ≥{threshold}", event_f1(alone))
        if system:
            for reject, retype, add in ((0.9, 2, 2), (0.97, 2, 2), (0.99, 2, 2), (2, 0.8, 2), (2, 2, 0.7), (2, 2, 0.9), (0.97, 0.8, 0.8), (0.99, 0.9, 0.9)):
                both = {d: combined(real[d][0], scores[d], system.get(d, []), reject, retype, add) for d in real}
                print(f"{name:22s} reject>{reject} retype>{retype} add≥{add}", event_f1(both))

    for share in (0.25, 0.5, 1.0):
        part = ids[: max(2, round(len(ids) * share))]
        nets = fit(part, own)
        scores = {d: scores_of(nets, *real[d][:2]) for d in real}
        tp = wrong = n = 0
        for d in real:
            _, _, labels = real[d]
            for i in np.flatnonzero(labels > 0):
                n += 1
                tp += scores[d][i, 1:].argmax() + 1 == labels[i]
        print(f"--- {share:.0%} = {len(part)} reports: type right on gold triggers {tp / n:.3f} (n={n})")
        report(f"{len(part)} reports", scores)
    if options.errors:
        for d in real:
            words, _, labels = real[d]
            for i, (_, _, word) in enumerate(words):
                p = scores[d][i]
                guess = int(p[1:].argmax()) + 1
                if labels[i] > 0 and (p[0] > 0.5 or guess != labels[i]):
                    print("miss ", d, word, TYPES[labels[i] - 1], "->", TYPES[guess - 1], f"none {p[0]:.2f}")
                if labels[i] == 0 and p[0] < 0.3:
                    print("extra", d, word, TYPES[guess - 1], f"{1 - p[0]:.2f}", " ".join(w for _, _, w in words[max(0, i - 5) : i + 6]))
    if not options.folds:
        return
    folds = sorted(real)
    scores = {}
    for fold in range(5):
        held = folds[fold::5]
        rest = {**{f"o{k}": v for k, v in own.items()}, **{k: v for k, v in real.items() if k not in held}}
        nets = fit(sorted(rest), rest)
        alone = fit([k for k in folds if k not in held], real)
        for d in held:
            scores[d] = (scores_of(nets, *real[d][:2]), scores_of(alone, *real[d][:2]))
    report("corpus + gold, 5 folds", {d: both for d, (both, _) in scores.items()})
    report("gold only, 5 folds", {d: one for d, (_, one) in scores.items()})


if __name__ == "__main__":
    main()

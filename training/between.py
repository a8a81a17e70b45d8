"""The fifth part of the training: what one party does to another, both being given.

The two parties are marked in the vectors that the encoder's shared layers give of a sentence's pieces. A layer goes on from
there that begins as the one of the heads for events; it learns which piece states what the one does to the other, and the
type is read off that piece and off the two parties. It is asked only where somebody asks about a pair: coding costs no more.
"""

import copy
import json
import os
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import reports
from .data import Sentence
from .evaluate import session_of
from .exact import inputs_of, make_exact
from .export import describe, name_weights, quantize
from .fused import layer_of
from .model import through
from .resume import resume
from .short_run import short_run
from .windows import collate, encode

SEED, PASSES, BATCH, READINGS = 9, 10, 32, (False, True)
HELD = 60  # reports that are not learnt from: by them it is measured
ROUNDED_BY = 150  # sentences
NOBODY, ACTOR, RECIPIENT = range(3)


class Between(nn.Module):
    def __init__(self, encoder, drop=0.2):
        super().__init__()
        D = encoder.bert.config.hidden_size
        self.mark = nn.Embedding(3, D)
        nn.init.normal_(self.mark.weight, std=0.02)
        # As the heads for events read words, so it begins: which word states an event, and of which type.
        self.layers = copy.deepcopy(encoder.told)
        self.ask = nn.Linear(D, 1)
        self.out = nn.Linear(3 * D, len(reports.TYPES))
        self.drop = nn.Dropout(drop)
        with torch.no_grad():
            event, bias = encoder.further.weight[: 1 + len(reports.TYPES)], encoder.further.bias[: 1 + len(reports.TYPES)]
            self.ask.weight.copy_(-event[:1])
            self.out.weight.zero_()
            self.out.weight[:, :D].copy_(event[1:])
            self.out.bias.copy_(bias[1:])

    def scores(self, h, marks, mask):
        """`h` [pairs, pieces, D]; `marks`, `mask` [pairs, pieces]: types [pairs, types], and how far each piece states it."""
        h = self.drop(h)
        asked = self.ask(h)[..., 0] + (1.0 - mask) * -1e4
        told = (asked.softmax(-1)[..., None] * h).sum(1)
        return self.out(torch.cat([told, *(mean_of(h, marks == party) for party in (ACTOR, RECIPIENT))], -1)), asked

    def forward(self, shared, marks, mask):
        hidden = (1.0 - mask[:, None, None, :]) * -1e4
        return self.scores(through(self.layers, shared + self.mark(marks), hidden), marks, mask)


class OnePair(nn.Module):
    """The network as the program calls it: one pair, nothing padded."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, shared, marks):
        h = shared + self.network.mark(marks)
        for layer in self.network.layers:
            h = layer_of(layer, h)
        return self.network.scores(h, marks, torch.ones_like(marks, dtype=h.dtype))[0]


def mean_of(h, chosen):
    chosen = chosen.to(h.dtype)[..., None]
    return (h * chosen).sum(1) / chosen.sum(1).clamp(min=1)


def runs(words):
    """[3, 4, 7] -> [(3, 5), (7, 8)]: each a party of its own."""
    out = []
    for word in sorted(set(words)):
        if out and out[-1][1] == word:
            out[-1] = (out[-1][0], word + 1)
        else:
            out.append((word, word + 1))
    return out


def pairs_of(documents):
    """
    (sentence, actor, recipient, deeds): half-open ranges of its words, and all that the one does to the other there, each as
    (word that states it, type).
    """
    out = []
    for document in documents:
        for sentence in (one for paragraph in document for one in paragraph):
            found, length = {}, len(sentence.words)
            for told in sentence.told:
                if told.parties is None:
                    continue
                inside = lambda role: [w - sentence.base for w in told.parties[role] if 0 <= w - sentence.base < length]
                for actor in runs(inside("actor")):
                    for recipient in runs(inside("recipient")):
                        found.setdefault((actor, recipient), []).append((told.word, told.type - 1))
            out += [(sentence, *parties, deeds) for parties, deeds in found.items() if parties[0] != parties[1]]
    return out


def read(encoder, pairs, pieces, rng, noisy):
    """(shared vectors, marks of the pieces, deeds) of each pair, its sentence being all that is read; words as pieces."""
    out = []
    for sentence, actor, recipient, deeds in pairs:
        ids, shapes, first, *rest = encode([(sentence, False)], pieces, rng, noisy)
        batch = collate([(ids, shapes, first, *rest)])
        with torch.no_grad():
            shared = encoder.shared(*batch[:3])[0][0].half()
        stated = [(first[word + 1] if word >= 0 else -1, kind) for word, kind in deeds]
        out.append((shared, marks_of(first, len(ids), actor, recipient), stated))
    return out


def marks_of(first, length, actor, recipient):
    # Word 0 is the root; behind the last word stands the mark of the end.
    starts = [*first[1:], length - 1]
    marks = torch.full((length,), NOBODY)
    for party, (low, high) in ((ACTOR, actor), (RECIPIENT, recipient)):
        marks[starts[low] : starts[high]] = party
    return marks


def padded(batch):
    length = max(len(marks) for _, marks, _ in batch)
    shared = torch.zeros(len(batch), length, batch[0][0].shape[-1])
    marks, mask = torch.zeros(len(batch), length, dtype=torch.long), torch.zeros(len(batch), length)
    types, where = torch.zeros(len(batch), len(reports.TYPES)), torch.zeros(len(batch), length)
    for row, (vectors, own, deeds) in enumerate(batch):
        shared[row, : len(own)], marks[row, : len(own)], mask[row, : len(own)] = vectors.float(), own, 1
        for piece, kind in deeds:
            types[row, kind] += 1 / len(deeds)
            if piece >= 0:
                where[row, piece] += 1 / len(deeds)
    return (shared, marks, mask), types, where


def learn(network, readings, passes=PASSES, seed=SEED):
    """`readings`: lists of what `read` gives, one a reading; a pass is over one of them."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    layers = list(network.layers.parameters())
    others = [p for name, p in network.named_parameters() if not name.startswith("layers.")]
    groups = [{"params": layers, "base": 2e-4}, {"params": others, "base": 1e-3}]
    network.train()
    steps = passes * (len(readings[0]) // BATCH)
    short_run("between", groups, steps, batches_of(readings, passes, rng), lambda batch: losses(network, batch))
    return network.eval()


def batches_of(readings, passes, rng):
    """Of pairs of like length."""
    for number in range(passes):
        order = sorted(readings[number % len(readings)], key=lambda one: len(one[1]) + rng.random() * 8)
        batches = [order[i : i + BATCH] for i in range(0, len(order) - BATCH + 1, BATCH)]
        rng.shuffle(batches)
        yield from batches


def losses(network, batch):
    inputs, types, where = padded(batch)
    found, asked = network(*inputs)
    return {"type": F.cross_entropy(found, types, label_smoothing=0.05), "where": 0.5 * F.cross_entropy(asked, where)}


def read_pairs(path):
    """Sentences with one deed each, of which it is not said which word states it (`npm run corpus:pairs`)."""
    for line in map(json.loads, open(path, encoding="utf8")):
        yield Sentence(line["words"]), line["actor"], line["recipient"], [(-1, reports.TYPES.index(line["type"]))]


def root(kind):
    return "YIELD" if reports.TYPES[kind] in ("CONCEDE", "RETREAT") else reports.TYPES[kind]


def measure(network, pairs):
    """Share of pairs whose likeliest root type is told of them."""
    right = 0
    with torch.no_grad():
        for i in range(0, len(pairs), BATCH):
            batch = pairs[i : i + BATCH]
            best = network(*padded(batch)[0])[0].argmax(-1).tolist()
            right += sum(root(kind) in {root(one) for _, one in deeds} for kind, (_, _, deeds) in zip(best, batch))
    return round(right / max(1, len(pairs)), 3)


def main(model, folder, corpus, hard, pieces, out):
    """
    Learns from the reports in `corpus` and the sentences of the file `hard`, beside the encoder of the exported model in
    the folder `model`, and is put there. `folder` has the configuration of the base.
    """
    rng = random.Random(3)
    encoder, names = resume(model, folder)
    encoder.eval()
    own = reports.read(f"{corpus}/words.jsonl", reports.read_codings(f"{corpus}/coding.jsonl"), names["mode"])
    ids = sorted(own)
    random.Random(7).shuffle(ids)
    pairs = pairs_of([own[name] for name in ids[HELD:]])
    more = read(encoder, read_pairs(hard), pieces, rng, False)
    readings = [read(encoder, pairs, pieces, rng, noisy) + more for noisy in READINGS]
    torch.manual_seed(SEED)
    network = learn(Between(encoder), readings)
    torch.save(network.state_dict(), f"{out}/between.pt")
    held = read(encoder, pairs_of([own[name] for name in ids[:HELD]]), pieces, rng, False)
    print("types of pairs, reports held out:", measure(network, held))
    export(network, model, readings[0], {"seed": SEED, "passes": PASSES, "pairs": len(readings[0]), "held": HELD})
    write_fixture(model, pieces)


def export(network, model, readings, details):
    """Puts the network into the folder of an exported model, int8, and describes it in model.json."""
    plain, out = f"{model}/event-pairs.fp32.onnx", f"{model}/event-pairs.onnx"
    one = OnePair(network.eval())
    torch.onnx.export(
        one,
        (torch.randn(1, 9, 384), torch.tensor([[0, 1, 1, 0, 0, 2, 0, 0, 0]])),
        plain,
        dynamo=False,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        input_names=["shared", "marks"],
        output_names=["types"],
        dynamic_axes={"shared": {1: "T"}, "marks": {1: "T"}},
    )
    name_weights(plain)
    quantize(plain, out)
    text = random.Random(1).sample(readings, min(len(readings), ROUNDED_BY))
    make_exact(out, one.state_dict(), inputs_of(one, lambda: run_over(one, text)))
    os.remove(plain)
    describe(model, ("event-pairs.onnx",), labels={"eventPair": list(reports.TYPES)}, training={"eventPairs": details})


def run_over(one, text):
    with torch.no_grad():
        for shared, marks, _ in text:
            one(shared.float()[None], marks[None])


def write_fixture(model, pieces):
    """What the networks that ship say of one pair; `src/language/parity.test.ts` replays it."""
    words = "Unidentified gunmen opened fire on traders in Goma on Sunday , a police spokesman said .".split()
    ids, shapes, first, *_ = encode([(Sentence(words), False)], pieces, random.Random(0), False)
    marks = marks_of(first, len(ids), (0, 2), (5, 6)).numpy()[None]
    one = lambda values: np.array([values], dtype=np.int64)
    inputs = {"ids": one(ids), "shapes": one(shapes), "first": one(first)}
    (shared,) = session_of(f"{model}/encoder.onnx").run(["shared"], inputs)
    (types,) = session_of(f"{model}/event-pairs.onnx").run(["types"], {"shared": shared, "marks": marks})
    found = {"words": words, "marks": marks[0].tolist(), "types": [round(float(one), 4) for one in types[0]]}
    with open(f"{model}/pairs-parity.json", "w", encoding="utf8") as file:
        json.dump(found, file)

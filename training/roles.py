"""The fourth part of the training: who does it, to whom, where and when, given the word that states an event.

A light network over the vectors that the encoder gives of the words of a window anyway: those of the language core and
those of the layers that the heads for events have of their own. It sees which word is asked about and how far each word
stands from it, and says for every word near it what it is to that event.
"""

import json
import os
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import reports
from .exact import make_exact
from .evaluate import session_of
from .export import describe, name_weights, quantize
from .model import Layer
from .short_run import short_run
from .windows import cut, encode

ROLES = ("O", "actor", "recipient", "place", "time")
REACH = 48  # words before and after the asked one that are read
SIZE = 160
SEED, PASSES, BATCH = 5, 6, 48
HELD = 60  # reports that are not learnt from: by them it is measured


class EventRoles(nn.Module):
    def __init__(self, D=384, size=SIZE, drop=0.2):
        super().__init__()
        self.down = nn.Linear(2 * D, size)
        self.asked = nn.Linear(2 * D, size)
        self.far = nn.Embedding(2 * REACH + 1, size)
        self.layer = Layer(size, 4, 2 * size, 0.1)
        self.out = nn.Linear(size, len(ROLES))
        self.drop = nn.Dropout(drop)

    def forward(self, words, told, row, word, positions, mask):
        """
        `words`, `told` [windows, words, D]: vectors of the words; `row`, `word` [asked]: which window, which word;
        `positions` [asked, near]: the words that are read; gives scores [asked, near, ROLES].
        """
        x = self.drop(torch.cat([words, told], -1))
        B, W, D = x.shape
        flat = x.reshape(B * W, D)
        low = self.down(flat)
        distance = (positions - word[:, None]).clamp(-REACH, REACH) + REACH
        h = low[row[:, None] * W + positions] + self.asked(flat[row * W + word])[:, None, :] + self.far(distance)
        return self.out(self.drop(self.layer(self.drop(h), mask)))


def examples(windows):
    """(window, word, positions, labels) for each event whose trigger stands in a window."""
    found = []
    for number, window in enumerate(windows):
        at, places, spans = 1, {}, []
        for sentence, _ in window:
            for i in range(len(sentence.words)):
                places[sentence.base + i] = at + i
            spans.append((at, at + len(sentence.words), sentence))
            at += len(sentence.words)
        for index, (start, end, sentence) in enumerate(spans):
            for told in sentence.told:
                if told.parties is None:
                    continue
                word = start + told.word
                # The sentence of the word and the one before it.
                low = max(1, word - REACH, spans[index - 1][0] if index else 1)
                high = min(end, word + REACH)
                labels = torch.zeros(high - low, dtype=torch.long)
                for role, held in told.parties.items():
                    for one in held:
                        position = places.get(one, -1)
                        if low <= position < high:
                            labels[position - low] = ROLES.index(role)
                found.append((number, word, torch.arange(low, high), labels))
    return found


def features(sessions, windows, pieces, rng, noisy):
    """Vectors of the words of each window, of the language core and of the heads for events, as the program has them."""
    out = []
    for window in windows:
        ids, shapes, first, *_ = encode(window, pieces, rng, train=noisy)
        one = lambda values: np.array([values], dtype=np.int64)
        core, events = sessions
        words, shared = core.run(["words", "shared"], {"ids": one(ids), "shapes": one(shapes), "first": one(first)})
        (told,) = events.run(["told"], {"shared": shared, "first": one(first)})
        out.append((torch.from_numpy(words[0]).half(), torch.from_numpy(told[0]).half()))
    return out


def collated(batch, vectors):
    rows = {number: row for row, number in enumerate(dict.fromkeys(number for number, *_ in batch))}
    width = max(len(vectors[number][0]) for number in rows)
    near = max(len(positions) for _, _, positions, _ in batch)
    words = torch.zeros(len(rows), width, 384)
    told = torch.zeros(len(rows), width, 384)
    for number, row in rows.items():
        words[row, : len(vectors[number][0])] = vectors[number][0].float()
        told[row, : len(vectors[number][1])] = vectors[number][1].float()
    positions = torch.zeros(len(batch), near, dtype=torch.long)
    mask = torch.zeros(len(batch), near, dtype=torch.long)
    target = torch.full((len(batch), near), reports.OPEN)
    for i, (_, _, at, labels) in enumerate(batch):
        positions[i, : len(at)], mask[i, : len(at)], target[i, : len(at)] = at, 1, labels
    row = torch.tensor([rows[number] for number, *_ in batch])
    word = torch.tensor([word for _, word, _, _ in batch])
    return (words, told, row, word, positions, mask), target


def learn(vectors, items, passes=PASSES, seed=SEED, rate=1e-3):
    rng = random.Random(seed)
    torch.manual_seed(seed)
    network = EventRoles()
    network.train()

    def losses(batch):
        inputs, target = collated(batch, vectors)
        return {"role": F.cross_entropy(network(*inputs).flatten(0, 1), target.flatten(), ignore_index=reports.OPEN)}

    groups = [{"params": list(network.parameters()), "base": rate}]
    short_run("roles", groups, passes * len(items) // BATCH, batches_of(items, rng), losses)
    return network.eval()


def batches_of(items, rng):
    """Without end. Neighbours share a window; batches of them are read in any order."""
    while True:
        order = sorted(items, key=lambda one: (one[0] + rng.random() * 0.5))
        batches = [order[i : i + BATCH] for i in range(0, len(order), BATCH)]
        rng.shuffle(batches)
        yield from batches


def measure(network, vectors, items):
    """F1 of the words of each role."""
    right, given, asked = ([0] * len(ROLES) for _ in range(3))
    with torch.no_grad():
        for i in range(0, len(items), BATCH):
            inputs, target = collated(items[i : i + BATCH], vectors)
            best = network(*inputs).argmax(-1)
            for role in range(1, len(ROLES)):
                held = target != reports.OPEN
                right[role] += int(((best == role) & (target == role)).sum())
                given[role] += int(((best == role) & held).sum())
                asked[role] += int((target == role).sum())
    return {ROLES[r]: round(2 * right[r] / max(1, given[r] + asked[r]), 3) for r in range(1, len(ROLES))}


def main(model, corpus, pieces):
    """Learns from the reports in `corpus` by the exported model in the folder `model`, and is put there."""
    with open(f"{model}/model.json", encoding="utf8") as file:
        modes = json.load(file)["labels"]["mode"]
    own = reports.read(f"{corpus}/words.jsonl", reports.read_codings(f"{corpus}/coding.jsonl"), modes)
    ids = sorted(own)
    random.Random(7).shuffle(ids)
    rng, sessions = random.Random(3), [session_of(f"{model}/{name}.onnx") for name in ("encoder", "events")]

    def material(names, noisy):
        windows = cut([own[name] for name in names], rng, 0.1, 40, 128)
        return features(sessions, windows, pieces, rng, noisy), examples(windows)

    plain, asked = material(ids[HELD:], False)
    noisy, again = material(ids[HELD:], True)
    network = learn(plain + noisy, asked + [(number + len(plain), *rest) for number, *rest in again])
    print("F1 of words by role, reports held out:", measure(network, *material(ids[:HELD], False)))
    export(network, model, {"seed": SEED, "passes": PASSES, "reports": len(ids) - HELD, "held": HELD})


class OneWindow(nn.Module):
    """The network as the program calls it: all asked words stand in one window."""

    def __init__(self, network):
        super().__init__()
        self.network = network

    def forward(self, words, told, asked, positions, mask):
        return self.network(words, told, torch.zeros_like(asked), asked, positions, mask)


def export(network, model, details):
    """Puts the network into the folder of an exported model, int8, and describes it in model.json."""
    plain, out = f"{model}/event-roles.fp32.onnx", f"{model}/event-roles.onnx"
    words = torch.randn(1, 5, 384)
    asked, positions = torch.tensor([1, 2]), torch.tensor([[1, 2, 3], [1, 2, 0]])
    torch.onnx.export(
        OneWindow(network.eval()),
        (words, words, asked, positions, torch.tensor([[1, 1, 1], [1, 1, 0]])),
        plain,
        dynamo=False,
        opset_version=17,
        input_names=["words", "told", "asked", "positions", "mask"],
        output_names=["roles"],
        dynamic_axes={
            **{name: {1: "W"} for name in ("words", "told")},
            "asked": {0: "P"},
            **{name: {0: "P", 1: "L"} for name in ("positions", "mask", "roles")},
        },
    )
    name_weights(plain)
    quantize(plain, out)
    make_exact(out, {f"network.{name}": value for name, value in network.state_dict().items()}, {})
    os.remove(plain)
    describe(
        model,
        ("event-roles.onnx",),
        labels={"eventRole": list(ROLES)},
        limits={"roleReach": REACH},
        training={"eventRoles": details},
    )

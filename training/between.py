"""The fifth part of the training: what one party does to another, both being given.

The two parties are marked in the vectors that the encoder's shared layers give of a text's pieces. Two layers go on from
there, which begin as the language core's, and the type is read off the parties' first words and off what the words of the
sentence hold of it, weighed. It is asked only where somebody asks about a pair, so coding costs no more.
"""

import copy
import json
import os
import random

import torch
import torch.nn.functional as F
from torch import nn

from . import reports
from .exact import inputs_of, make_exact
from .export import describe, name_weights, quantize
from .fused import layer_of
from .model import SHARED, through
from .windows import collate, encode

SEED, PASSES, BATCH, READINGS = 9, 8, 32, (False, True)
HELD = 60  # reports that are not learnt from: by them it is measured
NOBODY, ACTOR, RECIPIENT = range(3)


class Between(nn.Module):
    def __init__(self, encoder, drop=0.2):
        super().__init__()
        D = encoder.bert.config.hidden_size
        self.mark = nn.Embedding(3, D)
        nn.init.normal_(self.mark.weight, std=0.02)
        self.layers = copy.deepcopy(encoder.bert.encoder.layer[SHARED:])
        self.ask = nn.Linear(D, 1)
        self.out = nn.Linear(3 * D, len(reports.TYPES))
        self.drop = nn.Dropout(drop)

    def scores(self, h, marks, mask):
        """`h` [pairs, pieces, D]; `marks`, `mask` [pairs, pieces]; gives [pairs, types]."""
        h = self.drop(h)
        weight = (self.ask(h)[..., 0] + (1.0 - mask) * -1e4).softmax(-1)
        parts = [(weight[..., None] * h).sum(1), *(mean_of(h, marks == party) for party in (ACTOR, RECIPIENT))]
        return self.out(torch.cat(parts, -1))

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
        return self.network.scores(h, marks, torch.ones_like(marks, dtype=h.dtype))


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
    """(sentence, actor, recipient, types): half-open ranges of its words, and all that the one does to the other there."""
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
                        found.setdefault((actor, recipient), []).append(told.type - 1)
            out += [(sentence, *parties, types) for parties, types in found.items() if parties[0] != parties[1]]
    return out


def read(encoder, pairs, pieces, rng, noisy):
    """(shared vectors, marks of the pieces, types) of each pair, its sentence being all that is read."""
    out = []
    for sentence, actor, recipient, types in pairs:
        ids, shapes, first, *rest = encode([(sentence, False)], pieces, rng, noisy)
        batch = collate([(ids, shapes, first, *rest)])
        with torch.no_grad():
            shared = encoder.shared(*batch[:3])[0][0].half()
        out.append((shared, marks_of(first, len(ids), actor, recipient), types))
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
    target = torch.zeros(len(batch), len(reports.TYPES))
    for row, (vectors, own, types) in enumerate(batch):
        shared[row, : len(own)], marks[row, : len(own)], mask[row, : len(own)] = vectors.float(), own, 1
        for kind in types:
            target[row, kind] += 1 / len(types)
    return (shared, marks, mask), target


def learn(network, readings, passes=PASSES, seed=SEED):
    """`readings`: lists of what `read` gives, one a reading; a pass is over one of them."""
    rng = random.Random(seed)
    torch.manual_seed(seed)
    layers = list(network.layers.parameters())
    others = [p for name, p in network.named_parameters() if not name.startswith("layers.")]
    optimiser = torch.optim.AdamW(
        [{"params": layers, "base": 1.5e-4}, {"params": others, "base": 1e-3}], weight_decay=0.01
    )
    count, step, average = passes * (len(readings[0]) // BATCH), 0, None
    every = layers + others
    network.train()
    for number in range(passes):
        order = sorted(readings[number % len(readings)], key=lambda one: len(one[1]) + rng.random() * 8)
        batches = [order[i : i + BATCH] for i in range(0, len(order) - BATCH + 1, BATCH)]
        rng.shuffle(batches)
        for batch in batches:
            for group in optimiser.param_groups:
                group["lr"] = group["base"] * min(1, (step + 1) / 60) * max(0.02, 1 - step / count)
            inputs, target = padded(batch)
            loss = F.cross_entropy(network(*inputs), target, label_smoothing=0.05)
            loss.backward()
            nn.utils.clip_grad_norm_(every, 1.0)
            optimiser.step()
            optimiser.zero_grad()
            step += 1
            if step > 0.6 * count and step % 5 == 0:
                average = average or [p.detach().clone() for p in every]
                for kept, p in zip(average, every):
                    kept.lerp_(p.detach(), 0.05)
            if step % 100 == 0:
                print(f"between {step}/{count} {loss.item():.3f}", flush=True)
    for p, kept in zip(every, average or []):
        p.data.copy_(kept)
    return network.eval()


def root(kind):
    return "YIELD" if reports.TYPES[kind] in ("CONCEDE", "RETREAT") else reports.TYPES[kind]


def measure(network, pairs):
    """Share of pairs whose likeliest root type is told of them."""
    right = 0
    with torch.no_grad():
        for i in range(0, len(pairs), BATCH):
            batch = pairs[i : i + BATCH]
            best = network(*padded(batch)[0]).argmax(-1).tolist()
            right += sum(root(kind) in {root(one) for one in wanted} for kind, (_, _, wanted) in zip(best, batch))
    return round(right / max(1, len(pairs)), 3)

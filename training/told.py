"""The third part of the training: heads for events, beside an encoder that stays as it ships.

Reports of our own teach the type, mode, factuality and phase of the events that words state. The layers that all heads
share are read once for each window, as written and with words hidden or recased; only the layers above them, which
the heads for events have of their own, are trained. So nothing changes of what the other heads say.
"""

import itertools
import json
import os
import random

import torch
import torch.nn.functional as F

from . import reports
from .resume import resume
from .short_run import short_run
from .train import ce
from .windows import Pieces, collate, cut, encode

SEED, PASSES = 3, 10
WORDS = 420  # words a batch
NOISY = 1  # times that a window is read with words hidden or recased, beside once as written
WEIGHTS = {"mode": 0.5, "factuality": 0.5, "phase": 0.3}


def labels_of(codings):
    return {
        "event": ["O", *reports.TYPES],
        "mode": reports.modes_of(codings),
        "factuality": reports.FACTUALITY,
        "phase": reports.PHASES,
    }


def cached(encoder, documents, pieces, rng):
    """Every window with the shared vectors of its pieces and the first pieces of its words."""
    found = []
    encoder.eval()
    for window in cut(documents, rng, 0.1, 40, 128):
        for reading in range(1 + NOISY):
            batch = collate([encode(window, pieces, rng, train=reading > 0)])
            with torch.no_grad():
                found.append((window, encoder.shared(*batch[:3])[0][0], batch[3][0]))
    return found


def batches_of(windows, rng):
    """In batches of about WORDS words of like length."""
    batches, current = [], []
    for one in sorted(windows, key=lambda w: len(w[2]) + rng.random() * 8):
        current.append(one)
        if len(one[2]) * len(current) >= WORDS:
            batches.append(current)
            current = []
    batches += [current] if current else []
    rng.shuffle(batches)
    return batches


def padded(batch):
    """Shared vectors, mask of the layers, first pieces."""
    length, width = max(len(h) for _, h, _ in batch), max(len(first) for _, _, first in batch)
    h = torch.zeros(len(batch), length, batch[0][1].shape[-1])
    hidden = torch.full((len(batch), 1, 1, length), -1e4)
    first = torch.zeros(len(batch), width, dtype=torch.long)
    for row, (_, vectors, starts) in enumerate(batch):
        h[row, : len(vectors)] = vectors
        hidden[row, ..., : len(vectors)] = 0
        first[row, : len(starts)] = starts
    return h, hidden, first


def losses(scores, windows):
    """`event` is learnt at every content word, the others where an event is told."""
    event, *others = scores
    target = torch.full(event.shape[:2], reports.OPEN)
    places, labels = [], []
    for row, window in enumerate(windows):
        at = 1
        for sentence, _ in window:
            target[row, at : at + len(sentence.words)] = torch.tensor(sentence.event)
            places += [(row, at + told.word) for told in sentence.told]
            labels += [(told.mode, told.factuality, told.phase) for told in sentence.told]
            at += len(sentence.words)
    parts = {"event": ce(event, target)}
    if places:
        rows, columns = torch.tensor(places).T
        for number, (name, weight) in enumerate(WEIGHTS.items()):
            wanted = torch.tensor([one[number] for one in labels])
            if (wanted >= 0).any():
                found = others[number][rows, columns]
                parts[name] = weight * F.cross_entropy(found, wanted, ignore_index=reports.OPEN)
    return parts


def main(model, folder, corpus, out, share=1.0, passes=PASSES, seed=SEED):
    """`share`: of the reports, for learning curves."""
    random.seed(seed)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    os.makedirs(out, exist_ok=True)
    codings = reports.read_codings(f"{corpus}/coding.jsonl")
    encoder, names = resume(model, folder, labels_of(codings))
    with open(f"{out}/labels.json", "w", encoding="utf8") as file:
        json.dump(names, file, ensure_ascii=False)
    own = reports.read(f"{corpus}/words.jsonl", codings, names["mode"])
    ids = sorted(own)
    random.Random(7).shuffle(ids)
    documents = [own[i] for i in ids[: max(2, round(len(ids) * share))]]
    windows = cached(encoder, documents, Pieces(folder), rng)
    print(f"{len(documents)} reports, {len(windows)} readings of windows", flush=True)
    steps = learn(encoder, windows, rng, passes)
    torch.save((encoder.eval().state_dict(),), f"{out}/final.pt")
    return steps, len(documents)


def learn(encoder, windows, rng, passes):
    """Gives the number of steps."""
    groups = [
        {"params": list(encoder.told.parameters()), "base": 2e-4},
        {"params": list(encoder.further.parameters()), "base": 1e-3},
    ]
    # A pass is over each window once, in one of its readings.
    count = max(1, passes * sum(len(first) for _, _, first in windows) // (1 + NOISY) // WORDS)
    encoder.train()
    batches = itertools.chain.from_iterable(batches_of(windows, rng) for _ in itertools.count())
    read = lambda batch: losses(encoder.reads(*padded(batch)), [window for window, _, _ in batch])
    return short_run("events", groups, count, batches, read)

"""The third part of the training: from the weights that ship to the same model with further heads.

Windows of our own reports with PLOVER events teach the further heads; there the model as it was is the teacher of the
old heads, asked once for every window (distil.py). Windows of the old corpora keep the old heads where they were.
"""

import collections
import json
import os
import random
import time

import torch
import torch.nn.functional as F
from torch import nn

from . import data, judgements, reports
from .distil import soft, yes_no
from .resume import resume
from .train import Targets, batches_of, ce, loss_of
from .windows import Pieces, collate, cut, encode

WORDS = 420  # words a batch
SEED = 3
CUTS = 1  # ways to cut the reports into windows
# Of the parts of the loss on reports, what is to be learnt weighs more than what is to be kept.
WEIGHTS = {"event": 2.0, "mode": 0.5, "factuality": 0.5, "phase": 0.3, "party": 1.0, "kept": 0.5}


def further_labels(codings):
    return {
        "event": ["O", *reports.TYPES],
        "mode": reports.modes_of(codings),
        "factuality": reports.FACTUALITY,
        "phase": reports.PHASES,
        "party": reports.PARTY,
    }


def packed(windows, rng):
    """Taught windows in batches of about WORDS words of like length."""
    size = lambda one: sum(len(s.words) for s, _ in one[0])
    batches, current = [], []
    for window in sorted(windows, key=lambda w: size(w) + rng.random() * 8):
        current.append(window)
        if size(window) * len(current) >= WORDS:
            batches.append(current)
            current = []
    batches += [current] if current else []
    rng.shuffle(batches)
    return batches


def endless(make):
    while True:
        yield from make()


def taught(teacher, documents, pieces, rng):
    """Windows of the reports with what the model as it was says of them: (window, its outputs, without padding)."""
    found = []
    for window in (w for _ in range(CUTS) for w in cut(documents, rng, 0.1, 40, 128)):
        with torch.no_grad():
            outputs = teacher(*collate([encode(window, pieces, rng, train=False)])[:5])[1:8]
        found.append((window, [output[0] for output in outputs]))
    return found


def kept_losses(outputs, batch, known):
    """How far the old heads stray from the model as it was."""
    names = ("upos", "xpos", "lemma", "entity", "predicate", "start", "arc")
    weights = {"xpos": 0.5, "lemma": 0.5}
    count = [len(one[0]) for one in known]
    owner = batch[5]
    parts = []
    for number, name in enumerate(names):
        scores = outputs[number + 1]
        if name in ("predicate", "start"):
            ours = torch.cat([scores[row, 1:n] for row, n in enumerate(count)])
            theirs = torch.cat([one[number][1:] for one in known])
            parts.append(yes_no(ours, theirs, slice(None)))
        elif name == "arc":
            ours, theirs = [], []
            for row, n in enumerate(count):
                allowed = owner[row, :n, None] == owner[row, None, :n]
                allowed[:, 0] = True
                for scored, kept in ((ours, scores[row, :n, :n]), (theirs, known[row][number])):
                    masked = kept.masked_fill(~allowed, -1e4)[1:]
                    scored.append(F.pad(masked, (0, max(count) - n), value=-1e4))
            parts.append(soft(torch.cat(ours), torch.cat(theirs), slice(None)))
        else:
            ours = torch.cat([scores[row, 1:n] for row, n in enumerate(count)])
            theirs = torch.cat([one[number][1:] for one in known])
            parts.append(weights.get(name, 1) * soft(ours, theirs, slice(None)))
    return sum(parts)


def told_losses(networks, outputs, batch, windows):
    """Losses of the further heads on windows of reports."""
    encoder, structure = networks
    words, event, mode, factuality, phase = (outputs[i] for i in (0, 8, 9, 10, 11))
    width = words.shape[1]
    target = torch.full((len(windows), width), reports.OPEN)
    where, labels, parties = [], [], []
    for row, window in enumerate(windows):
        at = 1
        for sentence, _ in window:
            length = len(sentence.words)
            target[row, at : at + length] = torch.tensor(sentence.event)
            for told in sentence.told:
                where.append((row, at + told.word))
                labels.append((told.mode, told.factuality, told.phase))
                if told.parties is not None:
                    parties.append((row, at + told.word, at, length, told.parties))
            at += length
    parts = {"event": ce(event, target)}
    if where:
        rows, columns = torch.tensor(where).T
        for number, (name, scores) in enumerate((("mode", mode), ("factuality", factuality), ("phase", phase))):
            wanted = torch.tensor([one[number] for one in labels])
            if (wanted >= 0).any():
                parts[name] = F.cross_entropy(scores[rows, columns], wanted, ignore_index=reports.OPEN)
    if parties:
        parts["party"] = party_loss(structure, encoder.drop(words), parties)
    return parts


def party_loss(structure, x, parties):
    longest = max(length for _, _, _, length, _ in parties)
    positions = torch.zeros(len(parties), longest, dtype=torch.long)
    mask = torch.zeros(len(parties), longest, dtype=torch.long)
    target = torch.full((len(parties), longest), reports.OPEN)
    for number, (_, _, first, length, spans) in enumerate(parties):
        positions[number, :length] = torch.arange(first, first + length)
        mask[number, :length] = 1
        target[number, :length] = 0
        for role, covered in spans:
            for place, word in enumerate(covered):
                target[number, word] = reports.PARTY.index(("I-" if place else "B-") + role)
    row, word = torch.tensor([p[0] for p in parties]), torch.tensor([p[1] for p in parties])
    return ce(structure.party(structure.drop(structure.shown(x, row, word, positions, mask))), target)


def happened_loss(scores, windows):
    rows, columns, values = [], [], []
    for row, window in enumerate(windows):
        at = 1
        for sentence, _ in window:
            for word, value in sentence.happened or []:
                rows.append(row)
                columns.append(at + word)
                values.append(value)
            at += len(sentence.words)
    if not rows:
        return None
    return 0.2 * F.smooth_l1_loss(scores[torch.tensor(rows), torch.tensor(columns), 0], torch.tensor(values))


def old_losses(networks, windows, given):
    pieces, targets, misc, rng = given
    batch = collate([encode(w, pieces, rng) for w in windows])
    outputs = networks[0](*batch[:5])
    _, parts = loss_of(*networks, batch, targets(windows, batch[4].shape[1]), misc, outputs)
    happened = happened_loss(outputs[12], windows)
    return parts if happened is None else {**parts, "happened": happened}


def new_losses(networks, taught_windows, given):
    pieces, rng = given[0], given[3]
    windows = [window for window, _ in taught_windows]
    batch = collate([encode(w, pieces, rng) for w in windows])
    outputs = networks[0](*batch[:5])
    parts = told_losses(networks, outputs, batch, windows)
    parts["kept"] = kept_losses(outputs, batch, [known for _, known in taught_windows])
    return {name: WEIGHTS[name] * part for name, part in parts.items()}


def main(root, model, folder, corpus, out, minutes, share=1.0, seed=SEED, old=1, new=2, rate=9e-5, judged=None):
    """`old` windows of the old corpora for `new` of reports; `share` of the reports is used; 40 % end averaged."""
    random.seed(seed)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    os.makedirs(out, exist_ok=True)
    codings = reports.read_codings(f"{corpus}/coding.jsonl")
    labels_new = further_labels(codings)
    networks = resume(model, folder, labels_new)
    names, networks = networks[2], networks[:2]
    teacher = resume(model, folder)[:2]
    for network in networks:
        network.train()
    for network in teacher:
        network.eval()
    with open(f"{out}/labels.json", "w", encoding="utf8") as file:
        json.dump(names, file, ensure_ascii=False)
    own = reports.read(f"{corpus}/words.jsonl", codings, names["mode"])
    ids = sorted(own)
    random.Random(7).shuffle(ids)
    documents = [own[i] for i in ids[: max(2, round(len(ids) * share))]]
    corpora = data.load(root)
    if judged:
        print("judgements", judgements.attach(corpora["ewt"], judged), flush=True)
    misc = torch.tensor([names["entity"].index(begin + "-MISC") for begin in "BI"])
    given = (Pieces(folder), Targets(names), misc, rng)
    learn(networks, teacher, documents, corpora, given, out, minutes, (old, new), rate)


def learn(networks, teacher, documents, corpora, given, out, minutes, mix, rate):
    rng = given[3]
    average, step, sums, counts = None, 0, collections.Counter(), collections.Counter()
    bert = list(networks[0].bert.parameters())
    fresh = [p for n, p in (*networks[0].named_parameters(), *networks[1].named_parameters()) if n.split(".")[0] in ("further", "party")]
    taken = {id(p) for p in (*bert, *fresh)}
    rest = [p for network in networks for p in network.parameters() if id(p) not in taken]
    groups = [
        {"params": bert, "base": rate, "lr": 0, "weight_decay": 0.01},
        {"params": rest, "base": 3 * rate, "lr": 0, "weight_decay": 0},
        {"params": fresh, "base": 1.5e-3, "lr": 0, "weight_decay": 0.01},
    ]
    optimiser, every = torch.optim.AdamW(groups), [*bert, *rest, *fresh]
    windows, begun = taught(teacher[0], documents, given[0], rng), time.time()
    print(f"{len(windows)} windows taught", flush=True)
    new_batches = endless(lambda: packed(windows, rng))
    old_batches = endless(lambda: batches_of(corpora, rng, WORDS))
    while (done := (time.time() - begun) / (minutes * 60)) < 1:
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * min(1, (step + 1) / 60) * max(0.02, 1 - done)
        told = step % sum(mix) >= mix[0]
        parts = new_losses(networks, next(new_batches), given) if told else old_losses(networks, next(old_batches), given)
        sum(parts.values()).backward()
        nn.utils.clip_grad_norm_(every, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        for name, value in parts.items():
            sums[name] += value.item()
            counts[name] += 1
        if done > 0.6 and step % 5 == 0:
            if average is None:
                average = [p.detach().clone() for p in every]
            for kept, p in zip(average, every):
                kept.lerp_(p.detach(), 0.05)
        if step % 60 == 0:
            line = " ".join(f"{k} {v / counts[k]:.3f}" for k, v in sums.items())
            print(f"{step} {done:.0%} {time.process_time():.0f} CPU-s {line}", flush=True)
            sums.clear()
            counts.clear()
        if step % 250 == 0:
            torch.save(tuple(network.state_dict() for network in networks), f"{out}/checkpoint.pt")
    for p, kept in zip(every, average or []):
        p.data.copy_(kept)
    torch.save(tuple(network.state_dict() for network in networks), f"{out}/final.pt")
    print("done", step, flush=True)

"""The second half of the training: a narrower model learns from the gold data and from the wide model's own scores.

The wide model reads the words as they are, the narrow one the same words with some hidden or recased. What the gold
data leave open (names have no trees) the wide model fills in.
"""

import collections
import json
import os
import random

import torch
import torch.nn.functional as F
from torch import nn

from . import data, prune
from .model import Encoder, JointStructure, widths_of
from .run import Run
from .train import Targets, batches_of, ce, entity_loss, loss_of
from .windows import Pieces, collate, encode

# What is kept of 72 heads, 9,216 neurons, and 96 neurons a side of the labels' bilinear form.
HEADS, NEURONS, LABEL_NEURONS = 42, 5376, 64
MEASURED_BATCHES = 40


def soft(student, teacher, mask):
    """Kullback-Leibler divergence of two rows of scores, over the real words."""
    return (teacher.softmax(-1) * (teacher.log_softmax(-1) - student.log_softmax(-1))).sum(-1)[mask].mean()


def yes_no(student, teacher, mask):
    return F.binary_cross_entropy_with_logits(student[mask], teacher[mask].sigmoid())


def narrowed(wide, corpora, pieces, targets, misc, rng):
    """A narrow copy of the wide model, by what each of its units is worth."""
    encoder, structure = wide
    relations = structure.R

    def losses():
        full = [w for w in batches_of(corpora, rng, 400) if sum(len(s.words) for s, _ in w[0]) > 50]
        for windows in full[:MEASURED_BATCHES]:
            batch = collate([encode(w, pieces, rng, False) for w in windows])
            loss, _ = loss_of(encoder, structure, batch, targets(windows, batch[4].shape[1]), misc)
            yield loss, batch[2] == 1, batch[4] == 1

    worth, means = prune.measure(encoder, structure, losses())
    heads = prune.choose(worth, "heads", HEADS, 3, 1)
    neurons = prune.choose(worth, "neurons", NEURONS, 384, 32)
    return (
        prune.narrow(encoder.state_dict(), heads, neurons, means),
        prune.narrow_structure(structure.state_dict(), worth, LABEL_NEURONS, relations),
    )


def distilled(student, teacher, batch, clean, target, misc):
    """The parts of the loss: each head against the gold data where they have it, and against the wide model."""
    encoder, structure = student
    ids, shapes, mask, first, word_mask, owner, _ = batch
    words, upos, xpos, lemma, entity, predicate, start, arc = encoder(ids, shapes, mask, first, word_mask)[:8]
    x = encoder.drop(words)
    with torch.no_grad():
        t_words, t_upos, t_xpos, t_lemma, t_entity, t_predicate, t_start, t_arc = teacher[0](*clean[:5])[:8]
    real = word_mask == 1
    real[:, 0] = False
    allowed = owner[:, :, None] == owner[:, None, :]
    allowed[:, :, 0] = True
    arc, t_arc = arc.masked_fill(~allowed, -1e4), t_arc.masked_fill(~allowed, -1e4)
    heads = torch.where(target["head"] >= 0, target["head"], t_arc.argmax(-1)).clamp(min=0)
    label = structure.labels(x, heads)
    with torch.no_grad():
        t_label = teacher[1].labels(t_words, heads)
    parts = {
        "upos": ce(upos, target["upos"]) + soft(upos, t_upos, real),
        "xpos": 0.5 * (ce(xpos, target["xpos"]) + soft(xpos, t_xpos, real)),
        "lemma": 0.5 * (ce(lemma, target["lemma"]) + soft(lemma, t_lemma, real)),
        "arc": ce(arc, target["head"]) + soft(arc, t_arc, real),
        "label": ce(label, target["deprel"]) + soft(label, t_label, real),
        "entity": entity_loss(entity, target, misc) + soft(entity, t_entity, real),
        "predicate": yes_no(predicate, t_predicate, real) + known(predicate, target["predicate"]),
        "hidden": 2 * F.mse_loss(level(words)[real], level(t_words)[real]),
    }
    marked = target["start"] >= 0
    if marked.any():
        parts["start"] = known(start, target["start"]) + yes_no(start, t_start, marked)
    if "roles" in target:
        row, word, positions, role_mask, gold = target["roles"]
        roles = structure.roles(x, row, word, positions, role_mask)
        with torch.no_grad():
            t_roles = teacher[1].roles(t_words, row, word, positions, role_mask)
        parts["roles"] = ce(roles, gold) + soft(roles, t_roles, role_mask == 1)
    return parts


def known(scores, target):
    """Yes or no, where the corpus says which."""
    keep = target >= 0
    return F.binary_cross_entropy_with_logits(scores[keep], target[keep]) if keep.any() else scores.sum() * 0


def level(vectors):
    return F.layer_norm(vectors, vectors.shape[-1:])


def main(root, folder, wide, labels, out, steps, threads=1, seed=2):
    torch.set_num_threads(threads)
    random.seed(seed)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    os.makedirs(out, exist_ok=True)
    with open(labels, encoding="utf8") as file:
        names = json.load(file)
    corpora, pieces, targets = data.load(root), Pieces(folder), Targets(names)
    sizes, relations, roles = {k: len(v) for k, v in names.items()}, len(names["deprel"]), len(names["role"])
    misc = torch.tensor([names["entity"].index("B-MISC"), names["entity"].index("I-MISC")])
    teacher = (Encoder(folder, sizes), JointStructure(384, relations, roles))
    for network, state in zip(teacher, torch.load(wide)):
        network.load_state_dict(state, strict=False)
        network.eval()
    states = narrowed(teacher, corpora, pieces, targets, misc, rng)
    student = (
        Encoder(folder, sizes, widths_of(states[0])),
        JointStructure(384, relations, roles, LABEL_NEURONS),
    )
    for network, state in zip(student, states):
        network.load_state_dict(state)
        network.train()
    learn(student, teacher, (corpora, pieces, targets, misc, rng), out, steps)


def learn(student, teacher, given, out, steps):
    """Linear decay over the steps; the average of the last 40 % of the run is what is kept."""
    corpora, pieces, targets, misc, rng = given
    bert = list(student[0].bert.parameters())
    rest = [p for n, p in student[0].named_parameters() if not n.startswith("bert")] + list(student[1].parameters())
    groups = [
        {"params": bert, "base": 7e-5, "lr": 0, "weight_decay": 0.01},
        {"params": rest, "base": 5e-4, "lr": 0, "weight_decay": 0},
    ]
    optimiser, every, sums = torch.optim.AdamW(groups), bert + rest, collections.Counter()
    run = Run(out + "/checkpoint.pt", student, optimiser, steps, rng, 0.04)
    for windows in run.batches(lambda rng: batches_of(corpora, rng)):
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * min(1, (run.step + 1) / 100) * max(0.02, 1 - run.share)
        batch = collate([encode(w, pieces, rng) for w in windows])
        clean = collate([encode(w, pieces, rng, train=False) for w in windows])
        parts = distilled(student, teacher, batch, clean, targets(windows, batch[4].shape[1]), misc)
        sum(parts.values()).backward()
        nn.utils.clip_grad_norm_(every, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        run.done()
        sums.update({k: v.item() for k, v in parts.items()})
        if run.step % 100 == 0:
            print(run.step, " ".join(f"{k} {v / 100:.3f}" for k, v in sums.items()), f"{run.share:.0%}", flush=True)
            sums.clear()
    run.finish(out + "/final.pt")
    print("done", run.step, flush=True)

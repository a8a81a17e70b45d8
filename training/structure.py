"""
The part of the training after the encoder's: labels and roles as they ship.

While the encoder learns, `model.Joint` stands for both. What ships is learnt over the vectors of the finished encoder, as
written and with words hidden or recased, and over the trees that it gives of them, which are the trees it will be
asked with.
"""

import json
import os
import random

import numpy as np
import torch
import torch.nn.functional as F
from torch import nn

from . import data
from .decode import mst
from .evaluate import session_of
from .exact import make_exact, inputs_of
from .export import describe, name_weights, quantize
from .pairs import Structure
from .run import Run
from .ties import ties_of
from .windows import cut, encode

SEED, PASSES, READINGS, BATCH = 1, 12, (True, True, False), 8
OPEN = -100
ROUNDED_BY = 150  # windows


def read(session, window, pieces, rng, noisy):
    """The vectors of a window's words, and the head of each as the encoder gives it."""
    ids, shapes, first, *_ = encode(window, pieces, rng, noisy)
    one = lambda values: np.array([values], dtype=np.int64)
    words, arcs = session.run(["words", "arc"], {"ids": one(ids), "shapes": one(shapes), "first": one(first)})
    heads, start = np.zeros(len(first), dtype=np.int64), 1
    for sentence, _ in window:
        end = start + len(sentence.words)
        tree = mst(np.concatenate([arcs[0, start:end, :1], arcs[0, start:end, start:end]], 1))
        heads[start:end] = np.where(tree == 0, 0, tree + start - 1)
        start = end
    return torch.from_numpy(words[0]).half(), heads


def lesson(window, vectors, heads, labels):
    """(vectors, (word, gold head, label), (asked, word, top, tie, role)) of one reading of a window."""
    arcs, asked, start = [], [], 1
    for sentence in (sentence for sentence, _ in window):
        end = start + len(sentence.words)
        if sentence.rel is not None:
            for number, (head, relation) in enumerate(zip(sentence.head, sentence.rel)):
                arcs.append((start + number, head + start - 1 if head else 0, labels["deprel"].get(relation, OPEN)))
        for predicate, arguments in sentence.predicates or ():
            gold = [labels["role"]["O"]] * len(sentence.words)
            for role, first, last in arguments:
                if f"B-{role}" in labels["role"]:
                    gold[first:last] = [labels["role"][f"B-{role}"]] + [labels["role"][f"I-{role}"]] * (last - first - 1)
            word = start + predicate
            asked += [(word, *one) for one in zip(range(start, end), *ties_of(heads, word, start, end), gold)]
        start = end
    columns = lambda rows, width: torch.tensor(rows, dtype=torch.long).view(-1, width).T
    return vectors, columns(arcs, 3), columns(asked, 5)


def batches_of(lessons, rng):
    """Vectors of several windows under one another; what points into them moves with them."""
    order = rng.sample(range(len(lessons)), len(lessons))
    for i in range(0, len(order), BATCH):
        vectors, arcs, asked, base = [], [], [], 0
        for one in (lessons[number] for number in order[i : i + BATCH]):
            vectors.append(one[0].float())
            arcs.append(one[1] + torch.tensor([[base], [base], [0]]))
            asked.append(one[2] + torch.tensor([[base], [base], [base], [0], [0]]))
            base += len(one[0])
        yield torch.cat(vectors), torch.cat(arcs, 1), torch.cat(asked, 1)


def learn(network, lessons, out, rng):
    optimiser = torch.optim.AdamW(network.parameters(), weight_decay=0.01)
    run = Run(f"{out}/structure.checkpoint.pt", (network,), optimiser, PASSES * -(-len(lessons) // BATCH) // len(READINGS), rng, 0.1)
    for vectors, (word, head, label), (*pair, role) in run.batches(lambda rng: list(batches_of(lessons, rng))):
        for group in optimiser.param_groups:
            group["lr"] = 2e-3 * min(1, (run.step + 1) / 100) * max(0.02, 1 - run.share)
        loss = F.cross_entropy(network.labels(vectors, word, head), label, ignore_index=OPEN)
        if len(role):
            loss = loss + F.cross_entropy(network.roles(vectors, *pair), role)
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
        run.done()
        if run.step % 200 == 0:
            print(f"structure {run.step}/{run.steps} {loss.item():.3f}", flush=True)
    run.finish(f"{out}/structure.pt")


def main(model, corpora, out, pieces, seed=SEED):
    """Learns by the exported encoder in the folder `model`, and is put there. `corpora`: what data.load gives."""
    random.seed(seed)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    os.makedirs(out, exist_ok=True)
    with open(f"{model}/model.json", encoding="utf8") as file:
        names = json.load(file)["labels"]
    labels = {kind: {name: number for number, name in enumerate(names[kind])} for kind in ("deprel", "role")}
    session = session_of(f"{model}/encoder.onnx")
    lessons = [
        lesson(window, *read(session, window, pieces, rng, noisy), labels)
        for noisy in READINGS
        for window in cut(corpora["ewt"] + corpora["gum"], rng)
    ]
    network = Structure(len(names["deprel"]), len(names["role"]))
    network.train()
    learn(network, lessons, out, rng)
    # As written, and with predicates, for fitting the rounding.
    text = [one for one in lessons[-len(lessons) // len(READINGS) :] if one[2].shape[1] > 0][:ROUNDED_BY]
    export(network.eval(), model, text, {"seed": seed, "passes": PASSES, "readings": len(READINGS)})


def run_over(network, lessons):
    with torch.no_grad():
        for vectors, arcs, asked in lessons:
            network.labels(vectors.float(), *arcs[:2])
            network.roles(vectors.float(), *asked[:4])


def export(network, model, text, details):
    """Puts the network into the folder of an exported model, int8, and describes it in model.json."""
    plain, out = f"{model}/structure.fp32.onnx", f"{model}/structure.onnx"
    index = lambda *values: torch.tensor(values, dtype=torch.int32)
    pair = ("asked", "word", "top", "tie")
    torch.onnx.export(
        network,
        (torch.randn(1, 4, 384), index(0, 2, 0, 2), *(index(1, 2, 3),) * 4),
        plain,
        dynamo=False,
        opset_version=17,
        input_names=["words", "heads", *pair],
        output_names=["label", "roles"],
        dynamic_axes={
            "words": {1: "W"},
            **{name: {0: "W"} for name in ("heads", "label")},
            **{name: {0: "P"} for name in (*pair, "roles")},
        },
    )
    name_weights(plain)
    quantize(plain, out)
    make_exact(out, network.state_dict(), inputs_of(network, lambda: run_over(network, text)))
    os.remove(plain)
    describe(model, ("structure.onnx",), training={"structure": details})

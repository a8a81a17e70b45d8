"""PyTorch to ONNX, int8, with the description that the TypeScript side reads."""

import hashlib
import json
import os
import random
import shutil

import onnx
import torch

from .exact import inputs_of, make_exact
from .fused import Core, Events
from .model import Encoder, widths_of
from .windows import collate, cut, encode

VERSION = "1.5.0"


def export(checkpoint, labels, folder, out, extra, text, shipped=None):
    """
    `text`: windows, each a batch of its own (windows.collate), by which the rounding is fitted; `shipped`: the model whose language
    core this one has, kept as it is.
    """
    os.makedirs(out, exist_ok=True)
    with open(labels, encoding="utf8") as file:
        names = json.load(file)
    encoder = Encoder(folder, {kind: len(values) for kind, values in names.items()}, widths_of(torch.load(checkpoint)[0]))
    encoder.load_state_dict(torch.load(checkpoint)[0])
    encoder.eval()
    core = Core(encoder)
    if shipped is None:
        networks = {"encoder": (core, dummies(), ("ids", "shapes", "first"))}
    else:
        networks = {}
        for name in ("encoder", "structure"):
            shutil.copy(f"{shipped}/{name}.onnx", f"{out}/{name}.onnx")
    if encoder.widths:
        networks["events"] = (Events(encoder), (torch.randn(1, 9, 384), dummies()[-1]), ("shared", "first"))
    inputs = inputs_of(encoder, lambda: run_over(text, core, Events(encoder) if encoder.widths else None))
    for name, (network, example, given) in networks.items():
        write(network, example, given, f"{out}/{name}.onnx")
        make_exact(f"{out}/{name}.onnx", encoder.state_dict(), inputs)
    shutil.copy(folder + "/vocab.txt", out + "/vocab.txt")
    description = {
        "name": "khaldun-en",
        "version": VERSION,
        "labels": names,
        "shapes": ["lower", "title", "upper", "mixed", "digit", "other", "special"],
        "limits": {"piecesPerWord": 6, "windowWords": 128, "windowPieces": 250},
        "sha256": {},
        **extra,
    }
    with open(f"{out}/model.json", "w", encoding="utf8") as file:
        json.dump(description, file, ensure_ascii=False, indent=1)
    describe(out, ("encoder.onnx", "events.onnx", "structure.onnx", "vocab.txt"))


def dummies():
    return torch.randint(5, 9000, (1, 9)), torch.ones(1, 9, dtype=torch.long), torch.tensor([[0, 1, 3, 4]])


def write(network, example, given, path):
    """One network as int8 ONNX; the first two dimensions of what goes in and comes out are free."""
    plain = path.replace(".onnx", ".fp32.onnx")
    torch.onnx.export(
        network,
        example,
        plain,
        dynamo=False,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        input_names=list(given),
        output_names=list(network.OUTPUTS),
        dynamic_axes={
            **{name: {0: "B", 1: "T" if name in ("ids", "shapes", "shared") else "W"} for name in (*given, *network.OUTPUTS)},
            "arc": {0: "B", 1: "W", 2: "W2"},
        },
    )
    name_weights(plain)
    quantize(plain, path)
    os.remove(plain)


def describe(model, files, **more):
    """
    Notes in model.json the version and the checksums of `files`, as far as they are there; `more`: (key, value) to add to a
    part of it.
    """
    with open(f"{model}/model.json", encoding="utf8") as file:
        description = json.load(file)
    description["version"] = VERSION
    for name in files:
        if os.path.exists(f"{model}/{name}"):
            with open(f"{model}/{name}", "rb") as file:
                description["sha256"][name] = hashlib.sha256(file.read()).hexdigest()
    for part, values in more.items():
        description[part].update(values)
    with open(f"{model}/model.json", "w", encoding="utf8") as file:
        json.dump(description, file, ensure_ascii=False, indent=1)


def quantize(plain, out):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True)


def windows_of(documents, pieces, count=150):
    """Some windows of documents, each a batch of its own, as the program would read them."""
    rng = random.Random(1)
    cuts = cut(rng.sample(documents, min(len(documents), count)), rng, single=0, low=90)
    return [collate([encode(window, pieces, rng, False)]) for window in cuts[:count]]


def run_over(text, core, events):
    with torch.no_grad():
        for batch in text:
            shared = core(batch[0], batch[1], batch[3])[-1]
            if events is not None:
                events(shared, batch[3])


def name_weights(path):
    """The exporter numbers transposed weights; here they get the names of their modules, which the biases still have."""
    model = onnx.load(path)
    biases = {one.name for one in model.graph.initializer if one.name.endswith(".bias")}
    users = {name: node for node in model.graph.node for name in node.input}
    names = {}
    for node in model.graph.node:
        if node.op_type == "MatMul" and node.input[1].startswith("onnx::"):
            added = users[node.output[0]].input
            bias = next(name for name in added if name in biases)
            names[node.input[1]] = f"{bias[: -len('.bias')]}.weight_Transposed"
    plain = lambda name: names.get(name, name).removeprefix("encoder.")
    for one in model.graph.initializer:
        one.name = plain(one.name)
    for node in model.graph.node:
        node.input[:] = [plain(name) for name in node.input]
    onnx.save(model, path)

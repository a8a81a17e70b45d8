"""PyTorch to ONNX, int8, with the description that the TypeScript side reads."""

import hashlib
import json
import os
import random
import shutil

import onnx
import torch

from .exact import inputs_of, make_exact
from .fused import Fused
from .graft import graft
from .model import FURTHER, SHARED, Encoder, Structure, widths_of
from .windows import collate, cut, encode

VERSION = "1.3.0"


def export(checkpoint, labels, folder, out, extra, text, shipped=None):
    """
    `text`: windows, each a batch of its own (windows.collate), by which the rounding is fitted; `shipped`: the model whose language
    core this one has, kept as it is.
    """
    os.makedirs(out, exist_ok=True)
    L = json.load(open(labels))
    a, b = torch.load(checkpoint)
    enc = Encoder(folder, {k: len(v) for k, v in L.items()}, widths_of(a))
    st = Structure(384, len(L["deprel"]), len(L["role"]), b["rd.weight"].shape[0])
    told = (*FURTHER, "told") if "event" in L else ()
    enc.load_state_dict(a)
    st.load_state_dict(b)
    enc.eval()
    st.eval()
    fused = Fused(enc, SHARED)
    ids = torch.randint(5, 9000, (1, 9))
    one = torch.ones(1, 9, dtype=torch.long)
    first = torch.tensor([[0, 1, 3, 4]])
    torch.onnx.export(
        fused,
        (ids, one, first),
        out + "/encoder.fp32.onnx",
        dynamo=False,
        opset_version=17,
        custom_opsets={"com.microsoft": 1},
        input_names=["ids", "shapes", "first"],
        output_names=["words", "upos", "xpos", "lemma", "entity", "predicate", "start", "arc", *told],
        dynamic_axes={
            **{k: {0: "B", 1: "T"} for k in ("ids", "shapes")},
            **{
                k: {0: "B", 1: "W"}
                for k in (
                    "first",
                    "words",
                    "upos",
                    "xpos",
                    "lemma",
                    "entity",
                    "predicate",
                    "start",
                    *told,
                )
            },
            "arc": {0: "B", 1: "W", 2: "W2"},
        },
    )
    w = torch.randn(2, 4, 384)
    h = torch.zeros(2, 4, dtype=torch.long)
    torch.onnx.export(
        st,
        (
            w,
            h,
            torch.tensor([0, 1, 1]),
            torch.tensor([1, 1, 2]),
            torch.tensor([[1, 2, 3], [1, 2, 0], [1, 2, 0]]),
            torch.tensor([[1, 1, 1], [1, 1, 0], [1, 1, 0]]),
        ),
        out + "/structure.fp32.onnx",
        dynamo=False,
        opset_version=17,
        input_names=["words", "heads", "role_row", "role_word", "role_positions", "role_mask"],
        output_names=["label", "roles"],
        dynamic_axes={
            "words": {0: "B", 1: "W"},
            "heads": {0: "B", 1: "W"},
            "role_row": {0: "P"},
            "role_word": {0: "P"},
            "role_positions": {0: "P", 1: "L"},
            "role_mask": {0: "P", 1: "L"},
            "label": {0: "B", 1: "W"},
            "roles": {0: "P", 1: "L"},
        },
    )
    for name in ("encoder", "structure"):
        name_weights(f"{out}/{name}.fp32.onnx")
        quantize(f"{out}/{name}.fp32.onnx", f"{out}/{name}.onnx")
    make_exact(f"{out}/encoder.onnx", a, inputs_of(enc, lambda: run_over(text, fused)))
    make_exact(f"{out}/structure.onnx", b, {})
    if shipped is not None:
        graft(f"{shipped}/encoder.onnx", f"{out}/encoder.onnx", ("told", "further"))
        shutil.copy(f"{shipped}/structure.onnx", f"{out}/structure.onnx")
    os.remove(out + "/structure.fp32.onnx")
    os.remove(out + "/encoder.fp32.onnx")
    shutil.copy(folder + "/vocab.txt", out + "/vocab.txt")
    sha = lambda f: hashlib.sha256(open(out + "/" + f, "rb").read()).hexdigest()
    json.dump(
        {
            "name": "khaldun-en",
            "version": VERSION,
            "labels": L,
            "shapes": ["lower", "title", "upper", "mixed", "digit", "other", "special"],
            "limits": {"piecesPerWord": 6, "windowWords": 128, "windowPieces": 250},
            "sha256": {f: sha(f) for f in ("encoder.onnx", "structure.onnx", "vocab.txt")},
            **extra,
        },
        open(out + "/model.json", "w"),
        ensure_ascii=False,
        indent=1,
    )
    print({f: os.path.getsize(out + "/" + f) for f in os.listdir(out)})


def quantize(plain, out):
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(plain, out, weight_type=QuantType.QInt8, per_channel=True)


def windows_of(documents, pieces, count=150):
    """Some windows of documents, each a batch of its own, as the program would read them."""
    rng = random.Random(1)
    cuts = cut(rng.sample(documents, min(len(documents), count)), rng, single=0, low=90)
    return [collate([encode(window, pieces, rng, False)]) for window in cuts[:count]]


def run_over(text, network):
    with torch.no_grad():
        for batch in text:
            network(batch[0], batch[1], batch[3])


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

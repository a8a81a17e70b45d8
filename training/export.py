"""PyTorch to ONNX, int8, with the description that the TypeScript side reads."""

import hashlib
import json
import os
import shutil

import torch

from .graft import graft
from .model import FURTHER, Encoder, Structure, widths_of

VERSION = "1.2.0"


def export(checkpoint, labels, folder, out, extra, shipped=None):
    """`shipped`: the model whose language core this one has, kept as it is."""
    os.makedirs(out, exist_ok=True)
    L = json.load(open(labels))
    a, b = torch.load(checkpoint)
    enc = Encoder(folder, {k: len(v) for k, v in L.items()}, widths_of(a))
    st = Structure(384, len(L["deprel"]), len(L["role"]), b["rd.weight"].shape[0])
    told = FURTHER if "event" in L else ()
    enc.load_state_dict(a)
    st.load_state_dict(b)
    enc.eval()
    st.eval()
    ids = torch.randint(5, 9000, (2, 9))
    one = torch.ones(2, 9, dtype=torch.long)
    first = torch.tensor([[0, 1, 3, 4], [0, 1, 2, 0]])
    wm = torch.tensor([[1, 1, 1, 1], [1, 1, 1, 0]])
    torch.onnx.export(
        enc,
        (ids, one, one, first, wm),
        out + "/encoder.fp32.onnx",
        dynamo=False,
        opset_version=17,
        input_names=["ids", "shapes", "mask", "first", "word_mask"],
        output_names=["words", "upos", "xpos", "lemma", "entity", "predicate", "start", "arc", *told],
        dynamic_axes={
            **{k: {0: "B", 1: "T"} for k in ("ids", "shapes", "mask")},
            **{
                k: {0: "B", 1: "W"}
                for k in (
                    "first",
                    "word_mask",
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
    from onnxruntime.quantization import QuantType, quantize_dynamic

    quantize_dynamic(out + "/encoder.fp32.onnx", out + "/encoder.onnx", weight_type=QuantType.QInt8, per_channel=True)
    quantize_dynamic(out + "/structure.fp32.onnx", out + "/structure.onnx", weight_type=QuantType.QInt8, per_channel=True)
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

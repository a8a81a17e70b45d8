"""The networks of a model that ships, back in PyTorch: from here a training goes on.

int8 weights are multiplied out again (weight x scale of its column); what rounding took is gone, and the scores on
the development sets stay within .3 of the ONNX files'.
"""

import json
import os
import re

import numpy as np
import onnx
from onnx import numpy_helper

import torch

from .model import SHARED, TOLD, Encoder, widths_of


NEW = frozenset(("further", "told"))


def resume(model, folder, further=None, drop=0.2):
    """
    (encoder, labels) of the exported model in `model`; `folder` has the configuration of the base.
    `further`: labels of heads that begin afresh.
    """
    with open(os.path.join(model, "model.json"), encoding="utf8") as file:
        labels = {**json.load(file)["labels"], **(further or {})}
    state = {}
    for name in ("encoder.onnx", "events.onnx"):
        if os.path.exists(os.path.join(model, name)):
            state.update(weights(os.path.join(model, name)))
    encoder = Encoder(folder, labels_sizes(labels), widths_of(state), drop)
    # The layers that the heads for events have of their own begin as those of the others.
    state = {name: value for name, value in state.items() if not further or name.split(".")[0] not in NEW}
    copied = {}
    for name, value in state.items():
        parts = name.split(".")
        if further and name.startswith("bert.encoder.layer.") and SHARED <= int(parts[3]) < SHARED + TOLD:
            copied[".".join(("told", str(int(parts[3]) - SHARED), *parts[4:]))] = value
    state.update(copied)
    missing, unknown = encoder.load_state_dict(state, strict=False)
    # The pooler and the position numbers of the base are no weights of ours; new heads begin afresh.
    strange = [name for name in missing if name.split(".")[0] not in NEW and "position_ids" not in name]
    if strange or unknown:
        raise ValueError(f"{model}: weights {strange} are missing, {unknown} unknown")
    return encoder, labels


def labels_sizes(labels):
    return {name: len(values) for name, values in labels.items()}


def weights(path):
    """State of one network, by the names of its PyTorch modules, read off the initialisers of a quantised graph."""
    graph = onnx.load(path).graph
    known = {one.name: numpy_helper.to_array(one) for one in graph.initializer}
    state = {}
    for name, value in known.items():
        if name.endswith("_quantized"):
            plain = name[: -len("_quantized")]
            scale, zero = known[f"{plain}_scale"], known[f"{plain}_zero_point"]
            state[plain] = (value.astype(np.float32) - zero.astype(np.float32)) * scale
        elif not re.search(r"_(?:scale|zero_point)$", name):
            state[name] = value
    return {name: torch.from_numpy(np.array(value)) for name, value in renamed(graph, state)}


def renamed(graph, state):
    """The state by names of modules; the exporter transposes the weights of linear layers."""
    names = dict(modules_of(graph))
    for name, value in state.items():
        module = names.get(name, name)
        yield module, value.T if module.endswith(".weight") and name != module else value


def modules_of(graph):
    """(name of a quantised weight, name of the module that has it): exporters number them, the node that uses one tells."""
    users = {}
    for node in graph.node:
        for name in node.input:
            users.setdefault(name, node.name)
    for one in graph.initializer:
        if not one.name.endswith("_quantized"):
            continue
        name = one.name[: -len("_quantized")]
        if name.endswith("_Transposed"):
            yield name, name[: -len("_Transposed")]
        elif name.startswith("onnx::"):
            yield name, module_of(users[one.name]) + ".weight"
        else:
            yield name, name


def module_of(node):
    """'/bert/encoder/layer.0/attention/self/query/MatMul_quant' -> 'bert.encoder.layer.0.attention.self.query'."""
    name = re.sub(r"/(?:Gemm_)?MatMul(?:_quant)?$", "", node).strip("/").replace("/", ".")
    return f"bert.encoder.{name}" if re.match(r"layer\.\d", name) else name


def load_checkpoint(path, folder):
    """(encoder, labels) of a run: final.pt with labels.json beside it."""
    with open(os.path.join(os.path.dirname(path), "labels.json"), encoding="utf8") as file:
        labels = json.load(file)
    state, *_ = torch.load(path)
    encoder = Encoder(folder, labels_sizes(labels), widths_of(state))
    encoder.load_state_dict(state)
    return encoder.eval(), labels

"""Puts the int8 weights that shipped back into a newly exported graph.

Rounding what was rounded before shrinks each column a little (its largest value is 127 steps, the exporter counts 127.5).
What did not learn must not change: the language core stays the same to the last bit.
"""

import onnx

from .resume import modules_of

PARTS = ("_quantized", "_scale", "_zero_point")


def graft(shipped, exported, learnt):
    """Overwrites `exported`; `learnt`: first names of the modules that keep their new weights. Gives the number kept."""
    old, model = onnx.load(shipped).graph, onnx.load(exported)
    known = {module: name for name, module in modules_of(old)}
    values = {one.name: one for one in old.initializer}
    tensors = {one.name: one for one in model.graph.initializer}
    count = 0
    for name, module in modules_of(model.graph):
        if module.split(".")[0] in learnt:
            continue
        for part in PARTS:
            source = values[known[module] + part]
            if list(source.dims) != list(tensors[name + part].dims):
                raise ValueError(f"{module}: another shape than the one that ships")
            tensors[name + part].CopyFrom(source)
            tensors[name + part].name = name + part
        count += 1
    onnx.save(model, exported)
    return count

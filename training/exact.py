"""
int8 weights whose sums are exact on every processor, without the slow way.

Processors without VNNI multiply two bytes with two weights at once and add in 16 bits: 255 x (a + b) must stay below
32,768, so neighbours in a column may sum to 128 at most. Each column gets the scale at which this costs least. What is
rounded away is made up for by the weights that come after it (GPTQ, Frantar et al. 2022), by how words make the inputs
go together.
"""

import numpy as np
import onnx
from onnx import numpy_helper

from .resume import modules_of

MOST = 128


def quantise(weight, second, steps=12):
    """
    (bytes [inputs, columns], scale [columns]) of `weight` [inputs, columns].
    `second`: mean of x x^T over the inputs x [inputs, inputs].
    """
    size = len(weight)
    scale = scales(weight, steps)
    ridge = second + 0.01 * np.mean(np.diag(second)) * np.eye(size)
    # Upper Cholesky factor of the inverse: row i says how an error at i is best spread over what comes after.
    spread = np.linalg.cholesky(np.linalg.inv(ridge)).T
    rest, found = weight.astype(np.float64).copy(), np.zeros_like(weight, dtype=np.float64)
    for row in range(size):
        low, high = -127.0, 127.0
        if row % 2:
            low, high = np.maximum(low, -MOST - found[row - 1]), np.minimum(high, MOST - found[row - 1])
        found[row] = np.clip(np.round(rest[row] / scale), low, high)
        error = (rest[row] - found[row] * scale) / spread[row, row]
        rest[row + 1 :] -= np.outer(spread[row, row + 1 :], error)
    return found.astype(np.int8), scale.astype(np.float32)



def scales(weight, steps):
    """Of each column the scale that rounds best when neighbours must not sum to more than MOST."""
    full = np.maximum(np.abs(weight).max(0), 1e-8) / 127
    best, chosen = np.full(weight.shape[1], np.inf), full
    for factor in np.linspace(1, 2, steps):
        scale = full * factor
        error = ((limited(weight / scale) * scale - weight) ** 2).sum(0)
        chosen = np.where(error < best, scale, chosen)
        best = np.minimum(error, best)
    return chosen


def limited(values):
    rounded = np.round(values)
    even = rounded[: len(rounded) // 2 * 2].reshape(-1, 2, rounded.shape[1])
    sums = even.sum(1)
    over = np.sign(sums) * np.maximum(np.abs(sums) - MOST, 0)
    half = np.trunc(over / 2)
    rest = np.stack([even[:, 0] - half, even[:, 1] - (over - half)], 1).reshape(-1, rounded.shape[1])
    return np.concatenate([rest, rounded[len(rest) :]])


def make_exact(path, state, seconds):
    """Overwrites the quantised graph at `path`. `state`: float weights by module; `seconds`: see `quantise`, by module."""
    model = onnx.load(path)
    tensors = {one.name: one for one in model.graph.initializer}
    products = {node.input[1] for node in model.graph.node if node.op_type == "MatMulInteger"}
    for name, module in modules_of(model.graph):
        if f"{name}_quantized" not in products:
            continue
        weight = state[module].double().numpy()
        weight = weight.T if module.endswith(".weight") else weight
        found, scale = quantise(weight, seconds.get(module, np.eye(len(weight))))
        for part, value in (("_quantized", found), ("_scale", scale)):
            tensors[name + part].CopyFrom(numpy_helper.from_array(value, name + part))
    onnx.save(model, path)


def inputs_of(network, calls):
    """Mean of x x^T over the inputs of each linear layer, by the name of its weight; `calls` runs the network over text."""
    sums, counts, hooks = {}, {}, []

    def watch(name):
        def keep(_, inputs):
            x = inputs[0].detach().flatten(0, -2).double()
            sums[name] = sums.get(name, 0) + x.T @ x
            counts[name] = counts.get(name, 0) + len(x)

        return keep

    for name, module in network.named_modules():
        if type(module).__name__ == "Linear":
            hooks.append(module.register_forward_pre_hook(watch(f"{name}.weight")))
    calls()
    for hook in hooks:
        hook.remove()
    return {name: (one / counts[name]).numpy() for name, one in sums.items()}

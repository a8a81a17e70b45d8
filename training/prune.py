"""Takes from a trained model the attention heads and neurons that its loss hardly feels.

What a unit is worth: the mean over words of (activation x gradient) squared, an estimate of how much the loss would
change without it (Molchanov et al. 2017). A removed unit leaves its mean activation in the bias of the next layer.
"""

import torch

from .model import HEAD


def measure(encoder, structure, losses):
    """Worth and mean activation of every unit; `losses` yields (loss, mask of real pieces, mask of real words)."""
    seen, worth, total, count = {}, {}, {}, {}

    def watch(module, key):
        def keep(_, __, output):
            output = output[0] if isinstance(output, tuple) else output
            output.retain_grad()
            seen[key] = output

        return module.register_forward_hook(keep)

    hooks = [watch(structure.rd, "rd"), watch(structure.rh, "rh")]
    for number, layer in enumerate(encoder.bert.encoder.layer):
        hooks += [watch(layer.attention.self, ("heads", number)), watch(layer.intermediate, ("neurons", number))]
    for loss, pieces, words in losses:
        loss.backward()
        for key, output in seen.items():
            if output.grad is None:
                continue
            mask = words if key in ("rd", "rh") else pieces
            product = (output * output.grad)[mask].detach()
            if key[0] == "heads":
                product = product.view(len(product), -1, HEAD).sum(-1)
            worth[key] = worth.get(key, 0) + (product**2).sum(0)
            total[key] = total.get(key, 0) + output[mask].detach().sum(0)
            count[key] = count.get(key, 0) + len(product)
        seen.clear()
        encoder.zero_grad()
        structure.zero_grad()
    for hook in hooks:
        hook.remove()
    return worth, {key: total[key] / count[key] for key in total}


def choose(worth, kind, total, least, step):
    """The units of each layer to keep: at least `least` a layer, multiples of `step`, the worthiest `total` of all."""
    layers = sorted(key[1] for key in worth if key[0] == kind)
    order = [worth[kind, layer].argsort(descending=True) for layer in layers]
    sizes = [least] * len(layers)
    while sum(sizes) < total:
        gain = [
            float(worth[kind, layer][order[layer][sizes[layer] : sizes[layer] + step]].sum())
            if sizes[layer] < len(order[layer])
            else -1
            for layer in layers
        ]
        sizes[gain.index(max(gain))] += step
    return [order[layer][: sizes[layer]].sort().values for layer in layers]


def narrow(state, heads, neurons, means):
    """The weights of an encoder with the chosen units only."""
    state = dict(state)
    for number, (kept_heads, kept_neurons) in enumerate(zip(heads, neurons)):
        base = f"bert.encoder.layer.{number}."
        rows = (kept_heads[:, None] * HEAD + torch.arange(HEAD)).flatten()
        for name in ("query", "key", "value"):
            for part in ("weight", "bias"):
                state[f"{base}attention.self.{name}.{part}"] = state[f"{base}attention.self.{name}.{part}"][rows]
        leave(state, f"{base}attention.output.dense", rows, means["heads", number])
        for part in ("weight", "bias"):
            state[f"{base}intermediate.dense.{part}"] = state[f"{base}intermediate.dense.{part}"][kept_neurons]
        leave(state, f"{base}output.dense", kept_neurons, means["neurons", number])
    return state


def leave(state, name, kept, mean):
    weight = state[f"{name}.weight"]
    gone = torch.ones(weight.shape[1], dtype=torch.bool)
    gone[kept] = False
    state[f"{name}.bias"] = state[f"{name}.bias"] + weight[:, gone] @ mean[gone]
    state[f"{name}.weight"] = weight[:, kept]


def narrow_structure(state, worth, size, relations):
    """The labels' bilinear form on `size` of its neurons a side."""
    state = dict(state)
    kept = {side: worth[side].argsort(descending=True)[:size].sort().values for side in ("rd", "rh")}
    for side, rows in kept.items():
        for part in ("weight", "bias"):
            state[f"{side}.{part}"] = state[f"{side}.{part}"][rows]
    one = torch.tensor([len(worth["rd"])])
    form = state["UR"].view(len(worth["rd"]) + 1, relations, -1)
    form = form[torch.cat([kept["rd"], one])][:, :, torch.cat([kept["rh"], one])]
    state["UR"] = form.reshape(size + 1, -1)
    return state

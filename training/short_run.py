"""A run that is too short to be stopped and gone on with (for the long ones see run.py)."""

import itertools
import time

import torch
from torch import nn

WARMING = 60  # steps until the full rate
LEAST = 0.02  # of the full rate, at the end
AVERAGED_FROM = 0.6  # the share of the run after which the average begins


def short_run(name, groups, count, batches, losses):
    """Warm-up and linear decay over `count` steps; the average of the last 40 % of them is what is kept.

    `groups`: parameters, each with its full rate as `base`; `batches`: at least `count` of them; `losses`: of a batch,
    by name. Gives the number of steps made.
    """
    every = [p for group in groups for p in group["params"]]
    optimiser, begun, average, step = torch.optim.AdamW(groups, weight_decay=0.01), time.time(), None, 0
    for batch in itertools.islice(batches, count):
        for group in optimiser.param_groups:
            group["lr"] = group["base"] * min(1, (step + 1) / WARMING) * max(LEAST, 1 - step / count)
        parts = losses(batch)
        sum(parts.values()).backward()
        nn.utils.clip_grad_norm_(every, 1.0)
        optimiser.step()
        optimiser.zero_grad()
        step += 1
        if step > AVERAGED_FROM * count and step % 5 == 0:
            average = average or [p.detach().clone() for p in every]
            for kept, p in zip(average, every):
                kept.lerp_(p.detach(), 0.05)
        if step % 100 == 0:
            line = " ".join(f"{part} {value.item():.3f}" for part, value in parts.items())
            print(f"{name} {step}/{count} {time.time() - begun:.0f} s {line}", flush=True)
    for p, kept in zip(every, average or []):
        p.data.copy_(kept)
    return step

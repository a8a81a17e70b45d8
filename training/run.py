"""
A run of a fixed number of steps: the same on a fast and on a slow machine, with the average of its last part, and able
to go on where it was stopped.
"""

import os
import time

import torch


class Run:
    """`networks` and `optimiser` learn in `batches`; `step` counts what is done, `share` is its part of the whole."""

    SECONDS_BETWEEN_SAVES = 300
    AVERAGED_FROM = 0.6  # the share of the run after which the average begins

    def __init__(self, path, networks, optimiser, steps, rng, decay):
        """`decay`: how much the newest weights count in the average, every tenth step."""
        self.path, self.networks, self.optimiser, self.rng, self.decay = path, networks, optimiser, rng, decay
        self.steps, self.step, self.average, self.epoch, self.saved = steps, 0, None, None, time.time()
        if os.path.exists(path):
            self.restore(torch.load(path, weights_only=False))

    @property
    def share(self):
        return self.step / self.steps

    def batches(self, cut):
        """The batches that are left, `cut(rng)` making those of one pass. A caller finishes each with `done`."""
        skipped = 0 if self.epoch is None else self.epoch["done"]
        while self.step < self.steps:
            current = self.rng.getstate()
            if skipped:
                self.rng.setstate(self.epoch["begun"])
            self.epoch = {"begun": self.rng.getstate(), "done": skipped}
            batches = cut(self.rng)
            if skipped:
                self.rng.setstate(current)
            for batch in batches[skipped : skipped + self.steps - self.step]:
                yield batch
            skipped = 0

    def done(self):
        self.step += 1
        self.epoch["done"] += 1
        if self.share > self.AVERAGED_FROM and self.step % 10 == 0:
            self.weigh()
        if time.time() - self.saved > self.SECONDS_BETWEEN_SAVES:
            self.save()

    def weigh(self):
        values = [p.detach() for p in self.parameters()]
        if self.average is None:
            self.average = [value.clone() for value in values]
        else:
            for kept, value in zip(self.average, values):
                kept.lerp_(value, self.decay)

    def parameters(self):
        return [p for network in self.networks for p in network.parameters()]

    def finish(self, path):
        """The averaged weights, in the networks and in a file."""
        if self.average is not None:
            for p, kept in zip(self.parameters(), self.average):
                p.data.copy_(kept)
        torch.save(tuple(network.state_dict() for network in self.networks), path)

    def save(self):
        """Written beside and renamed, so that a run killed while saving still has the save before."""
        state = {
            "networks": [network.state_dict() for network in self.networks],
            "optimiser": self.optimiser.state_dict(),
            "numbers": (self.step, self.epoch, self.average),
            "random": (torch.get_rng_state(), self.rng.getstate()),
        }
        torch.save(state, self.path + ".part")
        os.replace(self.path + ".part", self.path)
        self.saved = time.time()

    def restore(self, state):
        for network, values in zip(self.networks, state["networks"]):
            network.load_state_dict(values)
        self.optimiser.load_state_dict(state["optimiser"])
        self.step, self.epoch, self.average = state["numbers"]
        generator, numbers = state["random"]
        torch.set_rng_state(generator)
        self.rng.setstate(numbers)

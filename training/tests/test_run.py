import random

import torch

from training.run import Run


def trained(path, steps, stop_after=None):
    """The weights after a run over ten numbers a pass, in an order of chance, with noise."""
    torch.manual_seed(1)
    network = torch.nn.Linear(1, 1)
    run = Run(path, (network,), torch.optim.AdamW(network.parameters(), lr=0.1), steps, random.Random(1), 0.03)
    for number in run.batches(lambda rng: rng.sample(range(10), 10)):
        loss = (network(torch.tensor([[number + run.rng.random() + torch.rand(()).item()]])) - number).pow(2).sum()
        loss.backward()
        run.optimiser.step()
        run.optimiser.zero_grad()
        run.done()
        if run.step == stop_after:
            run.save()
            return None
    run.finish(f"{path}.final")
    return [p.tolist() for p in network.parameters()]


def test_a_run_that_was_stopped_ends_like_one_that_was_not(tmp_path):
    whole = trained(f"{tmp_path}/whole", 37)
    for stop in (3, 10, 28):
        trained(f"{tmp_path}/{stop}", 37, stop)
        assert trained(f"{tmp_path}/{stop}", 37) == whole


def test_a_run_makes_exactly_its_steps(tmp_path):
    network = torch.nn.Linear(1, 1)
    run = Run(f"{tmp_path}/run", (network,), torch.optim.AdamW(network.parameters()), 25, random.Random(1), 0.03)
    seen = 0
    for _ in run.batches(lambda rng: list(range(10))):
        run.done()
        seen += 1
    assert (seen, run.step, run.share) == (25, 25, 1.0)

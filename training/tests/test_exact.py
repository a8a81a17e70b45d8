"""Bytes that no processor adds wrongly."""

import os

import numpy as np
import onnx
import pytest
from onnx import numpy_helper

from training.exact import MOST, quantise

MODEL = os.path.join(os.path.dirname(__file__), "../../models/en")


def sums_of_neighbours(weights):
    even = weights[: len(weights) // 2 * 2].astype(int)
    return np.abs(even[0::2] + even[1::2])


@pytest.mark.parametrize("name", ["encoder", "structure", "events", "event-roles"])
def test_neighbours_in_the_weights_that_ship_cannot_overflow(name):
    graph = onnx.load(f"{MODEL}/{name}.onnx").graph
    values = {one.name: one for one in graph.initializer}
    products = [numpy_helper.to_array(values[n.input[1]]) for n in graph.node if n.op_type == "MatMulInteger"]
    assert len(products) >= 4
    assert max(sums_of_neighbours(one).max() for one in products) <= MOST


def test_large_neighbours_cost_less_than_a_bit():
    rng = np.random.default_rng(1)
    weight = rng.normal(size=(64, 16))
    weight[:2] = 3
    inputs = rng.normal(size=(500, 64)) @ rng.normal(size=(64, 64))
    found, scale = quantise(weight, inputs.T @ inputs / 500)
    assert sums_of_neighbours(found).max() <= MOST
    error = np.abs(inputs @ (found * scale) - inputs @ weight).mean()
    halved = np.abs(weight).max(0) / 63
    assert error < 0.8 * np.abs(inputs @ (np.round(weight / halved) * halved) - inputs @ weight).mean()

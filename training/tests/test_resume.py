"""The weights that ship, read back."""

import json
import os

import pytest

from training.resume import module_of, weights

MODEL = os.path.join(os.path.dirname(__file__), "../../models/en")


@pytest.mark.parametrize(
    "node,module",
    [
        ("/bert/encoder/layer.0/attention/self/query/MatMul_quant", "bert.encoder.layer.0.attention.self.query"),
        ("/upos/MatMul_quant", "upos"),
        ("/down/Gemm_MatMul_quant", "down"),
    ],
)
def test_a_weight_has_the_name_of_the_module_whose_node_uses_it(node, module):
    assert module_of(node) == module


def test_the_weights_that_ship_are_the_state_of_the_networks():
    with open(f"{MODEL}/model.json", encoding="utf8") as file:
        labels = json.load(file)["labels"]
    encoder, structure, events = (weights(f"{MODEL}/{name}.onnx") for name in ("encoder", "structure", "events"))
    assert encoder["upos.weight"].shape == (len(labels["upos"]), 384)
    assert encoder["bert.embeddings.word_embeddings.weight"].shape[1] == 384
    assert structure["role.out.weight"].shape[0] == len(labels["role"])
    assert events["told.0.output.dense.weight"].shape[0] == 384
    assert not any(name.startswith("onnx::") for name in (*encoder, *structure, *events))

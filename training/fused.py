"""Attention as the runtime knows it: one operator for scores, mask, softmax and sum, where PyTorch exports twenty."""

import torch

from .model import FURTHER, SHARED


class Attend(torch.autograd.Function):
    """Attention over query, key, value [batch, length, heads x size]; nothing is padded, so nothing is hidden."""

    @staticmethod
    def forward(ctx, query, key, value, heads):
        q, k, v = (one.unflatten(-1, (heads, -1)).transpose(1, 2) for one in (query, key, value))
        weights = (q @ k.transpose(2, 3) / q.shape[-1] ** 0.5).softmax(-1)
        return (weights @ v).transpose(1, 2).flatten(2)

    @staticmethod
    def symbolic(g, query, key, value, heads):
        return g.op("com.microsoft::MultiHeadAttention", query, key, value, num_heads_i=heads).setType(query.type())


def layer_of(layer, h, rows=None):
    """
    One BERT layer over the vectors `h` [batch, pieces, size], for running and export only (no dropout).
    `rows`: the vectors that are asked for, if not all of them: each still sees all of `h`.
    """
    rows = h if rows is None else rows
    attention = layer.attention
    q, k, v = (getattr(attention.self, name) for name in ("query", "key", "value"))
    seen = Attend.apply(q(rows), k(h), v(h), attention.self.num_attention_heads)
    rows = attention.output.LayerNorm(attention.output.dense(seen) + rows)
    return layer.output.LayerNorm(layer.output.dense(layer.intermediate(rows)) + rows)


class Core(torch.nn.Module):
    """
    The encoder as it ships: the outputs of `Encoder.forward` for one window, without those for events; the last layers
    only for the words' first pieces. `shared` is where the heads for events go on.
    """

    OUTPUTS = ("words", "upos", "xpos", "lemma", "entity", "predicate", "start", "arc", "shared")

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, ids, shapes, first):
        e = self.encoder
        h = e.bert.embeddings(inputs_embeds=e.bert.embeddings.word_embeddings(ids) + e.shape(shapes))
        layers = e.bert.encoder.layer
        for layer in layers[:SHARED]:
            h = layer_of(layer, h)
        words = top(layers[SHARED:], h, first)
        heads = [e.upos(words), e.xpos(words), e.lemma(words), e.entity(words), e.predicate(words)[..., 0], e.start(words)[..., 0]]
        return (words, *heads, e.arcs(words), h)


class Events(torch.nn.Module):
    """The heads for events as they ship: what `Encoder.reads` gives of the shared vectors, and the words' own vectors."""

    OUTPUTS = (*FURTHER, "told")

    def __init__(self, encoder):
        super().__init__()
        self.encoder = encoder

    def forward(self, shared, first):
        told = top(self.encoder.told, shared, first)
        return (*self.encoder.further(told).split(self.encoder.widths, -1), told)


def top(layers, h, first):
    for layer in layers[:-1]:
        h = layer_of(layer, h)
    return layer_of(layers[-1], h, h.gather(1, first[..., None].expand(-1, -1, h.shape[-1])))

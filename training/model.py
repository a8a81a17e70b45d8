"""One encoder, all heads, and what it learns labels and roles with."""

import copy

import torch
import torch.nn.functional as F
from torch import nn
from transformers import AutoModel


HEAD = 32
# Type of the event that a word states, its mode, factuality and phase.
FURTHER = ("event", "mode", "factuality", "phase")
# Up to this layer one encoder serves all heads. From there on the heads for events have layers of their own, so that
# what they learn changes nothing of what the others say.
SHARED = 4
# How many they have: one does as well as two, on the same reports, and costs half.
TOLD = 1


class Encoder(nn.Module):
    """`widths`: attention heads and feed-forward neurons of each layer; None = those of the pretrained encoder."""

    def __init__(self, folder, sizes, widths=None, drop=0.2):
        super().__init__()
        self.bert = AutoModel.from_pretrained(folder, attn_implementation="eager", add_pooling_layer=False)
        for layer, (heads, neurons) in zip(self.bert.encoder.layer, widths or []):
            resize(layer, heads, neurons)
        D = self.bert.config.hidden_size
        self.shape = nn.Embedding(7, D)
        nn.init.zeros_(self.shape.weight)
        self.drop = nn.Dropout(drop)
        self.upos = nn.Linear(D, sizes["upos"])
        self.xpos = nn.Linear(D, sizes["xpos"])
        self.lemma = nn.Linear(D, sizes["lemma"])
        self.entity = nn.Linear(D, sizes["entity"])
        self.predicate = nn.Linear(D, 1)
        self.start = nn.Linear(D, 1)
        A = 256
        self.dep = nn.Linear(D, A)
        self.gov = nn.Linear(D, A)
        self.U = nn.Parameter(torch.zeros(A + 1, A))
        nn.init.xavier_uniform_(self.U)
        # What a word tells of an event: one linear layer for all of it, in the order of FURTHER.
        self.widths = [sizes[name] for name in FURTHER] if "event" in sizes else []
        self.told = copy.deepcopy(self.bert.encoder.layer[SHARED : SHARED + TOLD]) if self.widths else None
        self.further = nn.Linear(D, sum(self.widths)) if self.widths else None

    def shared(self, ids, shapes, mask):
        """Vectors of the pieces after the layers that all heads share, and the mask as the layers want it."""
        h = self.bert.embeddings(inputs_embeds=self.bert.embeddings.word_embeddings(ids) + self.shape(shapes))
        hidden = (1.0 - mask[:, None, None, :].to(h.dtype)) * -1e4
        return through(self.bert.encoder.layer[:SHARED], h, hidden), hidden

    def reads(self, h, hidden, first):
        """What words tell of events, from the shared vectors: scores by FURTHER."""
        x = self.drop(first_of(through(self.told, h, hidden), first))
        return self.further(x).split(self.widths, -1)

    def arcs(self, x, word_mask=None):
        d = self.drop(F.relu(self.dep(x)))
        g = self.drop(F.relu(self.gov(x)))
        one = torch.ones_like(x[..., :1])
        scores = torch.cat([d, one], -1) @ self.U @ g.transpose(1, 2)
        return scores if word_mask is None else scores.masked_fill(word_mask[:, None, :] == 0, -1e4)

    def forward(self, ids, shapes, mask, first, word_mask):
        h, hidden = self.shared(ids, shapes, mask)
        w = first_of(through(self.bert.encoder.layer[SHARED:], h, hidden), first)
        x = self.drop(w)
        further = self.reads(h, hidden, first) if self.widths else ()
        return (
            w,
            self.upos(x),
            self.xpos(x),
            self.lemma(x),
            self.entity(x),
            self.predicate(x)[..., 0],
            self.start(x)[..., 0],
            self.arcs(x, word_mask),
            *further,
        )


def through(layers, h, hidden):
    for layer in layers:
        h = layer(h, hidden)
    return h


def first_of(h, first):
    """Vectors of the words: of the first piece of each."""
    return h.gather(1, first[..., None].expand(-1, -1, h.shape[-1]))


def resize(layer, heads, neurons):
    attention, D = layer.attention, layer.attention.output.dense.out_features
    attention.self.num_attention_heads = heads
    attention.self.all_head_size = inner = heads * attention.self.attention_head_size
    for name in ("query", "key", "value"):
        setattr(attention.self, name, nn.Linear(D, inner))
    attention.output.dense = nn.Linear(inner, D)
    layer.intermediate.dense = nn.Linear(D, neurons)
    layer.output.dense = nn.Linear(neurons, D)


def widths_of(state):
    """Heads and neurons of each layer, read off the weights of an encoder."""
    size = lambda layer, name: state[f"bert.encoder.layer.{layer}.{name}.weight"].shape[0]
    count = 1 + max(int(name.split(".")[3]) for name in state if name.startswith("bert.encoder.layer."))
    return [(size(i, "attention.self.query") // HEAD, size(i, "intermediate.dense")) for i in range(count)]


class Layer(nn.Module):
    """A transformer layer written out, so that it exports plainly."""

    def __init__(self, d, heads, ff, drop):
        super().__init__()
        self.h = heads
        self.q = nn.Linear(d, d)
        self.k = nn.Linear(d, d)
        self.v = nn.Linear(d, d)
        self.o = nn.Linear(d, d)
        self.a = nn.Linear(d, ff)
        self.b = nn.Linear(ff, d)
        self.n1 = nn.LayerNorm(d)
        self.n2 = nn.LayerNorm(d)
        self.drop = nn.Dropout(drop)

    def forward(self, x, mask):
        B, L, D = x.shape
        s = lambda t: t.view(B, L, self.h, D // self.h).transpose(1, 2)
        q, k, v = s(self.q(x)), s(self.k(x)), s(self.v(x))
        a = (q @ k.transpose(2, 3) / (D // self.h) ** 0.5).masked_fill(mask[:, None, None, :] == 0, -1e4).softmax(-1)
        x = self.n1(x + self.drop(self.o((a @ v).transpose(1, 2).reshape(B, L, D))))
        return self.n2(x + self.drop(self.b(F.gelu(self.a(x)))))


class JointStructure(nn.Module):
    """Labels and roles while the encoder learns to tell them; those that ship are learnt afterwards (structure.py)."""

    REACH = 24

    def __init__(self, D, relations, roles, B=96, drop=0.2):
        super().__init__()
        self.R = relations
        d = 192
        self.rd = nn.Linear(D, B)
        self.rh = nn.Linear(D, B)
        self.UR = nn.Parameter(torch.randn(B + 1, relations * (B + 1)) * 0.03)
        self.down = nn.Linear(D, d)
        self.mark = nn.Embedding(2, d)
        self.far = nn.Embedding(2 * self.REACH + 1, d)
        self.pred = nn.Linear(D, d)
        self.layer = Layer(d, 4, 384, 0.1)
        self.out = nn.Linear(d, roles)
        self.drop = nn.Dropout(drop)

    def labels(self, x, heads):
        one = torch.ones_like(x[..., :1])
        rd = torch.cat([F.relu(self.rd(x)), one], -1)
        rh = torch.cat([F.relu(self.rh(x)), one], -1)
        g = rh.gather(1, heads[..., None].expand(-1, -1, rh.shape[-1]))
        return ((rd @ self.UR).view(x.shape[0], x.shape[1], self.R, rd.shape[-1]) @ g[..., None]).squeeze(-1)

    def roles(self, x, row, word, positions, mask):
        B, W, D = x.shape
        flat = x.reshape(B * W, D)
        # Brought down once a word, not once a word and predicate.
        low = self.down(flat)
        p = flat[row * W + word]
        distance = (positions - word[:, None]).clamp(-self.REACH, self.REACH) + self.REACH
        h = (
            low[(row[:, None] * W + positions)]
            + self.pred(p)[:, None, :]
            + self.mark((positions == word[:, None]).long())
            + self.far(distance)
        )
        return self.out(self.drop(self.layer(self.drop(h), mask)))

    def forward(self, words, heads, role_row, role_word, role_positions, role_mask):
        x = self.drop(words)
        return self.labels(x, heads), self.roles(x, role_row, role_word, role_positions, role_mask)

"""Says of pairs of words what one is to the other, from the vectors that the encoder gives of them anyway."""

import torch
import torch.nn.functional as F
from torch import nn

from . import ties

REACH = 24  # words that distances are told apart to


def distance(to, of):
    return (to - of).clamp(-REACH, REACH) + REACH


class Pairs(nn.Module):
    """`parts`: words that a pair looks at; `tables`: sizes of the tables of what else is known of it."""

    def __init__(self, parts, tables, labels, size=128, inputs=384, drop=0.2):
        super().__init__()
        self.parts, self.size = parts, size
        self.down = nn.Linear(inputs, parts * size)
        self.tables = nn.ModuleList(nn.Embedding(count, size) for count in tables)
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.1)
        self.out = nn.Linear(size, labels)
        self.drop = nn.Dropout(drop)

    def forward(self, x, places, codes):
        """`x` [words, inputs]; `places`, `codes`: for each part the word, for each table the row, of every pair."""
        # Each word is brought down once for each part that it can play, not once a pair.
        low = self.down(self.drop(x)).view(-1, self.size)
        h = sum(low.index_select(0, place * self.parts + part) for part, place in enumerate(places))
        h = h + sum(table(code) for table, code in zip(self.tables, codes))
        return self.out(self.drop(F.relu(h)))


class Structure(nn.Module):
    """Labels of the tree, and what words are to a predicate."""

    def __init__(self, relations, roles):
        super().__init__()
        self.label = Pairs(2, (2 * REACH + 1,), relations)
        self.role = Pairs(3, (2 * REACH + 1, 2 * REACH + 1, ties.COUNT), roles)

    def labels(self, x, word, head):
        return self.label(x, (word, head), (distance(head, word),))

    def roles(self, x, asked, word, top, tie):
        return self.role(x, (word, asked, top), (distance(word, asked), distance(top, word), tie))

    def forward(self, words, heads, asked, word, top, tie):
        """`words` [1, width, inputs], `heads` [width]; the others [pairs]: scores [width, relations], [pairs, roles]."""
        x = words[0]
        each = torch.arange(heads.shape[0], dtype=heads.dtype)
        return self.labels(x, each, heads), self.roles(x, asked, word, top, tie)

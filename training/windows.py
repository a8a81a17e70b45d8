"""Windows of running text: what the model reads at once."""


import torch
from tokenizers import Tokenizer

CLS, SEP, UNK, MASK = 101, 102, 100, 103


class Pieces:
    def __init__(self, folder):
        self.t = Tokenizer.from_file(folder + "/tokenizer.json")
        self.t.no_padding()
        self.t.no_truncation()
        self.cache = {}

    def __call__(self, w):
        if w not in self.cache:
            self.cache[w] = (self.t.encode(w, add_special_tokens=False).ids[:6] or [UNK], shape(w))
        return self.cache[w]


def shape(w):
    return (
        0
        if w.islower()
        else 1
        if w.istitle()
        else 2
        if w.isupper() and len(w) > 1
        else 3
        if any(c.isupper() for c in w)
        else 4
        if any(c.isdigit() for c in w)
        else 5
    )


def cut(documents, rng, single=0.15, low=20, high=128):
    """Windows over documents: lists of (sentence, new_paragraph)."""
    out = []
    for d in documents:
        flow = [(s, i == 0 and k > 0) for k, p in enumerate(d) for i, s in enumerate(p)]
        w, n, limit = [], 0, 0
        for s, new in flow:
            if len(s.words) > 126:
                continue
            if w and n + len(s.words) > limit:
                out.append(w)
                w, n = [], 0
            if not w:
                limit = 1 if rng.random() < single else rng.randint(low, high)
            w.append((s, new and bool(w)))
            n += len(s.words)
        if w:
            out.append(w)
    return out


def recase(word, mode):
    return word.lower() if mode == "lower" else word.upper() if mode == "upper" else (word[:1].upper() + word[1:])


def encode(window, pieces, rng, train=True):
    """ids, shapes, first, and for each word its sentence number; word 0 is the root."""
    ids, shapes, first, owner, starts = [CLS], [6], [0], [-1], [0]
    mode = None
    if train:
        r = rng.random()
        mode = "lower" if r < 0.06 else "title" if r < 0.10 else "upper" if r < 0.12 else None
    for k, (s, new) in enumerate(window):
        if new and (not train or rng.random() < 0.7):
            ids.append(SEP)
            shapes.append(6)
        for i, w in enumerate(s.words):
            p, h = pieces(recase(w, mode) if mode else w)
            if train and rng.random() < 0.08:
                p = [MASK] if rng.random() < 0.5 else [UNK]
            first.append(len(ids))
            ids += p
            shapes += [h] * len(p)
            owner.append(k)
            starts.append(int(i == 0))
    ids.append(SEP)
    shapes.append(6)
    return ids, shapes, first, owner, starts


def collate(items):
    T = max(len(x[0]) for x in items)
    W = max(len(x[2]) for x in items)
    n = len(items)
    ids = torch.zeros(n, T, dtype=torch.long)
    sh = torch.full((n, T), 6)
    mask = torch.zeros(n, T, dtype=torch.long)
    first = torch.zeros(n, W, dtype=torch.long)
    wm = torch.zeros(n, W, dtype=torch.long)
    owner = torch.full((n, W), -2)
    starts = torch.zeros(n, W)
    for i, (a, b, c, o, st) in enumerate(items):
        ids[i, : len(a)] = torch.tensor(a)
        sh[i, : len(a)] = torch.tensor(b)
        mask[i, : len(a)] = 1
        first[i, : len(c)] = torch.tensor(c)
        wm[i, : len(c)] = 1
        owner[i, : len(c)] = torch.tensor(o)
        starts[i, : len(c)] = torch.tensor(st, dtype=torch.float)
    return ids, sh, mask, first, wm, owner, starts

"""The joint training loop: one encoder, all heads, windows of running text."""

import collections
import json
import os
import random
import time

import torch
import torch.nn.functional as F
from torch import nn

from . import data, rules
from .model import Encoder, JointStructure
from .run import Run
from .windows import Pieces, collate, cut, encode


def labels(corpora):
    S = [s for k in ("ewt", "gum") for d in corpora[k] for p in d for s in p]
    cnt = lambda it: collections.Counter(it)
    up = sorted(set(u for s in S for u in s.upos))
    xp = [k for k, v in cnt(x for s in S for x in s.xpos).most_common() if v >= 2]
    lem = [k for k, v in cnt(rules.make(w, l) for s in S for w, l in zip(s.words, s.lemma)).most_common() if v >= 2]
    rel = [k for k, v in cnt(r for s in S for r in s.rel).most_common() if v >= 2]
    rol = cnt(a[0] for s in S if s.predicates for _, g in s.predicates for a in g)
    roles = ["O"] + [b + k for k, v in rol.most_common() if v >= 20 for b in ("B-", "I-")]
    ent = ["O"] + [b + k for k in ("PER", "LOC", "ORG", "MISC") for b in ("B-", "I-")]
    return {"upos": up, "xpos": xp, "lemma": lem, "deprel": rel, "entity": ent, "role": roles}


class Targets:
    def __init__(self, labels):
        self.ix = {k: {v: i for i, v in enumerate(vs)} for k, vs in labels.items()}

    def __call__(self, windows, W):
        n = len(windows)
        I = self.ix
        t = {k: torch.full((n, W), -100) for k in ("upos", "xpos", "lemma", "head", "deprel", "entity")}
        t["misc"] = torch.zeros(n, W, dtype=torch.bool)
        t["predicate"] = torch.full((n, W), -1.0)
        t["start"] = torch.full((n, W), -1.0)
        row, word, pos, y = [], [], [], []
        for b, w in enumerate(windows):
            at = 1
            lone = len(w) == 1
            for s, _ in w:
                m = len(s.words)
                sl = slice(at, at + m)
                if s.upos is not None:
                    t["upos"][b, sl] = torch.tensor([I["upos"].get(u, -100) for u in s.upos])
                    t["xpos"][b, sl] = torch.tensor([I["xpos"].get(u, -100) for u in s.xpos])
                    t["lemma"][b, sl] = torch.tensor(
                        [I["lemma"].get(rules.make(a, c), -100) for a, c in zip(s.words, s.lemma)]
                    )
                    t["head"][b, sl] = torch.tensor([h + at - 1 if h else 0 for h in s.head])
                    t["deprel"][b, sl] = torch.tensor([I["deprel"].get(r, -100) for r in s.rel])
                if s.known_start:
                    t["start"][b, sl] = 0.0
                    t["start"][b, at] = 1.0
                if s.tags is not None:
                    t["entity"][b, sl] = torch.tensor([I["entity"][x] for x in s.tags])
                    t["misc"][b, sl] = s.unlabelled_misc
                if s.predicates is not None:
                    t["predicate"][b, sl] = 0.0
                    for i, args in s.predicates:
                        t["predicate"][b, at + i] = 1.0
                        z = [0] * m
                        for r, a, e in args:
                            if "B-" + r in I["role"]:
                                z[a] = I["role"]["B-" + r]
                                for k in range(a + 1, e):
                                    z[k] = I["role"]["I-" + r]
                        row.append(b)
                        word.append(at + i)
                        pos.append(list(range(at, at + m)))
                        y.append(z)
                at += m
        if row:
            L = max(map(len, pos))
            P = len(row)
            position = torch.zeros(P, L, dtype=torch.long)
            mask = torch.zeros(P, L, dtype=torch.long)
            yy = torch.full((P, L), -100)
            for i in range(P):
                k = len(pos[i])
                position[i, :k] = torch.tensor(pos[i])
                mask[i, :k] = 1
                yy[i, :k] = torch.tensor(y[i])
            t["roles"] = (torch.tensor(row), torch.tensor(word), position, mask, yy)
        return t


def ce(logits, target):
    keep = target.flatten() >= 0
    if not keep.any():
        return logits.sum() * 0
    return F.cross_entropy(logits.flatten(0, 1)[keep], target.flatten()[keep])


def entity_loss(scores, t, misc_ids):
    """Where a corpus knows no MISC, its "O" counts as "O or MISC"."""
    k = t["entity"] >= 0
    if not k.any():
        return scores.sum() * 0
    lp = scores[k].log_softmax(-1)
    y = t["entity"][k]
    u = t["misc"][k] & (y == 0)
    full = lp.gather(1, y[:, None])[:, 0]
    wide = torch.logsumexp(torch.cat([lp[:, :1], lp[:, misc_ids]], 1), 1)
    return -torch.where(u, wide, full).mean()


def batches_of(corpora, rng, words=520):
    """All windows once, cut anew, in batches of about `words` words of like length."""
    ws = cut(corpora["ewt"], rng) + cut(corpora["gum"], rng) + cut(corpora["names"], rng)
    size = lambda w: sum(len(s.words) for s, _ in w)
    order = sorted(range(len(ws)), key=lambda i: size(ws[i]) + rng.random() * 8)
    batches, cur, mx = [], [], 0
    for i in order:
        mx = max(mx, size(ws[i]))
        cur.append(ws[i])
        if mx * len(cur) >= words:
            batches.append(cur)
            cur, mx = [], 0
    if cur:
        batches.append(cur)
    rng.shuffle(batches)
    return batches


def loss_of(enc, st, batch, t, misc_ids, outputs=None):
    """The sum of the parts and the parts; `outputs`: what the encoder gave for the batch, if it was asked already."""
    ids, sh, mask, first, wm, owner, _ = batch
    w, up, xp, le, en, pr, stt, arc = (outputs or enc(ids, sh, mask, first, wm))[:8]
    x = enc.drop(w)
    parts = {}
    parts["upos"] = ce(up, t["upos"])
    parts["xpos"] = 0.5 * ce(xp, t["xpos"])
    parts["lemma"] = 0.5 * ce(le, t["lemma"])
    allowed = owner[:, :, None] == owner[:, None, :]
    allowed[:, :, 0] = True
    parts["arc"] = ce(arc.masked_fill(~allowed, -1e4), t["head"])
    keep = t["head"] >= 0
    if keep.any():
        parts["label"] = ce(st.labels(x, t["head"].clamp(min=0)), t["deprel"])
    if (t["entity"] >= 0).any():
        parts["entity"] = entity_loss(en, t, misc_ids)
    k = t["predicate"] >= 0
    if k.any():
        parts["predicate"] = F.binary_cross_entropy_with_logits(pr[k], t["predicate"][k])
    k = t["start"] >= 0
    if k.any():
        parts["start"] = F.binary_cross_entropy_with_logits(stt[k], t["start"][k])
    if "roles" in t:
        r, p, q, m, y = t["roles"]
        parts["roles"] = ce(st.roles(x, r, p, q, m), y)
    return sum(parts.values()), parts


def main(root, folder, out, steps, threads=1, seed=1):
    """`steps` batches, the learning rate rising over the first 300 and falling to zero by the last."""
    torch.set_num_threads(threads)
    random.seed(seed)
    torch.manual_seed(seed)
    rng = random.Random(seed)
    os.makedirs(out, exist_ok=True)
    corpora = data.load(root)
    L = labels(corpora)
    json.dump(L, open(out + "/labels.json", "w"), ensure_ascii=False)
    pieces = Pieces(folder)
    T = Targets(L)
    enc = Encoder(folder, {k: len(v) for k, v in L.items()})
    st = JointStructure(384, len(L["deprel"]), len(L["role"]))
    misc_ids = torch.tensor([L["entity"].index("B-MISC"), L["entity"].index("I-MISC")])
    bert = list(enc.bert.parameters())
    rest = (
        [enc.shape.weight]
        + [p for n, p in enc.named_parameters() if not n.startswith("bert") and n != "shape.weight"]
        + list(st.parameters())
    )
    opt = torch.optim.AdamW(
        [
            {"params": bert, "lr": 1e-4, "b": 1e-4, "weight_decay": 0.01},
            {"params": rest, "lr": 1e-3, "b": 1e-3, "weight_decay": 0},
        ]
    )
    every = bert + rest
    sums, words, c0 = collections.Counter(), 0, time.process_time()
    enc.train()
    st.train()
    run = Run(out + "/checkpoint.pt", (enc, st), opt, steps, rng, 0.03)
    for b in run.batches(lambda rng: batches_of(corpora, rng)):
        f = min(1, (run.step + 1) / 300) * max(0.02, 1 - run.share)
        for g in opt.param_groups:
            g["lr"] = g["b"] * f
        batch = collate([encode(w, pieces, rng) for w in b])
        loss, parts = loss_of(enc, st, batch, T(b, batch[4].shape[1]), misc_ids)
        loss.backward()
        nn.utils.clip_grad_norm_(every, 1.0)
        opt.step()
        opt.zero_grad()
        run.done()
        words += int(batch[4].sum())
        sums.update({k: v.item() for k, v in parts.items()})
        if run.step % 100 == 0:
            speed = f"words/cpu-s {words / (time.process_time() - c0):.0f}"
            print(run.step, " ".join(f"{k} {v / 100:.3f}" for k, v in sums.items()), speed, flush=True)
            sums.clear()
    run.finish(out + "/final.pt")
    print("done", run.step, words, flush=True)

"""Scores on the development sets, words given, sentence starts learnt: windows of whole paragraphs."""

import random

import numpy as np
import torch

from . import rules
from .decode import mst, spans, viterbi
from .windows import collate, encode


def f1(tp, sy, go):
    return 200 * tp / max(1, sy + go)


def windows_of(documents, limit=110):
    out = []
    for d in documents:
        w, n = [], 0
        for p in d:
            m = sum(len(s.words) for s in p)
            if w and n + m > limit:
                out.append(w)
                w, n = [], 0
            k = 0
            for s in p:
                if k and n + len(s.words) > 126:
                    out.append(w)
                    w, n, k = [], 0, 0
                w.append((s, k == 0 and bool(w)))
                n += len(s.words)
                k += 1
        if w:
            out.append(w)
    return out


def run_torch(enc, st):
    def encoder(batch):
        with torch.no_grad():
            return [t.numpy() for t in enc(*batch[:5])]

    def structure(w, heads, r, k, p, m):
        with torch.no_grad():
            return [t.numpy() for t in st(*(torch.as_tensor(x) for x in (w, heads, r, k, p, m)))]

    return encoder, structure


def session_of(path):
    """A network as the program runs it."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(path, options, disabled_optimizers=["SkipLayerNormFusion"])


def run_onnx(folder):
    a, b = (session_of(f"{folder}/{name}.onnx") for name in ("encoder", "structure"))

    def encoder(batch):
        """The network reads one window at a time; results are padded to one width."""
        ids, shapes, mask, first, word_mask = (t.numpy() for t in batch[:5])
        width = first.shape[1]
        rows = []
        for row, (length, count) in enumerate(zip(mask.sum(1), word_mask.sum(1))):
            found = a.run(None, {"ids": ids[row : row + 1, :length], "shapes": shapes[row : row + 1, :length], "first": first[row : row + 1, :count]})
            rows.append([widened(one, width, square=index == ARC) for index, one in enumerate(found)])
        return [np.concatenate(outputs) for outputs in zip(*rows)]

    def structure(*x):
        return b.run(
            None,
            dict(
                zip(
                    ("words", "heads", "role_row", "role_word", "role_positions", "role_mask"),
                    (np.asarray(t, dtype=np.float32 if i == 0 else np.int64) for i, t in enumerate(x)),
                )
            ),
        )

    return encoder, structure


ARC = 7


def widened(values, width, square):
    missing = width - values.shape[1]
    edges = [(0, 0), (0, missing)] + [(0, missing if square else 0)] * (values.ndim - 2)
    return np.pad(values, edges, constant_values=-1e4 if square else 0)


def scores(run, L, pieces, documents, gold_starts=False, size=8):
    encoder, structure = run
    rng = random.Random(0)
    ws = windows_of(documents)
    c = {k: [0, 0, 0] for k in ("sentence", "entity", "role", "predicate")}
    n = u = xa = le = ua = la = 0
    ws.sort(key=lambda w: sum(len(s.words) for s, _ in w))
    for i in range(0, len(ws), size):
        part = ws[i : i + size]
        batch = collate([encode(w, pieces, rng, False) for w in part])
        W, up, xp, lm, en, pr, stt, arc = encoder(batch)[:8]
        heads = np.zeros(W.shape[:2], dtype=np.int64)
        R = []
        todo = []
        for b, w in enumerate(part):
            at = 1
            gold, got = set(), []
            for s, new in w:
                if new or at == 1:
                    got.append(at)
                for k in range(len(s.words)):
                    if k or not (new or at == 1):
                        if stt[b, at + k] > 0:
                            got.append(at + k)
                gold.add((at, at + len(s.words)))
                at += len(s.words)
            got = sorted(set(got))
            auto = [(a, e) for a, e in zip(got, got[1:] + [at])]
            c["sentence"][0] += len(gold & set(auto))
            c["sentence"][1] += len(auto)
            c["sentence"][2] += len(gold)
            for a, e in sorted(gold) if gold_starts else auto:
                m = e - a
                sc = np.concatenate([arc[b, a:e, :1], arc[b, a:e, a:e]], 1)
                h = mst(sc)
                heads[b, a:e] = np.where(h == 0, 0, h + a - 1)
            at = 1
            for s, _ in w:
                m = len(s.words)
                todo.append((b, at, s))
                if s.predicates is not None:
                    g = {k for k, _ in s.predicates}
                    y = {k for k in range(m) if pr[b, at + k] > 0}
                    c["predicate"][0] += len(g & y)
                    c["predicate"][1] += len(y)
                    c["predicate"][2] += len(g)
                    for k, args in s.predicates:
                        R.append((b, at + k, list(range(at, at + m)), {tuple(x) for x in args}))
                if s.tags is not None:
                    y = {x for x in viterbi(en[b, at : at + m], L["entity"]) if x[0] != "MISC"}
                    g = {x for x in spans(s.tags) if x[0] != "MISC"}
                    c["entity"][0] += len(g & y)
                    c["entity"][1] += len(y)
                    c["entity"][2] += len(g)
                at += m
        if not R:
            R = [(0, 1, [1], None)]
        l = max(len(x[2]) for x in R)
        pos = np.zeros((len(R), l), dtype=np.int64)
        mk = np.zeros_like(pos)
        for k, x in enumerate(R):
            pos[k, : len(x[2])] = x[2]
            mk[k, : len(x[2])] = 1
        lab, rol = structure(W, heads, np.array([x[0] for x in R]), np.array([x[1] for x in R]), pos, mk)[:2]
        for k, x in enumerate(R):
            if x[3] is None:
                continue
            y = viterbi(rol[k, : len(x[2])], L["role"])
            c["role"][0] += len(x[3] & y)
            c["role"][1] += len(y)
            c["role"][2] += len(x[3])
        for b, at, s in todo:
            if s.upos is None:
                continue
            for k in range(len(s.words)):
                n += 1
                u += L["upos"][up[b, at + k].argmax()] == s.upos[k]
                xa += L["xpos"][xp[b, at + k].argmax()] == s.xpos[k]
                le += rules.apply(L["lemma"][lm[b, at + k].argmax()], s.words[k]) == s.lemma[k]
                g = s.head[k] + at - 1 if s.head[k] else 0
                ok = heads[b, at + k] == g
                ua += ok
                la += ok and L["deprel"][lab[b, at + k].argmax()] == s.rel[k]
    r = {k: round(f1(*v), 2) for k, v in c.items() if v[2]}
    if n:
        r |= {
            "upos": round(100 * u / n, 2),
            "xpos": round(100 * xa / n, 2),
            "lemma": round(100 * le / n, 2),
            "uas": round(100 * ua / n, 2),
            "las": round(100 * la / n, 2),
        }
    return r


def report(run, L, pieces, corpora):
    return {
        "ewt-dev": scores(run, L, pieces, corpora["dev"]),
        "gum-dev": scores(run, L, pieces, corpora["gdev"]),
        "uner-dev-last-401": scores(run, L, pieces, [[[s]] for s in corpora["uner_dev"]]),
    }

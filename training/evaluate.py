"""Scores on the development sets, words given, sentence starts learnt: windows of whole paragraphs."""

import os
import random

import numpy as np
import torch

from . import rules
from .decode import mst, spans, viterbi
from .ties import ties_of
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


def run_torch(enc):
    """As `run_onnx`, for an encoder alone."""

    def encoder(batch):
        with torch.no_grad():
            return [t.numpy() for t in enc(*batch[:5])]

    return encoder, None


def session_of(path):
    """A network as the program runs it."""
    import onnxruntime as ort

    options = ort.SessionOptions()
    options.intra_op_num_threads = 1
    return ort.InferenceSession(path, options, disabled_optimizers=["SkipLayerNormFusion"])


def run_onnx(folder):
    """(encoder, structure) of an exported model: calls that take and give arrays."""
    core, light, events = (
        session_of(f"{folder}/{name}.onnx") if os.path.exists(f"{folder}/{name}.onnx") else None
        for name in ("encoder", "structure", "events")
    )

    def encoder(batch):
        """The network reads one window at a time; results are padded to one width."""
        ids, shapes, mask, first, word_mask = (t.numpy() for t in batch[:5])
        width = first.shape[1]
        rows = []
        for row, (length, count) in enumerate(zip(mask.sum(1), word_mask.sum(1))):
            one = first[row : row + 1, :count]
            *found, shared = core.run(None, {"ids": ids[row : row + 1, :length], "shapes": shapes[row : row + 1, :length], "first": one})
            found += events.run(None, {"shared": shared, "first": one}) if events else []
            rows.append([widened(values, width, square=index == ARC) for index, values in enumerate(found)])
        return [np.concatenate(outputs) for outputs in zip(*rows)]

    def structure(words, heads, pairs):
        """`words` [width, size] and `heads` [width] of one window, `pairs` rows of (asked, word, top, tie)."""
        asked, word, top, tie = np.array(pairs, dtype=np.int32).reshape(-1, 4).T
        given = {"words": words[None], "heads": heads.astype(np.int32), "asked": asked, "word": word, "top": top, "tie": tie}
        return light.run(None, given)

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
                        R.append((b, at + k, at, at + m, {tuple(x) for x in args}))
                if s.tags is not None:
                    y = {x for x in viterbi(en[b, at : at + m], L["entity"]) if x[0] != "MISC"}
                    g = {x for x in spans(s.tags) if x[0] != "MISC"}
                    c["entity"][0] += len(g & y)
                    c["entity"][1] += len(y)
                    c["entity"][2] += len(g)
                at += m
        lab = []
        for b, words in enumerate(W):
            own = [(asked, start, end, gold) for row, asked, start, end, gold in R if row == b]
            pairs = [(asked, *one) for asked, start, end, _ in own for one in zip(range(start, end), *ties_of(heads[b], asked, start, end))]
            label, roles = structure(words, heads[b], pairs)
            lab.append(label)
            at = 0
            for _, start, end, gold in own:
                y = viterbi(roles[at : at + end - start], L["role"])
                at += end - start
                c["role"][0] += len(gold & y)
                c["role"][1] += len(y)
                c["role"][2] += len(gold)
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
                la += ok and L["deprel"][lab[b][at + k].argmax()] == s.rel[k]
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

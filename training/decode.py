"""Trees, spans and sentences from scores; the TypeScript side does the same."""

import numpy as np


def mst(scores):
    """scores[i][j]: word i+1's head is j (0 = root); one root. Chu-Liu/Edmonds by trying the best roots."""
    n = scores.shape[0]
    greedy = scores.argmax(1)
    if (greedy == 0).sum() == 1 and not cycle(greedy):
        return greedy
    best, value = None, -1e30
    for r in np.argsort(-scores[:, 0])[:4]:
        s = scores.copy()
        s[:, 0] = -1e9
        s[r, :] = -1e9
        s[r, 0] = 0
        full = np.full((n + 1, n + 1), -1e9)
        full[1:, :] = s
        h = edmonds(full)
        v = sum(scores[i, h[i + 1]] for i in range(n))
        if v > value:
            best, value = np.array(h[1:]), v
    return best


def cycle(heads):
    n = len(heads)
    for i in range(1, n + 1):
        seen, k = set(), i
        while k != 0:
            if k in seen:
                return True
            seen.add(k)
            k = heads[k - 1]
    return False


def edmonds(s):
    n = s.shape[0]
    np.fill_diagonal(s, -1e18)
    head = s.argmax(1)
    head[0] = 0
    ring = None
    state = [0] * n
    for i in range(1, n):
        path, k = [], i
        while k != 0 and state[k] == 0:
            state[k] = 1
            path.append(k)
            k = head[k]
        if k != 0 and state[k] == 1 and k in path:
            ring = path[path.index(k) :]
            break
        for p in path:
            state[p] = 2
    if ring is None:
        return list(head)
    rest = [i for i in range(n) if i not in set(ring)]
    total = sum(s[i, head[i]] for i in ring)
    m = len(rest)
    t = np.full((m + 1, m + 1), -1e9)
    enter = {}
    leave = {}
    for a, i in enumerate(rest):
        for b, j in enumerate(rest):
            t[a, b] = s[i, j]
        if i:
            j = max(ring, key=lambda r: s[i, r])
            t[a, m] = s[i, j]
            leave[a] = j
        r = max(ring, key=lambda r: s[r, i] - s[r, head[r]])
        t[m, a] = s[r, i] - s[r, head[r]] + total
        enter[a] = r
    sub = edmonds(t)
    out = list(head)
    for a, i in enumerate(rest):
        if i:
            out[i] = leave[a] if sub[a] == m else rest[sub[a]]
    out[enter[sub[m]]] = rest[sub[m]]
    return out


def viterbi(logits, labels):
    """Best BIO sequence: I-X only after B-X or I-X."""
    n, k = logits.shape
    bad = np.zeros((k, k))
    first = np.zeros(k)
    for j, l in enumerate(labels):
        if l[0] == "I":
            first[j] = -1e9
            for i, p in enumerate(labels):
                if p == "O" or p[2:] != l[2:]:
                    bad[i, j] = -1e9
    lp = logits - logits.max(1, keepdims=True)
    v = lp[0] + first
    back = []
    for t in range(1, n):
        m = v[:, None] + bad
        back.append(m.argmax(0))
        v = m.max(0) + lp[t]
    path = [int(v.argmax())]
    for b in reversed(back):
        path.append(int(b[path[-1]]))
    return spans([labels[i] for i in reversed(path)])


def spans(tags):
    out, st = set(), None
    for i, t in enumerate(list(tags) + ["O"]):
        if st is not None and (t == "O" or t[0] == "B" or t[2:] != st[0]):
            out.add((st[0], st[1], i))
            st = None
        if t != "O" and st is None:
            st = (t[2:], i)
    return out

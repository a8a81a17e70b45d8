"""Documents for training, read from the corpora.

A document is a list of paragraphs, a paragraph a list of sentences; a sentence has the layers that its corpus has,
None for the others. Nothing of a corpus is copied into this repository.
"""

import collections
import json
import os
import re


class Sentence:
    __slots__ = (
        "happened",
        "head",
        "known_start",
        "lemma",
        "misc",
        "predicates",
        "rel",
        "tags",
        "unlabelled_misc",
        "upos",
        "words",
        "xpos",
    )

    def __init__(self, words):
        self.words = words
        self.upos = self.xpos = self.lemma = self.head = self.rel = self.tags = self.predicates = None
        self.misc = self.happened = None
        self.unlabelled_misc = False
        self.known_start = True


def read_conllu(path):
    documents, paragraph, rows, entities = [], None, [], []

    def close():
        nonlocal rows
        if not rows:
            return
        s = Sentence([r[1] for r in rows])
        s.upos = [r[3] for r in rows]
        s.xpos = [r[4] for r in rows]
        s.lemma = [r[2] for r in rows]
        s.head = [int(r[6]) for r in rows]
        s.rel = [r[7] for r in rows]
        s.misc = [r[9] for r in rows]
        paragraph.append(s)
        rows = []

    for line in open(path, encoding="utf8"):
        line = line.rstrip("\n")
        if not line:
            close()
            continue
        if line.startswith("# newdoc"):
            documents.append([])
            paragraph = None
        if line.startswith("# newpar"):
            documents[-1].append([])
            paragraph = documents[-1][-1]
        if line[0] == "#":
            continue
        if paragraph is None:
            documents[-1].append([])
            paragraph = documents[-1][-1]
        c = line.split("\t")
        if c[0].isdigit():
            rows.append(c)
    close()
    return [[p for p in d if p] for d in documents if any(d)]


def ids_conllu(path):
    """sentence ids in order"""
    return [l.split("= ")[1].strip() for l in open(path, encoding="utf8") if l.startswith("# sent_id")]


def attach_roles(documents, conllu, jsonl):
    by_id = {d["id"]: d for d in map(json.loads, open(jsonl, encoding="utf8"))}
    n = 0
    for s, i in zip((s for d in documents for p in d for s in p), ids_conllu(conllu)):
        r = by_id.get(i)
        if r is None or len(r["tokens"]) != len(s.words):
            continue
        s.predicates = [(q["i"], q["args"]) for q in r["preds"] if s.upos[q["i"]] != "AUX"]
        n += 1
    return n


def attach_gum_names(documents):
    """Entity= brackets: named if the span has a PROPN head; person, place, organization; others O-or-MISC."""
    kinds = {"person": "PER", "organization": "ORG", "place": "LOC"}
    for d in documents:
        open_ = collections.defaultdict(list)
        spans = collections.defaultdict(list)
        sentences = [s for p in d for s in p]
        for si, s in enumerate(sentences):
            for i, misc in enumerate(s.misc):
                m = re.search(r"Entity=([^|]*)", misc)
                if not m:
                    continue
                for piece in re.findall(r"\([^()]+\)?|[^()]+\)", m[1]):
                    if piece[0] == "(":
                        f = piece.strip("()").split("-")
                        key = f[0]
                        kind = f[1] if len(f) > 1 else ""
                        if piece[-1] == ")":
                            spans[si].append((i, i + 1, kind))
                        else:
                            open_[key].append((si, i, kind))
                    else:
                        key = piece.rstrip(")").split("-")[0]
                        if open_[key]:
                            sj, j, kind = open_[key].pop()
                            if sj == si:
                                spans[si].append((j, i + 1, kind))
        for si, s in enumerate(sentences):
            tags = ["O"] * len(s.words)
            s.unlabelled_misc = True
            for a, b, kind in sorted(spans[si], key=lambda x: x[0] - x[1]):  # longest first; inner ones overwrite
                head = next((k for k in range(a, b) if not (a < s.head[k] <= b)), a)
                if kind not in kinds or s.upos[head] != "PROPN":
                    continue
                lo, hi = a, b  # the name itself: the proper nouns round the head
                lo = head
                while lo > a and (
                    s.upos[lo - 1] == "PROPN"
                    and s.words[lo - 1] not in TITLES
                    or (
                        s.words[lo - 1][0].isupper()
                        and s.upos[lo - 1] not in ("DET", "PRON", "ADP", "CCONJ", "SCONJ", "AUX", "ADV")
                        and s.words[lo - 1] not in TITLES
                    )
                    or s.words[lo - 1] in ("-", "of", "&", "al", "de", "’s", "'s", "the")
                    and lo - 2 >= a
                    and s.upos[lo - 2] == "PROPN"
                ):
                    lo -= 1
                hi = head + 1
                while hi < b and (
                    s.upos[hi] == "PROPN"
                    or s.words[hi] in ("-", "of", "&", "for", "and")
                    and hi + 1 < b
                    and s.upos[hi + 1] == "PROPN"
                    or (s.words[hi] in ("the",) and s.words[hi - 1] == "of")
                ):
                    hi += 1
                if all(t == "O" for t in tags[lo:hi]):
                    tags[lo] = "B-" + kinds[kind]
                    for k in range(lo + 1, hi):
                        tags[k] = "I-" + kinds[kind]
            s.tags = tags


TITLES = {
    "Dr",
    "Dr.",
    "Mr",
    "Mr.",
    "Mrs",
    "Mrs.",
    "Ms",
    "Ms.",
    "President",
    "Prime",
    "Minister",
    "Pope",
    "King",
    "Queen",
    "Sir",
    "Judge",
    "Justice",
    "Senator",
    "Sen.",
    "General",
    "Gen.",
    "Professor",
    "Prof.",
    "Rep.",
    "Governor",
}

MAP = {
    "person": "PER",
    "politician": "PER",
    "organisation": "ORG",
    "politicalparty": "ORG",
    "country": "LOC",
    "location": "LOC",
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
}


def read_tagged(path, word, tag, misc):
    """BIO/IO files; misc: whether the corpus labels MISC. All sentences are one document of lone paragraphs."""
    out, words, tags = [], [], []

    def close():
        nonlocal words, tags
        if words:
            s = Sentence(words)
            fixed = []
            for i, t in enumerate(tags):
                if t != "O" and t[0] == "I" and (i == 0 or tags[i - 1] == "O" or tags[i - 1][2:] != t[2:]):
                    t = "B" + t[1:]
                fixed.append(t)
            s.tags = fixed
            s.unlabelled_misc = not misc
            s.known_start = False
            out.append(s)
        words, tags = [], []

    for line in open(path, encoding="utf8", errors="replace"):
        line = line.rstrip("\n")
        if line.startswith("# "):
            continue
        if not line.strip():
            close()
            continue
        c = line.split("\t") if "\t" in line else line.split(" ")
        if c[word] == "-DOCSTART-":
            continue
        t = c[tag]
        if t != "O":
            k = MAP.get(t[2:]) or ("MISC" if misc else None)
            t = t[:2] + k if k else "O"
        words.append(c[word])
        tags.append(t)
    close()
    return out


WORD = re.compile(r"\w+(?:[.,:]\d+)*|'s|’s|[^\w\s]")


def read_re3d(path):
    kinds = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
    out = []
    for d in map(json.loads, open(path, encoding="utf8")):
        text = d["document"]["text"]
        marks = []
        for e in d["entities"]:
            k = kinds.get(e["type"])
            a, b = e["begin"], e["end"]
            words = text[a:b].split()
            if k and words and any(w[0].isupper() for w in words) and words[-1][0].isupper():
                marks.append((a, b, k))
        document = []
        for block in re.finditer(r"[^\n]+", text):
            paragraph = []
            for m in re.finditer(r"\S.*?(?:[.?!][\"”’)]*(?=\s+[A-Z“\"])|$)", block.group()):
                base = block.start() + m.start()
                toks = [(base + t.start(), base + t.end()) for t in WORD.finditer(m.group())]
                if not toks or len(toks) > 100:
                    continue
                s = Sentence([text[a:b] for a, b in toks])
                s.tags = ["O"] * len(toks)
                s.unlabelled_misc = True
                s.known_start = False
                for a, b, k in sorted(marks, key=lambda x: x[0] - x[1]):
                    inside = [i for i, (x, y) in enumerate(toks) if x >= a and y <= b]
                    while inside and s.words[inside[0]].lower() in ("the", "a", "an"):
                        inside = inside[1:]
                    if inside and all(s.tags[i] == "O" for i in inside):
                        s.tags[inside[0]] = "B-" + k
                        for i in inside[1:]:
                            s.tags[i] = "I-" + k
                paragraph.append(s)
            if paragraph:
                document.append(paragraph)
        out.append(document)
    return out


def load(root):
    r = lambda *p: os.path.join(root, *p)
    ewt = read_conllu(r("ud-ewt/en_ewt-ud-train.conllu"))
    attach_roles(ewt, r("ud-ewt/en_ewt-ud-train.conllu"), r("ewt-propbank/ewt-propbank-train.jsonl"))
    gum = read_conllu(r("ud-gum-open/en_gum-open-train.conllu"))
    attach_gum_names(gum)
    dev = read_conllu(r("ud-ewt/en_ewt-ud-dev.conllu"))
    attach_roles(dev, r("ud-ewt/en_ewt-ud-dev.conllu"), r("ewt-propbank/ewt-propbank-dev.jsonl"))
    gdev = read_conllu(r("ud-gum-open/en_gum-open-dev.conllu"))
    attach_gum_names(gdev)
    uner = read_tagged(r("uner-ewt/en_ewt-ud-dev.iob2"), 1, 2, False)
    lone = lambda sentences: [[[s]] for s in sentences]
    names = lone(uner[:1600])
    wiki = read_tagged(r("wikigold/wikigold.conll"), 0, 1, True)
    names += lone(wiki)
    for f in ("train", "dev"):
        names += lone(read_tagged(r(f"crossner-politics/{f}.txt"), 0, 1, True))
    names += read_re3d(r("re3d/re3d-train.jsonl"))
    return {"ewt": ewt, "gum": gum, "names": names, "dev": dev, "gdev": gdev, "uner_dev": uner[1600:]}

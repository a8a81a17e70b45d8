"""Fixtures that a TypeScript test replays: what the reference tokenizer and the shipped networks say."""

import json
import random

import numpy as np

from .model import FURTHER
from .ties import ties_of
from .windows import Pieces, collate, encode

# Invented sentences; windows are lists of paragraphs, paragraphs lists of words.
WINDOWS = [
    [["Unidentified", "gunmen", "opened", "fire", "on", "traders", "in", "Goma", "on", "Sunday", ",", "a", "police", "spokesman", "said", "."]],
    [
        ["Ministers", "quit", "after", "vote"],
        ['Three', 'ministers', 'resigned', 'on', 'Monday', '.', '"', 'We', 'lost', ',', '"', 'one', 'of', 'them', 'said', '.'],
    ],
    [["The", "U.S.", "and", "the", "E.U.", "sent", "1,200.5", "tonnes", "of", "aid", "to", "São", "Tomé", ";", "nobody", "was", "hurt", "."]],
    [["Президент", "met", "the", "Ukrainian", "envoy", ",", "Oleksandr", "Šević", ",", "at", "10:30", "."]],
    [["If", "rebels", "attack", "the", "port", "again", ",", "the", "air", "force", "will", "bomb", "their", "camps", "."]],
    [["KABUL", "(", "AP", ")", "-", "Officials", "could", "n't", "say", "who", "'d", "fired", "first", "."]],
    [["马", "and", "عربي", "are", "words", "too", "😀", ",", "are", "n't", "they", "?"]],
    [["supercalifragilisticexpialidociousness-like", "wordplay", "continued", "unabated"]],
]


def write(run, labels, pieces: Pieces, folder: str) -> None:
    """Windows by themselves, as the program reads them."""
    encoder, structure = run
    cases = []
    for paragraphs in WINDOWS:
        batch = [window_of(paragraphs)]
        encoded = [encode(window, pieces, random.Random(0), False) for window in batch]
        tensors = collate(encoded)
        outputs = dict(zip(("words", "upos", "xpos", "lemma", "entity", "predicate", "start", "arc", *FURTHER), encoder(tensors)))
        cases.append(case(batch, encoded, outputs, structure))
    with open(f"{folder}/parity.json", "w", encoding="utf8") as file:
        json.dump({"batches": cases}, file, ensure_ascii=False)
    with open(f"{folder}/wordpiece-parity.json", "w", encoding="utf8") as file:
        json.dump(word_ids(pieces), file, ensure_ascii=False, separators=(",", ":"))


class Words:
    def __init__(self, words):
        self.words = words


def window_of(paragraphs):
    return [(Words(words), number > 0) for number, words in enumerate(paragraphs)]


def case(batch, encoded, outputs, structure):
    """Logits of three words of each window, and labels and roles for one tree and one predicate."""
    width = outputs["upos"].shape[1]
    found = []
    for words, row in zip(outputs["words"], encoded):
        count = len(row[2])
        heads = np.array([0, 0, *[1] * (width - 2)])
        pairs = [(2, *one) for one in zip(range(1, count), *ties_of(heads, 2, 1, count))]
        found.append(structure(words, heads, pairs))
    told = [name for name in FURTHER if name in outputs]
    rounded = lambda values: [round(float(value), 4) for value in np.ravel(values)]
    return {
        "windows": [
            {
                "words": [word for sentence, _ in window for word in sentence.words],
                "breaks": breaks(window),
                "ids": row[0],
                "shapes": row[1],
                "first": row[2],
                "logits": [
                    {
                        "word": word,
                        **{
                            name: rounded(outputs[name][index, word])
                            for name in ("upos", "entity", "predicate", "start", "arc")
                        },
                        **({"told": {name: rounded(outputs[name][index, word]) for name in told}} if told else {}),
                    }
                    for word in (1, 2, len(row[2]) - 1)
                ],
                "label": rounded(found[index][0][2]),
                "roles": rounded(found[index][1][0]),
            }
            for index, (window, row) in enumerate(zip(batch, encoded))
        ]
    }


def breaks(window):
    """Indices of the words that begin a paragraph."""
    found, at = [], 0
    for sentence, _ in window:
        found.append(at)
        at += len(sentence.words)
    return found


def word_ids(pieces: Pieces):
    """5,000 words made of the vocabulary itself, accents, scripts, digits and punctuation."""
    rng = random.Random(7)
    plain = [word for word in pieces.t.get_vocab() if word.isalpha() and len(word) > 2]
    plain.sort()
    accents = "áéíóúñçüßøåæœšžłđğıþ"
    scripts = [
        "привет",
        "Київ",
        "العربية",
        "北京",
        "日本語",
        "한국어",
        "हिन्दी",
        "Αθήνα",
        "תל",
        "ไทย",
        "ﬁnance",
        "①",
        "½",
        "e\u0301tat",
        "naïve",
        "I\u0307zmir",
    ]
    words = list(scripts) + [
        "",
        "…",
        "—",
        "“",
        "”",
        "’",
        "'s",
        "n't",
        "$5m",
        "US$",
        "10:30",
        "1,200.5",
        "C++",
        "a_b",
        "😀",
        "x" * 101,
        "x" * 100,
    ]
    while len(words) < 5000:
        first, second = rng.choice(plain), rng.choice(plain)
        kind = rng.randrange(8)
        made = [
            first,
            first.title(),
            first.upper(),
            first + second,
            first + "-" + second,
            first[:2] + rng.choice(accents) + second,
            str(rng.randrange(10**6)) + rng.choice(["", "th", "%", ".5"]),
            first + rng.choice(".,;:!?'\")") + second,
        ][kind]
        words.append(made)
    unique = list(dict.fromkeys(words))
    return [[word, pieces.t.encode(word, add_special_tokens=False).ids] for word in unique]

"""Reports with PLOVER events as documents for training: what each word and each trigger is to be read as.

Words and sentences are those of the program (`npm run corpus:words`), codes those of `npm run corpus -- FOLDER` or of
the gold. The first content word of a trigger or of a further mention carries the event; its other words are left open.
"""

import json

from .data import Sentence

TYPES = (
    "AGREE CONSULT SUPPORT CONCEDE COOPERATE AID RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST SANCTION MOBILIZE "
    "COERCE ASSAULT"
).split()
FACTUALITY = ["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "Uu"]
PHASES = ["past", "ongoing", "future", "hypothetical"]
OPEN = -100
EMPTY = set(
    "a an the to of in on for from by with and or be been being is are was were has have had will would should could may "
    "might must do does did did not n't its his her their our it that which who there no own as at up out off over".split()
)


class Told:
    """An event at one word of a sentence: the word and its labels."""

    __slots__ = ("factuality", "mode", "parties", "phase", "type", "word")

    def __init__(self, word, **labels):
        self.word = word
        for name, value in labels.items():
            setattr(self, name, value)


class Reported(Sentence):
    """
    A sentence of a report: `event` is a label a word, `told` the events that its words state, `base` the number of its
    first word in the report.
    """

    __slots__ = ("base", "event", "told")


def modes_of(codings, least=4):
    """Modes that occur often enough to be learnt, the commonest first."""
    count = {}
    for events, _ in codings.values():
        for event in events:
            if event["mode"]:
                count[event["mode"]] = count.get(event["mode"], 0) + 1
    return ["-"] + sorted((mode for mode, n in count.items() if n >= least), key=lambda mode: -count[mode])


def read_codings(path):
    lines = map(json.loads, open(path, encoding="utf8"))
    return {one["id"]: (one["events"], one.get("attributions")) for one in lines}


def read(words_path, codings, modes):
    """{id: document}; a document is paragraphs of sentences."""
    out = {}
    for report in map(json.loads, open(words_path, encoding="utf8")):
        events, says = codings[report["id"]]
        event = labels_of(report["words"], events)
        document, starts = [], []
        for first, last, paragraph in report["sentences"]:
            sentence = Reported([word for _, _, word in report["words"][first:last]])
            sentence.event, sentence.told, sentence.base = event[first:last], [], first
            if paragraph or not document:
                document.append([])
            document[-1].append(sentence)
            starts.append((first, last, sentence))
        attach(report["words"], starts, events, says or [], modes)
        out[report["id"]] = document
    return out


def inside(words, span):
    return [i for i, (start, end, _) in enumerate(words) if start < span["end"] and span["start"] < end]


def is_content(word):
    return word[0].isalpha() and word.lower() not in EMPTY


def head_of(words, span):
    """The word that stands for a trigger, and all of them."""
    covered = inside(words, span)
    return next((i for i in covered if is_content(words[i][2])), covered[0] if covered else None), covered


def labels_of(words, events):
    event = [0 if is_content(word) else OPEN for _, _, word in words]
    for one in events:
        for span in [one["trigger"], *one.get("mentions", [])]:
            head, covered = head_of(words, span)
            for i in covered:
                event[i] = event[i] if event[i] > 0 else OPEN
            if head is not None:
                event[head] = OPEN if one["optional"] else TYPES.index(one["type"]) + 1
    return event


def attach(words, sentences, events, says, modes):
    """Puts each event where its trigger and its mentions stand."""
    for one in events:
        if one["optional"]:
            continue
        for number, span in enumerate([one["trigger"], *one.get("mentions", [])]):
            head, _ = head_of(words, span)
            home = next(((a, e, s) for a, e, s in sentences if head is not None and a <= head < e), None)
            if home is None:
                continue
            first, _, sentence = home
            sentence.told.append(
                Told(
                    head - first,
                    type=TYPES.index(one["type"]) + 1,
                    # Further mentions differ in mode, certainty and phase from what the event as a whole is.
                    mode=modes.index(one["mode"] or "-") if (one["mode"] or "-") in modes and not number else OPEN,
                    factuality=factuality_of(one, span, says) if not number else OPEN,
                    phase=PHASES.index(one["phase"]) if not number else OPEN,
                    parties=parties_of(words, one) if not number else None,
                )
            )


def parties_of(words, event):
    """Words of the report that are the event's actors, recipients, place and time."""
    one = lambda cell: [cell] if cell and cell.get("start") is not None else []
    spans = {
        "actor": event["actor"],
        "recipient": event["recipient"],
        "place": one(event["place"]),
        "time": one(event["date"]),
    }
    return {role: [i for span in held for i in inside(words, span)] for role, held in spans.items()}


def factuality_of(event, trigger, says):
    """In the view of the nearest source: "X said Y happened" is certain for X."""
    value = event["factuality"]
    if value in ("Uu", "CTu"):
        holding = [s for s in says if s["content"]["start"] <= trigger["start"] and trigger["end"] <= s["content"]["end"]]
        if holding:
            value = min(holding, key=lambda s: s["content"]["end"] - s["content"]["start"])["factuality"]
        elif event["sources"]:
            value = "CT+"
    return FACTUALITY.index(value) if value in FACTUALITY else FACTUALITY.index("Uu")

"""UDS-IH2: how far readers hold that what a word of EWT says happened, -3 to 3. Put beside the words of EWT."""

import json


def attach(documents, path):
    """Sets `happened` of the sentences that have judgements: [(word, value)]. Gives their number."""
    known = {}
    for line in map(json.loads, open(path, encoding="utf8")):
        known.setdefault(plain(line["text"].split()), []).append(line["targets"])
    count = 0
    for sentence in (s for d in documents for p in d for s in p):
        found = known.get(plain(sentence.words))
        if found:
            sentence.happened = [(t["span1"][0], t["label"]) for t in found[0] if t["span1"][0] < len(sentence.words)]
            count += len(sentence.happened)
    return count


def plain(words):
    return " ".join(words).lower()

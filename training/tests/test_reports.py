"""What the words of a report are taught, on a report made up for it."""

from training import reports

TEXT = "Mali 's rulers rejected the plan on Monday , the union said".split()
WORDS = []
for word in TEXT:
    start = WORDS[-1][1] + 1 if WORDS else 0
    WORDS.append([start, start + len(word), word])


def span(*numbers):
    return {"start": WORDS[numbers[0]][0], "end": WORDS[numbers[-1]][1]}


EVENT = {
    "type": "REJECT",
    "mode": "change",
    "optional": False,
    "trigger": span(3, 4, 5),
    "mentions": [],
    "actor": [span(0, 1, 2)],
    "recipient": [],
    "place": None,
    "date": None,
    "factuality": "Uu",
    "phase": "past",
    "sources": [span(9, 10)],
}
SAYS = [{"source": span(9, 10), "cue": span(11), "content": span(0, 7), "factuality": "PR+"}]


def sentence_of(events, says):
    sentence = reports.Reported(TEXT)
    sentence.told = []
    reports.attach(WORDS, [(0, len(TEXT), sentence)], events, says, ["-", "change"])
    return sentence


def test_the_first_content_word_of_a_trigger_carries_its_type_and_the_others_are_left_open():
    labels = reports.labels_of(WORDS, [EVENT])
    assert labels[3] == 1 + reports.TYPES.index("REJECT")
    assert labels[4] == labels[5] == reports.OPEN


def test_function_words_are_left_open_and_other_words_state_no_event():
    labels = reports.labels_of(WORDS, [EVENT])
    assert labels[6] == labels[8] == reports.OPEN
    assert labels[0] == labels[10] == 0


def test_an_optional_event_is_neither_taught_nor_denied():
    labels = reports.labels_of(WORDS, [{**EVENT, "optional": True}])
    assert labels[3] == reports.OPEN
    assert sentence_of([{**EVENT, "optional": True}], SAYS).told == []


def test_an_event_is_told_at_its_word():
    (told,) = sentence_of([EVENT], SAYS).told
    assert (told.word, told.mode) == (3, 1)


def test_what_is_only_reported_is_taught_in_the_view_of_its_source():
    (told,) = sentence_of([EVENT], SAYS).told
    assert reports.FACTUALITY[told.factuality] == "PR+"
    (told,) = sentence_of([{**EVENT, "factuality": "CT-"}], SAYS).told
    assert reports.FACTUALITY[told.factuality] == "CT-"

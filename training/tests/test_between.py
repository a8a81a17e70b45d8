"""Which pairs a report teaches, and how they are marked for the network."""

from training import between, reports


def told(word, kind, actor, recipient):
    return reports.Told(word, type=reports.TYPES.index(kind) + 1, parties={"actor": actor, "recipient": recipient})


def documents(*deeds, base=10):
    sentence = reports.Reported("The army shelled the rebels and the villagers before talks .".split())
    sentence.base, sentence.told = base, list(deeds)
    return [[[sentence]]]


def test_each_actor_makes_a_pair_with_each_recipient_of_its_sentence():
    pairs = between.pairs_of(documents(told(2, "ASSAULT", [10, 11], [13, 14, 16, 17])))
    assert [one[1:3] for one in pairs] == [((0, 2), (3, 5)), ((0, 2), (6, 8))]
    assert all(one[3] == [(2, reports.TYPES.index("ASSAULT"))] for one in pairs)


def test_parties_of_another_sentence_make_no_pair():
    assert between.pairs_of(documents(told(2, "ASSAULT", [3], [13, 14]))) == []


def test_two_deeds_of_one_pair_are_learnt_together():
    (pair,) = between.pairs_of(documents(told(2, "ASSAULT", [11], [14]), told(9, "CONSULT", [11], [14])))
    assert [word for word, _ in pair[3]] == [2, 9]


def test_marks_stand_on_all_pieces_of_a_party_and_on_no_other():
    # Five words, the second of two pieces and the last of three; the root in front, the mark of the end behind.
    marks = between.marks_of([0, 1, 2, 4, 5, 6], 10, (1, 2), (4, 5))
    assert marks.tolist() == [0, 0, 1, 1, 0, 0, 2, 2, 2, 0]

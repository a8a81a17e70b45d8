"""How words stand to one of them in their tree; src/language/ties.test.ts has the same sentence."""

from training.ties import ALONG, ties_of

# "Rebels who fled attacked the port", the root's number 0 before them.
HEADS = [0, 4, 3, 1, 0, 6, 4]


def told(tie):
    return tie // 2 // ALONG, tie // 2 % ALONG, bool(tie % 2)


def test_the_words_of_an_argument_have_its_own_word_as_top():
    assert ties_of(HEADS, 4, 1, 7)[0] == [1, 1, 1, 4, 6, 6]


def test_steps_up_and_along_are_counted_and_a_new_top_begins():
    assert [told(tie) for tie in ties_of(HEADS, 3, 1, 7)[1]] == [
        (0, 1, True),
        (1, 0, True),
        (0, 0, True),
        (0, 2, True),
        (2, 2, True),
        (1, 2, False),
    ]

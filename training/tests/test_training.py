"""Fast checks that need no corpus."""

import itertools
import random

import numpy as np
import pytest

from training import rules
from training.decode import mst, viterbi
from training.windows import collate, cut, encode, shape


@pytest.mark.parametrize(
    "form,lemma", [("studies", "study"), ("Was", "be"), ("Goma", "Goma"), ("men", "man"), ("attacked", "attack")]
)
def test_a_rule_makes_the_lemma_that_it_was_made_from(form, lemma):
    assert rules.apply(rules.make(form, lemma), form) == lemma


@pytest.mark.parametrize(
    "word,kind", [("army", 0), ("Goma", 1), ("UN", 2), ("McCain", 3), ("2022", 4), (",", 5), ("A", 1)]
)
def test_shape(word, kind):
    assert shape(word) == kind


def test_the_tree_is_the_best_of_all_trees_with_one_root():
    rng = np.random.default_rng(1)
    for _ in range(30):
        n = int(rng.integers(2, 5))
        scores = rng.normal(size=(n, n + 1))
        for word in range(n):
            scores[word, word + 1] = -1e9
        best = max((sum(scores[i, h] for i, h in enumerate(heads)), heads) for heads in trees(n))
        assert sum(scores[i, h] for i, h in enumerate(mst(scores))) == pytest.approx(best[0])


def trees(n):
    """All head lists of n words that form a tree with one root."""
    for heads in itertools.product(range(n + 1), repeat=n):
        if heads.count(0) == 1 and all(reaches_root(heads, word) for word in range(1, n + 1)):
            yield heads


def reaches_root(heads, word):
    seen = set()
    while word:
        if word in seen:
            return False
        seen.add(word)
        word = heads[word - 1]
    return True


def test_inside_labels_follow_their_own_kind_only():
    labels = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"]
    scores = np.array([[0, 2, 0, 0, 0], [0, 0, 1, 0, 5.0]])
    assert viterbi(scores, labels) == {("LOC", 0, 2)}
    assert viterbi(np.array([[0, 0, 9.0, 0, 0]]), labels) == set()


class Words:
    def __init__(self, *words):
        self.words = words


def test_windows_keep_all_words_in_order_and_mark_starts():
    document = [[Words("a", "b"), Words("c")], [Words("d", "e", "f")]]
    windows = cut([document], random.Random(1), single=0, low=3, high=3)
    assert [word for window in windows for sentence, _ in window for word in sentence.words] == list("abcdef")
    pieces = lambda word: ([ord(word)], 0)
    ids, shapes, first, owner, starts = encode(windows[0], pieces, random.Random(1), train=False)
    assert [ids[at] for at in first[1:]] == [ord(word) for sentence, _ in windows[0] for word in sentence.words]
    assert starts[1] == 1 and owner[0] == -1 and len(ids) == len(shapes)
    assert collate([(ids, shapes, first, owner, starts)])[0].shape == (1, len(ids))

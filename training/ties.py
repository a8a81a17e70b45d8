"""How a word stands to another in the tree of its sentence; `src/language/ties.ts` does the same."""

# Steps that are told apart: up from the word to where it meets the asked word's line to the root, and along that line.
UP, ALONG = 4, 5
COUNT = UP * ALONG * 2


def ties_of(heads, asked, start, end):
    """
    For each word of the sentence [start, end): its top, which is the last word below the asked word's line to the root
    (itself if it stands on that line), and its tie, 0 to COUNT - 1: steps up, steps along, whether another top begins.
    `heads`: of every word, 0 for the root of a sentence.
    """
    line, at = {}, asked
    while at != 0:
        line[at] = len(line)
        at = heads[at]
    tops, ties = [], []
    for word in range(start, end):
        at, top, steps = word, word, 0
        while at not in line:
            at, top, steps = heads[at], at, steps + 1
        begins = not tops or tops[-1] != top
        tops.append(top)
        ties.append((min(steps, UP - 1) * ALONG + min(line[at], ALONG - 1)) * 2 + begins)
    return tops, ties

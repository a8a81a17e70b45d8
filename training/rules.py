"""Lemma edit rules: `l|2|y` = lower-case, strip 2 characters from the end, append y; `k` keeps case; `=be` whole word."""


def make(form, lemma):
    for kind, base in (("l", form.lower()), ("k", form)):
        n = 0
        while n < min(len(base), len(lemma)) and base[n] == lemma[n]:
            n += 1
        if n >= max(1, len(base) - 4) or n == len(base) or (n > 0 and len(base) - n <= 4):
            return f"{kind}|{len(base) - n}|{lemma[n:]}"
    return f"={lemma}"


def apply(rule, form):
    if rule.startswith("="):
        return rule[1:]
    kind, strip, add = rule.split("|", 2)
    base = form.lower() if kind == "l" else form
    n = int(strip)
    return (base[: len(base) - n] if n <= len(base) else base) + add

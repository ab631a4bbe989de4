"""Files as a slip of the hand leaves them: something typed, cut or moved where it does not belong; from a seed."""

from __future__ import annotations

from random import Random

from tests.file.written import written

TYPED = (
    *('"""', "'''", '"', "'", "[", "]", "{", "}", "#", "\n", "\r\n", "\r", ",", "=", ".", "\\", "\t", "\x00", "é"),
    *("[[measures]]\n", "[roadmap]\n", "[measures.log]\n", "[[goals]]\n", "schema = 1\n", "a.b = 1\n", "\ufeff"),
)


def damaged(seed: int) -> str:
    """Return a file with one to three slips in it."""
    random = Random(seed)
    text = written(random.randrange(10**6))
    for _ in range(random.randint(1, 3)):
        text = slipped(text, random)
    return text


def slipped(text: str, random: Random) -> str:
    """Return a text with something typed, cut out, or a line doubled or moved."""
    at, kind = random.randrange(len(text) + 1), random.random()
    if kind < 0.4:
        return text[:at] + random.choice(TYPED) + text[at:]
    if kind < 0.7:
        return text[:at] + text[at + random.randint(1, 30) :]
    lines = text.splitlines(keepends=True)
    line = random.randrange(len(lines))
    lines.insert(random.randrange(len(lines)), lines[line] if kind < 0.85 else lines.pop(line))
    return "".join(lines)

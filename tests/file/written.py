"""Roadmap files as people might write them: odd spacing, odd order, comments everywhere. Made from a seed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

WORDS = (
    "Tietoturva",
    "sähköinen asiointi",
    "ÄÖ å",
    'lainaus "näin"',
    "polku C:\\tmp",
    "# ei huomautus",
    "[[measures]]",
    "👩‍💻",
    "a = 1",
)
ODD = ("", " ", ' = " ', " [[measures]] ", " ''' ")
HALVES = ("2025H1", "2025H2", "2026H1", "2026H2", "2027H1", "2027H2")
MULTILINE = (
    '"""\nensimmäinen rivi\n[[measures]]\nid = "valhe"\n# ei huomautus\n"""',
    "'''\n[roadmap]\n# ei tämäkään\n[measures.log]\n\"\"\"'''",
    '"""\\\n   jatkuu \\\n   tässä"""',
    '"""loppuu lainaukseen ""\\""""',
    '"""\n# kommentin näköinen loppu"""',
)


@dataclass
class Writer:
    """Writes one file; every comment has a number, so that a test can tell whether it is still there."""

    random: Random
    comments: int = 0
    lines: list[str] = field(default_factory=list)

    def chance(self, share: float) -> bool:
        """Whether to do something that is done so often."""
        return self.random.random() < share

    def comment(self) -> str:
        """Return a comment that occurs once."""
        self.comments += 1
        return f"#{self.random.choice(ODD)}c{self.comments}."

    def say(self, *lines: str) -> None:
        """Write lines."""
        self.lines.extend(lines)

    def noise(self, share: float) -> None:
        """Write blank lines and comments, often none."""
        while self.chance(share):
            self.say(self.random.choice(("", "", "  ", self.comment(), f"\t{self.comment()}")))

    def text(self) -> str:
        """Return a value that is text."""
        said = " ".join(self.random.choice(WORDS) for _ in range(self.random.randint(1, 3)))
        if self.chance(0.3) and "'" not in said:
            return f"'{said}'"
        escaped = said.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"'

    def prose(self) -> str:
        """Return a longer text, over several lines now and then."""
        return self.random.choice(MULTILINE) if self.chance(0.3) else self.text()

    def names(self, known: Sequence[str]) -> str:
        """Return a list of ids, on one line or on many."""
        chosen = [f'"{name}"' for name in self.random.sample(known, self.random.randint(0, len(known)))]
        if self.chance(0.6):
            return f"[{', '.join(chosen)}]"
        inner = "".join(f"\n  {name},{self.trailing()}" for name in chosen)
        return f"[{self.trailing()}{inner}\n]"

    def trailing(self) -> str:
        """Return a comment behind something, or nothing."""
        return f"  {self.comment()}" if self.chance(0.25) else ""

    def header(self, path: str, *, listed: bool = True) -> None:
        """Write a table header in one of its spellings."""
        spelled = path
        if self.chance(0.1):
            spelled = " . ".join(f'"{part}"' if self.chance(0.5) else part for part in path.split("."))
        pad = " " if self.chance(0.1) else ""
        open_, close = ("[[", "]]") if listed else ("[", "]")
        indent = "  " if self.chance(0.1) else ""
        self.say(f"{indent}{open_}{pad}{spelled}{pad}{close}{self.trailing()}")

    def keys(self, pairs: dict[str, str], *, extra: float = 0.0) -> None:
        """Write keys in their order or in any, with unknown ones among them."""
        found = list(pairs.items())
        if self.chance(extra):
            found.append(self.unknown())
        if self.chance(0.3):
            self.random.shuffle(found)
        indent = "  " if self.chance(0.1) else ""
        equals = self.random.choice((" = ", " = ", "=", "   =  "))
        for name, value in found:
            spelled = f'"{name}"' if self.chance(0.05) and name.isalpha() else name
            self.say(f"{indent}{spelled}{equals}{value}{self.trailing()}")
            self.noise(0.08)

    def unknown(self) -> tuple[str, str]:
        """Return a key that no class knows."""
        unknown: tuple[Callable[[], tuple[str, str]], ...] = (
            lambda: ("muu.avain", "2.50"),
            lambda: ("oma", '{ a = 1, b = "x # y", c = [ 1, 2 ] }'),
            lambda: ("taulukko", "[\n[1, 2],\n[3],\n]"),
            lambda: ('"oma avain = #"', "1979-05-27T07:32:00Z"),
            lambda: ("luku", self.random.choice(("1_000", "0x1F", "inf", "-0.0", "1e3"))),
        )
        return self.random.choice(unknown)()


def written(seed: int) -> str:
    """Return a file that can be read, with LF or CRLF throughout, with or without a last line end."""
    writer = Writer(Random(seed))
    for section in sections(writer):
        writer.noise(0.3)
        section()
        writer.noise(0.25)
        if writer.chance(0.8):
            writer.say("")
    text = "\n".join(writer.lines) + ("\n" if writer.chance(0.8) else "")
    return text.replace("\n", "\r\n") if writer.chance(0.3) else text


def sections(writer: Writer) -> list[Callable[[], None]]:
    """Return what writes each table, in the usual order or, now and then, mixed."""
    goals = [f"G{number}" for number in range(1, writer.random.randint(2, 4))]
    viewpoints, measures, meetings = (writer.random.randint(1, most) for most in (2, 5, 2))
    parts: list[Callable[[], None]] = [partial(roadmap, writer)]
    parts += [partial(goal, writer, name) for name in goals]
    parts += [partial(viewpoint, writer, f"V{number}") for number in range(1, viewpoints + 1)]
    parts += [partial(measure, writer, f"T{number:02}", goals) for number in range(1, measures + 1)]
    parts += [partial(meeting, writer, f"{number}/2026") for number in range(1, meetings + 1)]
    if writer.chance(0.2):
        parts.append(partial(writer.say, "[oma_taulu]", "x = 1", "[oma_taulu.alla]", "y = [1,", "2]"))
    if writer.chance(0.2):
        writer.random.shuffle(parts)
    return [partial(writer.keys, {"schema": "1"}), *parts]


def roadmap(writer: Writer) -> None:
    """Write the head."""
    writer.header("roadmap", listed=False)
    pairs = {"title": writer.text(), "organisation": writer.text(), "first": '"2025H1"', "last": '"2027H2"'}
    writer.keys(pairs | ({"vision": writer.prose()} if writer.chance(0.5) else {}), extra=0.2)


def goal(writer: Writer, name: str) -> None:
    """Write a goal."""
    writer.header("goals")
    writer.keys({"id": f'"{name}"', "title": writer.text()}, extra=0.1)


def viewpoint(writer: Writer, name: str) -> None:
    """Write a viewpoint with a few levels."""
    writer.header("viewpoints")
    writer.keys({"id": f'"{name}"', "name": writer.text(), "scope": '"own"', "aliases": writer.names(("a", "b"))})
    for year in range(2023, 2023 + writer.random.randint(0, 3)):
        writer.noise(0.2)
        writer.header("viewpoints.scores")
        value = writer.random.choice(("3", "2.5", "3.10"))
        writer.keys(
            {"date": f"{year}-05-01", "value": value, "basis": '"judgement"', "note": writer.prose()}, extra=0.1
        )


def measure(writer: Writer, name: str, goals: Sequence[str]) -> None:
    """Write a measure with money, moves and a log, the log now and then as an inline list."""
    start, end = sorted(writer.random.sample(HALVES, 2))
    pairs = {"id": f'"{name}"', "title": writer.text(), "start": f'"{start}"', "end": f'"{end}"'}
    optional = {"goals": writer.names(goals), "needs": writer.prose(), "public": writer.prose(), "status": '"active"'}
    pairs |= {key: value for key, value in optional.items() if writer.chance(0.6)}
    if writer.chance(0.08):
        pairs["log"] = '[{ date = 2026-01-01, text = "sisällä" },' + "\n  # [[measures]]\n]"
    writer.header("measures")
    writer.keys(pairs, extra=0.25)
    years = range(2025, 2025 + writer.random.randint(0, 2))
    below: list[Callable[[], None]] = [partial(funding, writer, year) for year in years]
    if "log" not in pairs:
        below += [partial(log, writer, day) for day in range(1, 1 + writer.random.randint(0, 3))]
    if writer.chance(0.2):
        writer.random.shuffle(below)
    if writer.chance(0.05):
        below.append(partial(writer.say, "[measures.alla]", "z = 1"))
    for write in below:
        writer.noise(0.25)
        write()


def funding(writer: Writer, year: int) -> None:
    """Write a year's money."""
    writer.header("measures.funding")
    writer.keys({"year": str(year), "amount": writer.random.choice(("12000", "12_000", "99.90")), "state": '"applied"'})


def log(writer: Writer, day: int) -> None:
    """Write a dated note."""
    writer.header("measures.log")
    writer.keys({"date": f"2026-02-{day:02}", "text": writer.prose()}, extra=0.1)


def meeting(writer: Writer, number: str) -> None:
    """Write a meeting with a few items."""
    writer.header("meetings")
    writer.keys({"number": f'"{number}"', "date": "2026-05-04", "opened": "13:00:00"})
    for item in range(1, 1 + writer.random.randint(0, 3)):
        writer.noise(0.2)
        writer.header("meetings.items")
        writer.keys({"number": str(item), "heading": writer.text(), "decision": writer.prose()})

"""Trend: a line for each viewpoint on a true axis of dates, the survey's levels in one ink, judgements in another.

Surveys are joined by a line; a judgement stands on a line of its own, so that nothing joins the two.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from exporters.pictures import axis
from exporters.pictures.line import NONE, Picture, Row, Span, cells, cut, focus_sign, left, line, named, on_lines, right
from exporters.pictures.telling import NOISE, answers, latest_shift, rate, scope_name, surveyed, unknown
from exporters.values import name_of
from model.levels import maturity
from model.rounds import SCOPES, rounds, scope_means
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from exporters.pictures.line import Line
    from exporters.words import Words
    from model.records import Viewpoint
    from model.roadmap import Roadmap
    from model.rounds import Round

_NAME, _NARROW = 30, 26
_CHANGE = 10
_ROOMY = 100
_DIGITS = 3
_LABEL = 1 + _DIGITS
JOINED = "─"
_TICK = "┬"


class Track(NamedTuple):
    """A stretch of time and the cells that it takes; the last mark has room for its digits."""

    first: date
    last: date
    width: int

    def at(self, day: date) -> int:
        """Return the cell of a day."""
        span = (self.last - self.first).days
        return round((day - self.first).days * (self.width - _LABEL) / span) if span else 0


class Point(NamedTuple):
    """A level on a day."""

    day: date
    level: Decimal


def trend(roadmap: Roadmap, words: Words, width: int) -> Picture:
    """Return the levels of all viewpoints over the rounds; below them the means of each scope and the rounds."""
    name = _NAME if width >= _ROOMY else _NARROW
    track = _track(roadmap, width - name - _CHANGE)
    rows = [row for found in maturity(roadmap) for row in _rows(found.viewpoint, words, name, track=track)]
    found = rounds(roadmap)
    rows += _means(roadmap, words, name, track=track)
    rows += [Row("", ()), *(Row("", line(_round(one, words, width))) for one in found)] if found else []
    signs = (
        f"{axis.BASELINE} {words.t('survey')}",
        f"{axis.JUDGEMENT} {words.t('judgement')}",
        f"{NOISE} {words.t('the change is within random variation')}",
        focus_sign(words),
    )
    return Picture(tuple(_head(found, words, name, track=track)), tuple(rows), on_lines(signs, width))


def _track(roadmap: Roadmap, width: int) -> Track:
    """Return the time from the first score to the last one."""
    days = [score.date for viewpoint in roadmap.viewpoints for score in viewpoint.scores] or [date.min]
    return Track(min(days), max(days), max(width, _LABEL + 1))


def _head(found: Sequence[Round], words: Words, name: int, *, track: Track) -> Iterator[Line]:
    """Yield the days of the rounds and their answers, as many as there is room for, and the axis with its years."""
    if not found:
        return
    margin = " " * name
    pairs = [(words.date(one.date), _answers(one, words)) for one in found]
    room = [max(map(cells, pair)) for pair in pairs]
    for number in (0, 1):
        labels = [
            (track.at(one.date), left(pair[number], wide)) for one, pair, wide in zip(found, pairs, room, strict=True)
        ]
        yield line(Span(margin + _placed(labels, track.width), "muted"))
    yield line(Span(margin + _years(track) + right(words.t("change"), _CHANGE - 2), "muted"))


def _answers(found: Round, words: Words) -> str:
    """Return how many answered a round and their share: `n 143, 24 %`."""
    n = f"n {NONE if found.n is None else words.number(found.n)}"
    return n if found.rate is None else f"{n}, {rate(found, words)}"


def _placed(labels: Sequence[tuple[int, str]], width: int) -> str:
    """Return labels at their cells: the last one, then from the first on as many as do not touch."""
    said, taken = [" "] * width, set[int]()
    for at, label in (labels[-1], *labels[:-1]):
        begin = min(at, width - cells(label))
        wanted = range(max(begin - 1, 0), begin + len(label) + 1)
        if begin >= 0 and taken.isdisjoint(wanted):
            said[begin : begin + len(label)] = label
            taken.update(range(begin, begin + len(label)))
    return "".join(said)


def _years(track: Track) -> str:
    """Return the axis with a tick and the year at each New Year for which there is room."""
    said, free = [JOINED] * track.width, 0
    for year in range(track.first.year + 1, track.last.year + 1):
        at, label = track.at(date(year, 1, 1)), f"{_TICK}{year}"
        if at >= free and at + len(label) <= track.width:
            said[at : at + len(label)] = label
            free = at + len(label) + 1
    return "".join(said)


def _rows(viewpoint: Viewpoint, words: Words, name: int, *, track: Track) -> Iterator[Row]:
    """Yield a viewpoint's surveys with the latest change, and on a line of its own what the team judged."""
    label = named(name_of(viewpoint), name, focus=viewpoint.focus)
    surveys = [Point(score.date, score.value) for score in surveyed(viewpoint)]
    judged = sorted(Point(s.date, s.value) for s in viewpoint.scores if s.basis == "judgement")
    told = (
        _drawn(surveys, words, track, mark=axis.BASELINE) if surveys else left(unknown(viewpoint, words), track.width)
    )
    if surveys or not judged:
        yield Row(viewpoint.id, line(label, Span(told, "" if surveys else "muted"), _change(viewpoint, words)))
        label = " " * name
    if judged:
        yield Row("" if surveys else viewpoint.id, line(label, _drawn(judged, words, track, mark=axis.JUDGEMENT)))


def _change(viewpoint: Viewpoint, words: Words) -> str:
    """Return the change of the latest survey, marked where it is within random variation."""
    found = latest_shift(viewpoint)
    if found is None:
        return right(NONE, _CHANGE - 2)
    return right(words.gap(found.difference), _CHANGE - 2) + (f" {NOISE}" if found.is_noise else "")


def _drawn(points: Sequence[Point], words: Words, track: Track, *, mark: str) -> str:
    """Return levels at their days, surveys joined by a line; digits stand where they touch no other mark."""
    columns = [track.at(point.day) for point in points]
    said = [" "] * track.width
    if mark == axis.BASELINE:
        said[columns[0] : columns[-1]] = JOINED * (columns[-1] - columns[0])
    for column in columns:
        said[column] = mark
    for column, point in reversed(list(zip(columns, points, strict=True))):
        digits = words.level(point.level)
        if set(said[column + 1 : column + _LABEL]) <= {JOINED, " "}:
            said[column + 1 : column + _LABEL] = digits
    return "".join(said)


def _means(roadmap: Roadmap, words: Words, name: int, *, track: Track) -> Iterable[Row]:
    """Yield for each scope the mean of its viewpoints in each round; own work and the whole town are two lines."""
    told = [(one.date, scope_means(roadmap.viewpoints, one.scores)) for one in rounds(roadmap)]
    by_scope = {scope: [Point(day, found[scope]) for day, found in told if scope in found] for scope in SCOPES}
    if any(by_scope.values()):
        yield Row("", ())
    for scope, points in by_scope.items():
        if points:
            drawn = _drawn(points, words, track, mark=axis.BASELINE)
            yield Row("", line(Span(named(scope_name(scope, words), name) + drawn, "muted")))


def _round(found: Round, words: Words, width: int) -> str:
    """Return a round on a line: `27.9.2024  n = 287, vastausprosentti 47 %   Henkilöstön digitalisaatiokysely 2024`."""
    day = left(words.date(found.date), _LABEL * 3)
    return cut(f"  {day}{answers(found, words)}   {one_line(found.name) or words.t('survey')}", width)

"""An indicator over the years: values, targets, which way is good; a period without data is a gap, and marked.

The side on which the target is met is shaded: above it, or below it where less is better.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING, NamedTuple

from exporters.indicators import number, period, point_text, standing, target_text
from exporters.svg.ink import INK, MUTED, RULE, SHADE, SURVEY, TARGET
from exporters.svg.letters import fitted, length
from exporters.svg.marks import draw
from exporters.svg.sheet import EDGE, WIDTH, Sheet
from exporters.svg.telling import said
from exporters.terms import DIRECTION, capital, word
from exporters.translating import in_language
from model.indicators import ordered, period_of, reading, timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from exporters.svg.canvas import Point as Place
    from exporters.svg.marks import Mark
    from exporters.svg.picture import Picture
    from exporters.words import Words
    from model.indicator import Indicator, YearValue
    from model.indicators import Period, Point, Reading
    from model.roadmap import Roadmap

_HIGH, _TINY = 240, 12
_SMALL_WIDTH, _SMALL_HIGH = 560, 112
"""Of a picture that is one of several in a document, as wide as its page can hold without making it smaller."""
_RIGHT, _WIDEST_LABEL = 30, 130
_MOST_TICKS, _MOST_YEARS = 6, 12
_NEAR = 28
"""So near above a value the mark of its target would lie upon its digits, which then stand below."""
_NEAR_ZERO = Decimal("0.6")
"""An axis begins at zero unless all values are above this share of the highest."""


class _Plot(NamedTuple):
    """Where the axes stand and what they go from and to."""

    sheet: Sheet
    left: float
    top: float
    years: tuple[int, int]
    ticks: tuple[Decimal, ...]
    high: int = _HIGH

    @property
    def right(self) -> float:
        return self.sheet.canvas.width - EDGE - _RIGHT

    @property
    def foot(self) -> float:
        return self.top + self.high

    def x(self, period: Period) -> float:
        """Return the middle of a period."""
        return self.at_year(period.year + (0.5, 0.25, 0.75)[period.half])

    def at_year(self, year: float) -> float:
        first, last = self.years
        return self.left + (year - first) / (last + 1 - first) * (self.right - self.left)

    def y(self, value: Decimal) -> float:
        low, high = self.ticks[0], self.ticks[-1]
        return self.foot - float((value - low) / (high - low)) * self.high


def indicator_picture(
    roadmap: Roadmap, indicator: str, words: Words, *, today: date, note: str = "", small: bool = False
) -> Picture:
    """Return the picture of an indicator by its id, as it stands on a day.

    A `small` one stands in a document that says whose it is and how the indicator stands: it tells that unseen.
    """
    told = in_language(roadmap, words.language)
    found = next(one for one in told.indicators if one.id == indicator)
    stands = reading(told, found, today)
    unit = f" ({said(found.unit)})" if found.unit.strip() else ""
    width = _SMALL_WIDTH if small else WIDTH
    sheet = Sheet(told, words, f"{said(found.title)}{unit}", note=note, width=width, small=small)
    better = capital(f"{word(words, DIRECTION, found.direction)}.")
    if not small:
        sheet.remark(better)
    points = timeline(found, stands.due)
    about = _drawn(sheet, found, points, until=stands.due, high=_SMALL_HIGH if small else _HIGH)
    sheet.tell(*(_sentence(sheet, stands, point, today=today) for point in points))
    how = capital(f"{standing(words, stands)}.")
    source = words.t("Source: {source}", source=said(found.source)) if found.source.strip() else ""
    if small:
        sheet.tell(how)
        shade = words.t("Shaded: target met.") if found.targets else ""
        sheet.remark(" ".join(part for part in (better, shade, about, source) if part))
        return sheet.picture()
    for line, is_strong in ((about, False), (how, True), (source, False)):
        if line:
            sheet.remark(line, strong=is_strong)
    return sheet.picture()


def _drawn(sheet: Sheet, indicator: Indicator, points: Sequence[Point], *, until: Period | None, high: int) -> str:
    """Draw what is known so high and return what is to be said of the axis."""
    words = sheet.words
    if not any(point.value or point.target for point in points):
        sheet.y += 12
        return ""
    marks: dict[Mark, str] = {"survey": words.t("value"), "target": words.t("target")}
    sheet.legend((mark, meaning) for mark, meaning in marks.items() if mark == "survey" or indicator.targets)
    plot = _plot(sheet, indicator, points, high=high)
    _draw(plot, indicator, points, until=until)
    is_cut = plot.ticks[0] > 0 and not indicator.words
    return words.t("The axis does not begin at zero.") if is_cut else ""


def _on_axis(value: Decimal, indicator: Indicator, words: Words) -> str:
    """Return a value without its unit, which stands in the title."""
    return said(number(words, indicator, value))


def _sentence(sheet: Sheet, stands: Reading, point: Point, *, today: date) -> str:
    words = sheet.words
    value = point_text(words, stands, point, today=today)
    parts = (part for part in (value, target_text(words, stands, point)) if part)
    return f"{period(words, point.period)}: {', '.join(parts)}"


def _plot(sheet: Sheet, indicator: Indicator, points: Sequence[Point], *, high: int) -> _Plot:
    known = [entry.value for point in points for entry in (point.value, point.target) if entry]
    ticks = tuple(map(Decimal, range(1, len(indicator.words) + 1))) if indicator.words else _ticks(known)
    if len(ticks) <= 1 or not ticks[0] <= min(known) <= max(known) <= ticks[-1]:
        ticks = _ticks(known)
    labels = [length(_on_axis(tick, indicator, sheet.words), _TINY) for tick in ticks]
    left = EDGE + 28 + min(max(labels), _WIDEST_LABEL)
    years = [point.period.year for point in points]
    return _Plot(sheet, left, sheet.y + (10 if high == _SMALL_HIGH else 22), (min(years), max(years)), ticks, high)


def _ticks(values: Sequence[Decimal]) -> tuple[Decimal, ...]:
    """Return round values at equal distances, from below the lowest, or from zero where that is near, to above all."""
    low, high = min(values), max(values)
    if low == high or 0 <= low <= high * _NEAR_ZERO:
        low, high = min(low, Decimal(0)), max(high, Decimal(0))
    if low == high:
        high = Decimal(1)
    step = Decimal(10) ** ((high - low) / _MOST_TICKS).adjusted()
    step *= next(times for times in (1, 2, 5, 10) if step * times * _MOST_TICKS >= high - low)
    first = (low / step).to_integral_value(ROUND_FLOOR)
    last = (high / step).to_integral_value(ROUND_CEILING)
    return tuple(step * times for times in range(int(first), int(last) + 1))


def _draw(plot: _Plot, indicator: Indicator, points: Sequence[Point], *, until: Period | None) -> None:
    targets = ordered(indicator.targets)
    _good_side(plot, indicator, targets)
    _axes(plot, indicator)
    _lacking(plot, points, until)
    for before, entry in zip((None, *targets), targets, strict=False):
        start = plot.x(period_of(before)) if before else plot.left
        height = plot.y(entry.value)
        plot.sheet.canvas.line((start, height), (plot.x(period_of(entry)), height), ink=TARGET, width=1.5, dash="2 4")
    values = ordered(indicator.values)
    _labels(plot, indicator, values)
    for run in _runs(values):
        plot.sheet.canvas.path([_place(plot, entry) for entry in run], ink=SURVEY, width=2.5)
    for entry in targets:
        draw(plot.sheet.canvas, "target", _place(plot, entry))
    for entry in values:
        draw(plot.sheet.canvas, "survey", _place(plot, entry))
    plot.sheet.y = plot.foot + (40 if plot.high == _SMALL_HIGH else 50)


def _good_side(plot: _Plot, indicator: Indicator, targets: Sequence[YearValue]) -> None:
    """Shade where the target is met: what is in force for a time is its own target, else the next one."""
    canvas, words = plot.sheet.canvas, plot.sheet.words
    start = plot.left
    edge = plot.foot if indicator.direction == "down" else plot.top
    for place, entry in enumerate(targets, start=1):
        end = plot.x(period_of(entry)) if place < len(targets) else plot.right
        height = plot.y(entry.value)
        canvas.box((start, min(height, edge)), (end - start, abs(edge - height)), fill=SHADE)
        start = end
    if targets and plot.high != _SMALL_HIGH:
        foot = plot.foot - 8 if indicator.direction == "down" else plot.top + 16
        canvas.text((plot.right - 6, foot), words.t("target met"), size=_TINY, anchor="end", ink=MUTED)


def _axes(plot: _Plot, indicator: Indicator) -> None:
    canvas, words = plot.sheet.canvas, plot.sheet.words
    for tick in plot.ticks:
        height = plot.y(tick)
        canvas.line((plot.left, height), (plot.right, height), ink=RULE)
        shown = fitted(_on_axis(tick, indicator, words), _TINY, _WIDEST_LABEL)
        canvas.text((plot.left - 8, height + 4), shown, size=_TINY, anchor="end", ink=MUTED)
    first, last = plot.years
    for year in range(first, last + 1, -(-(last + 1 - first) // _MOST_YEARS)):
        canvas.line((plot.at_year(year), plot.foot), (plot.at_year(year), plot.foot + 5), ink=MUTED)
        canvas.text((plot.at_year(year + 0.5), plot.foot + 20), str(year), size=_TINY, anchor="middle")
    canvas.line((plot.left, plot.foot), (plot.right, plot.foot), ink=MUTED)
    _arrow(plot, downward=indicator.direction == "down")


def _arrow(plot: _Plot, *, downward: bool) -> None:
    """Draw an arrow beside the axis to where it is better."""
    x = EDGE + 6
    top, foot = plot.top + plot.high / 4, plot.foot - plot.high / 4
    start, end = (top, foot) if downward else (foot, top)
    back = -10 if downward else 10
    plot.sheet.canvas.line((x, start), (x, end), ink=INK, width=2)
    plot.sheet.canvas.path([(x - 5, end + back), (x, end), (x + 5, end + back)], ink=INK, width=2)


def _lacking(plot: _Plot, points: Sequence[Point], until: Period | None) -> None:
    """Mark each period without data that should have some."""
    canvas, words = plot.sheet.canvas, plot.sheet.words
    for point in points:
        is_past = not point.target or (until is not None and point.period.order <= until.order)
        if point.value is None and is_past:
            x = plot.x(point.period)
            canvas.line((x, plot.top), (x, plot.foot), ink=MUTED, dash="1 5")
            canvas.text((x - 4, plot.foot - 8), words.t("no data"), size=_TINY, ink=MUTED, upward=True)


def _labels(plot: _Plot, indicator: Indicator, values: Sequence[YearValue]) -> None:
    """Write the values over their places, the latest first, where they do not run into a later one."""
    free = float("inf")
    for entry in reversed(values):
        x, y = _place(plot, entry)
        shown = _on_axis(entry.value, indicator, plot.sheet.words)
        shown = fitted(shown, _TINY, _WIDEST_LABEL)
        half = length(shown, _TINY, bold=True) / 2
        if x + half <= free:
            free = x - half - 4
            aims = (plot.y(aim.value) for aim in indicator.targets if period_of(aim) == period_of(entry))
            is_under = any(0 <= y - height < _NEAR for height in aims) and y + _NEAR <= plot.foot
            plot.sheet.canvas.text((x, y + 22 if is_under else y - 12), shown, size=_TINY, anchor="middle", bold=True)


def _runs(values: Sequence[YearValue]) -> Iterator[list[YearValue]]:
    """Yield values whose periods follow each other without a gap."""
    run: list[YearValue] = []
    for entry in values:
        if run and not _follows(period_of(run[-1]), period_of(entry)):
            yield run
            run = []
        run.append(entry)
    if run:
        yield run


def _follows(before: Period, after: Period) -> bool:
    year, half = before.last
    return after.first == ((year + 1, 1) if half > 1 else (year, 2))


def _place(plot: _Plot, entry: YearValue) -> Place:
    return plot.x(period_of(entry)), plot.y(entry.value)

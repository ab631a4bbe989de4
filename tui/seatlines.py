"""How a sheet of attendance looks: the question, a line for each seat, who is missing, and the keys that act now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from exporters.attendance import happenings, place
from exporters.numbering import item_label
from exporters.terms import PRESENCE, word
from exporters.values import record_name
from model import presence
from model.presence import quorum
from model.text import one_line
from tui.seating import KEYS
from tui.widgets.bars import Key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.words import Words
    from model.presence import Seat
    from tui.seating import Sheet

MARKS = {"absent": "×", "conflicted": "○", "": "·"}
STYLES = {"absent": "$text-warning", "conflicted": "$text-warning", "": "$text-muted"}
HEADING = 28
"""Characters of a §'s heading in the question."""


def question(sheet: Sheet, words: Words) -> str:
    """Return what is asked: who is present, or who did what at the § that is shown."""
    if sheet.item is None:
        return words.t("Who is present in meeting {number}?", number=sheet.number)
    item = next((one for one in sheet.meeting.items if one.number == sheet.item), None)
    shown = [item_label(sheet.roadmap.head, sheet.item), one_line(item.heading, limit=HEADING) if item else ""]
    place = " ".join(part for part in shown if part)
    if sheet.at:
        place = f"{place}, {words.time(sheet.at)}"
    return words.t("Meeting {number}, {place}: who, and what happened?", number=sheet.number, place=place)


def asking(sheet: Sheet, key: str, words: Words) -> str:
    """Return the question for the name that belongs to a letter; empty where the letter asks for nothing now."""
    seat = sheet.seat
    who = one_line(seat.title) if seat else ""
    match key:
        case "v" if seat and seat.who.member:
            return words.t("Who sits in place of {who}? Empty: nobody.", who=who)
        case "n" if seat:
            return words.t("Name this time: {who}", who=who)
        case "a" if sheet.item is not None:
            return words.t("Who is heard? Title or name, and branch")
        case "+":
            return words.t("Guest: title or name, and branch")
    return ""


def lines(sheet: Sheet, words: Words) -> Content:
    """Return a line for each seat: its key, how it is taken, whose it is, and what happened to it."""
    seats = sheet.seats
    said = [_said(sheet, seat, words) for seat in seats]
    room = max(map(len, said), default=0) + 2
    return Content("\n").join(
        _line(sheet, index, f"{mark} {text.ljust(room)}", words=words)
        for index, (text, mark) in enumerate(
            (text, MARKS.get(standing(sheet, seat), "✓")) for seat, text in zip(seats, said, strict=True)
        )
    )


def missing(sheet: Sheet, words: Words) -> str:
    """Return how many members are there, and which branches nobody represents, now or from the opening on."""
    log = sheet.meeting.attendance
    if not log:
        return ""
    if sheet.item is None:
        empty = presence.unrepresented(sheet.roadmap, log)
        told = []
    else:
        empty = presence.unrepresented(sheet.roadmap, log, sheet.item)
        found = quorum(sheet.roadmap, log, sheet.item)
        told = [words.t("{present}/{members} members present", present=found.present, members=found.members)]
    names = words.listing(record_name(sheet.roadmap, "sectors", sector) for sector in empty)
    told += [words.t("Not represented: {branches}", branches=names)] if empty else []
    return " · ".join(told)


def standing(sheet: Sheet, seat: Seat) -> str:
    """Return how a seat stands at the § that is shown, or at the opening; empty when nothing is recorded of it."""
    if sheet.item is None:
        return seat.opening or ""
    return seat.at(sheet.item) or ""


def keys(sheet: Sheet, words: Words) -> Iterable[Key]:
    """Yield the keys that act now: on the chosen seat first, then on the sheet."""
    if sheet.item is None:
        yield Key("Enter", words.t("Record"), "accept")
        yield Key("␣", words.t("All others present"), "all")
    elif sheet.seat is None:
        yield Key(f"1–{min(len(sheet.seats), 9)}", words.t("Choose a seat"), "step(1)")
    if sheet.seat:
        yield from _deeds(sheet, sheet.seat, words)
    if sheet.item is None:
        yield Key("+", words.t("Guest"), "ask('+')")
    else:
        yield Key("a", words.t("Expert heard"), "ask('a')")
        yield Key("k", words.t("Without time") if sheet.at else words.t("With time"), "clock")
        yield Key("0", words.t("At the opening"), "opening")
    if sheet.meeting.opened is not None:
        yield Key("←→", "§", "turn(1)")
    yield Key("Esc", words.t("Cancel"), "cancel")


def _deeds(sheet: Sheet, seat: Seat, words: Words) -> Iterable[Key]:
    """Yield what can be noted of the chosen seat: all that is not so already."""
    way, at_opening = standing(sheet, seat), sheet.item is None
    if way != "present":
        yield Key("l", words.t("Arrived") if way == "absent" and not at_opening else words.t("Present"), "note('l')")
    if way != "remote":
        yield Key("e", words.t("Remotely"), "note('e')")
    if way != "absent":
        yield Key("p", words.t("Absent") if at_opening else _leaving(sheet, seat, words), "note('p')")
    if seat.who.member and not at_opening and way not in ("absent", "conflicted"):
        yield Key("j", words.t("Conflict of interest"), "note('j')")
    if seat.who.member:
        yield Key("v", words.t("Deputy…"), "ask('v')")
    yield Key("n", words.t("Name…"), "ask('n')")
    if sheet.is_noted and not at_opening:
        yield Key("x", words.t("Delete the note"), "note('x')")


def _leaving(sheet: Sheet, seat: Seat, words: Words) -> str:
    """Return after which § somebody would leave: of the one that waits they hear nothing."""
    after = presence.leaves_after(sheet.meeting, seat, sheet.item or 0)
    return words.t("Left {after}", after=place(words, "after", after, is_plain=_is_plain(sheet)))


def _is_plain(sheet: Sheet) -> bool:
    return sheet.roadmap.head.numbering == "plain"


def _said(sheet: Sheet, seat: Seat, words: Words) -> str:
    way = standing(sheet, seat)
    return word(words, PRESENCE, way) if way else words.t("not recorded")


def _line(sheet: Sheet, index: int, taken: str, *, words: Words) -> Content:
    seat = sheet.seats[index]
    chosen = seat.who == sheet.chosen
    key = KEYS[index] if index < len(KEYS) else " "
    style = STYLES.get(standing(sheet, seat), "$text-success")
    return Content.assemble(
        ("▸" if chosen else " ", "bold"),
        (key, "bold $footer-key-foreground"),
        "  ",
        (taken, style),
        (_whose(sheet, seat, words), "bold" if chosen else ""),
    )


def _whose(sheet: Sheet, seat: Seat, words: Words) -> str:
    """Return whose seat it is; at a § what happened to it stands in place of the branch."""
    told = [f"{seat.title} ({seat.name})" if seat.name else seat.title]
    if seat.deputy:
        told.append(words.t("by deputy {who}", who=seat.deputy))
    if sheet.item is None:
        told += [record_name(sheet.roadmap, "sectors", seat.sector)] if seat.sector else []
    else:
        told.extend(happenings(seat, words, is_plain=_is_plain(sheet)))
    return one_line(" · ".join(told))

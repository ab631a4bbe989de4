"""Who took part in a meeting, in words: the rows of the list, the guests, and what is said at a §.

The texts are written from `Sitting` alone. It holds a person's name only where the roadmap has names printed,
and it has no place for why somebody was away.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from exporters.terms import PRESENCE, word
from exporters.values import record_name
from exporters.words import N_
from model.presence import quorum, seats, unrepresented
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from exporters.words import Words
    from model.meeting import Meeting, Presence
    from model.presence import Happening, Moment, Seat
    from model.roadmap import Roadmap

EN_DASH = "–"
_ROW: Mapping[Happening, tuple[str, str]] = {
    "arrived": (N_("arrived {at}"), N_("arrived {time} ({item})")),
    "returned": (N_("came back {at}"), N_("came back {time} ({item})")),
    "left": (N_("left {after}"), N_("left {time} ({after})")),
    "went-remote": (N_("remotely {on}"), N_("remotely {on}, {time}")),
    "came-in": (N_("in the room {on}"), N_("in the room {on}, {time}")),
}
"""What a row of the list says of a moment, without and with the time of day."""
_REMARK: Mapping[Happening, tuple[str, str]] = {
    "arrived": (N_("{who} arrived at the meeting."), N_("{who} arrived at the meeting {time}.")),
    "returned": (N_("{who} came back to the meeting."), N_("{who} came back to the meeting {time}.")),
    "left": (N_("{who} left the meeting after the item."), N_("{who} left the meeting {time} after the item.")),
    "went-remote": (N_("{who} went on remotely."), N_("{who} went on remotely {time}.")),
    "came-in": (N_("{who} went on in the room."), N_("{who} went on in the room {time}.")),
}
"""What a § says of a moment, without and with the time of day."""
_PLACE: Mapping[str, tuple[str, str]] = {
    "at": (N_("at § {number}"), N_("at item {number}")),
    "after": (N_("after § {number}"), N_("after item {number}")),
    "on": (N_("from § {number} on"), N_("from item {number} on")),
    "in": (N_("in § {number}"), N_("in item {number}")),
    "item": ("§ {number}", N_("item {number}")),
}
"""A § with its relation to what happened, each language in its own cases; numbered with the sign and plainly."""
_COUNTED: Sequence[tuple[tuple[Presence, ...], str]] = (
    (("present", "heard"), N_("present {n}")),
    (("late",), N_("late {n}")),
    (("remote",), N_("remotely {n}")),
    (("left", "conflicted"), N_("part of the time {n}")),
    (("absent",), N_("absent {n}")),
)


@dataclass(frozen=True, slots=True)
class Sitter:
    """A seat as the minutes may show it."""

    who: str
    """The role or, where names are printed and one is known, the name; a guest as typed."""
    represents: str
    seat: Seat
    """When the seat was taken; without name, and with a deputy only where one may be shown."""
    has_deputy: bool = False
    is_guest: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the list of those who took part."""

    member: str
    represents: str
    attendance: str


@dataclass(frozen=True, slots=True)
class Sitting:
    """All that the minutes tell of who took part."""

    sitters: tuple[Sitter, ...]
    unrepresented: tuple[str, ...]
    """The names of the branches of which every seat stayed empty."""
    first: int = 1
    """The number of the first §."""
    is_plain: bool = False
    """Whether the §§ are numbered plainly, without their sign."""


def sitting(roadmap: Roadmap, meeting: Meeting) -> Sitting:
    """Return what may be shown of a meeting's attendance, as `names` of the roadmap's head has it."""
    empty = unrepresented(roadmap, meeting.attendance)
    return Sitting(
        tuple(_sitter(roadmap, seat) for seat in seats(roadmap, meeting.attendance)),
        tuple(record_name(roadmap, "sectors", sector) for sector in empty),
        first=min((item.number for item in meeting.items), default=1),
        is_plain=roadmap.head.numbering == "plain",
    )


def rows(found: Sitting, words: Words) -> tuple[Row, ...]:
    """Return the list of the members, in the file's order."""
    return tuple(
        Row(sitter.who, sitter.represents or EN_DASH, _attendance(found, sitter, words))
        for sitter in found.sitters
        if not sitter.is_guest
    )


def guests(found: Sitting, words: Words) -> tuple[str, ...]:
    """Return each guest with the §§ for which they were there: `talouspäällikkö Leena Luonnos, § 7–8`."""
    return tuple(
        ", ".join(part for part in (sitter.who, _numbers(found, sitter.seat, words)) if part)
        for sitter in found.sitters
        if sitter.is_guest
    )


def invited(found: Sitting, words: Words) -> str:
    """Return who was invited in one sentence; empty when nobody was."""
    names = "; ".join(guests(found, words))
    return words.t("Invited: {names}.", names=names) if names else ""


def not_represented(found: Sitting, words: Words) -> str:
    """Return which branches nobody represented; empty when there is none."""
    empty = words.listing(found.unrepresented)
    return words.t("Not represented: {branches}", branches=empty) if empty else ""


def remarks(found: Sitting, item: int, words: Words) -> tuple[str, ...]:
    """Return what a § says of those who came, were away for it, were heard at it, and left after it."""
    told: list[str] = []
    told += [said for sitter in found.sitters for said in _moments(sitter, item, words, coming=True)]
    for sitter in found.sitters:
        if item in sitter.seat.conflicts:
            told.append(words.t("{who} had a conflict of interest and was away for this item.", who=sitter.who))
        if item in sitter.seat.heard:
            told.append(words.t("Heard as an expert: {who}.", who=sitter.who))
    told += [said for sitter in found.sitters for said in _moments(sitter, item, words, coming=False)]
    return tuple(told)


def shown_member(roadmap: Roadmap, meeting: Meeting, member: str) -> str:
    """Return what the minutes call a member (or a chair who is none): role, or name where names are printed."""
    seat = next((seat for seat in seats(roadmap, meeting.attendance) if seat.who.member == member), None)
    return _called(roadmap, seat) if seat and member else one_line(member)


def tally(presences: Iterable[Presence], words: Words) -> str:
    """Return how many take part in which way: `läsnä 4, etänä 1, poissa 1`."""
    count = Counter(presences)
    counted = ((said, sum(count[presence] for presence in ways)) for ways, said in _COUNTED)
    return ", ".join(words.t(said, n=n) for said, n in counted if n)


def place(words: Words, relation: str, item: int, *, is_plain: bool = False) -> str:
    """Return a § as it stands `at`, `after`, `on`, `in` which something happened, or alone: `§ 7 jälkeen`."""
    return words.t(_PLACE[relation][is_plain], number=item)


def quorum_sentence(roadmap: Roadmap, meeting: Meeting, item: int, *, words: Words) -> str:
    """Return whether the meeting has a quorum at a §, with the count of members who are there."""
    found = quorum(roadmap, meeting.attendance, item)
    said = (
        N_("The meeting was found quorate ({present}/{members} members present).")
        if found.is_met
        else N_("The meeting was found not to be quorate ({present}/{members} members present).")
    )
    return words.t(said, present=found.present, members=found.members)


def _sitter(roadmap: Roadmap, seat: Seat) -> Sitter:
    named = roadmap.head.names == "names"
    known = next((member.deputy for member in roadmap.members if member.id == seat.who.member), "")
    shown = [_shown(text, known, named=named) for text in (seat.deputy, *(one.deputy for one in seat.moments))]
    moments = tuple(replace(one, deputy=text) for one, text in zip(seat.moments, shown[1:], strict=True))
    who = _called(roadmap, seat)
    sector = record_name(roadmap, "sectors", seat.sector) if seat.sector else ""
    role = one_line(seat.title)
    return Sitter(
        who,
        sector or (role if who != role and seat.who.member else ""),
        replace(seat, name="", deputy=shown[0], moments=moments),
        has_deputy=bool(seat.deputy.strip()),
        is_guest=not seat.who.member,
    )


def _shown(deputy: str, known: str, *, named: bool) -> str:
    """Return a deputy where one may be shown: the role that the file knows, any other only where names are printed."""
    return one_line(deputy) if named or deputy.strip() == known.strip() else ""


def _called(roadmap: Roadmap, seat: Seat) -> str:
    title, name = one_line(seat.title), one_line(seat.name.strip())
    if roadmap.head.names != "names" or not name:
        return title
    if seat.who.member:
        return name
    return title if name in title else f"{title} {name}"


def _attendance(found: Sitting, sitter: Sitter, words: Words) -> str:
    seat = sitter.seat
    if not seat.is_recorded:
        return words.t("not recorded")
    if not seat.spans:
        return word(words, PRESENCE, "absent")
    told_later = seat.opening in ("late", "left") and not seat.moments
    way: Presence = "remote" if seat.spans[0].remote else "present"
    parts = [word(words, PRESENCE, seat.opening if told_later and seat.opening else way)]
    if sitter.has_deputy:
        parts.append(_deputy(seat.deputy, words))
    return ", ".join((*parts, *happenings(seat, words, is_plain=found.is_plain)))


def happenings(seat: Seat, words: Words, *, is_plain: bool = False) -> tuple[str, ...]:
    """Return what happened to a seat: who came and left when, at which §§ it was conflicted, or a guest heard."""
    told: list[str] = []
    for moment in seat.moments:
        told.append(_moment(moment, words, is_plain=is_plain))
        told += [_deputy(moment.deputy, words)] if moment.deputy else []
    noted = ((N_("conflict of interest {within}"), seat.conflicts), (N_("heard {within}"), seat.heard))
    for said, items in noted:
        if items:
            within = words.listing(place(words, "in", item, is_plain=is_plain) for item in items)
            told.append(words.t(said, within=within))
    return tuple(told)


def _deputy(who: str, words: Words) -> str:
    return words.t("by deputy {who}", who=who) if who else words.t("by deputy")


def _moment(moment: Moment, words: Words, *, is_plain: bool) -> str:
    places = {name: place(words, name, moment.item, is_plain=is_plain) for name in ("at", "after", "on", "item")}
    without, timed = _ROW[moment.happening]
    if moment.time is None:
        return words.t(without, **places)
    return words.t(timed, time=words.time(moment.time), **places)


def _moments(sitter: Sitter, item: int, words: Words, *, coming: bool) -> Iterable[str]:
    for moment in sitter.seat.moments:
        if moment.item == item and (moment.happening != "left") == coming:
            without, timed = _REMARK[moment.happening]
            said = {"who": sitter.who}
            yield words.t(timed, time=words.time(moment.time), **said) if moment.time else words.t(without, **said)


def _numbers(found: Sitting, seat: Seat, words: Words) -> str:
    """Return the §§ for which a guest was there: `§ 7–8`; nothing of one who was there all the time."""
    joined: list[tuple[int, int | None]] = []
    for span in seat.spans:
        first = span.first or found.first
        if joined and joined[-1][1] is not None and first <= joined[-1][1] + 1:
            joined[-1] = (joined[-1][0], None if span.last is None else max(span.last, joined[-1][1]))
        else:
            joined.append((first, span.last))
    if not joined or joined == [(found.first, None)]:
        return ""
    numbers = ", ".join(_range(first, last) for first, last in joined)
    if not found.is_plain:
        return f"§ {numbers}"
    return (
        words.t("item {number}", number=numbers) if numbers.isdigit() else words.t("items {numbers}", numbers=numbers)
    )


def _range(first: int, last: int | None) -> str:
    return str(first) if first == last else f"{first}{EN_DASH}{'' if last is None else last}"

"""Who answers for what: the roles with their measures; the owner of the roadmap, its team and its operating model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.document import Fields, Table, labelled, paragraphs
from exporters.parts.missing import part

if TYPE_CHECKING:
    from collections.abc import Iterator

    from exporters.document import Block
    from exporters.public_roadmap import PublicRoadmap, Row, Seat
    from exporters.words import Words


def responsible_part(seen: PublicRoadmap, words: Words) -> tuple[Block, ...]:
    """Return the part about who answers for the measures."""
    return part(words.t("Persons and bodies responsible"), (_responsible(seen, words),) if seen.rows else (), words)


def owner_part(seen: PublicRoadmap, words: Words) -> tuple[Block, ...]:
    """Return the part about the owner and the operating model; what of it is missing is said."""
    told = (seen.owner, seen.team, seen.operating_model)
    known = any(text.strip() for text in told) or bool(seen.seats)
    return part(words.t("Owner and operating model"), _owner(seen, words) if known else (), words)


def _responsible(seen: PublicRoadmap, words: Words) -> Table:
    groups: dict[str, list[Row]] = {}
    for row in seen.rows:
        if row.status != "dropped":
            groups.setdefault(row.responsible.strip(), []).append(row)
    unknown = groups.pop("", [])
    found = [*groups.items(), *(((words.t("not recorded"), unknown),) if unknown else ())]
    header = (words.t("Responsible"), words.t("Measures"), words.t("Done"), words.t("Ids"))
    rows = tuple(
        (
            who,
            words.number(len(rows)),
            words.number(sum(row.status == "done" for row in rows)),
            ", ".join(row.id for row in rows),
        )
        for who, rows in found
    )
    caption = words.t("Measures by who answers for them, without the discontinued ones:")
    return Table(caption, header, rows, numeric=frozenset({1, 2}))


def _owner(seen: PublicRoadmap, words: Words) -> Iterator[Block]:
    missing = words.t("not recorded")
    yield Fields(((words.t("Owner"), seen.owner or missing), (words.t("Team"), seen.team or missing)))
    yield from paragraphs(seen.operating_model) or labelled(words.t("Operating model"), missing)
    if seen.seats:
        header = (words.t("Role"), words.t("Represents"), words.t("Task in the team"))
        yield Table(words.t("The team:"), header, tuple(_seat(seat) for seat in seen.seats))


def _seat(seat: Seat) -> tuple[str, str, str]:
    return seat.role, seat.sector or "–", seat.task or "–"

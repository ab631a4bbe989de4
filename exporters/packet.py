"""The packet of the yearly approval as a document: what is asked to be decided, and on what grounds.

What the approving body decides stands first, by kind; what the team has decided follows for information, then the
money, the meetings held and the measures that are spoken of.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from exporters.approvals import approval_name
from exporters.asof import history_begins
from exporters.document import Bullets, Document, Fields, Heading, Metadata, Paragraph, Table, labelled
from exporters.facts import ARROW
from exporters.notice import head
from exporters.packet_levels import level_blocks
from exporters.sentences import sentences
from exporters.terms import FUNDING, POWER, capital, status_word, word
from exporters.translating import in_language
from exporters.values import NOTHING, item_place, name_of
from model.approved import latest_approval
from model.packet import sums
from model.powers import POWERS, power
from model.records import LogEntry, Measure
from model.text import one_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date
    from decimal import Decimal

    from exporters.document import Block
    from exporters.words import Words
    from model.diff import Change
    from model.packet import Money, Packet, Proposed
    from model.powers import Power
    from model.records import Funding, FundingState, Target, Viewpoint
    from model.roadmap import Roadmap

Kinds = dict["Power", tuple[str, ...]]
"""Sentences by the kind of change."""


def packet_name(words: Words, *, day: date, extension: str) -> str:
    """Return the name of the packet's file: `muutosesitys-2026-11-24.md`."""
    return words.t("changes-{day}", day=day.isoformat()) + f".{extension}"


def packet_title(packet: Packet, words: Words) -> str:
    """Return what the packet is called."""
    title = in_language(packet.now, words.language).head.title
    if packet.before is None:
        return words.t("Proposal to approve the roadmap: {title}", title=title)
    return words.t("Proposal on the changes to the roadmap: {title}", title=title)


def packet_document(packet: Packet, words: Words, *, day: date, commit: str = "") -> Document:
    """Return the packet as it is on a day; `commit` names the version of the roadmap that it tells of."""
    told = in_language(packet.now, words.language)
    title = packet_title(packet, words)
    blocks = (
        *head(told, words),
        _fields(packet, words, day=day, commit=commit),
        *(Paragraph(text) for text in history_begins(words, packet.begins)),
        Heading(2, words.t("Proposed decision")),
        *(Paragraph(text) for text in decision(packet, words)),
        *_proposals(packet, words),
        *_group(words.t("Changes to be approved"), changes_by_kind(packet.approver, told, words), words),
        *_group(words.t("Decided by the team, for information"), changes_by_kind(packet.team, told, words), words),
        *level_blocks(packet, told, words, day=day),
        *_money(packet, words),
        *_meetings(packet, words),
        *_measures(packet, told, words),
    )
    metadata = Metadata(author=told.head.organisation, subject=title, date=day)
    return Document(title, words.language, blocks, metadata)


def decision(packet: Packet, words: Words) -> tuple[str, ...]:
    """Return the wording of the decision that is asked for, in sentences; nothing to decide says so."""
    now = in_language(packet.now, words.language)
    body, title = capital(approver(now, words)), now.head.title
    if packet.before is None:
        return (words.t("{body} decides to approve the roadmap “{title}”.", body=body, title=title),)
    if not packet.asks:
        said = words.t("Nothing has changed since the last approval that would have to be approved.")
        if packet.begins:
            said = words.t("No changes since the last approval are known that would have to be approved.")
        return (said, *_for_information(packet, words, body=body))
    counted = ", ".join(
        f"{word(words, POWER, kind)} {words.number(count)}" for kind, count in asked_counts(packet).items()
    )
    asked = words.t(
        "{body} decides to approve the changes to the roadmap “{title}” as presented ({counted}).",
        body=body,
        title=title,
        counted=counted,
    )
    force = (words.t("What has been proposed takes effect by this decision."),) if packet.proposals else ()
    return (asked, *force, *_for_information(packet, words, body=body))


def approver(roadmap: Roadmap, words: Words) -> str:
    """Return the body that approves: as the roadmap says, else the management team."""
    return one_line(roadmap.head.approver) or words.t("the management team")


def asked_counts(packet: Packet) -> dict[Power, int]:
    """Return of how many records each kind of change, or proposal, is to be approved, in the order of the kinds."""
    proposed = {(_kind(one), one.record) for one in packet.proposals}
    return _counted(proposed | _places(packet.approver))


def team_counts(packet: Packet) -> dict[Power, int]:
    """Return of how many records the team has decided each kind of change."""
    return _counted(_places(packet.team))


def changes_by_kind(changes: Sequence[Change], roadmap: Roadmap, words: Words) -> Kinds:
    """Return changes as sentences, by kind in the order of the kinds; meetings are told by their numbers elsewhere."""
    groups: dict[Power, list[Change]] = {}
    for change in changes:
        kind = power(change, [one for one in changes if one.record == change.record and one.table == change.table])
        if kind and change.table != "meetings":
            groups.setdefault(kind, []).append(change)
    return {kind: sentences(groups[kind], words, roadmap) for kind in POWERS if kind in groups}


def proposal_sentence(proposed: Proposed, roadmap: Roadmap, words: Words) -> str:
    """Return what waits to be approved: `T07 Perehdytys: päättyminen kevät 2026 → syksy 2027 (resurssi)`."""
    entry = proposed.entry
    if not isinstance(entry, LogEntry):
        return _target_sentence(roadmap.viewpoint(proposed.record), entry, words)
    measure = roadmap.measure(proposed.record)
    name = f"{one_line(measure.id)} {one_line(measure.title)}"
    if entry.to is None:
        said = words.t("{name}: to be discontinued", name=name)
    else:
        halves = f"{words.half(measure.end)}{ARROW}{words.half(entry.to)}"
        said = words.t("{name}: the end to be moved {halves}", name=name, halves=halves)
    return f"{said}{_aside(entry.reason)}{_when(entry, words)}"


def _target_sentence(viewpoint: Viewpoint, target: Target, words: Words) -> str:
    approved = [one for one in viewpoint.targets if one.state == "approved" and one.date < target.date]
    latest = max(approved, key=lambda one: one.date, default=None)
    was = f"{words.level(latest.value)}{ARROW}" if latest else ""
    level = f"{was}{words.level(target.value)}"
    said = words.t("{name}: target level {level}", name=name_of(viewpoint), level=level)
    return f"{said}{_aside(target.note)}{_when(target, words)}"


def _aside(text: str) -> str:
    return f" ({one_line(text)})" if text.strip() else ""


def _when(entry: LogEntry | Target, words: Words) -> str:
    place = item_place(entry.meeting, entry.item)
    day = words.date(entry.date)
    return f", {words.t('proposed {when}', when=f'{day} ({place})' if place else day)}"


def _kind(proposed: Proposed) -> Power:
    if not isinstance(proposed.entry, LogEntry):
        return "target"
    return "drop" if proposed.entry.to is None else "period"


def _places(changes: Sequence[Change]) -> set[tuple[Power, str]]:
    """Return of which records changes of which kind are."""
    about: dict[tuple[str, str], list[Change]] = {}
    for change in changes:
        about.setdefault((change.table, change.record), []).append(change)
    found = ((power(change, group), record) for (_, record), group in about.items() for change in group)
    return {(kind, record) for kind, record in found if kind}


def _counted(places: set[tuple[Power, str]]) -> dict[Power, int]:
    counts = {kind: sum(one == kind for one, _ in places) for kind in POWERS}
    return {kind: count for kind, count in counts.items() if count}


def _for_information(packet: Packet, words: Words, *, body: str) -> tuple[str, ...]:
    if not packet.team:
        return ()
    return (words.t("{body} notes for information what the team has decided.", body=body),)


def _fields(packet: Packet, words: Words, *, day: date, commit: str) -> Fields:
    latest = latest_approval(packet.now)
    pairs = [
        (words.t("Date"), words.date(day)),
        (words.t("Decided by"), capital(approver(packet.now, words))),
        (words.t("Last approval"), approval_name(latest, words) if latest else words.t("not yet approved")),
    ]
    if commit:
        pairs.append((words.t("Version of the roadmap"), commit[:10]))
    return Fields(tuple(pairs))


def _proposals(packet: Packet, words: Words) -> Iterator[Block]:
    if packet.proposals:
        told = in_language(packet.now, words.language)
        yield Heading(2, words.t("Proposals that take effect when approved"))
        yield Bullets(tuple(proposal_sentence(one, told, words) for one in packet.proposals))


def _group(title: str, kinds: Kinds, words: Words) -> Iterator[Block]:
    if not kinds:
        return
    yield Heading(2, title)
    for kind, told in kinds.items():
        yield Heading(3, capital(word(words, POWER, kind)))
        yield Bullets(told)


def _money(packet: Packet, words: Words) -> Iterator[Block]:
    """Yield the money by year and state, as approved and now, and the appropriations that have changed."""
    was, now = sums(packet.before), sums(packet.now)
    places = sorted({*was, *now})
    if places or packet.money:
        yield Heading(2, words.t("Appropriations"))
    if places:
        rows = tuple(
            (str(key[0]), _state(key[1], words), *_before_and_after(was.get(key), now.get(key), packet, words))
            for key in places
        )
        header = [words.t("Year"), words.t("State"), words.t("As approved"), words.t("Now"), words.t("Change")]
        if packet.before is None:
            header = [*header[:2], header[3]]
        caption = words.t("All measures but the discontinued ones, by calendar year:")
        yield Table(caption, tuple(header), rows, numeric=frozenset(range(2, len(header))))
    if packet.money:
        names = (words.t("Measure"), words.t("Year"), words.t("As approved"), words.t("Now"))
        changed = tuple(_money_row(money, words) for money in packet.money)
        yield Table(words.t("Appropriations that have changed:"), names, changed)


def _state(state: FundingState, words: Words) -> str:
    return capital(word(words, FUNDING, state))


def _before_and_after(  # noqa: PLR0917 - a row of a table
    was: Decimal | None, now: Decimal | None, packet: Packet, words: Words
) -> tuple[str, ...]:
    shown = words.euros(now or 0)
    if packet.before is None:
        return (shown,)
    change = (now or 0) - (was or 0)
    sign = "+" if change > 0 else ""
    return words.euros(was or 0), shown, f"{sign}{words.euros(change)}" if change else NOTHING


def _money_row(money: Money, words: Words) -> tuple[str, str, str, str]:
    return money.measure, str(money.year), _fund(money.before, words), _fund(money.after, words)


def _fund(fund: Funding | None, words: Words) -> str:
    if fund is None:
        return NOTHING
    state = word(words, FUNDING, fund.state)
    return state if fund.state == "not-needed" else f"{words.euros(fund.amount)} ({state})"


def _meetings(packet: Packet, words: Words) -> Iterator[Block]:
    if packet.before is not None and packet.meetings:
        yield Heading(2, words.t("Meetings since the last approval"))
        yield from labelled(
            words.t("Meetings"), ", ".join(f"{one_line(m.number)} ({words.date(m.date)})" for m in packet.meetings)
        )


def _measures(packet: Packet, told: Roadmap, words: Words) -> Iterator[Block]:
    """Yield the measures that are spoken of by name, or all of a roadmap that is approved for the first time."""
    names = {change.record for change in (*packet.approver, *packet.team) if change.table == "measures"}
    names |= {one.record for one in packet.proposals}
    found = [m for m in told.measures if m.id in names or packet.before is None]
    if not found:
        return
    yield Heading(2, words.t("The measures"))
    header = (words.t("Measure"), words.t("As approved"), words.t("Now"), words.t("Status"))
    yield Table(
        words.t("Schedules as they were approved and as they are now:"),
        header,
        tuple(_measure_row(packet, measure, words) for measure in found),
    )


def _measure_row(packet: Packet, measure: Measure, words: Words) -> tuple[str, ...]:
    before = packet.before.find("measures", measure.id) if packet.before else None
    was = words.halves(before.start, before.end) if isinstance(before, Measure) else NOTHING
    now, status = words.halves(measure.start, measure.end), status_word(words, measure)
    return f"{measure.id} {measure.title}", was, now, status

"""The minutes are a memo that could be pasted as it is: complete, nothing invented, nothing internal."""

from __future__ import annotations

import io
import zipfile
from dataclasses import fields, is_dataclass
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING
from xml.dom import minidom

import docx as library
import pytest
from hypothesis import given

from exporters import public
from exporters.docx import docx
from exporters.html import html
from exporters.markdown import markdown
from exporters.minutes import minutes, minutes_document, minutes_name
from exporters.publishing import public_meeting
from exporters.words import Words
from tests.exporters.hostile import HOSTILE, texts
from tests.exporters.parsing import meant, read, rendered
from tests.exporters.test_docx import said
from tests.model.build import DAY, measure, meeting, parsed, roadmap, viewpoint

if TYPE_CHECKING:
    from collections.abc import Callable

    from exporters.document import Document
    from model.meeting import Meeting
    from model.roadmap import Roadmap

GOLDEN = Path(__file__).parent / "golden"
FI = Words("fi")

ROADMAP = """
schema = 1
[roadmap]
title = "Digitiekartta 2025–2027"
organisation = "Esimerkkilän kaupunki"
team = "digitiimi"
first = "2025H1"
last = "2027H2"
sample = true

[[sectors]]
id = "keskushallinto"
name = "Keskushallinto"
[[sectors]]
id = "elamanlaatu"
name = "Elämänlaatupalvelut"

[[members]]
id = "koordinaattori"
role = "Tietohallintokoordinaattori"
sector = "keskushallinto"
[[members]]
id = "sihteeri"
role = "Keskushallinnon edustaja"
sector = "keskushallinto"
[[members]]
id = "elamanlaatu"
role = "Elämänlaatupalvelujen edustaja"
sector = "elamanlaatu"

[[viewpoints]]
id = "sahkoiset"
name = "Sähköisten palvelujen kattavuus ja laatu"
short = "Sähköiset palvelut"
scope = "city"
[[viewpoints.scores]]
date = 2024-09-27
value = 2.9
basis = "survey"
n = 270
[[viewpoints.scores]]
date = 2026-11-24
value = 3.3
basis = "judgement"
by = "KANARIA-ARVIOIJA"
note = "Verkkovaraus | käytössä"
meeting = "3/2026"
item = 6
[[viewpoints.targets]]
date = 2024-12-09
value = 4.0

[[measures]]
id = "T04"
title = "Digituutorit"
responsible = "Hallintojohtaja"
start = "2026H1"
end = "2026H2"
status = "active"
[[measures]]
id = "T07"
sectors = ["keskushallinto"]
title = "Tekoälyn pelisäännöt"
responsible = "Tietohallintokoordinaattori"
start = "2025H2"
end = "2027H1"
status = "active"
internal = "KANARIA-SISÄINEN"
salaista = "KANARIA-TUNTEMATON"
[[measures.moves]]
date = 2026-11-24
from = "2026H1"
to = "2027H1"
reason = "resurssi"
meeting = "3/2026"
item = 3
[[measures]]
id = "T19"
title = "Verkkolevyjen siivous"
start = "2025H2"
end = "2026H1"
status = "active"
[[measures]]
id = "T20"
title = "Uusi | pilotti [luonnos]"
start = "2026H2"
end = "2027H1"
status = "active"
[[measures.funding]]
year = 2026
amount = 5000
state = "applied"
[[measures.log]]
date = 2026-11-24
event = "started"
meeting = "3/2026"
[[measures]]
id = "T30"
title = "Verkkomaksaminen"
start = "2025H2"
end = "2026H2"
status = "done"

[[meetings]]
number = "2/2026"
date = 2026-09-01
opened = 09:00:00
closed = 10:00:00

[[meetings]]
number = "3/2026"
date = 2026-11-24
place = "Kaupungintalo ja Teams"
case = "51/00.01.02/2026"
publicity = "julkinen"
chair = "koordinaattori"
secretary = "Pekka Pohja"
opened = 09:00:00
closed = 10:40:00
[[meetings.attendance]]
member = "koordinaattori"
[[meetings.attendance]]
member = "elamanlaatu"
presence = "absent"
[[meetings.attendance]]
member = "sihteeri"
presence = "late"
item = 2
time = 09:15:00
name = "KANARIA-NIMI"
[[meetings.attendance]]
guest = "talouspäällikkö Leena Luonnos"
item = 3
presence = "heard"
[[meetings.attendance]]
guest = "talouspäällikkö Leena Luonnos"
item = 3
presence = "left"
[[meetings.items]]
number = 1
heading = "Kokouksen avaus"
background = "Puheenjohtaja avasi kokouksen klo 9.00."
[[meetings.items]]
number = 2
heading = "Valmistuneet toimenpiteet"
subjects = ["T30", "T20"]
outcome = "done"
[[meetings.items]]
number = 3
heading = "Tekoälyn pelisäännöt"
subjects = ["T07"]
background = "Koulutus viivästyi.\\n\\nKouluttaja vaihtui."
proposal = "Siirretään."
discussion = "Keskusteltiin siitä, kuka kouluttaa. Oma väki riittää vain osaan, ja loput koulutukset ostetaan talvella."
outcome = "moved"
decision = "Päätettiin siirtää toimenpide T07 keväälle 2027."
vote = "4-2"
internal = "KANARIA-MUISTIINPANO"
[[meetings.items]]
number = 4
subjects = ["T19"]
outcome = "not-handled"
[[meetings.items]]
number = 5
heading = "Kyselyn ajankohta, jota ei vielä tiedetä tarkasti eikä päätetty edellisessäkään kokouksessa."
origin = "2/2026 § 9"
proposal = "Pidetään kysely syksyllä."
outcome = "agreed"
decision = "Sovittiin ehdotuksen mukaan."
vote = "unanimous"
enactment = "none"
[[meetings.items]]
number = 6
heading = "Muut asiat"
[[meetings.items]]
number = 7
kind = "next"
heading = "Seuraava kokous"
background = "Kokoukset pidetään tiistaisin."
proposal = "Tiistai 23.2.2027 klo 9.00."
[[meetings.actions]]
number = 1
task = "Maksupalvelun sopimus"
who = "koordinaattori"
due = 2026-12-15
item = 2
subject = "T30"
[[meetings.actions]]
number = 2
task = "Tiedote"
item = 6
"""


def sample() -> tuple[Roadmap, Meeting]:
    """Return the roadmap above and the meeting whose minutes are written."""
    found = parsed(ROADMAP)
    return found, found.meeting("3/2026")


WRITERS: dict[str, Callable[[Document], str]] = {"md": markdown, "html": html}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("form", WRITERS)
def test_minutes_are_as_agreed(language: str, form: str) -> None:
    """The whole memo, byte for byte, in each language; `python -m tests.exporters.test_minutes` writes them anew."""
    written = WRITERS[form](minutes_document(*sample(), Words(language)))

    assert written.encode() == (GOLDEN / f"minutes.{language}.{form}").read_bytes()


def test_minutes_in_word_are_as_agreed() -> None:
    """The body of the DOCX, element by element."""
    assert body(docx(minutes_document(*sample(), FI))) == (GOLDEN / "minutes.fi.docx.xml").read_text(encoding="utf-8")


def body(data: bytes) -> str:
    """Return the body of a DOCX, an element on a line."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        found = minidom.parseString(file.read("word/document.xml"))  # noqa: S318 - our own file
    elements = found.getElementsByTagName("w:body")[0].toprettyxml(indent=" ")
    return "".join(f"{line}\n" for line in elements.splitlines() if line.strip())


def test_every_format_says_the_same() -> None:
    """Markdown once rendered, HTML and the tree have the same headings, paragraphs, items and cells."""
    document = minutes_document(*sample(), FI)

    assert rendered(markdown(document)) == read(html(document))[0] == meant(document)


def test_nothing_internal_is_in_the_minutes() -> None:
    """Internal notes, unknown keys and who judged a level stay in the file."""
    document = minutes_document(*sample(), FI)

    assert "KANARIA" not in markdown(document) + html(document) + body(docx(document))


def test_the_type_has_no_room_for_what_is_internal() -> None:
    """No public type has a field for it, and none of them holds a record of the file."""
    kinds = [kind for kind in vars(public).values() if isinstance(kind, type) and is_dataclass(kind)]
    names = {field.name for kind in kinds for field in fields(kind)}

    assert kinds
    assert names.isdisjoint({"internal", "by", "log", "model_extra", "helpers"})
    assert "KANARIA" not in repr(public_meeting(*sample()))


def test_what_was_not_recorded_is_said_to_be_so() -> None:
    """An empty meeting gives minutes in which every missing part is named."""
    written = minutes(roadmap(meeting()), meeting(), FI)

    for missing in ("Paikka:** ei kirjattu", "Sihteeri:** ei kirjattu", "kellonaikaa ei kirjattu", "Ei kirjattu"):
        assert missing in written
    assert "Tehtäviä ei annettu." in written
    assert "ESIMERKKI" not in written


def test_a_meeting_under_way_has_no_end_yet() -> None:
    """The time says what is known of it."""
    held = meeting(opened=time(9))

    assert "tiistai 24.11.2026 klo 9.00, päättymisaikaa ei kirjattu" in minutes(roadmap(held), held, FI)


def test_how_things_stood_at_an_earlier_meeting_is_not_claimed() -> None:
    """Counts are those of the day on which they are made, so minutes of an earlier meeting have none."""
    found, _ = sample()
    written = minutes(found, found.meeting("2/2026"), FI)

    assert "Tiekartassa on" not in written
    assert "Käsittelemättä" not in written


def test_checked_minutes_no_longer_follow_the_roadmap() -> None:
    """What was left unhandled is then what their §§ say; the state tells who checked them and where they are."""
    found, held = sample()
    step = {"checked": DAY, "checked_by": "1/2027 § 4", "published": DAY, "published_to": "intranet"}
    checked = held.model_copy(update={"state": "published", **step})
    written = minutes(found.replacing("meetings", checked), checked, FI)

    assert "**Tila:** tarkastettu 24.11.2026 (1/2027 § 4), julkaistu 24.11.2026 (intranet)" in written
    assert "Tiekartassa on" not in written
    assert "T04 Digituutorit" not in written
    assert "- § 4 Verkkolevyjen siivous (T19)" in written


def test_levels_are_told_with_the_target_of_their_time() -> None:
    """A target approved after the meeting does not get into its minutes."""
    score = {"date": DAY, "value": 3, "basis": "judgement", "meeting": "3/2026"}
    targets = [{"date": date(2025, 1, 1), "value": 4}, {"date": date(2027, 1, 1), "value": 5}]
    written = minutes(roadmap(viewpoint(scores=[score], targets=targets), meeting()), meeting(), FI)

    assert "| Osaaminen | ei arvioitu | 3,0 | arvio | 4,0 | – |" in written


def test_who_answers_for_a_measure_is_told_by_role() -> None:
    """A member's id is for the file; the public reads the role."""
    found, held = sample()
    late = measure("T90", responsible="koordinaattori")
    written = minutes(found.adding("measures", late), held, FI)

    assert "T90" in written
    assert "(koordinaattori;" not in written
    assert "(Tietohallintokoordinaattori;" in " ".join(written.split())


def test_reopened_minutes_say_why() -> None:
    """The trace is among the remarks."""
    reopened = meeting(reopenings=[{"date": DAY, "reason": "§ 4 puuttui", "by": "KANARIA"}])
    written = minutes(roadmap(reopened), reopened, FI)

    assert "Avattu uudelleen tarkastuksen jälkeen 24.11.2026: § 4 puuttui" in written
    assert "KANARIA" not in written


def test_official_minutes_are_called_so() -> None:
    """Heading, author and file name; §§ may be numbered plainly."""
    found, held = sample()
    found = found.model_copy(
        update={"head": found.head.model_copy(update={"document": "minutes", "numbering": "plain"})}
    )
    written = minutes(found, held, FI)

    assert written.startswith("# Kokouspöytäkirja 3/2026\n")
    assert "Pöytäkirjan laati: Pekka Pohja" in written
    assert "## 3. Tekoälyn pelisäännöt (T07)" in written
    assert minutes_name(held, FI, naming="minutes", suffix="docx") == "poytakirja-3-2026.docx"
    assert minutes_name(held, FI, suffix="html", branch="tekninen") == "muistio-3-2026-tekninen.html"


def test_an_extract_has_only_what_concerns_the_branch() -> None:
    """Its measures and tasks, and the frame of the meeting; the whole count of §§ is told."""
    found, held = sample()
    written = minutes(found, held, FI, sector="keskushallinto")

    assert written.startswith("# Kokousmuistio 3/2026, ote: Keskushallinto\n")
    assert "Ote: kokouksen 7 asiasta vain ne, jotka koskevat toimialaa Keskushallinto." in " ".join(written.split())
    assert [line for line in written.splitlines() if line.startswith("## §")] == [
        "## § 1 Kokouksen avaus",
        "## § 2 Valmistuneet toimenpiteet",
        "## § 3 Tekoälyn pelisäännöt (T07)",
        "## § 7 Seuraava kokous",
    ]
    assert "3/2026-1" in written
    assert "3/2026-2" not in written
    assert "Arvioidut tasot" not in written


def test_names_are_printed_only_where_that_was_chosen() -> None:
    """By default there are roles."""
    found, held = sample()
    named = found.model_copy(update={"head": found.head.model_copy(update={"names": "names"})})

    assert "KANARIA-NIMI" in minutes(named, held, FI)
    assert "KANARIA-NIMI" not in minutes(found, held, FI)


def test_a_level_without_target_says_so() -> None:
    """Before the first score and without a target there is no number in the table."""
    score = {"date": DAY, "value": 3, "basis": "judgement", "meeting": "3/2026"}
    written = minutes(roadmap(viewpoint(scores=[score]), meeting()), meeting(), FI)

    assert "| Osaaminen | ei arvioitu | 3,0 | arvio | ei asetettu | – |" in written


def test_several_missing_branches_are_named() -> None:
    """Only a branch of which every seat is known to be empty is named as not represented."""
    found, held = sample()
    presences = [{"member": member.id, "presence": "absent"} for member in found.members]
    empty = meeting(attendance=presences)

    assert "Edustamatta jäi: Elämänlaatupalvelut\n" in minutes(found, held, FI)
    assert "Edustamatta jäi: Keskushallinto ja Elämänlaatupalvelut" in minutes(found, empty, FI)


def full_of(text: str) -> Document:
    """Return minutes in which every text that people type is the same."""
    known = {"heading": text, "subjects": ["T07", "T08"], "origin": f"{text} §", "internal": text}
    said = {"background": text, "decision": text, "proposal": text, "discussion": text, "vote": text}
    attendance = [{"guest": text, "presence": "heard", "item": 1}, {"member": "m", "name": text, "deputy": text}]
    held = meeting(
        **dict.fromkeys(("place", "chair", "case", "publicity", "checked_by"), text),
        checked=DAY,
        items=[{"number": 1, "outcome": "done"} | known | said, {"number": 2, "kind": "measure"} | known],
        actions=[{"number": 1, "task": text, "who": text, "item": 1, "subject": "T07"}],
        attendance=attendance,
        reopenings=[{"date": DAY, "reason": text}],
    )
    measures = (measure("T07", title=text), measure("T08", title=text, responsible=text))
    return minutes_document(roadmap(*measures, held), held, FI)


@given(texts)
def test_what_people_type_is_text_in_every_format(text: str) -> None:
    """Headings, lists and tables are ours; an independent parser finds the very words, and nothing else, in each."""
    document = full_of(text)
    frame = [kind for kind, _ in meant(full_of("x"))]

    assert rendered(markdown(document)) == meant(document)
    assert read(html(document))[0] == meant(document)
    assert not text.strip() or "\n" in text.strip() or [kind for kind, _ in meant(document)] == frame


@pytest.mark.parametrize("text", HOSTILE)
def test_what_people_type_is_text_in_word(text: str) -> None:
    """As in the other formats."""
    document = full_of(text)

    assert said(library.Document(io.BytesIO(docx(document)))) == [one for one in meant(document) if one[1]]


def test_the_file_is_named_by_the_meeting() -> None:
    """The name is predictable, and nothing in a number can lead out of the folder."""
    assert minutes_name(meeting(), FI) == "muistio-3-2026.md"
    assert minutes_name(meeting("../x"), FI) == "muistio-x.md"


def write_golden() -> None:
    """Write what the minutes are now as what they shall be; look at the difference before it is committed."""
    for language in ("fi", "sv", "en"):
        document = minutes_document(*sample(), Words(language))
        for form, writer in WRITERS.items():
            (GOLDEN / f"minutes.{language}.{form}").write_bytes(writer(document).encode())
    (GOLDEN / "minutes.fi.docx.xml").write_text(body(docx(minutes_document(*sample(), FI))), encoding="utf-8")


if __name__ == "__main__":
    write_golden()

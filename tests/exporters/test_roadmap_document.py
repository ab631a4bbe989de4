"""The roadmap as a document: eight parts in their order, nothing invented, nothing internal."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from exporters import public_roadmap as public
from exporters.document import Document, Drawing, Heading, Table, plain
from exporters.docx import docx
from exporters.docxtext import docx_text
from exporters.html import html
from exporters.markdown import markdown
from exporters.roadmap_document import document_name, roadmap_document
from exporters.show import progress
from exporters.translating import document_lacking_lines
from exporters.words import LANGUAGES, Words
from model.halfyear import HalfYear
from model.indicator import Indicator, YearValue
from model.records import Goal, Member, Sector
from model.standing import counts
from model.survey import Group, Survey
from tests.exporters.hostile import HOSTILE
from tests.model.build import DAY, HEAD, measure, meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from model.roadmap import Roadmap

FI = Words("fi")
PARTS = (
    "Saatesanat",
    "Lähtö- ja tavoitetasot",
    "Visio",
    "Tavoitteet",
    "Toimenpiteet",
    "Aikataulut",
    "Vastuuhenkilöt ja -tahot",
    "Omistajataho ja toimintamalli",
)
CANARY = "KANARIA"
GOALS = (
    Goal(id="asiointi", title="Helppo asiointi", description="Verkossa.", theme="hyvinvointi"),
    Goal(id="osaaminen", title="Osaava henkilöstö", theme="tuottavuus"),
    Goal(id="kokeilut", title="Rohkeat kokeilut", theme="hyvinvointi"),
)


def document(found: Roadmap, language: str = "fi") -> Document:
    """Return the document of a roadmap on the day of the tests."""
    return roadmap_document(found, Words.of(found.head, language), today=DAY)


def text(found: Roadmap, language: str = "fi") -> str:
    """Return the document of a roadmap as Markdown on one line, without the marks of its tables."""
    return re.sub(r"\s+", " ", markdown(document(found, language)).replace("&#32;", " "))


def part(found: Roadmap, title: str) -> str:
    """Return one of the eight parts as Markdown."""
    written = markdown(document(found)).replace("&#32;", " ")
    return next(one for one in written.split("\n## ") if one.startswith(f"{title}\n"))


def tables(found: Roadmap) -> dict[str, Table]:
    """Return the tables of a document by their captions."""
    blocks = [block.table if isinstance(block, Drawing) else block for block in document(found).blocks]
    return {plain(block.caption): block for block in blocks if isinstance(block, Table)}


def figure(**known: object) -> Indicator:
    """Return an indicator of the first goal."""
    return Indicator.model_validate(
        {"id": "M1", "title": "Verkkoasiointi", "unit": "%", "goals": ["asiointi"], **known}
    )


def surveyed() -> Roadmap:
    """Return a viewpoint of two rounds; of the three sectors of the latter one has too few answers."""
    scores = [
        {"date": DAY.replace(year=2024), "value": Decimal("2.9"), "basis": "survey", "n": 200},
        {"date": DAY, "value": Decimal("3.0"), "basis": "survey", "n": 120, "survey": "k26"},
    ]
    means = {"opetus": (25, "3.4"), "kirjasto": (3, "1.7"), "tekninen": (20, "4.9")}
    groups = tuple(
        Group(viewpoint="palvelut", sector=sector, n=n, mean=Decimal(mean)) for sector, (n, mean) in means.items()
    )
    return roadmap(
        viewpoint("palvelut", scores=scores),
        surveys=(Survey(id="k26", name="Kysely", date=DAY, invited=300, responses=120, groups=groups),),
        sectors=tuple(Sector(id=sector, name=sector.capitalize()) for sector in means),
    )


def _xml(data: bytes) -> str:
    """Return the text of a Word file with the words of its pictures."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        return re.sub(r"</?w:[^>]*>", "", file.read("word/document.xml").decode())


def of(year: int, value: str, *, half: int = 0) -> YearValue:
    """Return a value of a year, or of one half of it."""
    return YearValue(year=year, half=half, value=Decimal(value))


@pytest.mark.parametrize("found", [roadmap(), roadmap(measure(), viewpoint(), goals=GOALS)], ids=["empty", "some"])
def test_all_eight_parts_are_there_in_their_order(found: Roadmap) -> None:
    """Whatever the roadmap says, and in no other order."""
    headings = [plain(b.content) for b in document(found).blocks if isinstance(b, Heading) and b.level == 2]

    assert tuple(headings) == PARTS


@pytest.mark.parametrize("title", PARTS)
def test_a_missing_part_is_said_to_be_missing(title: str) -> None:
    """A part of which nothing is recorded is printed as `ei kirjattu`, never invented."""
    assert part(roadmap(), title).strip() == f"{title}\n\nEi kirjattu."


def test_levels_that_nobody_rated_are_not_rated() -> None:
    """Neither a number nor a gap stands for what is not known; focus areas come first and say so."""
    rows = tables(roadmap(viewpoint("laitteet"), viewpoint("palvelut", focus=True, scope="city")))

    assert [[plain(cell) for cell in row] for row in rows["Tasot 1–5 näkökulmittain:"].rows] == [
        ["Palvelut (koko kunta, kehittämisen kärki)", "ei arvioitu", "ei asetettu"],
        ["Laitteet (oma työ)", "ei arvioitu", "ei asetettu"],
    ]


def test_a_survey_that_too_few_answered_is_told_apart_from_none() -> None:
    """The level is not told, and it is not said that nobody rated it."""
    few = {"date": DAY, "value": Decimal("1.7"), "basis": "survey", "n": 4}
    said = part(roadmap(viewpoint(scores=[few])), PARTS[1])

    assert "| liian vähän vastauksia |" in " ".join(said.split())
    assert "1,7" not in said


def test_surveyed_and_judged_levels_have_columns_of_their_own() -> None:
    """The two inks never mix; the rounds say how many answered."""
    scores = [
        {"date": DAY.replace(year=2024), "value": Decimal("2.6"), "basis": "survey", "n": 287},
        {"date": DAY.replace(year=2025), "value": Decimal("2.9"), "basis": "survey", "n": 143},
        {"date": DAY, "value": Decimal(3), "basis": "judgement", "by": CANARY, "note": CANARY},
    ]
    targets = [{"date": DAY, "value": Decimal(4)}, {"date": DAY, "value": Decimal(5), "state": "proposed"}]
    said = part(roadmap(viewpoint(scores=scores, targets=targets)), PARTS[1])

    assert "|Näkökulma|Lähtötaso (kysely)|Uusin kysely|Oma arvio|Tavoite|Ero|" in re.sub(r" *\| *", "|", said)
    assert "2,6 (n = 287)|2,9 (n = 143)|3,0|4,0|−1,0" in re.sub(r" *\| *", "|", said)
    assert "Uusimman kyselyn keskiarvot: oma työ 2,9 (24.11.2025, n = 143)." in " ".join(said.split())


def test_the_levels_are_drawn_beside_their_table() -> None:
    """HTML has the picture with its words; Markdown gives the table alone."""
    score = {"date": DAY, "value": Decimal("2.6"), "basis": "survey", "n": 287}
    shown = document(roadmap(viewpoint(scores=[score])))

    assert "<svg" in html(shown)
    assert "Tasot 1–5 näkökulmittain:" in html(shown)
    assert "svg" not in markdown(shown)


def test_what_few_answered_is_told_in_no_form() -> None:
    """Neither in a table nor in the words of a picture, also where somebody wrote it into the file; it is named."""
    shown = document(surveyed())
    table = tables(surveyed())["Tasot 1–5 toimialoittain (24.11.2026, n = 120, vastausprosentti 40 %):"]

    assert table.header == ("Näkökulma", "Kaikki", "Opetus (n = 25)", "Kirjasto", "Tekninen")
    assert table.rows == (("Palvelut", "3,0", "3,4", "ei näytetä", "ei näytetä"),)
    for written in (markdown(shown), html(shown), _xml(docx(shown))):
        assert not {"1,7", "4,9"} & set(re.findall(r"\d,\d", written))
        assert "Vastauksia on alle 30, joten vertaa varoen: Opetus." in " ".join(written.split())
        assert "”ei näytetä”: vastauksia on liian vähän" in " ".join(written.replace("&#32;", " ").split())


def test_rounds_stand_beside_each_other_with_who_answered() -> None:
    """And with the change, which says where it may be chance; a single round has no such table."""
    (table,) = (one for caption, one in tables(surveyed()).items() if "kyselyittäin" in caption)

    assert table.header == ("Näkökulma", "24.11.2024", "24.11.2026", "Muutos")
    assert table.rows == (
        ("Palvelut", "2,9", "3,0", "+0,1 ≈"),
        ("Vastauksia (n)", "200", "120", "–"),
        ("Vastausprosentti", "ei tiedossa", "40\xa0%", "–"),
    )
    assert "≈ muutos on satunnaisvaihtelun rajoissa." in text(surveyed())
    alone = {"date": DAY, "value": Decimal(3), "basis": "survey", "n": 120}
    assert "kyselyittäin" not in text(roadmap(viewpoint(scores=[alone])))


def test_many_rounds_and_sectors_stand_in_several_tables() -> None:
    """Each once, beside each other as many as fit a page; the change stands with the latest round."""
    scores = [{"date": DAY.replace(year=year), "value": Decimal(3), "basis": "survey"} for year in range(2019, 2027)]
    names = [f"Toimialapalvelut{number}" for number in range(8)]
    groups = tuple(Group(viewpoint="palvelut", sector=name, n=40, mean=Decimal(3)) for name in names)
    found = roadmap(
        viewpoint("palvelut", scores=scores),
        viewpoint("tieto"),
        surveys=(Survey(id="k26", name="Kysely", date=DAY, groups=groups),),
        sectors=tuple(Sector(id=name, name=name) for name in names),
    )
    shown = [block.table if isinstance(block, Drawing) else block for block in document(found).blocks]
    heads = [block.header for block in shown if isinstance(block, Table) and "1–5" in plain(block.caption)]

    assert sum(heads[1:-2], ()).count("Kaikki") == 3
    assert [name for head in heads[1:-2] for name in head if "Toimiala" in name] == [f"{one} (n = 40)" for one in names]
    assert [len(head) for head in heads[-2:]] == [6, 5]
    assert heads[-1][-1] == "Muutos"


def test_the_totals_are_those_of_the_screen() -> None:
    """The sentence and the counts of the goals come from the same function as the first screen's."""
    found = roadmap(
        measure("T1", goals=["asiointi"], status="done"),
        measure("T2", goals=["asiointi", "osaaminen"], status="planned"),
        measure("T3", status="dropped"),
        goals=GOALS,
    )

    assert progress(found, FI) in text(found)
    assert sum(counts(found).values()) == 3
    goals = part(found, PARTS[3])
    assert "### Helppo asiointi\n\nVerkossa.\n\n2 toimenpidettä (ei aloitettu 1, valmis 1).\n" in goals
    assert "### Rohkeat kokeilut\n\nEi toimenpiteitä.\n" in goals


def test_a_measure_counts_once_in_a_theme() -> None:
    """Also where it serves two goals of it; what serves no theme is counted apart."""
    found = roadmap(
        measure("T1", goals=["asiointi", "kokeilut"], status="done"),
        measure("T2", goals=["asiointi", "osaaminen"]),
        measure("T3"),
        goals=GOALS,
    )
    (table,) = (one for caption, one in tables(found).items() if "teemoittain" in caption)

    assert table.header == ("Teema", "Tavoitteet", "Toimenpiteet", "Käynnissä", "Valmis")
    assert table.rows == (
        ("hyvinvointi", "2", "2", "1", "1"),
        ("tuottavuus", "1", "1", "1", "0"),
        ("ei teemaa", "0", "1", "1", "0"),
    )


def test_each_measure_stands_once_under_its_first_goal() -> None:
    """With its schedule, who answers for it, its status and its public note; what is not known says so."""
    found = roadmap(
        measure("T1", goals=["osaaminen", "asiointi"], responsible="kanslia", public="Kaikille."),
        measure("T2", goals=["poistettu"], title="Muu"),
        goals=GOALS,
        members=(Member(id="kanslia", role="Hallintojohtaja"),),
    )
    said = part(found, PARTS[4])

    assert said.count("T1") == 2
    assert re.search(r"### Osaava henkilöstö\n\n1 toimenpide:.*T1.*Hallintojohtaja.*myöhässä", said, re.DOTALL)
    assert "- **T1:** Kaikille." in said
    assert re.search(r"### Ilman tavoitetta\n\n1 toimenpide:.*T2.*Muu.*ei kirjattu", said, re.DOTALL)


def test_the_schedule_says_in_words_when_a_measure_runs() -> None:
    """Three years stand beside each other, and what was discontinued is in no schedule."""
    found = roadmap(
        measure("T1", "2025H1", "2026H1"),
        measure("T2", "2026H2", "2026H2"),
        measure("T3", "2025H1", "2028H1"),
        measure("T4", status="dropped"),
    )
    stretches = tables(found)

    first, rest = stretches["kevät 2025 – syksy 2027"], stretches["kevät 2028"]
    assert [row[1:] for row in first.rows] == [
        ("alkaa", "jatkuu", "päättyy", "", "", ""),
        ("", "", "", "alkaa ja päättyy", "", ""),
        ("alkaa", *["jatkuu"] * 5),
    ]
    assert rest.rows == (("T3 Tekoälyn pelisäännöt", "päättyy"),)


def test_a_schedule_without_end_is_written_as_beginnings_and_ends() -> None:
    """A mistyped year does not make hundreds of tables."""
    stretches = tables(roadmap(measure("T1", "2025H1", "9999H2")))

    assert stretches["Milloin toimenpiteet alkavat ja päättyvät:"].rows == (
        ("T1 Tekoälyn pelisäännöt", "kevät 2025", "syksy 9999"),
    )


def test_a_roadmap_by_years_is_scheduled_by_years() -> None:
    """The columns are years, and a measure of one year starts and ends in it."""
    head = HEAD.model_copy(update={"periods": "years", "last": HalfYear("2030H2")})
    found = roadmap(measure("T1", "2026H1", "2026H2"), head=head)

    assert tables(found)["2025–2030"].header == ("Toimenpide", *map(str, range(2025, 2031)))
    assert tables(found)["2025–2030"].rows[0][1:3] == ("", "alkaa ja päättyy")


def test_who_answers_for_what() -> None:
    """A role with all its measures; those for which nobody answers stand last."""
    found = roadmap(
        measure("T1"), measure("T2", responsible="Rehtori", status="done"), measure("T3", responsible="Rehtori")
    )
    (table,) = (one for caption, one in tables(found).items() if "vastuutahoittain" in caption)

    assert table.rows == (("Rehtori", "2", "1", "T2, T3"), ("ei kirjattu", "1", "0", "T1"))


def test_the_owner_and_the_team() -> None:
    """Seats by role and branch; what is not recorded says so."""
    members = (Member(id="koulu", role="Rehtori", sector="sivistys", task="sihteeri"),)
    said = part(roadmap(members=members, sectors=(Sector(id="sivistys", name="Sivistys"),)), PARTS[7])

    assert "**Omistaja:** ei kirjattu" in said
    assert "| Rehtori | Sivistys | sihteeri |" in said
    assert "**Toimintamalli:** ei kirjattu" in said


def test_indicators_say_whether_they_are_met() -> None:
    """Under their goal in a sentence, and drawn with a table by year, in which a year without data says so."""
    found = roadmap(
        goals=GOALS,
        indicators=(figure(values=[of(2023, "1476"), of(2025, "52.5")], targets=[of(2027, "60")]),),
    )
    table = tables(found)["Verkkoasiointi (%): arvot ja tavoitteet:"]

    assert "- Verkkoasiointi: 52,5\xa0% (2025)" in part(found, PARTS[3]).replace(" %", "\xa0%")
    assert table.header == ("Ajankohta", "2023", "2024", "2025", "2027")
    assert table.rows == (("Arvo", "1\xa0476", "ei tietoa", "52,5", "–"), ("Tavoite", "–", "–", "–", "60"))
    assert html(document(found)).count("<svg") == 1


def test_indicators_that_a_picture_would_tell_nothing_of_share_a_table() -> None:
    """A single value has nothing to be seen against, and a target alone is no result."""
    alone, aim = figure(values=[of(2025, "52.5")]), figure(id="M2", title="Taso", unit="", targets=[of(2027, "3")])
    found = roadmap(goals=GOALS, indicators=(alone, aim))

    assert tables(found)["Mittarien arvot ja tavoitteet vuosittain:"].rows == (
        ("Verkkoasiointi (%)", "52,5", "–"),
        ("Taso", "ei tietoa", "–"),
        ("Taso, tavoite", "–", "3"),
    )
    assert "<svg" not in html(document(found))


def test_the_last_six_years_stand_beside_each_other() -> None:
    """Older ones are left to the indicator's own page; words of a scale stand for its values, sums below."""
    many = figure(values=[of(year, "2") for year in range(2010, 2026)], adds_up=True)
    scaled = figure(id="M2", title="Taso", words=["alku", "puoliväli"], unit="", goals=[], values=[of(2025, "2")])
    found = roadmap(goals=GOALS, indicators=(many, scaled))

    (row,) = tables(found)["Verkkoasiointi (%): arvot ja tavoitteet:"].rows
    assert len(row) == 7
    assert tables(found)["Mittarien arvot ja tavoitteet vuosittain:"].rows == (("Taso", "puoliväli"),)
    assert "### Muut mittarit" in part(found, PARTS[3])
    assert "- Verkkoasiointi: 32\xa0%" in markdown(document(found)).replace(" %", "\xa0%")


def test_half_years_take_no_room_from_the_years() -> None:
    """They stand in a table of their own."""
    yearly, half = figure(values=[of(2025, "2")]), figure(id="M2", title="Kävijät", values=[of(2026, "3", half=1)])
    found = tables(roadmap(goals=GOALS, indicators=(yearly, half)))

    assert found["Mittarien arvot ja tavoitteet vuosittain:"].header[1:] == ("2025",)
    assert found["Mittarien arvot ja tavoitteet puolivuosittain:"].header[1:] == ("kevät 2026",)


def test_pilots_are_told_in_a_line() -> None:
    """How far they are, beside the planned number, and below what becomes of each."""
    pilots = [
        measure("T1", kind="pilot", status="done", home="Työohje"),
        measure("T2", kind="pilot", status="ready", continuation="Käyttöön keväällä."),
        measure("T3", kind="pilot", status="dropped", lesson="Ei kysyntää"),
    ]
    head = HEAD.model_copy(update={"pilots": 5})
    said = text(roadmap(*pilots, head=head))

    assert ": 1 käytössä · 1 käyttöönottovalmis · 1 lopetettu – opittu; tavoite 5." in said
    for told in ("T1:** vakiinnutettu: Työohje", "T2:** jatko: Käyttöön keväällä.", "T3:** opittu: Ei kysyntää"):
        assert told in said


def full() -> Roadmap:
    """Return a roadmap with something secret in every place that nobody but the team should see."""
    secret: dict[str, Any] = {"internal": CANARY, "oma": CANARY, "helpers": [CANARY], "needs": CANARY}
    log = [{"date": DAY, "text": CANARY}]
    item = {"number": 1, "internal": CANARY, "discussion": CANARY, "background": CANARY}
    return roadmap(
        measure("T1", goals=["asiointi"], log=log, **secret),
        viewpoint(scores=[{"date": DAY, "value": Decimal(3), "basis": "judgement", "by": CANARY, "note": CANARY}]),
        meeting(items=[item], attendance=[{"guest": CANARY}]),
        goals=GOALS,
        indicators=(figure(values=[{"year": 2025, "value": Decimal(1), "note": CANARY}], keeper=CANARY),),
        members=(Member(id="kanslia", role="Hallintojohtaja", deputy=CANARY),),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_internal_comes_out_in_any_format(language: str) -> None:
    """Internal notes, the log, unknown keys, names and who judged a level are in no form of the document."""
    shown = document(full(), language)

    assert CANARY not in markdown(shown)
    assert CANARY not in html(shown)
    assert CANARY not in docx_text(docx(shown))


def test_the_types_have_no_room_for_what_is_internal() -> None:
    """A field that is not named cannot leak."""
    classes = (public.PublicRoadmap, public.Row, public.Level, public.Seat, public.Figure, public.Purpose)

    names = {field.name for one in classes for field in fields(one)}
    assert names.isdisjoint({"internal", "by", "log", "model_extra", "helpers", "deputy", "needs", "funding"})


def test_hostile_texts_stay_texts() -> None:
    """No heading, tag or table arises from what people typed; the eight parts are all that there is."""
    many = tuple(measure(f"T{n}", goals=[f"g{n}"], title=said, public=said) for n, said in enumerate(HOSTILE))
    goals = tuple(Goal(id=f"g{n}", title=said, description=said, theme=said) for n, said in enumerate(HOSTILE))
    shown = document(roadmap(*many, goals=goals))
    written = html(shown)

    assert written.count("<h2>") == 8
    assert "<script" not in written
    assert "<img" not in written
    assert [line for line in markdown(shown).splitlines() if line.startswith("## ")] == [f"## {one}" for one in PARTS]
    assert docx_text(docx(document(roadmap(*many[:9], goals=goals[:9]))))


def test_the_front_says_whose_it_is_and_that_a_sample_is_one() -> None:
    """Organisation, sample mark, day and period stand before the first part."""
    front = markdown(document(roadmap(head=HEAD.model_copy(update={"sample": True})))).partition("\n## ")[0]

    assert "**ESIMERKKI: sisältö on keksitty.**" in front
    assert "Esimerkkilän kaupunki" in front
    assert "**Päivä:** 24.11.2026" in front
    assert "**Kausi:** kevät 2025 – syksy 2027" in front


def test_another_language_has_the_texts_of_the_file_in_it_and_lists_the_others() -> None:
    """What has no Swedish text stands in Finnish, marked as that, and is listed."""
    goal = Goal.model_validate({"id": "a", "title": "Helppo asiointi", "title_sv": "Smidig service"})
    found = roadmap(
        measure("T1", goals=["a"], responsible="koulu"), goals=(goal,), members=(Member(id="koulu", role="Rehtori"),)
    )
    lines = document_lacking_lines(found, FI, language="sv")

    assert "### Smidig service" in markdown(document(found, "sv"))
    assert '<span lang="fi">Tekoälyn pelisäännöt</span>' in html(document(found, "sv"))
    assert "- T1: nimi" in lines
    assert not [line for line in lines if "vastuu" in line]
    assert document_lacking_lines(found, FI, language="fi") == ()


def test_the_name_of_the_file_is_predictable() -> None:
    """By its day, in the language of the document."""
    assert document_name(FI, day=DAY, extension="docx") == "digitiekartta-2026-11-24.docx"
    assert document_name(Words("sv"), day=DAY, extension="md") == "digivagkarta-2026-11-24.md"

"""A round of the survey is one sentence, however many levels it brings; as a § it tells who answered."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import TYPE_CHECKING

from exporters.changed import Naming
from exporters.data import change_data
from exporters.phrasebook import Phrasebook
from exporters.sentences import sentences, subject, trailers, undo_label
from exporters.settling import conflict_data
from exporters.surveyitem import background, decision, retold_levels
from exporters.surveys import proposed_name, round_lines, rounds_data
from exporters.typedround import beside, preview, rate
from exporters.words import Words
from model.check import check
from model.conflict import Conflict
from model.diff import apply, diff, inverted
from model.edits import RefusedError
from model.records import Score
from model.rounds import recorded
from model.survey import Group, Survey
from model.typedround import DATE, INVITED, RESPONSES, blank
from tests.model.build import meeting, roadmap, viewpoint

if TYPE_CHECKING:
    from model.roadmap import Roadmap

FI, SV, EN = Words("fi"), Words("sv"), Words("en")
DAY = date(2026, 5, 15)
OLD = {"date": date(2024, 9, 27), "value": Decimal("2.9"), "basis": "survey", "n": 287}
SURVEY = Survey(id="kysely-2026", name="Digikysely 2026", date=DAY, invited=296, responses=142)
FACTS = "(15.5.2026, n = 142, vastausprosentti 48\u00a0%)"
PLAIN = FACTS.replace("\u00a0", " ")


def start() -> Roadmap:
    """Return a roadmap of three viewpoints, one of them measured in 2024."""
    return roadmap(
        viewpoint("palvelut", short="Sähköiset palvelut", scope="city", scores=[OLD]),
        viewpoint("tieto", short="Tiedon keruu", scope="own"),
        viewpoint("osaaminen", short="Osaaminen", scope="own"),
    )


def scores(*, survey: str = "kysely-2026", **levels: str) -> dict[str, Score]:
    """Return scores of the round by viewpoint."""
    return {
        name: Score(date=DAY, value=Decimal(level), basis="survey", n=140, survey=survey, by="Digikysely 2026")
        for name, level in levels.items()
    }


def after() -> Roadmap:
    """Return the roadmap with the round."""
    return recorded(start(), SURVEY, scores(palvelut="3.3", tieto="2.6"))


def test_a_round_is_one_sentence_in_every_language() -> None:
    """Two levels and the record of the round are told together."""
    changes = diff(start(), after())

    assert sentences(changes, FI, after()) == (f"Kysely Digikysely 2026: 2 näkökulmaa {FACTS}",)
    assert sentences(changes, SV, after())[0].startswith("Enkät Digikysely 2026: 2 perspektiv (15.5.2026, n = 142, sv")
    assert "2 viewpoints (15 May 2026, n = 142, response rate 48%)" in sentences(changes, EN, after())[0]


def test_the_commit_says_the_same_and_names_the_viewpoints() -> None:
    """The subject is the sentence; the trailers lead to each viewpoint."""
    changes = diff(start(), after())

    assert subject(changes, FI, after()) == f"Kysely Digikysely 2026: 2 näkökulmaa {PLAIN}"
    assert trailers(changes) == ("Viewpoint: palvelut", "Viewpoint: tieto")


def test_a_long_name_loses_the_aside_and_not_the_count() -> None:
    """A subject has 100 letters; how many viewpoints stands before the facts."""
    long = SURVEY.model_copy(update={"name": "Henkilöstön ja luottamushenkilöiden digitalisaatiokysely 2026"})
    made = recorded(start(), long, scores(palvelut="3.3", tieto="2.6"))

    said = subject(diff(start(), made), FI, made)

    assert len(said) <= 100
    assert "2 näkökulmaa" in said


def test_a_round_is_undone_in_one_sentence() -> None:
    """The label of undo names the round; what it takes back is one sentence again."""
    changes = diff(start(), after())

    assert undo_label(changes, FI, after()) == "Kumotaan: Kysely Digikysely 2026: 2 näkökulmaa"
    assert sentences(inverted(changes), FI, start()) == (f"Kumottu: Kysely Digikysely 2026: 2 näkökulmaa {FACTS}",)
    assert apply(after(), inverted(changes)) == start()


def test_levels_typed_into_the_file_by_hand_are_a_round_too() -> None:
    """A survey's levels of one day are one sentence without a record of the round; a single one stays itself."""
    both = start()
    for name, score in scores(survey="", palvelut="3.3", tieto="2.6").items():
        old = both.viewpoint(name)
        both = both.replacing("viewpoints", old.model_copy(update={"scores": (*old.scores, score)}))
    one = start().replacing("viewpoints", both.viewpoint("tieto"))

    assert sentences(diff(start(), both), FI, both) == ("Kysely Digikysely 2026: 2 näkökulmaa (15.5.2026, n = 140)",)
    assert sentences(diff(start(), one), FI, one) == ("Näkökulma Tiedon keruu: ei arvioitu → 2,6 (kysely, n = 140)",)


def test_a_round_and_another_change_are_two_sentences() -> None:
    """What has nothing to do with the round is told beside it."""
    made = after().replacing("viewpoints", after().viewpoint("osaaminen").model_copy(update={"focus": True}))

    assert len(sentences(diff(start(), made), FI, made)) == 2


def test_a_corrected_level_is_no_round() -> None:
    """Putting a level right is told as that."""
    palvelut = after().viewpoint("palvelut")
    right = palvelut.scores[-1].model_copy(update={"value": Decimal("3.4")})
    made = after().replacing("viewpoints", palvelut.model_copy(update={"scores": (*palvelut.scores[:-1], right)}))

    assert sentences(diff(after(), made), FI, made) == ("Näkökulma Sähköiset palvelut: 3,3 → 3,4 (kysely, n = 140)",)


def test_a_section_about_a_round_is_told_through_it() -> None:
    """The commit begins with the §, which names the round as its subject; nothing is dangling."""
    item = {
        "number": 5,
        "heading": "Kyselyn tulokset",
        "subjects": ["kysely-2026"],
        "outcome": "score",
        "decision": "M.",
    }
    held = meeting(opened=time(9), items=[{"number": 4, "heading": "A"}])
    before = start().adding("meetings", held)
    made = after().adding("meetings", meeting(opened=time(9), items=[{"number": 4, "heading": "A"}, item]))

    assert subject(diff(before, made), FI, made).startswith("§ 5 Kysely Digikysely 2026: 2 näkökulmaa")
    assert not [problem for problem in check(made) if problem.code == "dangling"]


def test_the_section_tells_who_answered_and_which_changes_are_none() -> None:
    """Own work and municipality stand apart; a small change is named as random variation."""
    said = background(start(), FI, SURVEY, scores=scores(palvelut="3", tieto="2.6"))

    assert said == (
        "Kyselyyn vastasi 142, kutsuttuja oli 296: vastausprosentti 48\u00a0%. Oman työn tasot: Tiedon keruu 2,6."
        " Koko kunnan tasot: Sähköiset palvelut 2,9 → 3,0."
        " Muutos on satunnaisvaihtelun rajoissa: Sähköiset palvelut."
    )
    assert decision(SURVEY, FI) == "Merkittiin kyselyn tulokset tiedoksi: Digikysely 2026 (15.5.2026)."


def test_the_section_is_said_again_in_another_language() -> None:
    """Minutes in Swedish have it in Swedish: it is the program's own text."""
    made = background(start(), FI, SURVEY, scores=scores(palvelut="3", tieto="2.6"))
    book = Phrasebook(start(), FI, EN)

    assert book.said(decision(SURVEY, FI)).text == (
        "The results of the survey were noted for information: Digikysely 2026 (15 May 2026)."
    )
    told = book.said(made)
    assert told.whole
    assert "Levels of one's own work: Tiedon keruu 2.6. Levels of the whole municipality: " in told.text
    assert "Sähköiset palvelut 2.9 → 3.0." in told.text
    assert (
        retold_levels("Tavoitteet ja mittarit; Tieto 2,9", {"Tieto": "Data"}, SV) == "Tavoitteet ja mittarit; Data 2,9"
    )


def test_rounds_are_listed_the_newest_first() -> None:
    """A line and an object for each, with n and response rate; an older one without a record has its day."""
    assert round_lines(after(), FI) == (
        f"Digikysely 2026   {FACTS[1:-1]}   2 näkökulmaa",
        "Kysely   27.9.2024, n = 287   1 näkökulma",
    )
    newest, oldest = rounds_data(after())
    assert (newest["id"], newest["responses"], newest["response_rate"]) == ("kysely-2026", 142, 48.0)
    assert (oldest["id"], oldest["invited"], oldest["on"]) == (None, None, "2024-09-27")
    assert newest["viewpoints"][0] == {"id": "palvelut", "n": 140, "mean": 3.3}  # type: ignore[index] # it is a list


def test_what_is_typed_is_shown_before_it_is_saved() -> None:
    """The preview has the round's line, a row for each level and what was not asked about."""
    typed = blank(start(), name="Digikysely 2026")
    cells = {DATE: "15.5.2026", INVITED: "296", RESPONSES: "142", ("tieto", "mean"): "2.65", ("tieto", "n"): "140"}
    for cell, text in cells.items():
        typed = typed.typing(cell, text)

    head, row, empty = preview(typed, start(), FI)

    assert head == f"Digikysely 2026 {PLAIN}: 1 näkökulma"
    assert row == "Tiedon keruu   2,7   n = 140"
    assert empty == "Ei kysytty: Sähköiset palvelut ja Osaaminen"


def test_no_rate_is_told_before_both_numbers_stand() -> None:
    """A rate needs who was asked and who answered, and no more of the latter."""
    typed = blank(start()).typing(RESPONSES, "142")

    assert rate(typed, FI) == ""
    assert rate(typed.typing(INVITED, "0"), FI) == ""
    assert rate(typed.typing(INVITED, "100"), FI) == ""
    assert rate(typed.typing(INVITED, "296"), FI) == "48\u00a0%"


def test_the_sentence_beside_a_row_has_room_there() -> None:
    """At eighty columns 29 are left beside the cells; what is wrong in a row fits in them in each language."""
    errors = (
        RefusedError("bad-level", value="6"),
        RefusedError("bad-count", text="x"),
        RefusedError("too-few-answers", viewpoint="V", n=4, fewest=5),
        RefusedError("more-answers", n=1200, responses=1000),
        RefusedError("mean-missing"),
        RefusedError("survey-empty"),
    )

    assert [said for words in (FI, SV, EN) for e in errors if len(said := beside(e, words)) > 29] == []


def by_hand(*groups: tuple[str, int], n: int = 40) -> Roadmap:
    """Return a roadmap in which somebody wrote results by sector, and a level of the whole, into the file."""
    told = tuple(Group(viewpoint="palvelut", sector=sector, n=count, mean=Decimal("4.7")) for sector, count in groups)
    score = Score(date=DAY, value=Decimal("4.6"), basis="survey", n=n, survey="kysely-2026")
    found = roadmap(viewpoint("palvelut", short="Sähköiset palvelut", scores=[score]))
    return found.model_copy(update={"surveys": (SURVEY.model_copy(update={"groups": told}),)})


def test_what_a_small_group_answered_is_told_nowhere() -> None:
    """Neither the history, in words or as JSON, nor who decided tells a figure that the pictures hide."""
    for before, after in (
        (by_hand(("sivi", 36)), by_hand(("sivi", 36), ("pelastus", 4))),
        (by_hand(("sivi", 36), ("pelastus", 4)), by_hand(("sivi", 36), ("pelastus", 3))),
        (by_hand(n=4), by_hand(n=3)),
    ):
        (change,) = diff(before, after)
        said = Naming(FI, after)
        told = (*sentences([change], FI, after), said.value(change, change.before), said.value(change, change.after))
        data = change_data(change, FI, after)

        assert not any(figure in " ".join(told) for figure in ("4,7", "4,6", "n = ", "vastaajamäärä"))
        sides = [side for side in (data["before"], data["after"]) if side]
        assert not any(side.get(figure) for side in sides for figure in ("mean", "value", "n"))


def test_the_results_of_a_sector_are_named() -> None:
    """A group that comes by hand is told by its viewpoint and its sector."""
    before, after = by_hand(("sivi", 30)), by_hand(("sivi", 30), ("tekn", 10))

    assert sentences(diff(before, after), FI, after) == (
        "Kysely Digikysely 2026 tulokset toimialoittain: Sähköiset palvelut, tekn",
    )


def test_a_conflict_tells_no_figure_of_a_small_group() -> None:
    """Two wrote different numbers of one group: that they did is told, not what."""
    found = by_hand(("sivi", 36), ("pelastus", 4))
    entry = {"viewpoint": "palvelut", "sector": "pelastus"}
    group = Conflict(
        id="R1",
        table="surveys",
        record="kysely-2026",
        field="groups",
        entry=("palvelut", "pelastus"),
        ours={**entry, "n": 4, "mean": Decimal("4.7")},
        theirs={**entry, "n": 3, "mean": Decimal("4.9")},
    )
    level = Conflict(
        id="R2",
        table="viewpoints",
        record="palvelut",
        field="scores.value",
        entry=("2026-05-15", "survey"),
        ours=Decimal("4.6"),
        theirs=Decimal("4.9"),
    )
    few = by_hand(n=4)

    told = str(conflict_data([group], FI, found)) + str(conflict_data([level], FI, few))
    assert not any(figure in told for figure in ("4,7", "4.7", "4,9", "4.9", "4,6", "4.6", "'n': 3"))
    assert "4,9" in str(conflict_data([level], FI, by_hand(n=40)))


def test_a_round_is_named_after_the_year_in_which_it_ended() -> None:
    """A file of December that is read in January is last year's survey."""
    assert proposed_name(start(), FI, day=date(2025, 12, 19)).endswith(" 2025")
    assert proposed_name(after(), FI, day=date(2027, 12, 19)) == "Digikysely 2027"

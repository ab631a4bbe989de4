"""Texts of the file may have a second language; an export in it takes them and can say what it lacks."""

from __future__ import annotations

import pytest

from model.diff import apply, diff
from model.edits import RefusedError
from model.meeting import Action, Attendance, Item
from model.records import TABLES, Head, Measure, Member, Sector
from model.translations import LANGUAGES, TEXTS, Lack, companions, lacking, parted, text, translated
from model.typed import set_field
from tests.model.build import HEAD, measure, meeting, roadmap, viewpoint

T07 = measure(title_sv="Spelregler för AI")


def test_a_text_is_taken_from_its_companion() -> None:
    """`title_sv` is the title in Swedish; where there is none, or an empty one, the roadmap's own words stand."""
    assert text(T07, "title", "sv") == "Spelregler för AI"
    assert text(T07, "title", "en") == "Tekoälyn pelisäännöt"
    assert text(measure(title_sv="  "), "title", "sv") == "Tekoälyn pelisäännöt"
    assert text(measure(title_sv=7), "title", "sv") == "Tekoälyn pelisäännöt"


def test_a_whole_roadmap_is_read_in_a_language() -> None:
    """Records and the entries in them have their texts in the language, as far as there are any; the rest stays."""
    item = Item.model_validate({"number": 5, "decision": "Päätettiin.", "decision_sv": "Beslöts.", "heading": "Asia"})
    head = Head.model_validate({**HEAD.model_dump(), "organisation_sv": "Exempelstad"})
    own = roadmap(T07, measure("T08"), meeting(items=(item,)), head=head)

    swedish = translated(own, "sv")

    assert swedish.head.organisation == "Exempelstad"
    assert [found.title for found in swedish.measures] == ["Spelregler för AI", "Tekoälyn pelisäännöt"]
    assert [(found.heading, found.decision) for found in swedish.meetings[0].items] == [("Asia", "Beslöts.")]
    assert swedish.measure("T07").end == own.measure("T07").end
    assert swedish.measures[1] is own.measures[1]
    assert translated(own, "fi") is own


def test_the_roadmaps_own_language_is_its_plain_texts() -> None:
    """In a Swedish roadmap `title` is Swedish, and `title_sv` beside it would be a second one that nobody sees."""
    swedish = roadmap(T07, head=HEAD.model_copy(update={"language": "sv"}))

    assert translated(swedish, "sv").measure("T07").title == "Tekoälyn pelisäännöt"


def test_a_guest_has_one_name_in_a_meeting() -> None:
    """The list of who was there knows a guest by name, so one companion is that of each entry of the guest."""
    arrived = {"guest": "talouspäällikkö Leena Luonnos", "presence": "heard", "item": 7}
    came = Attendance.model_validate({**arrived, "guest_sv": "ekonomichef Leena Luonnos"})
    left = Attendance.model_validate({**arrived, "item": 8, "presence": "left"})
    swedish = translated(roadmap(meeting(attendance=(came, left))), "sv")

    assert [entry.guest for entry in swedish.meetings[0].attendance] == ["ekonomichef Leena Luonnos"] * 2


def test_what_minutes_lack_is_listed() -> None:
    """Each text of the minutes without a companion is named once, by record, field and § or task; ids are no texts."""
    own = roadmap(
        T07,
        measure("T08"),
        viewpoint("johto"),
        meeting(
            place="Lehtori",
            chair="malli",
            secretary="Pekka Pohja",
            attendance=(Attendance(guest="Leena"), Attendance(guest="Leena", presence="left", item=2)),
            items=(
                Item.model_validate({"number": 1, "heading": "Avaus", "heading_sv": "Öppnande", "subjects": ("T07",)}),
                Item(number=2, decision="Päätettiin.", subjects=("T08", "johto", "X1")),
            ),
            actions=(Action(number=1, task="Vienti", who="malli"), Action(number=2, task="Luonnos", who="Talous")),
        ),
        members=(Member(id="malli", role="Kokoonkutsuja"),),
        sectors=(Sector.model_validate({"id": "tekninen", "name": "Tekninen", "name_sv": "Tekniska"}),),
    )

    assert lacking(own, own.meetings[0], "sv") == (
        Lack("roadmap", "", "organisation"),
        Lack("meetings", "3/2026", "place"),
        Lack("meetings", "3/2026", "secretary"),
        Lack("members", "malli", "role"),
        Lack("meetings", "3/2026", "guest"),
        Lack("measures", "T08", "title"),
        Lack("viewpoints", "johto", "name"),
        Lack("meetings", "3/2026", "decision", item=2),
        Lack("meetings", "3/2026", "task", action=1),
        Lack("meetings", "3/2026", "task", action=2),
        Lack("meetings", "3/2026", "who", action=2),
    )
    assert lacking(own, own.meetings[0], "fi") == ()


def test_every_companion_belongs_to_a_text() -> None:
    """The table names fields that hold plain text, and no companion is itself a field."""
    for kind, fields in TEXTS.items():
        assert all(kind.model_fields[field].annotation is str for field in fields)
        assert set(companions(kind)).isdisjoint(kind.model_fields)
        assert len(companions(kind)) == len(fields) * len(LANGUAGES)
    assert "internal_sv" not in companions(Measure)
    assert companions(TABLES["approvals"]) == ()


@pytest.mark.parametrize(
    ("key", "parts"), [("title_sv", ("title", "sv")), ("published_to", ("published_to", "")), ("_sv", ("_sv", ""))]
)
def test_a_companions_key_is_told_apart(key: str, parts: tuple[str, str]) -> None:
    """Only an ending that is a language parts a key."""
    assert parted(key) == parts


def test_a_companion_can_be_typed_and_emptied() -> None:
    """It is edited as any field is; an empty text takes it away, and the way back is as for any change."""
    own = roadmap(T07)
    changed = set_field(own, ("measures", "T07"), "title_sv", " AI-regler ")
    emptied = set_field(changed, ("measures", "T07"), "title_sv", "")

    assert text(changed.measure("T07"), "title", "sv") == "AI-regler"
    assert emptied.measure("T07") == measure()
    assert [(c.field, c.before, c.after) for c in diff(changed, emptied)] == [("title_sv", "AI-regler", None)]
    assert apply(changed, diff(changed, emptied)) == emptied
    with pytest.raises(RefusedError):
        set_field(own, ("measures", "T07"), "internal_sv", "x")

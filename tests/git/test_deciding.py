"""Who decided on a field: from the contents of all versions, and a second time from what was kept of them."""

from __future__ import annotations

import shutil
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from model.git import deciding as module
from model.git.deciding import decided
from model.git.kept import Shelf, packed, unpacked
from model.git.watching import Watch
from model.halfyear import HalfYear
from model.records import Move
from tests.git.test_history import HEAD, record, text
from tests.git.test_history_followed import cloned, renamed, under_old_name
from tests.model.build import DAY

if TYPE_CHECKING:
    from pathlib import Path

    from model.entry import Decision
    from tests.git.conftest import Town

MOVE = '\n[[measures.moves]]\ndate = 2026-11-24\nfrom = "2026H2"\nto = "2027H1"\nreason = "resurssi"\n'
PLACE = 'meeting = "3/2026"\nitem = 5\n'
LATE = text(T02="planned Toka")
T01 = text(T01="planned Eka")


def moved() -> str:
    """Return T01 with its end moved, in § 5 of the third meeting, because of resources."""
    return text(T01="planned Eka").replace('end = "2026H2"', 'end = "2027H1"') + MOVE + PLACE


def asked(town: Town, field: str = "end", name: str = "T01") -> tuple[Decision, ...]:
    """Return the decisions on a field of a measure."""
    return decided(town.roadmap, "measures", name, field=field)


def values(found: tuple[Decision, ...]) -> list[tuple[object, object]]:
    """Return what each decision changed."""
    return [(decision.before, decision.after) for decision in found]


@pytest.fixture
def looked(monkeypatch: pytest.MonkeyPatch) -> list[bytes]:
    """The versions that were looked at, in order."""
    found: list[bytes] = []
    look = Watch.look

    def counted(self: Watch, data: bytes) -> object:
        found.append(data)
        return look(self, data)

    monkeypatch.setattr(Watch, "look", counted)
    return found


def test_a_decision_tells_who_when_where_and_why(unborn: Town) -> None:
    """Before, after, who, when, the commit, the meeting, the § and the reason, which also a hand edit names."""
    record(unborn, T01)
    made = record(unborn, moved(), "käsin")

    newest, first = asked(unborn)

    assert (newest.before, newest.after, newest.why) == ("2026H2", "2027H1", "resurssi")
    assert (newest.commit, newest.who, newest.subject) == (made, "Erkki Esimerkki", "käsin")
    assert (newest.meeting, newest.item, newest.form) == ("3/2026", 5, "change")
    assert newest.when.utcoffset() is not None
    assert (first.before, first.after, first.form) == (None, "2026H2", "made")
    assert isinstance(newest.after, HalfYear)


def test_trailers_tell_the_place(unborn: Town) -> None:
    """What the program recorded names meeting and § in its trailers."""
    record(unborn, T01)
    record(unborn, text(T01="active Eka"), "§ 4", Meeting="2/2026", Item="4")

    assert [(d.meeting, d.item) for d in asked(unborn, "status")] == [("2/2026", 4), ("", None)]


def test_only_what_touched_the_field_is_told(unborn: Town) -> None:
    """Other fields and other records are no decisions on it."""
    record(unborn, T01)
    record(unborn, text(T01="active Eka"))
    record(unborn, text(T01="active Eka", T02="planned Toka"))
    record(unborn, text(T01="active Uusi", T02="planned Toka"))

    assert values(asked(unborn, "status")) == [("planned", "active"), (None, "planned")]
    assert values(asked(unborn, "title")) == [("Eka", "Uusi"), (None, "Eka")]
    assert values(asked(unborn, "title", "T02")) == [(None, "Toka")]


def test_what_never_was_has_no_decisions(unborn: Town, town: Town) -> None:
    """Nobody decided on an empty field, on a field or a record that is not there, or before the first commit."""
    assert town.roadmap == unborn.roadmap
    record(unborn, T01)

    assert [asked(unborn, field) for field in ("public", "moves", "mitä")] == [()] * 3
    assert asked(unborn, "title", "T99") == ()
    unborn.git("checkout", "-q", "--orphan", "tyhjä")
    assert asked(unborn) == ()


def test_a_record_that_went_and_came(unborn: Town) -> None:
    """Removing and adding a record decides on all of its fields."""
    record(unborn, text(T01="planned Eka", T02="planned Toka"))
    record(unborn, LATE)
    record(unborn, text(T01="done Eka", T02="planned Toka"))

    assert values(asked(unborn, "status")) == [(None, "done"), ("planned", None), (None, "planned")]


def test_entries_of_lists(unborn: Town) -> None:
    """Each entry of a list is a decision of its own, with its own words."""
    record(unborn, T01)
    record(unborn, moved())
    record(unborn, moved().replace("resurssi", "määräraha"))

    newest, first = asked(unborn, "moves")

    assert [entry.after.reason for entry in (newest, first)] == ["määräraha", "resurssi"]
    assert (first.before, newest.before) == (None, first.after)
    assert isinstance(first.after, Move)
    assert (newest.key, newest.why) == ((DAY, "2026H2", "2027H1"), "määräraha")


def test_records_of_other_tables(unborn: Town) -> None:
    """A viewpoint, a meeting and the roadmap's own fields have their decisions, too."""
    viewpoint = '\n[[viewpoints]]\nid = "taito"\nname = "Taito"\nscope = "own"\n'
    score = '\n[[viewpoints.scores]]\ndate = 2026-11-24\nvalue = 3.5\nbasis = "judgement"\nnote = "arvio"\n'
    meeting = '\n[[meetings]]\nnumber = "3/2026"\ndate = 2026-11-24\n'
    record(unborn, HEAD + viewpoint + meeting)
    record(unborn, (HEAD + viewpoint + score + meeting).replace("Digitiekartta", "Kartta") + 'place = "Sali"\n')

    assert values(decided(unborn.roadmap, "roadmap", "", field="title"))[0] == ("Digitiekartta", "Kartta")
    assert values(decided(unborn.roadmap, "meetings", "3/2026", field="place")) == [("", "Sali")]
    (scored,) = decided(unborn.roadmap, "viewpoints", "taito", field="scores")
    assert (scored.after.value, scored.why) == (Decimal("3.5"), "arvio")


def test_a_version_that_cannot_be_read_decides_nothing(unborn: Town) -> None:
    """Where the record cannot be told, the next version that can be read tells what changed; nothing is invented."""
    record(unborn, T01)
    record(unborn, T01.replace("[[measures]]", "<<<<<<<\n[[measures]]\n=======", 1).replace("planned", "="))
    record(unborn, text(T01="active Eka"))

    assert values(asked(unborn, "status")) == [("planned", "active"), (None, "planned")]


def test_a_file_that_was_cut_off_removed_no_field(unborn: Town) -> None:
    """What stands last may have been cut off there, so the whole version has to be a roadmap."""
    record(unborn, moved())
    record(unborn, moved().split("\nstatus")[0] + '\nkeskenjää"')
    record(unborn, moved())

    assert len(asked(unborn)) == 1
    assert len(asked(unborn, "status")) == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content.replace("\n", "\r\n"),
        lambda content: "\ufeff" + content,
        lambda content: content.replace('id = "T01"', "'id' = 'T01'  # nimi"),
        lambda content: content.replace("[[measures]]", "  [[ measures ]]  # x"),
        lambda content: content.replace('title = "Eka"', 'title = """\n[[goals]]\nid = "T01"\n"""'),
        lambda content: content + '\n[[goals]]\nid = "T01"\ntitle = "Muu"\n',
        lambda content: HEAD + '\n[[goals]]\nid = "T01"\ntitle = "Muu"\n' + content.removeprefix(HEAD),
        lambda content: content + '\n[[measures]]\nid = "T010"\ntitle = "x"\nstart = "2026H1"\nend = "2026H1"\n',
    ],
)
def test_however_the_file_is_written(unborn: Town, change: object) -> None:
    """Line ends, quotes, spaces, texts that look like records: the decisions are the same."""
    assert callable(change)
    record(unborn, change(T01))
    record(unborn, change(text(T01="active Eka")))
    record(unborn, change(text(T01="active Eka").replace("2026H2", "2027H1")))

    assert values(asked(unborn)) == [("2026H2", "2027H1"), (None, "2026H2")]
    assert values(asked(unborn, "status")) == [("planned", "active"), (None, "planned")]


def test_renames_are_followed(unborn: Town) -> None:
    """What was decided under the file's old name was decided."""
    unborn.roadmap.unlink()
    under_old_name(unborn, T01, "alku")
    under_old_name(unborn, text(T01="active Eka"), "alkoi")
    renamed(unborn, "nimi", text(T01="done Eka"))

    assert [d.subject for d in asked(unborn, "status")] == ["nimi", "alkoi", "alku"]


def test_a_merge_decides_what_neither_side_had(unborn: Town) -> None:
    """The sides' own decisions stand under their own commits."""
    start = {"T01": "planned Eka", "T02": "planned Toka"}
    record(unborn, text(**start), "alku")
    unborn.git("checkout", "-q", "-b", "sivu")
    record(unborn, text(**start | {"T01": "done Eka"}), "sivu")
    unborn.git("checkout", "-q", "main")
    record(unborn, text(**start | {"T02": "done Toka"}), "pää")
    unborn.git("merge", "-q", "--no-commit", "sivu", fails=True)
    unborn.write(text(T01="done Uusi", T02="done Toka").encode())
    unborn.git("commit", "-q", "-a", "-m", "yhdistys")

    assert [d.subject for d in asked(unborn, "status")] == ["sivu", "alku"]
    assert [d.subject for d in asked(unborn, "title")] == ["yhdistys", "alku"]


def test_a_shallow_copy_says_where_it_begins(unborn: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """The oldest commit there decided nothing: what was before it is not in this copy; with it, the answer changes."""
    for status in ("planned", "active", "done"):
        record(unborn, text(T01=f"{status} Eka"), status)
    copy = cloned(unborn, tmp_path_factory.mktemp("kopio")) / "roadmap.toml"

    assert [d.form for d in decided(copy, "measures", "T01", field="status")] == ["change", "cut"]
    type(unborn)(copy.parent).git("fetch", "-q", "--unshallow")
    assert [d.form for d in decided(copy, "measures", "T01", field="status")] == ["change", "change", "made"]


def test_asked_again_no_version_is_read(unborn: Town, looked: list[bytes]) -> None:
    """Any field of the record is answered from what was kept, and the same; after a decision only its versions are."""
    record(unborn, T01)
    record(unborn, text(T01="active Eka"))
    first = asked(unborn)
    assert len(looked) == 2

    looked.clear()
    assert asked(unborn) == first
    assert values(asked(unborn, "status"))[0] == ("planned", "active")
    assert looked == []

    record(unborn, text(T01="active Eka").replace("2026H2", "2027H1"))
    assert values(asked(unborn)) == [("2026H2", "2027H1"), (None, "2026H2")]
    assert len(looked) == 2


def test_what_does_not_follow_what_was_kept_is_read_anew(unborn: Town) -> None:
    """After a merge, or on another line of history, the whole is read again."""
    record(unborn, T01, "alku")
    unborn.git("checkout", "-q", "-b", "sivu")
    record(unborn, text(T01="done Eka"), "sivu")
    assert [d.subject for d in asked(unborn, "status")] == ["sivu", "alku"]

    unborn.git("checkout", "-q", "main")
    assert [d.subject for d in asked(unborn, "status")] == ["alku"]
    record(unborn, text(T01="planned Uusi"), "pää")
    assert [d.subject for d in asked(unborn, "title")] == ["pää", "alku"]
    unborn.git("merge", "-q", "--no-commit", "sivu", fails=True)
    unborn.write(text(T01="done Uusi").encode())
    unborn.git("commit", "-q", "-a", "-m", "yhdistys")
    assert [d.subject for d in asked(unborn, "status")] == ["sivu", "alku"]


def shelf(town: Town) -> Path:
    """Return the only file in which something was kept."""
    (found,) = (town.folder / ".git" / "tiekartta").iterdir()
    return found


def test_what_is_kept_is_the_owners_and_may_be_removed(unborn: Town) -> None:
    """One file, whole, which only its owner may read; without it, or its folder, the answer is the same."""
    record(unborn, T01)
    first = asked(unborn)

    assert shelf(unborn).stat().st_mode & 0o777 == 0o600
    assert shelf(unborn).parent.stat().st_mode & 0o777 == 0o700
    shutil.rmtree(shelf(unborn).parent)
    assert asked(unborn) == first


@pytest.mark.parametrize(
    "broken",
    [b"", b"\xff\xfe", b"[]\n[]", b"{}\n", b"[1]\n[[]]", b"[" * 100_000],
)
def test_what_is_broken_is_not_there(unborn: Town, broken: bytes) -> None:
    """A damaged file is neither believed nor told of, and is written anew."""
    record(unborn, T01)
    first = asked(unborn)
    kept = shelf(unborn).read_bytes()

    for content in (broken, kept[:-1], kept.replace(b"2026H2", b"2030H2")):
        shelf(unborn).write_bytes(content)
        assert asked(unborn) == first
        assert shelf(unborn).read_bytes() == kept


def test_rows_that_somebody_else_made_do_no_harm(unborn: Town) -> None:
    """Rows of another make, however well they are sealed, are read anew."""
    record(unborn, T01)
    first = asked(unborn)
    state = Shelf(unborn.folder / ".git", "roadmap.toml", "measures", "T01")
    known = state.rows()
    assert known is not None

    odd: list[Any] = [["x"], {}, [1] * 8, None, [None] * 7 + [[["end", None, {"h": 1}, {"zz": 2}]]]]
    for row in odd:
        state.keep(known[0], [row])
        assert asked(unborn) == first


def test_looking_back_from_an_earlier_commit(unborn: Town) -> None:
    """As of then, only what had been decided by then is told."""
    made = record(unborn, T01)
    record(unborn, text(T01="active Eka"))

    assert len(asked(unborn, "status")) == 2
    assert values(decided(unborn.roadmap, "measures", "T01", field="status", start=made)) == [(None, "planned")]


def test_where_nothing_can_be_kept_it_works_all_the_same(unborn: Town) -> None:
    """A repository in which nothing can be written answers as any other."""
    record(unborn, T01)
    (unborn.folder / ".git" / "tiekartta").write_text("tiellä", encoding="utf-8")

    assert values(asked(unborn)) == [(None, "2026H2")]


def test_a_link_in_the_place_of_the_folder_is_not_followed(
    unborn: Town, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A repository that somebody else made cannot have us write elsewhere."""
    elsewhere = tmp_path_factory.mktemp("muualla")
    record(unborn, T01)
    (unborn.folder / ".git" / "tiekartta").symlink_to(elsewhere)

    assert len(asked(unborn)) == 1
    assert list(elsewhere.iterdir()) == []


def test_work_trees_share_what_is_kept(
    unborn: Town, tmp_path_factory: pytest.TempPathFactory, looked: list[bytes]
) -> None:
    """It lies in the folder that all work trees have in common."""
    record(unborn, T01)
    other = tmp_path_factory.mktemp("toinen") / "puu"
    unborn.git("worktree", "add", "-q", str(other))
    first = asked(unborn)
    looked.clear()

    assert decided(other / "roadmap.toml", "measures", "T01", field="end") == first
    assert looked == []


@pytest.mark.parametrize(
    "value",
    [None, True, 0, "teksti", HalfYear("2026H1"), Decimal("3.50"), DAY, (), ("a", "b"), [1, {"m": {"h": "x"}}]],
)
def test_what_is_packed_comes_back(value: object) -> None:
    """Each value comes back with its type."""
    again = unpacked(packed(value), None)

    assert (again, type(again)) == (value, type(value))


def test_the_search_for_a_readable_version_has_an_end(unborn: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Over too long a gap the history begins with the first version that can be read."""
    monkeypatch.setattr(module, "GAP", 2)
    record(unborn, T01)
    for number in range(4):
        record(unborn, "ei tiekartta " * (number + 1))
    record(unborn, text(T01="active Eka"))

    assert [(d.form, d.after) for d in asked(unborn, "status")] == [("readable", "active"), ("made", "planned")]

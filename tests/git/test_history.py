"""The history tells what each commit changed in the roadmap, by record and field, newest first."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from model.diff import diff
from model.file.reading import read_bytes
from model.git import history as module
from model.git import listing
from model.git.errors import NoRepositoryError
from model.git.history import committed, history
from model.git.message import composed
from model.git.record import commit
from model.git.versions import Versions

if TYPE_CHECKING:
    from pathlib import Path

    from tests.git.conftest import Town

HEAD = """schema = 1

[roadmap]
title = "Digitiekartta"
organisation = "Esimerkkikunta"
first = "2026H1"
last = "2027H2"
"""
MEASURE = """
# {title}
[[measures]]
id = "{name}"
title = "{title}"
kind = "project"
responsible = "R01"
start = "2026H1"
end = "2026H2"
status = "{status}"
"""


def text(**measures: str) -> str:
    """Return a roadmap with these measures, `T01="planned Otsikko"`."""
    parts = {name: value.split(" ", 1) for name, value in measures.items()}
    return HEAD + "".join(
        MEASURE.format(name=name, status=status, title=title) for name, (status, title) in parts.items()
    )


def record(town: Town, content: str, subject: str = "muutos", **trailers: str) -> str:
    """Save and commit a version; return its commit."""
    data = town.write(content.encode())
    named = [(name.replace("_", "-"), value) for name, value in trailers.items()]
    return commit(town.roadmap, composed(subject, trailers=named), content=data).commit


def places(town: Town, name: str | None = None) -> list[list[str]]:
    """Return what each entry changed, as `T01.status`."""
    return [
        [f"{change.record}.{change.field}" for change in entry.changes or ()]
        for entry in history(town.roadmap, record=name)
    ]


def test_entry_tells_who_when_what(unborn: Town) -> None:
    """An entry has the commit, its author and time, its subject and trailers, and the change itself."""
    record(unborn, text(T01="planned Eka"))
    made = record(unborn, text(T01="active Eka"), "§ 5 T01: alkoi", Meeting="3/2026", Change_Id="0123456789ab")

    entry, first = history(unborn.roadmap)

    assert (entry.commit, entry.who, entry.subject) == (made, "Erkki Esimerkki", "§ 5 T01: alkoi")
    assert entry.when.utcoffset() is not None
    assert (entry.trailer("Meeting"), entry.trailer("Item"), entry.change_id) == ("3/2026", None, "0123456789ab")
    assert entry.parents == (first.commit,)
    assert entry.changes is not None
    (change,) = entry.changes
    assert (change.table, change.record, change.field) == ("measures", "T01", "status")
    assert (change.before, change.after) == ("planned", "active")
    assert (first.began, first.form, first.changes) == (True, "made", ())


def test_newest_first_and_limited(unborn: Town) -> None:
    """The newest decision comes first, and no more are given than asked for."""
    for status in ("planned", "active", "done"):
        record(unborn, text(T01=f"{status} Eka"), status)

    assert [entry.subject for entry in history(unborn.roadmap)] == ["done", "active", "planned"]
    assert [entry.subject for entry in history(unborn.roadmap, limit=2)] == ["done", "active"]


def test_pages_make_one_history(unborn: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many commits are read at a time, the history is the same."""
    statuses = ["planned", "active", "done"]
    for number in range(7):
        record(unborn, text(T01=f"{statuses[number % 3]} Eka"), str(number))
    whole = list(history(unborn.roadmap))

    for page in (1, 2, 7, 8):
        monkeypatch.setattr(module, "PAGE", page)
        monkeypatch.setattr(listing, "PAGE", page)
        assert list(history(unborn.roadmap)) == whole


def test_record_has_a_history_of_its_own(unborn: Town) -> None:
    """Asked for one record, only the commits that changed it are given."""
    record(unborn, text(T01="planned Eka"))
    record(unborn, text(T01="planned Eka", T02="planned Toka"))
    record(unborn, text(T01="planned Eka", T02="active Toka"))
    record(unborn, text(T01="done Eka", T02="active Toka"))

    assert places(unborn, "T02") == [["T02.status"], ["T02.None"]]
    assert places(unborn, "T01") == [["T01.status"], []]


def test_commits_of_other_files_are_left_out(unborn: Town) -> None:
    """Only commits that touched the roadmap belong to its history."""
    record(unborn, text(T01="planned Eka"))
    (unborn.folder / "muu.txt").write_text("x", encoding="utf-8")
    unborn.git("add", "muu.txt")
    unborn.git("commit", "-q", "-m", "muu")

    assert len(list(history(unborn.roadmap))) == 1


def test_broken_versions_cost_only_themselves(unborn: Town) -> None:
    """A version that is no roadmap is listed as that; what changed since the last one that is is told with the next."""
    record(unborn, text(T01="planned Eka"))
    record(unborn, text(T01="planned Eka") + "<<<<<<< HEAD\n")
    record(unborn, text(T01="planned Eka") + "<<<<<<< HEAD\n=======\n")
    record(unborn, text(T01="active Eka"))
    record(unborn, text(T01="active Eka").replace("schema = 1", "schema = 99"))
    unborn.roadmap.unlink()
    unborn.git("commit", "-q", "-a", "-m", "poistettu")

    found = list(history(unborn.roadmap))

    assert [entry.form for entry in found] == ["removed", "unreadable", "change", "unreadable", "unreadable", "made"]
    assert [entry.changes is None for entry in found] == [True, True, False, True, True, False]
    assert places(unborn)[2] == ["T01.status"]


def test_the_last_readable_version_is_looked_for_on_later_pages(unborn: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many commits are read at a time, the difference goes over the gap; over too long a gap it ends there."""
    monkeypatch.setattr(module, "PAGE", 1)
    monkeypatch.setattr(listing, "PAGE", 1)
    record(unborn, text(T01="planned Eka"))
    for number in range(5):
        record(unborn, "ei tiekartta " * (number + 1))
    record(unborn, text(T01="active Eka"))

    assert places(unborn)[0] == ["T01.status"]
    monkeypatch.setattr(module, "GAP", 3)
    assert next(history(unborn.roadmap)).form == "readable"


def test_a_history_that_began_before_the_app(unborn: Town) -> None:
    """What the file was before it was a roadmap is listed; the first roadmap is a beginning, not eleven additions."""
    record(unborn, 'otsikko = "Vanha"\n', "vanha")
    record(unborn, text(T01="planned Eka"), "uusi")
    record(unborn, text(T01="active Eka"), "alkoi")

    found = list(history(unborn.roadmap))

    assert [(entry.form, entry.began) for entry in found] == [
        ("change", False),
        ("readable", True),
        ("unreadable", False),
    ]
    assert found[1].changes == ()


def test_merge_tells_what_neither_side_had(unborn: Town) -> None:
    """The sides of a merge stand in the history by themselves; of the merge only its own decisions are told."""
    start = {"T01": "planned Eka", "T02": "planned Toka", "T03": "planned Koka"}
    record(unborn, text(**start), "alku")
    unborn.git("checkout", "-q", "-b", "sivu")
    record(unborn, text(**start | {"T01": "done Eka"}), "sivu")
    unborn.git("checkout", "-q", "main")
    record(unborn, text(**start | {"T02": "done Toka"}), "pää")
    unborn.git("merge", "-q", "--no-commit", "sivu", fails=True)
    unborn.write(text(T01="done Eka", T02="done Toka", T03="dropped Koka").encode())
    unborn.git("commit", "-q", "-a", "-m", "yhdistys")

    assert places(unborn)[0] == ["T03.status"]
    assert sorted(places(unborn)[1:]) == [[], ["T01.status"], ["T02.status"]]


def test_empty_histories(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    """A file that git does not know, and a branch without commits, have no history; a plain folder is told."""
    assert list(history(town.folder / "toinen.toml")) == []
    town.git("checkout", "-q", "--orphan", "tyhjä")
    assert list(history(town.roadmap)) == []
    with pytest.raises(NoRepositoryError):
        list(history(tmp_path_factory.mktemp("muualla") / "roadmap.toml"))


def test_what_head_holds(town: Town) -> None:
    """What is committed can be compared with what is on disk: a hand edit, or a decision that a crash left behind."""
    before = town.roadmap.read_bytes()
    town.write(b"a = 1\n")

    assert committed(town.roadmap) == before
    assert committed(town.folder / "ei ole.toml") is None


def test_hostile_names_are_made_safe(unborn: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """Author, subject and trailers of others' commits cannot reach the terminal as control characters."""
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Erkki\x1b]0;x\x07")
    unborn.git("add", "roadmap.toml")
    unborn.git("commit", "-q", "-m", "Otsikko \x1b[31m\n\nMeeting: 3/2026\x1b[31m")

    (entry,) = history(unborn.roadmap)

    shown = entry.who + entry.subject + "".join(map("".join, entry.trailers))
    assert not set(map(chr, [*range(32), *range(127, 160)])) & set(shown)
    assert "␛" in entry.subject


@pytest.mark.parametrize(("zone", "offset"), [("+0200", timedelta(hours=2)), ("-0330", timedelta(hours=-3.5))])
def test_time_has_its_zone(unborn: Town, monkeypatch: pytest.MonkeyPatch, *, zone: str, offset: timedelta) -> None:
    """The author's time keeps the zone it was written in."""
    monkeypatch.setenv("GIT_AUTHOR_DATE", f"1700000000 {zone}")
    unborn.git("add", "roadmap.toml")
    unborn.git("commit", "-q", "-m", "x")

    (entry,) = history(unborn.roadmap)

    assert (entry.when.timestamp(), entry.when.utcoffset()) == (1_700_000_000, offset)


@pytest.mark.parametrize("author", ["E <e> 1700000000 +9959", "E <e> 99999999999999 +0000", "E", ""])
def test_odd_authors_do_no_harm(town: Town, author: str) -> None:
    """A commit object with an impossible time, or without an author, is listed all the same."""
    tree = town.git("rev-parse", "HEAD^{tree}")
    raw = f"tree {tree}\nauthor {author}\ncommitter E <e> 1700000000 +0000\nencoding ei-ole\n\nx\n"
    (town.folder / ".git" / "raaka").write_text(raw, encoding="utf-8")
    town.git("update-ref", "HEAD", town.git("hash-object", "-t", "commit", "--literally", "-w", ".git/raaka"))

    (entry,) = history(town.roadmap)

    assert (entry.when.year, entry.subject) == (1970, "x")


def test_old_encodings_are_read(unborn: Town) -> None:
    """A commit written in Latin-1 says so, and is read as that."""
    unborn.git("add", "roadmap.toml")
    message = unborn.folder / ".git" / "viesti"
    message.write_bytes("päätös".encode("latin-1"))
    unborn.git("-c", "i18n.commitEncoding=ISO-8859-1", "commit", "-q", "-F", str(message))

    assert next(history(unborn.roadmap)).subject == "päätös"


VERSIONS = [
    text(T01="planned Eka", T02="planned Toka", T03="planned Koka"),
    text(T01="planned Eka", T02="active Toka", T03="planned Koka"),
    text(T01="planned Eka", T03="planned Koka"),
    text(T01="planned Eka", T03="planned Koka") + 'note = "lisätty loppuun"\n',
    text(T00="planned Noka", T01="planned Eka", T03="planned Koka"),
    text(T01="planned Eka").replace("Digitiekartta", "Uusi nimi"),
    "\ufeff" + text(T01="planned Eka").replace("\n", "\r\n"),
    text(T01="planned Eka") + '\n[[goals]]\nid = "P1"\ntitle = """\n[[measures]]\n"""\n',
    text(T01="planned Eka") + "\n" + text(T01="planned Eka"),
    text(T01="planned Eka") + "\n[roadmap]\n",
    text(T01="oops Eka"),
    'roadmap = {title = "x", organisation = "y", first = "2026H1", last = "2026H2"}\nschema = 1\n',
    "",
    "\x00",
]


def test_neighbours_are_read_as_if_alone() -> None:
    """A version read beside any neighbour is the same roadmap, or none, as when it is read alone."""
    for before, after in pairwise(version for one in VERSIONS for other in VERSIONS for version in (one, other)):
        versions = Versions()
        versions.roadmap(before.encode())

        found = versions.roadmap(after.encode())

        alone = read_bytes(after.encode()).roadmap
        assert (found is None) == (alone is None), after
        if found is not None and alone is not None:
            assert diff(found, alone) == ()


def test_not_utf8_is_no_version() -> None:
    """Bytes in another encoding make no roadmap."""
    versions = Versions()
    versions.roadmap(VERSIONS[0].encode())

    assert versions.roadmap(VERSIONS[0].replace("Eka", "Ekä").encode("latin-1")) is None


def test_equal_tables_are_one_object(tmp_path: Path) -> None:
    """What did not change between neighbours is not even looked at by the difference."""
    versions = Versions()
    one = versions.roadmap(VERSIONS[0].encode())
    other = versions.roadmap(VERSIONS[0].replace("Digitiekartta", "Uusi").encode())

    assert one is not None
    assert other is not None
    assert one.measures is other.measures
    assert tmp_path.exists()

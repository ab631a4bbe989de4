"""The roadmap as it was: which version a day, a meeting, an approval and a revision name."""

from __future__ import annotations

import os
import subprocess
import time
from datetime import date
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.git.at import approved, version
from model.git.at_errors import (
    BadRevisionError,
    BeforeHistoryError,
    NeverRecordedError,
    NoApprovalError,
    NotThereError,
    ShallowHistoryError,
    UnheldMeetingError,
    UnknownRevisionError,
)
from model.git.line import steady
from model.records import Approval

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from model.git.at_errors import NoVersionError

HEAD = 'schema = 1\n\n[roadmap]\ntitle = "Kartta"\norganisation = "Kunta"\nfirst = "2026H1"\nlast = "2027H2"\n'
MEETING = '\n[[meetings]]\nnumber = "1/2026"\ndate = 2026-09-01\nopened = 09:00:00\n'
CLOSED = f"{MEETING}closed = 10:30:00\n"
APPROVAL = '\n[[approvals]]\nbody = "Johtoryhmä"\ndate = 2026-10-06\n'
BAD = (
    "--all",
    "-n1",
    "HEAD..HEAD~1",
    "HEAD:roadmap.toml",
    "HEAD@{1}",
    ":/kirjaus",
    "HEAD^{/x}",
    "a b",
    "",
    "31.2.2026",
)


def save(folder: Path, body: str, when: str, *, name: str = "roadmap.toml") -> str:
    """Commit a version at a time and return the commit."""
    (folder / name).write_text(f"{HEAD}{body}", encoding="utf-8")
    return commit(folder, when)


def commit(folder: Path, when: str) -> str:
    """Commit all there is at a time and return the commit."""
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--allow-empty", "--message", "kirjaus", when=when)
    return git(folder, "rev-parse", "HEAD")


def git(folder: Path, *words: str, when: str = "") -> str:
    """Run git as a person would, at a time, and return what it printed."""
    dated = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when} if when else {}
    ran = subprocess.run(
        ["git", *words], cwd=folder, env={**os.environ, **dated}, capture_output=True, text=True, check=True
    )
    return ran.stdout.strip()


def at(folder: Path, asked: str) -> str:
    """Return the commit of the version that is asked for."""
    return version(folder / "roadmap.toml", asked).commit


@pytest.fixture
def year(repository: Path) -> list[str]:
    """The commits of a year: the beginning, a meeting opened, closed and corrected, an approval and its correction."""
    return [
        save(repository, "", "2026-08-30T12:00:00+00:00"),
        save(repository, MEETING, "2026-09-01T09:00:00+00:00"),
        save(repository, CLOSED, "2026-09-01T10:30:00+00:00"),
        save(repository, f'{CLOSED}place = "Teams"\n', "2026-09-02T08:00:00+00:00"),
        save(repository, f"{CLOSED}{APPROVAL}", "2026-10-07T08:00:00+00:00"),
        save(repository, f'{CLOSED}{APPROVAL}section = "§ 9"\n', "2026-10-08T08:00:00+00:00"),
    ]


@pytest.fixture
def helsinki(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The program runs in Finland."""
    with monkeypatch.context() as here:
        here.setenv("TZ", "Europe/Helsinki")
        time.tzset()
        yield
    time.tzset()


def test_a_day_is_the_last_version_before_its_end(repository: Path, year: list[str]) -> None:
    """Whatever was recorded on the day itself belongs to it; the day may be written in both ways."""
    days = {"2026-08-30": 0, "31.8.2026": 0, "1.9.2026": 2, "2026-09-02": 3, "06.10.2026": 3, "9999-12-31": 5}

    found = {day: version(repository / "roadmap.toml", day) for day in days}

    assert {day: one.commit for day, one in found.items()} == {day: year[place] for day, place in days.items()}
    assert found["1.9.2026"].data.decode() == f"{HEAD}{CLOSED}"
    assert (found["1.9.2026"].day, found["1.9.2026"].asked) == (date(2026, 9, 1), "1.9.2026")


@pytest.mark.usefixtures("helsinki")
def test_the_day_ends_where_the_program_runs(repository: Path) -> None:
    """Half past ten in the evening of UTC is the next day in Finland."""
    first = save(repository, "", "2026-08-30T12:00:00+00:00")
    late = save(repository, MEETING, "2026-08-31T22:30:00+00:00")

    assert [at(repository, asked) for asked in ("2026-08-31", "2026-09-01")] == [first, late]


def test_a_meeting_is_the_version_in_which_it_was_closed(repository: Path, year: list[str]) -> None:
    """What was put right in it afterwards is later; the day is the meeting's."""
    found = version(repository / "roadmap.toml", "meeting:1/2026")

    assert (found.commit, found.day, found.is_first) == (year[2], date(2026, 9, 1), False)


def test_a_meeting_that_was_closed_twice_ended_the_second_time(repository: Path) -> None:
    """A closing that was undone is none."""
    days = ("01", "02", "03", "04", "05")
    bodies = ("", CLOSED, MEETING, CLOSED, f'{CLOSED}place = "Teams"\n')
    commits = [save(repository, body, f"2026-09-{day}T12:00:00") for body, day in zip(bodies, days, strict=True)]

    assert at(repository, "meeting:1/2026") == commits[3]


def test_a_meeting_may_have_been_over_when_the_history_began(repository: Path) -> None:
    """The first version stands in for it and says so; nobody knows what was before."""
    first = save(repository, CLOSED, "2026-11-01T12:00:00")
    save(repository, CLOSED + APPROVAL, "2026-11-02T12:00:00")

    found = version(repository / "roadmap.toml", "meeting:1/2026")

    assert (found.commit, found.is_first) == (first, True)


def test_what_an_approval_was_about_is_its_commit_or_the_one_that_recorded_it(
    repository: Path, year: list[str]
) -> None:
    """A commit that is not in the repository is as good as none."""
    path = repository / "roadmap.toml"
    approval = Approval(body="Johtoryhmä", date=date(2026, 10, 6))

    found = [approved(path, approval.model_copy(update={"commit": name})) for name in ("", year[3][:12], "poissa")]

    assert [one.commit for one in found] == [year[4], year[3], year[4]]
    assert {(one.day, one.asked) for one in found} == {(date(2026, 10, 6), "approval")}


def test_as_of_an_approval_stands_what_it_put_in_force(repository: Path, year: list[str]) -> None:
    """The roadmap as of the approval is the version in which it was recorded, whatever commit it names."""
    save(repository, f'{CLOSED}{APPROVAL}commit = "{year[3][:12]}"\n', "2026-10-09T08:00:00")

    found = version(repository / "roadmap.toml", "approval")

    assert (found.commit, found.day) == (year[4], date(2026, 10, 6))


def test_a_revision_is_git_s(repository: Path, year: list[str]) -> None:
    """A commit that did not touch the roadmap has the version before it; tags and branches have names of any kind."""
    (repository / "muu.txt").write_text("muu", encoding="utf-8")
    other = commit(repository, "2026-10-09T08:00:00")
    git(repository, "tag", "hyväksytty/2026", year[4])

    wanted = {"HEAD~3": 3, other: 5, year[1][:10]: 1, "hyväksytty/2026": 4, "main^": 5, "@~1^": 4, "HEAD": 5}
    assert {asked: at(repository, asked) for asked in wanted} == {asked: year[place] for asked, place in wanted.items()}


@pytest.mark.parametrize("asked", BAD)
def test_what_is_no_plain_revision_is_refused(repository: Path, year: list[str], asked: str) -> None:
    """No option, no range, no path in a commit, no search, no place in the log of references, no day that is none."""
    with pytest.raises(BadRevisionError):
        version(repository / "roadmap.toml", asked)
    assert len(year) == git(repository, "log", "--format=%H").count("\n") + 1


@pytest.mark.parametrize(
    ("asked", "why"),
    [
        ("nothing-like-this", UnknownRevisionError),
        ("HEAD~99", UnknownRevisionError),
        ("meeting:7/2026", UnheldMeetingError),
        ("2026-08-29", BeforeHistoryError),
        ("0001-01-01", BeforeHistoryError),
    ],
)
@pytest.mark.usefixtures("year")
def test_what_is_not_there_says_why(repository: Path, asked: str, why: type[NoVersionError]) -> None:
    """Nothing of that name, a meeting that nobody held, a day before the history: each has its own reason."""
    with pytest.raises(why):
        version(repository / "roadmap.toml", asked)


def test_a_meeting_under_way_and_an_approval_to_come_are_not_there(repository: Path) -> None:
    """A meeting left nothing behind before it was closed."""
    save(repository, MEETING, "2026-09-01T09:00:00")

    with pytest.raises(UnheldMeetingError):
        at(repository, "meeting:1/2026")
    with pytest.raises(NoApprovalError):
        at(repository, "approval")


def test_a_file_that_was_never_recorded_has_no_past(repository: Path) -> None:
    """Neither without any commit nor beside commits of other files."""
    path = repository / "roadmap.toml"
    path.write_text(HEAD, encoding="utf-8")
    with pytest.raises(NeverRecordedError):
        version(path, "2026-09-01")

    (repository / "muu.txt").write_text("muu", encoding="utf-8")
    git(repository, "add", "muu.txt")
    git(repository, "commit", "--quiet", "--message", "muu")
    with pytest.raises(NeverRecordedError):
        version(path, "HEAD")


def test_a_file_that_was_away_is_not_there(repository: Path) -> None:
    """Between its removal and its return there is no roadmap."""
    save(repository, "", "2026-09-01T12:00:00")
    (repository / "roadmap.toml").unlink()
    gone = commit(repository, "2026-09-03T12:00:00")
    back = save(repository, MEETING, "2026-09-05T12:00:00")

    for asked in ("2026-09-04", gone):
        with pytest.raises(NotThereError):
            at(repository, asked)
    assert at(repository, "2026-09-05") == back


def test_a_file_is_followed_to_its_former_names(repository: Path) -> None:
    """Where it was called otherwise it is found all the same, by day and by revision."""
    body = "\n".join(f'[[goals]]\nid = "G{n}"\ntitle = "Tavoite {n}"\n' for n in range(20))
    first = save(repository, body, "2026-09-01T12:00:00", name="vanha.toml")
    (repository / "kartta").mkdir()
    git(repository, "mv", "vanha.toml", "kartta/roadmap.toml")
    moved = commit(repository, "2026-09-05T12:00:00")
    path = repository / "kartta" / "roadmap.toml"

    assert [version(path, asked).commit for asked in ("2026-09-02", first, "HEAD~1")] == [first] * 3
    assert version(path, "2026-09-06").commit == moved


def test_a_copy_without_its_depth_says_so(
    repository: Path, year: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A shallow clone tells from where on it knows; what it has it gives."""
    shallow = tmp_path_factory.mktemp("shallow") / "kopio"
    git(repository, "clone", "--quiet", "--depth", "2", repository.as_uri(), str(shallow))

    for asked in ("2026-09-02", "meeting:1/2026"):
        with pytest.raises(ShallowHistoryError) as refused:
            at(shallow, asked)
        assert refused.value.first == date(2026, 10, 7)
    assert at(shallow, "2026-10-07") == year[4]


def test_a_merge_stands_where_it_was_made(repository: Path) -> None:
    """What somebody decided on another branch on Tuesday was not in this copy before the merge of Friday."""
    save(repository, "", "2026-09-01T12:00:00")
    git(repository, "checkout", "--quiet", "-b", "toinen")
    save(repository, MEETING, "2026-09-02T12:00:00")
    git(repository, "checkout", "--quiet", "main")
    (repository / "muu.txt").write_text("muu", encoding="utf-8")
    ours = commit(repository, "2026-09-03T12:00:00")
    git(repository, "merge", "--quiet", "--no-edit", "toinen", when="2026-09-05T12:00:00")

    assert at(repository, "2026-09-04") == git(repository, "rev-parse", f"{ours}~1")
    assert at(repository, "2026-09-05") == git(repository, "rev-parse", "HEAD")


def test_a_meeting_of_another_copy_ended_there(repository: Path) -> None:
    """What they did after it and what we did meanwhile came later, though one merge brought all of it."""
    save(repository, MEETING, "2026-09-01T12:00:00")
    git(repository, "checkout", "--quiet", "-b", "toinen")
    closed = save(repository, CLOSED, "2026-09-02T12:00:00")
    save(repository, f"{CLOSED}{APPROVAL}", "2026-09-03T12:00:00")
    git(repository, "checkout", "--quiet", "main")
    (repository / "muu.txt").write_text("muu", encoding="utf-8")
    commit(repository, "2026-09-04T12:00:00")
    git(repository, "merge", "--quiet", "--no-edit", "toinen", when="2026-09-05T12:00:00")
    save(repository, f'{CLOSED}{APPROVAL}section = "§ 9"\n', "2026-09-06T12:00:00")

    assert at(repository, "meeting:1/2026") == closed


def test_a_wrong_clock_takes_nobody_else_s_day(repository: Path) -> None:
    """A commit dated to another year counts as made with the one before it; the others keep their days."""
    commits = [
        save(repository, "", "2026-09-01T12:00:00"),
        save(repository, MEETING, "2031-01-01T12:00:00"),
        save(repository, CLOSED, "2026-09-03T12:00:00"),
        save(repository, CLOSED + APPROVAL, "2001-01-01T12:00:00"),
    ]

    assert [at(repository, f"2026-09-0{day}") for day in (1, 2, 3)] == [commits[1], commits[1], commits[3]]


@given(st.lists(st.integers(0, 30)))
def test_steady_times_never_go_back_and_most_stay(times: list[int]) -> None:
    """Every time is one that was given, and times in order are left alone."""
    found = steady(times)

    assert found == sorted(found)
    assert set(found) <= set(times)
    assert steady(sorted(times)) == sorted(times)

"""Every way in which something can be refused or fail has a sentence that says what to do."""

from __future__ import annotations

import ast
import importlib
import pkgutil
from datetime import UTC, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import model
from exporters.problems import problem_sentence
from exporters.refusals import FAILURES, REFUSALS, refusal_sentence
from exporters.words import Words
from model.diff import Change, ChangedMeanwhileError
from model.edits import RefusedError
from model.file.errors import DiskFullError, ForbiddenError, SaveError
from model.git.errors import GitError, HookRefusedError, IndexLockedError, TimedOutError, UnfinishedError
from model.halfyear import AmbiguousHalfYearError, HalfYear
from model.problems import Problem
from model.roadmap import NoSuchRecordError
from tests.model.build import ROOT
from tui.keeper import UnreadableError
from tui.session import NothingToUndoError

if TYPE_CHECKING:
    from collections.abc import Iterator

FI = Words("fi")
INNER = {"NotSpliceableError", "NotUnderstoodError"}
"""Errors that one part of the program raises for another and that reach nobody, or as a list of their own sentences."""
EXAMPLES = {"spring", "short", "date", "day"}


def errors() -> Iterator[type[Exception]]:
    """Yield every class of error that the model defines."""
    for module in pkgutil.walk_packages(model.__path__, "model."):
        for found in vars(importlib.import_module(module.name)).values():
            if isinstance(found, type) and issubclass(found, Exception) and found.__module__ == module.name:
                yield found


def refusals() -> Iterator[tuple[str, set[str]]]:
    """Yield the code and the data of every edit that the code refuses."""
    for package in ("model", "tui"):
        for path in (ROOT / package).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "RefusedError" and node.args:
                    assert isinstance(node.args[0], ast.Constant)
                    yield str(node.args[0].value), {str(keyword.arg) for keyword in node.keywords}


def placeholders(sentence: str) -> set[str]:
    """Return the names of a sentence's placeholders."""
    return {part.partition("}")[0] for part in sentence.split("{")[1:]}


@pytest.mark.parametrize("error", sorted(set(errors()), key=str))
def test_every_error_has_a_sentence(error: type[Exception]) -> None:
    """No class of error is shown by its name."""
    assert error is RefusedError or {error.__name__} <= FAILURES.keys() | INNER


@pytest.mark.parametrize(("code", "data"), tuple(refusals()))
def test_every_refusal_has_a_sentence(code: str, data: set[str]) -> None:
    """The sentence asks for nothing that the refusal does not know."""
    assert code in REFUSALS
    assert placeholders(REFUSALS[code]) <= data | EXAMPLES


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (
            RefusedError("not-open", measure="T07", status="done"),
            "T07 ei ole avoinna (tila: valmis); avaa se ensin uudelleen.",
        ),
        (
            RefusedError("after-roadmap", measure="T07", half=HalfYear("2028H1"), last=HalfYear("2027H2")),
            "kevät 2028 on tiekartan viimeisen puolivuoden jälkeen (syksy 2027).",
        ),
        (
            RefusedError("ambiguous-half", text="1/2026"),
            "”1/2026” voi tarkoittaa puolivuotta, kuukautta tai kokousta; kirjoita esimerkiksi k26 tai kevät 2026.",
        ),
        (
            RefusedError("closes-before-opening", meeting="3/2026", opened=time(9), closed=time(8, 30)),
            "Kokous 3/2026 avattiin klo 9.00, joten se ei voi päättyä klo 8.30.",
        ),
        (AmbiguousHalfYearError("1/2026"), refusal_sentence(RefusedError("ambiguous-half", text="1/2026"), FI)),
        (RefusedError("bad-value", field="responsible", text="x"), "”x” ei kelpaa tähän kenttään (vastuu)."),
        (
            RefusedError("unknown-field", field="väri", known=("title", "end")),
            "Kenttää väri ei ole; kentät ovat: title, end.",
        ),
        (NoSuchRecordError("measures", "T99"), "Ei löydy: toimenpide T99."),
        (
            ChangedMeanwhileError(Change("measures", "T07", "end"), None),
            "Joku muu on muuttanut samaa kohtaa: T07. Tarkista tilanne ja yritä uudelleen.",
        ),
        (NothingToUndoError(), "Ei ole mitään kumottavaa tai uudelleen tehtävää."),
        (
            UnreadableError(Path("/x/roadmap.toml"), (Problem("empty", "fatal"),)),
            f"Tiedostoa roadmap.toml ei voi avata. {problem_sentence(Problem('empty', 'fatal'), FI)}",
        ),
        (DiskFullError(Path("roadmap.toml"), "ENOSPC"), "levy on täynnä; vapauta tilaa."),
        (SaveError(Path("roadmap.toml"), "EIO"), "tiedostoa ei voitu kirjoittaa (EIO); tarkista levy."),
        (ForbiddenError(Path("roadmap.toml")), "järjestelmä estää kirjoittamisen; tarkista oikeudet."),
        (HookRefusedError(("rivi 1", "rivi\x1b 2")), "säilön tarkistus (hook) hylkäsi kirjauksen: rivi 1, rivi␛ 2"),
        (
            UnfinishedError("rebase"),
            "gitissä on kesken historian siirto (rebase); vie se loppuun tai peruuta se.",
        ),
        (TimedOutError(30.0), "git ei valmistunut 30 sekunnissa, ja se pysäytettiin."),
        (OSError("outo\nvika"), "Tämä ei onnistunut: outo vika"),
        (KeyError(), "Tämä ei onnistunut: KeyError"),
    ],
)
def test_sentences(error: Exception, sentence: str) -> None:
    """Data is in words, names of system errors stand in brackets, and everything is on one line."""
    assert refusal_sentence(error, FI) == sentence


def test_an_unfinished_merge_is_aborted_only_after_a_copy() -> None:
    """Aborting takes away what was saved and could not be recorded meanwhile."""
    said = refusal_sentence(UnfinishedError("merge"), FI)

    assert 0 < said.index("kopioi tiedosto talteen") < said.index("git merge --abort") < said.index("synkronoi")


def test_a_subclass_without_a_sentence_is_told_as_what_it_is() -> None:
    """A new kind of git error reads as an error of git until it has words of its own."""

    class NewError(GitError):
        """Something that git may learn to do wrong."""

    assert refusal_sentence(NewError(), FI) == "git ei onnistunut."


def test_times_are_times_of_day() -> None:
    """A lock tells its name; a moment would be a time of day."""
    locked = IndexLockedError("index.lock", datetime(2026, 11, 24, 9, 5, tzinfo=UTC))

    assert "index.lock" in refusal_sentence(locked, FI)


def test_a_refusal_of_a_later_version_is_told_by_its_code() -> None:
    """An unknown code loses no data."""
    assert "new-code" in refusal_sentence(RefusedError("new-code", measure="T07"), FI)

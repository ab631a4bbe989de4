"""The mapping beside the roadmap: what was confirmed is added, what a person wrote stays."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from model.answers.problems import AnswerProblem, NotUnderstoodError, told_by_few
from model.answers.understood import Remembered
from model.file.answermap import MOST_BYTES, beside, keep_map, learnt, parsed, read_map, written
from tests.answers.files import forms, text, town
from tests.answers.test_reading import read

if TYPE_CHECKING:
    from pathlib import Path


def test_what_was_confirmed_is_added_to_what_was_written(tmp_path: Path) -> None:
    """Headings and ids only; a file that says all of it already is not touched."""
    path = beside(tmp_path / "roadmap.toml")
    path.write_text('[answers]\n"Melko hyvä" = 4\n', encoding="utf-8")
    before = read_map(path, town())

    after = learnt(before, read(text(forms())))

    assert keep_map(path, after, town())
    assert not keep_map(path, after, town())
    assert read_map(path, town()) == after
    assert (after.answers, after.sector_column, len(after.columns)) == ({"Melko hyvä": 4}, "Toimiala", 3)


def test_what_few_wrote_is_not_remembered() -> None:
    """An odd answer or sector is a single person's own words; one that five or more gave is a word of the form."""
    said = [*["Melko hyvä"] * 5, *["Kysy Matilta"] * 4]
    few = told_by_few([AnswerProblem("not-an-answer", row, 3, data={"text": text}) for row, text in enumerate(said, 2)])

    after = learnt(Remembered(answers=dict.fromkeys(said, 4)), read(text(forms())), but=few)

    assert after.answers == {"Melko hyvä": 4}


def test_a_pipe_is_no_mapping(tmp_path: Path) -> None:
    """It would be waited for without end."""
    os.mkfifo(beside(tmp_path / "roadmap.toml"))

    with pytest.raises(NotUnderstoodError) as caught:
        read_map(beside(tmp_path / "roadmap.toml"), town())

    assert caught.value.problems[0].code == "no-map"


def test_a_mapping_that_is_broken_by_then_is_written_anew(tmp_path: Path) -> None:
    """Nobody could follow it."""
    path = beside(tmp_path / "roadmap.toml")
    path.write_bytes(b"[columns\n")

    assert keep_map(path, Remembered(columns={"a": "tieto"}), town())
    assert path.read_bytes() == written(Remembered(columns={"a": "tieto"}))


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"[sectors]\ncolumn = 3\n", "in-map"),
        (b'[sectors]\n"a" = "kirkko"\n', "in-map"),
        (b'[answers]\n"a" = true\n', "in-map"),
        (b'[answers]\n"a" = ""\n', "in-map"),
        (b"[answers]\na = " + b"1" * 5_000, "bad-map"),
        (b"columns = 3\n", "map-part"),
        (b"x = 3\n", "map-part"),
        (b"\xff", "bad-map"),
        (b"#" * (MOST_BYTES + 1), "bad-map"),
    ],
)
def test_a_mapping_that_nobody_can_follow(data: bytes, code: str) -> None:
    """Each is refused with what it says."""
    with pytest.raises(NotUnderstoodError) as caught:
        parsed(data, town())

    assert caught.value.problems[0].code == code


def test_a_mapping_that_is_a_folder_cannot_be_read(tmp_path: Path) -> None:
    """Nor can one that was asked for and is not there; without any nothing is remembered."""
    with pytest.raises(NotUnderstoodError):
        read_map(tmp_path, town())
    with pytest.raises(NotUnderstoodError):
        read_map(tmp_path / "a.toml", town(), must_be=True)
    assert read_map(tmp_path / "a.toml", town()) == Remembered()

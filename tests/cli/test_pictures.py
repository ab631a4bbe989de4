"""Pictures in files: `maturity --svg FILE --png FILE --picture KIND`, `indicators ID --svg FILE`."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from exporters.svg.canvas import Canvas
from exporters.svg.png import NoLettersError, png

if TYPE_CHECKING:
    from tests.cli.town import Town

MAGIC = b"\x89PNG\r\n\x1a\n"
INDICATOR = """
[[indicators]]
id = "M1"
title = "Ruokahävikki"
unit = "%"
direction = "down"

[[indicators.values]]
year = 2025
value = 15.2
"""


def title(text: str) -> str:
    """Return the title of a drawing."""
    return ET.fromstring(text)[0].text or ""  # noqa: S314 - our own text


def needs_letters() -> None:
    """Leave a test that draws letters where the machine has none."""
    try:
        png(Canvas(1).picture("", "", height=1, language="fi"))
    except NoLettersError:
        pytest.skip("this machine has no letters to draw with")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ((), "Kypsyystasot: lähtötaso, nykytaso ja tavoite"),
        (("--picture", "radar"), "Kypsyystasot tutkakaaviona"),
        (("--trend",), "Kypsyystasojen kehitys"),
        (("--heat",), "Tasot toimialoittain"),
        (("--lang", "sv"), "Mognadsnivåer: utgångsnivå, nuvarande nivå och mål"),
    ],
)
def test_levels_are_drawn_into_a_file(folder: Town, options: tuple[str, ...], said: str) -> None:
    """In the language of the roadmap, unless another is asked for; nothing else is printed than where it is."""
    ran = folder.types("maturity", *options, "--svg", "kuva.svg")

    assert (ran.status, len(ran.out.splitlines())) == (0, 1)
    assert title((folder.folder / "kuva.svg").read_text(encoding="utf-8")) == said


@pytest.mark.parametrize(
    "options", [("--svg", "kuva.png"), ("--png", "kuva.SVG"), ("--picture", "heat")], ids=["svg", "png", "no file"]
)
def test_a_file_holds_what_its_name_says(folder: Town, options: tuple[str, ...]) -> None:
    """A picture under the ending of the other form would open nowhere; one without a file is drawn nowhere."""
    assert folder.types("maturity", *options).status == 2
    assert not list(folder.folder.glob("kuva.*"))


def test_a_picture_replaces_the_one_before(folder: Town) -> None:
    """A file that was named is written whatever is there."""
    (folder.folder / "kuva.svg").write_text("vanha", encoding="utf-8")

    assert folder.types("maturity", "--svg", "kuva.svg").status == 0
    assert "vanha" not in (folder.folder / "kuva.svg").read_text(encoding="utf-8")


def test_an_svg_can_be_printed(folder: Town) -> None:
    """For a pipe."""
    assert title(folder.types("maturity", "--svg", "-").out)


def test_an_indicator_is_drawn_into_a_file(folder: Town) -> None:
    """By its id; without one it is asked which."""
    folder.roadmap.write_text(folder.roadmap.read_text(encoding="utf-8") + INDICATOR, encoding="utf-8")

    assert folder.types("indicators", "M1", "--svg", "m1.svg").status == 0
    assert title((folder.folder / "m1.svg").read_text(encoding="utf-8")) == "Ruokahävikki (%)"
    assert folder.types("indicators", "--svg", "kaikki.svg").status == 2
    assert not (folder.folder / "kaikki.svg").exists()


def test_a_png_is_drawn_at_two_pixels_for_one(folder: Town) -> None:
    """Sharp on a projector: 840 pixels of the drawing are 1 680 of the PNG."""
    needs_letters()

    assert folder.types("maturity", "--png", "kuva.png").status == 0
    data = (folder.folder / "kuva.png").read_bytes()
    assert data.startswith(MAGIC)
    assert int.from_bytes(data[16:20], "big") == 1680


def test_without_the_extra_a_png_is_refused_in_a_sentence(folder: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """It says what is lacking and what goes without; nothing is written, the SVG neither."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = folder.types("maturity", "--svg", "kuva.svg", "--png", "kuva.png")

    assert ran.status == 1
    assert "tiekartta[png]" in ran.err
    assert not list(folder.folder.glob("kuva.*"))


def test_without_the_extra_a_word_file_has_tables_and_it_is_said(folder: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is written all the same."""
    monkeypatch.setitem(sys.modules, "resvg_py", None)
    ran = folder.types("export", "-o", "kartta.docx")

    assert (ran.status, "tiekartta[png]" in ran.err) == (0, True)
    assert (folder.folder / "kartta.docx").exists()


def test_letters_are_needed_for_a_png() -> None:
    """A picture without a word would be no true one."""
    picture = Canvas(10).picture("Kuva", "Kuva", height=10, language="fi")

    with pytest.raises(NoLettersError):
        png(picture, fonts=False)


@pytest.mark.parametrize("options", [("--blind-spots", "--svg", "x.svg"), ("--json", "--svg", "x.svg")])
def test_what_has_no_picture_is_told(folder: Town, options: tuple[str, ...]) -> None:
    """Instead of drawing something else."""
    assert folder.types("maturity", *options).status == 2
    assert not (folder.folder / "x.svg").exists()


def test_a_png_is_not_printed(folder: Town) -> None:
    """It is no text."""
    needs_letters()

    assert folder.types("maturity", "--png", "-").status == 2


def test_a_picture_of_the_past_says_so(town: Town) -> None:
    """Within the picture, for it is looked at apart from its command."""
    ran = town.types("maturity", "--svg", "-", "--as-of", "HEAD")

    assert "HEAD" in ran.out


@pytest.mark.parametrize("words", [("maturity", "--svg"), ("export", "-o")])
def test_no_roadmap_is_written_over(folder: Town, words: tuple[str, ...]) -> None:
    """Neither by its own name nor through a link: a slip of the hand would cost the whole roadmap."""
    path = folder.folder / "roadmap.toml"
    before = path.read_bytes()
    (folder.folder / "linkki.svg").symlink_to(path)

    for name in ("roadmap.toml", "linkki.svg"):
        ran = folder.types(*words, name)
        assert (ran.status, ran.out) == (1, "")
        assert "samanniminen" in ran.err
    assert path.read_bytes() == before


@pytest.mark.parametrize("words", [("maturity", "--svg"), ("export", "-o")])
def test_a_pipe_is_not_waited_for(folder: Town, words: tuple[str, ...]) -> None:
    """What stands in place of a file is told; a device without end would be read for ever."""
    os.mkfifo(folder.folder / "putki")

    assert folder.types(*words, "putki").status == 1
    assert folder.types(*words, "/dev/zero").status == 1

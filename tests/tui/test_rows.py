"""A list of rows: what has no room is read whole on further lines, or says that it was cut."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import pytest
from textual.app import App, ComposeResult
from textual.content import Content

from tui.safe import in_lines
from tui.widgets.rows import Row, Rows, parts

if TYPE_CHECKING:
    from textual.geometry import Region

LONG = "Nimi      Kulunvalvonnan uusimisen hankintavalmistelu ja pilotti"


class Noting(Rows):
    """A list that notes which of its lines on the screen it has painted anew."""

    painted: set[int]

    def refresh(self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False) -> Self:
        """Note the regions."""
        self.painted = {*getattr(self, "painted", ()), *(region.y for region in regions)}
        return super().refresh(*regions, repaint=repaint, layout=layout, recompose=recompose)


class Listed(App[None]):
    """One list and nothing else."""

    def __init__(self, *rows: Row) -> None:
        """Begin with its rows."""
        super().__init__()
        self.rows = rows

    def compose(self) -> ComposeResult:
        """Lay out the list."""
        yield Noting()

    def on_mount(self) -> None:
        """Fill it."""
        self.query_one(Rows).fill(self.rows)


def lines(app: App[None]) -> list[str]:
    """Return what the list paints."""
    rows = app.query_one(Rows)
    return [rows.render_line(y).text.rstrip() for y in range(rows.size.height)]


@pytest.mark.parametrize("width", [40, 33])
def test_a_row_that_hangs_keeps_every_word(width: int) -> None:
    """Later lines begin where the value began, and nothing is lost."""
    told = [line.plain for line in parts(Row("title", Content(LONG), 10), width)]

    assert len(told) > 1
    assert all(len(line) <= width for line in told)
    assert all(line.startswith(" " * 10) for line in told[1:])
    assert " ".join(" ".join(told).split()) == " ".join(LONG.split())


async def test_a_row_of_one_line_ends_in_an_ellipsis() -> None:
    """A cut decision never looks whole."""
    app = Listed(Row("a", Content(LONG)))
    async with app.run_test(size=(40, 6)):
        assert lines(app)[0].endswith("…")


async def test_the_cursor_goes_from_row_to_row_and_shows_all_of_the_last() -> None:
    """Arrows count rows, not lines; the last row's last line comes into sight."""
    app = Listed(*(Row(str(number), Content(LONG), 10) for number in range(6)))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.press("down")
        assert app.query_one(Rows).current == "1"
        await pilot.press("end")
        assert app.query_one(Rows).current == "5"
        assert lines(app)[-1].endswith("pilotti")


async def test_another_width_breaks_the_lines_anew() -> None:
    """On a wider screen the same row takes one line."""
    app = Listed(Row("a", Content(LONG), 10), Row("b", Content("toinen")))
    async with app.run_test(size=(40, 6)) as pilot:
        assert "toinen" not in lines(app)[1]
        await pilot.resize_terminal(100, 6)
        await pilot.pause()
        assert lines(app)[1] == "toinen"


async def test_a_move_of_the_cursor_paints_two_lines_wherever_the_list_is_scrolled() -> None:
    """The line that the cursor left and the one on which it stands, and no others."""
    app = Listed(*(Row(str(number), Content("rivi")) for number in range(30)))
    async with app.run_test(size=(40, 6)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        rows = app.query_one(Noting)
        rows.painted = set()
        await pilot.press("up")

        assert rows.painted == {4, 5}


@pytest.mark.parametrize("width", [-3, 0, 1])
def test_a_text_without_room_is_wrapped_as_if_it_had_a_cell(width: int) -> None:
    """A window that is being made smaller has no column for a moment: nothing is raised, and no letter is lost."""
    assert "".join(part.plain for part in in_lines(Content("tallennettu · kirjattu"), width)).replace(" ", "") == (
        "tallennettu·kirjattu"
    )

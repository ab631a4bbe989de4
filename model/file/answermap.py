"""The mapping of a survey's columns that was confirmed, kept beside the roadmap in `kyselykartta.toml`.

People write it, too: which heading means which viewpoint, what a branch or an answer is called in the file.

    [columns]
    "Miten asiointi sujuu?" = "N08"
    "Kuinka usein käytät?" = ""        # no viewpoint
    [sectors]
    column = "Yksikkö"
    "Kasvatus ja opetus" = "perusopetus"
    [answers]
    "Melko hyvä" = 4
    "Ei koske minua" = 0               # cannot say
"""

from __future__ import annotations

import stat
import tomllib
from contextlib import suppress
from typing import TYPE_CHECKING

import tomli_w

from model.answers.problems import NotUnderstoodError, refused
from model.answers.scale import DONT_KNOW
from model.answers.understood import Remembered
from model.file.digest import digest
from model.file.errors import ExistsError
from model.file.save import create, save
from model.sound import LEVELS

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from model.answers.understood import Understood
    from model.roadmap import Roadmap

NAME = "kyselykartta.toml"
MOST_BYTES = 256 * 1024
_COLUMN = "column"
_TABLES = ("columns", "sectors", "answers")


def beside(roadmap: Path) -> Path:
    """Return where the mapping of a roadmap's surveys is kept."""
    return roadmap.parent / NAME


def read_map(path: Path, roadmap: Roadmap, *, must_be: bool = False) -> Remembered:
    """Return what a mapping says, an empty one where there is none; raises NotUnderstoodError where it is wrong."""
    try:
        if stat.S_ISFIFO(path.stat().st_mode):  # it would be waited for without end
            raise refused("no-map", text=path.name)
        with path.open("rb") as file:
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError as error:
        if must_be:
            raise refused("no-map", text=path.name) from error
        return Remembered()
    except (OSError, ValueError) as error:
        raise refused("no-map", text=path.name) from error
    return parsed(data, roadmap)


def parsed(data: bytes, roadmap: Roadmap) -> Remembered:
    """Return what the bytes of a mapping say; raises NotUnderstoodError with the key that nobody can follow."""
    try:
        if len(data) > MOST_BYTES:
            raise refused("bad-map", text="")
        said = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # of TOML, of UTF-8, or a number of thousands of digits
        raise refused("bad-map", text=str(error)[:100]) from error
    for table in said:
        if table not in _TABLES or not isinstance(said[table], dict):
            raise refused("map-part", key=table)
    columns, sectors, answers = (dict(said.get(table, {})) for table in _TABLES)
    column = sectors.pop(_COLUMN, "")
    if not isinstance(column, str):
        raise refused("in-map", key=_COLUMN, text=str(column))
    _known(columns, {"", *(viewpoint.id for viewpoint in roadmap.viewpoints)})
    _known(sectors, {"", *(sector.id for sector in roadmap.sectors)})
    _known(answers, {DONT_KNOW, *LEVELS})
    return Remembered(columns, column, sectors, answers)


def _known(table: dict[str, object], values: set[str] | set[int]) -> None:
    for key, value in table.items():
        if isinstance(value, bool) or not isinstance(value, (str, int)) or value not in values:
            raise refused("in-map", key=key, text=str(value))


def learnt(remembered: Remembered, found: Understood, *, but: Collection[str] = ()) -> Remembered:
    """Return the mapping with what was confirmed now: headings and ids, and no cell whose text is in `but`."""
    columns = {" ".join(column.heading.split()): column.viewpoint for column in found.columns}
    column = found.sector.heading if found.sector else remembered.sector_column
    return Remembered(
        {**remembered.columns, **columns},
        column,
        {text: sector for text, sector in remembered.sectors.items() if text not in but},
        {text: level for text, level in remembered.answers.items() if text not in but},
    )


def written(remembered: Remembered) -> bytes:
    """Return a mapping as the bytes of its file."""
    sectors = {**({_COLUMN: remembered.sector_column} if remembered.sector_column else {}), **remembered.sectors}
    tables = zip(_TABLES, (remembered.columns, sectors, remembered.answers), strict=True)
    return tomli_w.dumps({name: dict(table) for name, table in tables if table}).encode()


def keep_map(path: Path, remembered: Remembered, roadmap: Roadmap) -> bool:
    """Write a mapping where it says something new, and return whether it did; what a person wrote stays said.

    A file that says the same is not touched. Raises SaveError.
    """
    data = written(remembered)
    with suppress(NotUnderstoodError, OSError):
        if path.exists() and read_map(path, roadmap) == remembered:
            return False
    try:
        before = path.read_bytes()
    except FileNotFoundError:
        with suppress(ExistsError):
            create(path, data)
        return True
    save(path, data, expected_digest=digest(before))
    return True

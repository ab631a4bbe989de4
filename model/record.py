"""What all records share."""

from __future__ import annotations

from typing import ClassVar

from pydantic import BaseModel, ConfigDict


class Record(BaseModel):
    """A frozen, strictly typed value; unknown keys of the file are kept."""

    model_config = ConfigDict(frozen=True, strict=True, extra="allow", populate_by_name=True, defer_build=True)

    KEY: ClassVar[tuple[str, ...]] = ("id",)

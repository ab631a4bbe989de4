"""No garbage is looked for while rows are made by the ten thousand: none of them refers to another, all are alive."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def unswept() -> Iterator[None]:
    """Pause the garbage collector, a sixth of the time that an import takes."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()

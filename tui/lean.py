"""What a command need not wait for: pydantic's search for plugins, and looks for garbage.

For its search pydantic imports `importlib.metadata`, and that imports e-mail, zip and csv code. Plugins that other
packages may offer have no business here, and the import alone takes an eighth of a command's time.
"""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager, suppress
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEARCH = "importlib.metadata"


def without_plugins() -> None:
    """Import pydantic with an empty list of plugins in the place of the search for them."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    if _SEARCH in sys.modules or "pydantic" in sys.modules:
        return
    sys.modules[_SEARCH] = stand_in = ModuleType(_SEARCH)
    stand_in.__dict__["entry_points"] = lambda **_: ()
    try:
        # Should a pydantic of another version want more of the module, it looks for it later, in the usual way.
        with suppress(ImportError, AttributeError):
            from pydantic import create_model

            # The search is imported for the first class that is made.
            create_model("First")
    finally:
        del sys.modules[_SEARCH]


@contextmanager
def uncollected() -> Iterator[None]:
    """Look for no garbage meanwhile, nor afterwards in what is left: a command leaves hardly any, and soon ends."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_collecting:
            gc.enable()

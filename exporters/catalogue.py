"""A compiled catalogue of words (a `.mo` file), in which a word is looked up when it is said.

`gettext` reads all of it at the start, some thousands of words for the hundred that a screen says.
"""

from __future__ import annotations

from bisect import bisect_left
from struct import unpack_from

_NUMBERS = 8
"""Where the file's head says how many words there are, and where the tables of keys and texts begin."""


class Catalogue:
    """The words of a language by their keys; what it does not have says its own key.

    Its plurals are those of our languages: one form for 1 and one for all other counts.
    """

    def __init__(self, data: bytes = b"") -> None:
        """Take the bytes of a `.mo` file, whose keys are in order; without any, every word is its own key."""
        self._data = data
        self._count, self._keys, self._texts = unpack_from("<3I", data, _NUMBERS) if data else (0, 0, 0)
        self._known: dict[str, tuple[str, ...]] = {}

    def gettext(self, msgid: str) -> str:
        """Return a word; of one with a plural, the form for 1."""
        found = self._forms(msgid)
        return found[0] if found else msgid

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Return the form of a word that agrees with a count."""
        found = self._forms(singular)
        if len(found) > 1:
            return found[n != 1]
        return singular if n == 1 else plural

    def _forms(self, msgid: str) -> tuple[str, ...]:
        found = self._known.get(msgid)
        if found is None:
            wanted = msgid.encode("utf-8", "replace")
            at = bisect_left(range(self._count), wanted, key=self._key)
            # The key of a word with a plural is both, with a NUL between them.
            if at == self._count or self._key(at).partition(b"\0")[0] != wanted:
                return ()
            found = self._known[msgid] = tuple(self._entry(self._texts, at).decode().split("\0"))
        return found

    def _key(self, at: int) -> bytes:
        return self._entry(self._keys, at)

    def _entry(self, table: int, at: int) -> bytes:
        length, start = unpack_from("<2I", self._data, table + 8 * at)
        return self._data[start : start + length]

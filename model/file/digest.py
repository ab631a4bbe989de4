"""The digest of a file's bytes, by which a change from outside is noticed."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256


@lru_cache(maxsize=4)  # a save asks several times for the old text's and the new one's
def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes as text."""
    return sha256(data).hexdigest()

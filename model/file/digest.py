"""The digest of a file's bytes, by which a change from outside is noticed."""

from __future__ import annotations

from hashlib import sha256


def digest(data: bytes) -> str:
    """Return the SHA-256 of bytes as text."""
    return sha256(data).hexdigest()

"""The catalogue says what gettext reads in the same file."""

from __future__ import annotations

import gettext

import pytest

from exporters.catalogue import Catalogue
from exporters.words import DOMAIN, LOCALE


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_word_is_found(language: str) -> None:
    """Each word of the file, in each of its forms, is the one that gettext gives."""
    path = LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.mo"
    with path.open("rb") as file:
        known = gettext.GNUTranslations(file)
    catalogue = Catalogue(path.read_bytes())
    words: dict[str | tuple[str, int], str] = vars(known)["_catalog"]
    for key, text in words.items():
        if isinstance(key, tuple):
            for n in (0, 1, 2, 21):
                assert catalogue.ngettext(key[0], "…", n) == known.ngettext(key[0], "…", n)
            assert catalogue.gettext(key[0]) == known.gettext(key[0])
        else:
            assert catalogue.gettext(key) == text
            assert catalogue.ngettext(key, "…", 1) == known.ngettext(key, "…", 1)


@pytest.mark.parametrize("word", ["No such word", "\x00", "~~~", "\ud800", "1"])
def test_an_unknown_word_is_its_own_key(word: str) -> None:
    """What is not in the catalogue, wherever its place would be, is said as it is, with the plural that was given."""
    for catalogue in (Catalogue((LOCALE / "fi" / "LC_MESSAGES" / f"{DOMAIN}.mo").read_bytes()), Catalogue()):
        assert catalogue.gettext(word) == word
        assert [catalogue.ngettext(word, "more", n) for n in (1, 2)] == [word, "more"]

"""Sentences are counted as people write minutes: dates, times and abbreviations end none."""

from __future__ import annotations

import pytest

from model.prose import sentences


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", ()),
        ("  ", ()),
        ("Sopimus viipyy", ("Sopimus viipyy",)),
        ("Sopimus viipyy. Kuka kysyy?  Sanna!", ("Sopimus viipyy.", "Kuka kysyy?", "Sanna!")),
        ("Tarjous 15.12. mennessä. Kokous klo 9.00.", ("Tarjous 15.12. mennessä.", "Kokous klo 9.00.")),
        ("Ks. T07. Esim. Sarastia vastaa.", ("Ks. T07.", "Esim. Sarastia vastaa.")),
        ("”Ei käy.” Asia jäi auki…", ("”Ei käy.”", "Asia jäi auki…")),
        ("Vaihe 2. 3. sopimus", ("Vaihe 2. 3. sopimus",)),
    ],
)
def test_a_text_is_cut_into_its_sentences(text: str, found: tuple[str, ...]) -> None:
    """White space is put right, and a last sentence without its full stop counts."""
    assert sentences(text) == found

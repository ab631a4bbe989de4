"""The user's guide is found and made plain for the screen."""

from __future__ import annotations

from exporters.words import LANGUAGES
from tui.guide import GUIDES, guide, on_screen

WRITTEN = """\
# Ohje

![Kuva](images/x.svg)

Paina `Enter` tai lue
[kuvaus](file-format.md).

- yksi
  jatkuu
- kaksi

1. ensin
2. sitten

| näppäin | mitä |
| --- | --- |
| `v` | valmis |
"""


def test_the_guide_is_made_plain() -> None:
    """A paragraph is one line, a picture is left out, a key is bold, a link is its words."""
    assert on_screen(WRITTEN).splitlines() == [
        "# Ohje",
        "",
        "Paina **Enter** tai lue kuvaus.",
        "",
        "- yksi jatkuu",
        "- kaksi",
        "",
        "1. ensin",
        "2. sitten",
        "",
        "| näppäin | mitä |",
        "| --- | --- |",
        "| **v** | valmis |",
    ]


def test_there_is_each_guide_in_each_language() -> None:
    """Each begins with its title, and no two languages have the same."""
    titles = [guide(language, name).splitlines()[0] for language in LANGUAGES for name in GUIDES]

    assert all(title.startswith("# ") for title in titles)
    assert len(set(titles)) == len(LANGUAGES) * len(GUIDES)

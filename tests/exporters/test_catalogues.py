"""The catalogues hold exactly the words of the code, and the compiled ones say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from docs.catalogues import LANGUAGES, compiled, is_translated, marked, po_path, template, translations

if TYPE_CHECKING:
    from babel.messages import Message

FIELDS = re.compile(r"\{\w*\}|%\(\w+\)[sr]|%[sr]")
SAME = {"OK", "N", "A,B", "{reason}", "status", "plan", "start"}
"""Words that a translation may have in common with English."""


def forms(text: object) -> tuple[str, ...]:
    """Return the forms of a text: one, or singular and plural."""
    return (text,) if isinstance(text, str) else tuple(text) if isinstance(text, list | tuple) else ()


def messages(language: str) -> list[Message]:
    """Return the words of a language, without the head of the file."""
    return [message for message in translations(language) if message.id]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_holds_the_marked_words_and_no_others(language: str) -> None:
    """`make catalogues` was run after the last word was added or taken away."""
    assert {str(m.id) for m in messages(language)} == {str(m.id) for m in template() if m.id}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_compiled_catalogue_is_that_of_the_text(language: str) -> None:
    """The program reads what translators see."""
    assert po_path(language).with_suffix(".mo").read_bytes() == compiled(translations(language))


def test_finnish_is_complete() -> None:
    """No word is left in English on a Finnish screen."""
    assert [m.id for m in messages("fi") if not is_translated(m.string)] == []


def test_finnish_is_finnish() -> None:
    """A translation differs from its key, but for the few words that are the same."""
    same = {form for m in messages("fi") for form in set(forms(m.id)) & set(forms(m.string))}

    assert same <= SAME


@pytest.mark.parametrize("language", LANGUAGES)
def test_translations_have_the_same_placeholders(language: str) -> None:
    """Nothing that a sentence is given goes missing, and nothing is asked for that it is not given."""
    wrong = [
        m.id
        for m in messages(language)
        if is_translated(m.string)
        and any(set(FIELDS.findall(form)) != set(FIELDS.findall(forms(m.id)[-1])) for form in forms(m.string))
    ]

    assert wrong == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_ends_as_its_key_does(language: str) -> None:
    """A full stop, a colon, a question mark or an ellipsis is part of the sentence."""
    wrong = [
        m.id
        for m in messages(language)
        for form in forms(m.string)
        if form and (form[-1] in ".:…" or forms(m.id)[0][-1] in ".:…") and form[-1] != forms(m.id)[0][-1]
    ]

    assert wrong == []


def test_no_word_is_marked_twice_with_different_plurals() -> None:
    """One key, one plural: gettext keeps a single entry for both."""
    plurals = {message for message in marked() if not isinstance(message, str)}

    assert len({singular for singular, _ in plurals}) == len(plurals)

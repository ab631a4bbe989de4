"""The catalogues hold exactly the words of the code, and the compiled ones say the same."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from docs.catalogues import LANGUAGES, compiled, is_translated, marked, po_path, template, translations

if TYPE_CHECKING:
    from babel.messages import Message

FIELDS = re.compile(r"\{\w*\}|%\(\w+\)[sr]|%[sr]")
SAME = {
    "OK",
    "intranet",
    "N",
    "A,B",
    "{reason}",
    "status",
    "plan",
    "start",
    "{n} min",
    "{used} min",
    "{used}/{planned} min",
}
"""Words that a translation may have in common with English."""
SAME_OF: dict[str, set[str]] = {
    "sv": {
        *("Status", "TEXT", "text", "organisation", "ORGANISATION", "vision", "Vision", "gap", "Gap", "median"),
        *("{n} respondent", "{size} MB"),
    }
}
"""Words that one language has in common with English."""
TWO = 2
NAMES = {"Word", "Teams", "Mt"}
"""Names, which keep their capital letter wherever they stand."""


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


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_complete(language: str) -> None:
    """No word is left in English on a Finnish or a Swedish screen."""
    assert [m.id for m in messages(language) if not is_translated(m.string)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_is_one(language: str) -> None:
    """It differs from its key, but for the few words that are the same."""
    same = {form for m in messages(language) for form in set(forms(m.id)) & set(forms(m.string))}

    assert same - SAME - SAME_OF.get(language, set()) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_forms_of_a_plural_are_there(language: str) -> None:
    """A text with a count has a form for one and a form for the others."""
    assert [m.id for m in messages(language) if not isinstance(m.id, str) and len(forms(m.string)) != len(m.id)] == []


@pytest.mark.parametrize(("language", "other"), [("fi", "sv"), ("sv", "fi")])
def test_no_translation_stands_in_the_wrong_language(language: str, other: str) -> None:
    """A sentence of three words or more is never the same in both languages."""
    of = {str(m.id): forms(m.string) for m in messages(other)}
    both = [
        form
        for m in messages(language)
        for form in forms(m.string)
        if form in of[str(m.id)] and len(form.split()) > TWO
    ]

    assert both == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_are_in_sentence_case(language: str) -> None:
    """`Lisää toimenpide`, never `Lisää Toimenpide`: of a label's words only the first has a capital letter."""
    wrong = [
        form
        for m in messages(language)
        for form in forms(m.string)
        if len(form.split()) == TWO and form.split()[1].istitle() and form.split()[1] not in NAMES
    ]

    assert wrong == []


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

"""The text of a commit says one decision, and nobody's title can add a trailer to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from model.git.message import composed, new_change_id, subject_of, trailers_of
from model.git.record import commit

if TYPE_CHECKING:
    from tests.git.conftest import Town

FORGED = (
    "T01\n\nSigned-off-by: x",
    "# ei kommentti",
    "\x1b]0;x\x07 \x00",
    "a\u2028\u2029Meeting: 9/2026",
    "---\nMeeting: 9/2026",
    "",
)
TRAILERS = (("Meeting", "3/2026"), ("Measure", "T01"), ("Measure", "T02"))


def test_composed() -> None:
    """Subject, body and trailers are paragraphs of their own."""
    text = composed("§ 5 T01: valmis", body="Perustelu.", trailers=TRAILERS)

    assert text == "§ 5 T01: valmis\n\nPerustelu.\n\nMeeting: 3/2026\nMeasure: T01\nMeasure: T02\n"
    assert trailers_of(text) == TRAILERS


@given(subject=st.text(), body=st.text(), value=st.text())
def test_no_text_makes_a_trailer(subject: str, body: str, value: str) -> None:
    """Whatever stands in the lines above, the trailers read back are those that were given."""
    text = composed(subject, body=body, trailers=[("Meeting", "3/2026"), ("Note", value)])

    (meeting, note) = trailers_of(text)
    assert meeting == ("Meeting", "3/2026")
    assert note[0] == "Note"
    assert subject_of(text)


@pytest.mark.parametrize("hostile", FORGED)
def test_git_reads_the_same_trailers(town: Town, hostile: str) -> None:
    """Git's own reading of the commit agrees: no line is lost to `#`, none becomes a trailer, no control gets in."""
    text = composed(f"§ 5 {hostile}", body=hostile, trailers=[*TRAILERS, ("Note", hostile)])

    commit(town.roadmap, text, content=town.write(b"a = 1\n"))

    trailers = town.git("log", "-1", "--format=%(trailers:only,unfold)").splitlines()
    assert [line.split(":")[0] for line in trailers] == ["Meeting", "Measure", "Measure", "Note"]
    assert town.git("log", "-1", "--format=%B") == text.strip()
    assert not set(map(chr, range(32))) - {"\n", "\t"} & set(text)


def test_name_of_a_trailer_is_checked() -> None:
    """A name that git would not read as a trailer is a mistake of the caller."""
    with pytest.raises(ValueError, match="Kokous nro"):
        composed("x", trailers=[("Kokous nro", "3")])


def test_last_paragraph_of_prose_has_no_trailers() -> None:
    """A commit written by hand has trailers only if its whole last paragraph is made of them."""
    assert trailers_of("Otsikko\n\nMeeting: 3/2026\nmutta tämä ei ole\n") == ()
    assert trailers_of("Meeting: 3/2026\n") == ()


def test_change_ids_differ() -> None:
    """Twelve hexadecimal digits, new each time."""
    ids = {new_change_id() for _ in range(100)}

    assert len(ids) == 100
    assert all(len(one) == 12 and int(one, 16) >= 0 for one in ids)

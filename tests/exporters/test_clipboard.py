"""Rich text is written as each desktop's clipboard reads it, to the byte."""

from __future__ import annotations

import re
from base64 import b64decode

from hypothesis import given
from hypothesis import strategies as st

from exporters.clipboard import apple_input, windows, windows_input

PAGE = '<!doctype html>\n<html lang="fi"><head><title>ä</title></head><body>\n<h1>§ 5 ä €</h1>\n</body></html>\n'


def offsets(data: bytes) -> dict[str, int]:
    """Return the offsets in the head of CF_HTML."""
    return {name: int(number) for name, number in re.findall(r"(\w+):(\d{10})\r\n", data.decode())}


def test_windows_offsets_count_bytes() -> None:
    """Each offset leads to its byte: the document, and in it the body, though ä takes two bytes."""
    data = windows(PAGE)
    at = offsets(data)

    assert data.startswith(b"Version:0.9\r\nStartHTML:0000000105\r\n")
    assert data[at["StartHTML"] :].startswith(b"<!doctype html>")
    assert at["EndHTML"] == len(data)
    assert data[at["StartFragment"] : at["EndFragment"]].decode() == "\n<h1>§ 5 ä €</h1>\n"
    assert data[: at["StartFragment"]].endswith(b"<!--StartFragment-->")
    assert data[at["EndFragment"] :].startswith(b"<!--EndFragment--></body>")


@given(st.text(st.characters(codec="utf-8")))
def test_the_fragment_is_the_body_whatever_it_holds(body: str) -> None:
    """Also text that looks like a head, a comment or an end of the body."""
    data = windows(f"<html><body>{body}</body></html>")
    at = offsets(data[:105])

    assert data[at["StartFragment"] : at["EndFragment"]].decode() == body
    assert at["EndHTML"] == len(data)


def test_a_text_without_a_body_is_pasted_whole() -> None:
    """A piece of HTML gets a document around it."""
    data = windows("<p>ä</p>")
    at = offsets(data)

    assert data[at["StartFragment"] : at["EndFragment"]] == "<p>ä</p>".encode()


def test_windows_script_gets_two_lines_that_no_code_page_can_spoil() -> None:
    """CF_HTML and the plain text go through the pipe as base64."""
    rich, plain = windows_input(PAGE, "§ 5 ä").splitlines()

    assert b64decode(rich) == windows(PAGE)
    assert b64decode(plain).decode() == "§ 5 ä"


def test_apples_script_holds_data_and_no_text_of_ours() -> None:
    """Whatever is in the minutes, nothing of it can act in the script."""
    script = apple_input('"; do shell script "rm"', '"').decode()

    assert re.fullmatch(
        r"set the clipboard to \{«class HTML»:«data HTML[0-9A-F]+», «class utf8»:«data utf822»\}\n", script
    )

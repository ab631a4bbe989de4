"""Rich text as the desktops' clipboards take it: Windows' CF_HTML, and a script for macOS.

Wayland and X take the HTML document itself.
"""

from __future__ import annotations

import re
from base64 import b64encode

_HEAD = (
    "Version:0.9\r\nStartHTML:{start:010}\r\nEndHTML:{end:010}\r\n"
    "StartFragment:{first:010}\r\nEndFragment:{last:010}\r\n"
)
_BEFORE, _AFTER = "<!--StartFragment-->", "<!--EndFragment-->"
_BODY = re.compile(r"(?P<before>.*?<body[^>]*>)(?P<body>.*)(?P<after></body>.*)", re.DOTALL | re.IGNORECASE)


def windows(html: str) -> bytes:
    """Return an HTML document as CF_HTML: a head of byte offsets, then the document with its fragment marked.

    The offsets count UTF-8 bytes from the start of the head, as Windows' HTML Clipboard Format says; what is
    pasted is the body. A text without a body is pasted whole.
    """
    found = _BODY.fullmatch(html)
    before, body, after = found.group("before", "body", "after") if found else ("<html><body>", html, "</body></html>")
    start = len(_HEAD.format(start=0, end=0, first=0, last=0))
    first = start + len((before + _BEFORE).encode())
    last = first + len(body.encode())
    end = last + len((_AFTER + after).encode())
    head = _HEAD.format(start=start, end=end, first=first, last=last)
    return f"{head}{before}{_BEFORE}{body}{_AFTER}{after}".encode()


def windows_input(html: str, plain: str) -> bytes:
    """Return what Windows' script reads: CF_HTML and the plain text, each in base64 on a line of its own."""
    return b64encode(windows(html)) + b"\n" + b64encode(plain.encode()) + b"\n"


def apple_input(html: str, plain: str) -> bytes:
    """Return the AppleScript that puts a document and its plain text on the clipboard; both are hexadecimal data."""
    rich, bare = html.encode().hex().upper(), plain.encode().hex().upper()
    return f"set the clipboard to {{«class HTML»:«data HTML{rich}», «class utf8»:«data utf8{bare}»}}\n".encode()

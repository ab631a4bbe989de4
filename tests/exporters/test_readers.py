"""The programs that judge and show the minutes: markdownlint, axe-core in a real Chromium, LibreOffice.

They are no part of the program, so a test that lacks one is skipped and says which. Node's packages are fetched once
into a temporary folder, in the versions named here.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING, Any

import pytest

from exporters.catchup import catch_up, reader_of
from exporters.document import Document, plain
from exporters.docx import docx
from exporters.html import html
from exporters.markdown import markdown
from exporters.minutes import minutes_document
from exporters.notice import agenda_paper, invitation
from exporters.words import Words
from tests.exporters.hostile import HOSTILE
from tests.exporters.papers import COMING, HELD
from tests.exporters.papers import FOUND as TOWN
from tests.exporters.parsing import meant
from tests.exporters.test_html import everywhere
from tests.exporters.test_minutes import full_of, sample
from tests.model.build import DAY

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.long
PACKAGES = ("markdownlint@0.40.0", "axe-core@4.14.1")
SECONDS = 180
DOCUMENTS: dict[str, Document] = {
    **{language: minutes_document(*sample(), Words(language)) for language in ("fi", "sv", "en")},
    "extract": minutes_document(*sample(), Words("fi"), sector="keskushallinto"),
    "long": full_of("Tekoälyn käytön pelisäännöt ja koulutus koko henkilöstölle vuosina 2026–2027"),
    "invitation": invitation(TOWN, COMING, Words("fi")),
    "agenda": agenda_paper(TOWN, COMING, Words("sv")),
    "catch-up": catch_up(TOWN, HELD, Words("en"), reader=reader_of(TOWN, sector="tekninen"), today=DAY),
}
ALONE = {f"hostile-{number}": everywhere(text) for number, text in enumerate(HOSTILE)}
TOGETHER = {"hostile": Document("x", "fi", tuple(block for one in ALONE.values() for block in one.blocks))}
LINT = """
import { lint } from "markdownlint/promise";
import { readdirSync } from "node:fs";
const files = readdirSync(".").filter((name) => name.endsWith(".md"));
console.log(JSON.stringify(await lint({ files })));
"""
AXE = """
<script>%s</script>
<script>axe.run().then((found) => {
  const told = found.violations.map((one) => [one.id, one.help, one.nodes.map((node) => node.html)]);
  const shown = document.createElement("pre");
  shown.id = "found-by-axe";
  shown.textContent = JSON.stringify({ violations: told, passes: found.passes.length });
  document.body.append(shown);
});</script>
"""
QUIET = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def program(*names: str) -> str:
    """Return the path of the first of some programs that is there; skip the test where none is."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or pytest.skip(f"{' or '.join(names)} is not installed")


def run(*command: str, folder: Path) -> str:
    """Run a program and return what it says."""
    ran = subprocess.run(
        command, cwd=folder, capture_output=True, timeout=SECONDS, check=True, env={**os.environ, "HOME": str(folder)}
    )
    return ran.stdout.decode("utf-8", "replace")


@pytest.fixture(scope="module")
def node_modules(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with Node's packages."""
    npm = program("npm")
    folder = tmp_path_factory.mktemp("node")
    (folder / "package.json").write_text('{"private": true, "type": "module"}', encoding="utf-8")
    command = [npm, "install", "--ignore-scripts", "--no-audit", "--no-fund", *PACKAGES]
    if subprocess.run(command, cwd=folder, capture_output=True, timeout=SECONDS, check=False).returncode:
        pytest.skip("npm could not fetch markdownlint and axe-core")
    return folder


def test_markdown_passes_markdownlint(node_modules: Path) -> None:
    """All default rules, none switched off, whatever people typed."""
    documents = DOCUMENTS | ALONE
    for name, document in documents.items():
        (node_modules / f"{name}.md").write_text(markdown(document), encoding="utf-8")
    (node_modules / "lint.js").write_text(LINT, encoding="utf-8")

    told: dict[str, list[dict[str, Any]]] = json.loads(run(program("node"), "lint.js", folder=node_modules))

    assert set(told) == {f"{name}.md" for name in documents}
    assert [(name, one["ruleNames"], one["errorContext"]) for name, found in told.items() for one in found] == []


@pytest.mark.parametrize("name", [*DOCUMENTS, "hostile"])
def test_html_has_no_fault_that_axe_finds(node_modules: Path, tmp_path: Path, name: str) -> None:
    """WCAG 2 A and AA and axe-core's best practices, in a real browser; the page itself runs nothing."""
    axe = (node_modules / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
    page = tmp_path / "page.html"
    page.write_text(
        html((DOCUMENTS | TOGETHER)[name]).replace("</body>", AXE.replace("%s", axe) + "</body>"), encoding="utf-8"
    )
    browser = program("chromium", "chromium-browser", "google-chrome")

    shown = run(
        browser,
        *QUIET,
        f"--user-data-dir={tmp_path / 'profile'}",
        "--virtual-time-budget=30000",
        "--dump-dom",
        page.as_uri(),
        folder=tmp_path,
    )

    found = re.search(r'<pre id="found-by-axe">(.*?)</pre>', shown, re.DOTALL)
    assert found, shown[-500:]
    told = json.loads(found[1].replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    assert told["violations"] == []
    assert told["passes"] > 10


@pytest.mark.parametrize("name", DOCUMENTS)
def test_libreoffice_shows_the_whole_document(tmp_path: Path, name: str) -> None:
    """Converted to PDF pages, every word of the document is on them, with the page's number at the top."""
    office, reader = program("soffice", "libreoffice"), program("pdftotext")
    (tmp_path / "a.docx").write_bytes(docx(DOCUMENTS[name]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"

    run(office, "--headless", profile, "--convert-to", "pdf", "a.docx", folder=tmp_path)

    text = run(reader, "-layout", "a.pdf", "-", folder=tmp_path)
    shown = "".join(text.split())
    wanted = {word for _, said in meant(DOCUMENTS[name]) for word in plain(said).split() if word.isalpha()}
    assert {word for word in wanted if word not in shown and len(word) < 15} == set()
    assert re.search(r"1 \(\d+\)", text)

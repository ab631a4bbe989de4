"""Commands run so that permissions count, also where the tests run as root."""

from __future__ import annotations

import os
import shutil
import subprocess

import pytest


def without_privilege(*command: str) -> subprocess.CompletedProcess[str]:
    """Run a command without root's way past permissions; skip the test where that cannot be done."""
    is_root = os.geteuid() == 0
    if is_root and shutil.which("setpriv") is None:
        pytest.skip("root without setpriv: permissions do not count here")
    drop = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner,-linux_immutable"]
    return subprocess.run(
        [*(drop if is_root else []), *command], capture_output=True, text=True, check=True, timeout=60
    )

"""Measure everything that has a bound and print one table: `make bench`, or `make bench ARGS="--runs 15 drawing"`."""

from __future__ import annotations

import argparse
import os
import platform

from benchmarks import drawing, driving, importing, merging, pairs, past, reading, saving
from benchmarks.figures import HEAD, row

PARTS = {
    "drawing": drawing,
    "saving": saving,
    "reading": reading,
    "importing": importing,
    "past": past,
    "merging": merging,
    "pairs": pairs,
    "driving": driving,
}
FEWEST = 7


def main() -> None:
    """Measure the parts that were asked for."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("--runs", type=int, default=FEWEST, help="paired runs of each figure, at least %(default)s")
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    asked = parser.parse_args()
    runs = max(asked.runs, FEWEST)
    print(
        f"{platform.system()}, {os.cpu_count()} cores, Python {platform.python_version()}, {runs} paired runs, medians"
    )
    print(*HEAD, sep="\n", flush=True)
    for name in asked.parts or PARTS:
        for figure in PARTS[name].figures(runs):
            print(row(figure), flush=True)


if __name__ == "__main__":
    main()

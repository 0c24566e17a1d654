"""Measures campaigns: approves one of N subscribers, and times the claim of a batch at its start, middle and end with the
statements of Sources/Store/SQL. Appends to Benchmarks/RESULTS.md; exits with 1 if the median
of the claims needs more than 20 ms.

Usage: scripts/bench campaign [--rows N]
"""

import argparse
import datetime
import functools
import os
import pathlib
import platform
import re
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULTS = ROOT / "Benchmarks" / "RESULTS.md"
LIMIT = 0.020
# As many as ClaimQueue.
BATCH = 100


@functools.cache
def statement(name: str) -> str:
    """A statement of the program, with the parameters as Python's SQLite numbers them."""
    return re.sub(r"\$(\d+)", r"?\1", (ROOT / "Sources" / "Store" / "SQL" / f"{name}.sql").read_text())


def claim(database: sqlite3.Connection) -> float:
    """Claims one batch as the program does, and returns the seconds that it took with its commit."""
    start = time.perf_counter()
    database.execute("BEGIN IMMEDIATE")
    database.execute(statement("release-deliveries"), (1, 0))
    rows = database.execute(statement("planned-deliveries"), (1, "", 0, BATCH)).fetchall()
    for row in rows:
        database.execute(statement("claim-delivery"), (1, 120, 1, row[0], row[1]))
    database.execute("COMMIT")
    if len(rows) != BATCH:
        sys.exit(f"campaign: error: claimed {len(rows)} of {BATCH} rows")
    return time.perf_counter() - start


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    lines = [
        f"\n## Campaign, {datetime.date.today()}",
        f"\n{options.rows:,} deliveries, {os.cpu_count()} processors, {platform.machine()}.\n",
        "| step | time |\n| --- | ---: |",
    ]
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "sennight.yaml").write_text("title: Weekly\nurl: https://weekly.example/\n")
        # Creates the store with all tables.
        subprocess.run(
            [options.sennight, "subscribers", "add", "--publication", name, "reader@example.org"],
            check=True, stdout=subprocess.DEVNULL)
        database = sqlite3.connect(folder / ".sennight" / "store.sqlite", isolation_level=None)
        database.execute("PRAGMA synchronous = FULL")
        database.execute("BEGIN")
        database.executemany(
            "INSERT INTO subscribers (id, address, address_key, state, consent_source, created, changed)"
            " VALUES (?1, ?2, ?2, 'active', 'bench', 0, 0)",
            ((number, f"reader{number}@mail{number % 997}.example.org") for number in range(2, options.rows + 1)))
        database.execute("COMMIT")
        start = time.perf_counter()
        database.execute("BEGIN")
        database.execute(statement("insert-campaign"), (1, "1/", "Weekly", b"", 0, "miss", 0))
        database.execute(statement("insert-deliveries"), (1,))
        database.execute("COMMIT")
        lines.append(f"| approval | {time.perf_counter() - start:.2f} s |")
        print(lines[-1], flush=True)
        for label, position in [("start", 0), ("middle", options.rows // 2), ("end", options.rows - 20 * BATCH)]:
            database.execute(
                "UPDATE deliveries SET state = 'accepted' WHERE campaign = 1 AND subscriber <= ?1"
                " AND state IN ('planned', 'claimed')", (position,))
            times = [claim(database) for _ in range(10)]
            worst = max(worst, statistics.median(times))
            lines.append(
                f"| claim of {BATCH} at the {label} | {statistics.median(times) * 1000:.1f} ms,"
                f" at most {max(times) * 1000:.1f} ms |")
            print(lines[-1], flush=True)
    with open(RESULTS, "a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    if worst > LIMIT:
        sys.exit(f"campaign: error: a claim took {worst * 1000:.0f} ms")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Measures the mail of the archive's newest issues: the first message of each, and further ones, with both signatures.

Usage: scripts/bench mail [--issues N] [--recipients N]
The archive is in ../shared, or in the folder that SENNIGHT_TESTDATA names.
"""

import argparse
import datetime
import json
import os
import platform
import statistics
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, metavar="BINARY")
    usage.add_argument("--issues", type=int, default=100, metavar="N")
    usage.add_argument("--recipients", type=int, default=200, metavar="N")
    given = usage.parse_args()
    archive = Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared")) / "archive"
    if not archive.is_dir():
        sys.exit(f"bench: no archive at {archive}; SENNIGHT_TESTDATA names the folder that holds it")
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    subprocess.run([*build, "--product", "MailBenchmark"], cwd=ROOT, check=True)
    place = subprocess.run([*build, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    run = subprocess.run(
        [f"{place}/MailBenchmark", archive, ROOT / "Examples/this-week-in-rust/sennight.yaml", str(given.issues),
         str(given.recipients)], check=True, capture_output=True, text=True)
    lines = [json.loads(line) for line in run.stdout.splitlines()]

    def spread(key):
        values = sorted(line[key] for line in lines)
        return f"{statistics.median(values) / 1000:.2f} ms | {values[-1] / 1000:.2f} ms"

    section = f"""## Mail, {datetime.date.today()}

{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}; load {os.getloadavg()[0]:.1f}.
The {len(lines)} newest issues, {given.recipients} recipients each; messages of {statistics.median(line["bytes"] for line in lines):,.0f} bytes.
Signed with RSA (2048 bits) and Ed25519.

| | median | slowest issue |
|---|---|---|
| the first message of an issue (asked: at most 15 ms) | {spread("first")} |
| each further message (asked: at most 0.6 ms) | {spread("further")} |
"""
    print(section)
    with (ROOT / "Benchmarks" / "RESULTS.md").open("a", encoding="utf-8") as results:
        results.write("\n" + section)


main()

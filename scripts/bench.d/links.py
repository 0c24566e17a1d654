"""Measures `sennight check --links` against ten thousand pages of a server on this machine.

First plain fast pages with 64 connections to the one host, beside lychee in the same run; then pages of which many
delay, redirect, loop, drip, reset or swell, all of which must be told for what they are. Appends to Benchmarks/RESULTS.md.
"""

import argparse
import collections
import datetime
import os
import pathlib
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
LYCHEE = ROOT / ".checks/bin/lychee"
PAGES = 10_000
PER_ISSUE = 200
CONNECTIONS = 64
SETTINGS = "title: Weekly\nurl: https://example.org/\nsections:\n  - { kind: links, headings: [Links] }\n"

# How many of a thousand links are of each kind, and the check that must find them.
MIXED = {
    "page": (600, None),
    "delay": (100, None),
    "found": (60, None),
    "moved": (60, "moved-link"),
    "missing": (40, "dead-link"),
    "gone": (20, "dead-link"),
    "forbidden": (20, "refusing-server"),
    "fault": (20, "broken-server"),
    "pause": (10, "paused-server"),
    "loop": (20, "redirect-loop"),
    "reset": (20, "unreachable-server"),
    "bomb": (10, "large-page"),
    "huge": (10, "large-page"),
    "slow": (5, "slow-server"),
    "private": (5, "private-address"),
}


def kinds(mixed: bool) -> list[str]:
    if not mixed:
        return ["page"] * PAGES
    thousand = [kind for kind, (count, _) in MIXED.items() for _ in range(count)]
    assert len(thousand) == 1000
    # Spread evenly, in the same order each time.
    return [thousand[number * 37 % 1000] for number in range(PAGES)]


def issues(folder: pathlib.Path, port: int, links: list[str]) -> list[pathlib.Path]:
    """The links in issues of 200, as long as real ones are at most."""
    files = []
    for start in range(0, len(links), PER_ISSUE):
        text = "Title: Weekly 1\nNumber: 1\nDate: 2026-03-04\n\n# Links\n\n"
        for number in range(start, start + PER_ISSUE):
            text += f"* [Article number {number}](http://127.0.0.1:{port}/{links[number]}/{number})\n"
        files.append(folder / f"issue-{start}.md")
        files[-1].write_text(text)
    return files


def run(command: list, environment: dict | None = None) -> tuple[float, float, str]:
    """Seconds, megabytes at most, and what it printed."""
    with tempfile.TemporaryFile("w+") as output:
        start = time.perf_counter()
        process = subprocess.Popen(
            command, stdout=output, stderr=subprocess.STDOUT, env={**os.environ, **(environment or {})})
        _, _, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        output.seek(0)
        return seconds, usage.ru_maxrss / 1024, output.read()


def sennight(program: str, port: int, folder: pathlib.Path, mixed: bool) -> tuple[float, float, str]:
    links = kinds(mixed)
    with tempfile.TemporaryDirectory(dir=folder) as state:
        (folder / "sennight.yaml").write_text(SETTINGS)
        (folder / "content").mkdir(exist_ok=True)
        command = [
            program, *COMMAND, "--publication", folder, "--state", state, "--connections-per-host",
            str(CONNECTIONS), *issues(folder, port, links)]
        return run(command, {"SENNIGHT_OPEN_HOSTS": f"127.0.0.1:{port}"})


COMMAND = ["check", "--links"]


def lychee(port: int, folder: pathlib.Path) -> tuple[float, float, str]:
    return run([
        LYCHEE, "--no-progress", "--max-concurrency", str(CONNECTIONS), "--host-concurrency", str(CONNECTIONS),
        "--host-request-interval", "0ms", "--format", "json",
        *issues(folder, port, kinds(False))])


def faults(output: str) -> list[str]:
    """Every link of the mixed run that was not told for what it is."""
    found: dict[int, set[str]] = collections.defaultdict(set)
    for start, line, check in re.findall(r"^\S*issue-(\d+)\.md:(\d+):\d+: .*\[([a-z-]+)\]$", output, re.M):
        found[int(start) + int(line) - 7].add(check)
    wrong = []
    for number, kind in enumerate(kinds(True)):
        wanted = MIXED[kind][1]
        if found[number] != ({wanted} if wanted else set()):
            wrong.append(f"{kind} {number}: {', '.join(found[number]) or 'nothing'}")
    return wrong


def median(values: list[float]) -> float:
    return statistics.median(values)


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    server = subprocess.Popen(
        [sys.executable, pathlib.Path(__file__).with_name("pages.py")], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        text=True)
    port = int(server.stdout.readline())
    load = os.getloadavg()[0]
    try:
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            ours, theirs = [], []
            # In turns, so that whatever else the machine does falls on both.
            for _ in range(options.runs):
                ours.append(sennight(options.sennight, port, folder, False))
                assert f"{PAGES} links asked" in ours[-1][2] and "found nothing" in ours[-1][2], ours[-1][2][-2000:]
                if LYCHEE.exists():
                    theirs.append(lychee(port, folder))
                    assert f'"successful": {PAGES}' in theirs[-1][2], theirs[-1][2][:2000]
            mixed = sennight(options.sennight, port, folder, True)
    finally:
        server.stdin.close()
        server.wait()
    wrong = faults(mixed[2])

    def row(name: str, runs: list) -> str:
        rates = [PAGES / run[0] for run in runs]
        return (f"| {name} | {median(rates):,.0f} ({min(rates):,.0f}–{max(rates):,.0f}) "
                f"| {median([run[1] for run in runs]):.0f} MB |\n")

    result = f"""## Links, {datetime.date.today()}

Machine: {os.cpu_count()} processors, {platform.system()} {platform.release()}, load before {load:.1f}; the server on the same machine.
{PAGES:,} plain pages of 4 KB in {PAGES // PER_ISSUE} issues, {CONNECTIONS} connections to the one host; medians of {options.runs} runs in turns (least to most).

| | links a second | memory at most |
|---|---|---|
{row("sennight check --links", ours)}"""
    result += row("lychee", theirs) if theirs else "| lychee | not installed | |\n"
    result += f"""
{PAGES:,} mixed pages (delays, redirects, loops, slow bodies, resets, bombs): {mixed[0]:.0f} s, {mixed[1]:.0f} MB at most, {PAGES - len(wrong):,} told for what they are.

"""
    print(result, *wrong[:20], sep="\n")
    if not options.dry:
        with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
            file.write(result)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()

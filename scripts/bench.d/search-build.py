#!/usr/bin/env python3
"""Measures the search index in builds: what it adds, what a new issue changes, ten times the archive, and `sennight search`.

Usage: scripts/bench search-build [--runs N] [--skip-large]
The archive is in ../shared, or in the folder that SENNIGHT_TESTDATA names.
"""

import argparse
import datetime
import gzip
import hashlib
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
COPIES = 10  # the archive and nine derived from it
YEARS = 14  # between a copy and the next
QUERIES = ["async", "borrow checker", "tokio 1.0", "embedded", "procedural macros"]


class Publication:
    """A copy of the archive with its sites."""

    def __init__(self, folder, archive, search):
        self.folder = folder
        shutil.copytree(archive, folder, copy_function=shutil.copyfile)
        settings = (ROOT / "Examples" / "this-week-in-rust" / "sennight.yaml").read_text("utf-8")
        settings = re.sub(r"(?m)^search:.*\n", "", settings)
        (folder / "sennight.yaml").write_text(f"{settings}\nsearch: {str(search).lower()}\n", "utf-8")
        for path in [folder, *folder.rglob("*")]:
            path.chmod(path.stat().st_mode | 0o200)

    @property
    def issues(self):
        return sorted((self.folder / "content").glob("*.md"))

    def build(self, sennight, site, jobs=None, keeps_state=False):
        """Seconds and megabytes of a build, from nothing unless the state is kept."""
        state = Path(f"{site}.state")
        if not keeps_state:
            shutil.rmtree(site, ignore_errors=True)
            shutil.rmtree(state, ignore_errors=True)
        command = [sennight, "build", "--publication", self.folder, "--output", site, "--state", state]
        start = time.perf_counter()
        process = subprocess.Popen([*command, *(["--jobs", str(jobs)] if jobs else [])], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status:
            sys.exit(f"bench: the build of {self.folder} failed")
        return time.perf_counter() - start, usage.ru_maxrss / 1024


def contents(site):
    return {path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).digest() for path in site.rglob("*")
            # The manifest has the times at which files were written.
            if path.is_file() and path.name != ".sennight-manifest"}


def sizes(site):
    """How many files the index has, and their megabytes, each compressed."""
    files = [path for path in (site / "search").iterdir() if path.suffix == ".txt"]
    return len(files), sum(len(gzip.compress(path.read_bytes(), 9)) for path in files) / 1e6


def compared(sennight, publications, folder, runs):
    """Medians of seconds and megabytes with the search and without, taking turns."""
    seen = {name: [] for name in publications}
    for _ in range(runs):
        for name, publication in publications.items():
            seen[name].append(publication.build(sennight, folder / name))
    return {name: [statistics.median(values) for values in zip(*found)] for name, found in seen.items()}


def derived(publication):
    """Adds copies of all issues, with their dates shifted and the words of their lines permuted by a fixed table."""
    texts = {path: path.read_text("utf-8") for path in publication.issues}
    kept = {"http", "https", "title", "number", "date", "category"}
    words = sorted({word for text in texts.values() for word in re.findall(r"\b[a-z]{4,12}\b", text)} - kept)
    for copy in range(1, COPIES):
        # Words of the same length change places, so that the texts keep their sizes.
        table = {}
        for length in range(4, 13):
            same = [word for word in words if len(word) == length]
            table.update(zip(same, random.Random(copy * 100 + length).sample(same, len(same))))
        for path, text in texts.items():
            head, blank, body = text.partition("\n\n")
            head = re.sub(r"(?m)^(Date: *)(\d{4})", lambda found: f"{found[1]}{int(found[2]) + YEARS * copy}", head)
            # Not all of the years have a leap day.
            head = re.sub(r"(?m)^(Date: *\d{4})-02-29", r"\1-02-28", head)
            head = re.sub(r"(?m)^(Number: *)(\d+)", lambda found: f"{found[1]}{int(found[2]) + 1000 * copy}", head)
            lines = [
                line if line.startswith("#") or "<" in line else re.sub(r"\b[a-z]{4,12}\b", lambda found: table.get(found[0], found[0]), line)
                for line in body.split("\n")
            ]
            (path.parent / f"{copy}-{path.name}").write_text(head + blank + "\n".join(lines), "utf-8")


def searching(sennight, publication, folder, runs):
    """Median milliseconds of `sennight search`, the start of its process included."""
    command = [sennight, "search", "--publication", publication.folder, "--state", folder / "searching"]
    times = []
    for query in QUERIES * (runs + 1):
        start = time.perf_counter()
        subprocess.run([*command, "--", query], check=True, stdout=subprocess.DEVNULL)
        times.append((time.perf_counter() - start) * 1000)
    # The first queries make the index.
    return statistics.median(times[len(QUERIES):])


def measure(sennight, archive, folder, runs, is_large):
    plain, searched = Publication(folder / "plain", archive, False), Publication(folder / "searched", archive, True)
    lines = [f"## The search in builds ({datetime.date.today()}, {platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f})", ""]

    one, eight = folder / "one", folder / "eight"
    searched.build(sennight, one, jobs=1)
    searched.build(sennight, eight, jobs=8)
    lines.append(f"- One job and eight jobs: {'byte-identical' if contents(one) == contents(eight) else 'DIFFERENT'}")

    found = compared(sennight, {"without": plain, "with": searched}, folder, runs)
    (seconds, megabytes), (plain_seconds, plain_megabytes) = found["with"], found["without"]
    lines.append(
        f"- Full build, medians of {runs}: {plain_seconds:.2f} s and {plain_megabytes:.0f} MB without the search; "
        f"it adds {seconds - plain_seconds:.2f} s and {megabytes - plain_megabytes:.0f} MB")
    count, size = sizes(folder / "with")
    lines.append(f"- Index: {count} files, {size:.2f} MB compressed")
    lines.append(f"- `sennight search`: {searching(sennight, searched, folder, runs):.0f} ms")

    changed = []
    for path in searched.issues[-5:]:
        hidden = path.with_suffix(".hidden")
        path.rename(hidden)
    hidden = sorted((searched.folder / "content").glob("*.hidden"))
    site = folder / "growing"
    searched.build(sennight, site)
    for path in hidden:
        before = contents(site / "search")
        path.rename(path.with_suffix(".md"))
        searched.build(sennight, site, keeps_state=True)
        after = contents(site / "search")
        changed.append(sum(before.get(name) != digest for name, digest in after.items()))
    lines.append(f"- A new issue changes {', '.join(map(str, changed))} files of the index (the last five issues, one after the other)")
    shutil.rmtree(folder / "with.state", ignore_errors=True)

    if is_large:
        derived(searched)
        large_seconds, large_megabytes = searched.build(sennight, folder / "large")
        large_count, large_size = sizes(folder / "large")
        lines.append(
            f"- {COPIES} times the archive: {large_seconds / seconds:.1f} times the build, {large_megabytes / megabytes:.1f} times the memory, "
            f"{large_size / size:.1f} times the index ({large_count} files, {large_size:.2f} MB)")
    return "\n".join(lines)


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--runs", type=int, default=5, metavar="N")
    usage.add_argument("--skip-large", action="store_true", help="leave out ten times the archive")
    given = usage.parse_args()
    archive = Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared")) / "archive"
    if not archive.is_dir():
        sys.exit(f"bench: no archive at {archive}; SENNIGHT_TESTDATA names the folder that holds it")
    with tempfile.TemporaryDirectory(prefix="sennight-bench-") as folder:
        print(measure(given.sennight.resolve(), archive, Path(folder), given.runs, not given.skip_large))


main()

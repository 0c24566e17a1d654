#!/usr/bin/env python3
"""Measures the search: its speed beside tantivy and SQLite FTS5, its ranking of known items beside FTS5, its size.

Usage: scripts/bench search [--benchmark BINARY] [--words N]
The archive is in ../shared, or in the folder that SENNIGHT_TESTDATA names. Without tantivy (PyPI) it is left out.
"""

import argparse
import collections
import datetime
import gzip
import json
import os
import platform
import random
import re
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
import unicodedata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "Benchmarks" / "RESULTS.md"
QUERIES = ["async", "borrow checker", "tokio 1.0", "embedded", "procedural macros"]


def fold(text):
    text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return re.findall(r"\w+", text.lower())


class Sennight:
    def __init__(self, binary, publication, folder):
        self.command = [binary, publication, publication / "sennight.yaml", folder / "archive"]

    def records(self):
        output = subprocess.run([*self.command, "records"], check=True, capture_output=True, text=True).stdout
        return [json.loads(line) for line in output.splitlines()]

    def build(self):
        output = subprocess.run([*self.command, "build"], check=True, capture_output=True, text=True).stdout
        return float(output.split()[0]) / 1000

    def write(self, folder):
        subprocess.run([*self.command, "write", folder], check=True)

    def search(self, queries, limit=20):
        output = subprocess.run([*self.command, "search", str(limit)], input="\n".join(queries) + "\n", check=True,
                                capture_output=True, text=True).stdout
        return [json.loads(line) for line in output.splitlines()]


def fts5(records, path):
    base = sqlite3.connect(path)
    base.execute("CREATE VIRTUAL TABLE r USING fts5(title, context, tokenize = 'porter unicode61 remove_diacritics 2')")
    start = time.perf_counter()
    rows = [(r["record"] + 1, r["title"], r["context"]) for r in records if not r["repeated"]]
    base.executemany("INSERT INTO r(rowid, title, context) VALUES (?, ?, ?)", rows)
    base.execute("INSERT INTO r(r) VALUES ('optimize')")
    base.commit()
    return base, time.perf_counter() - start


def fts5_query(query, joint):
    return joint.join(f'"{word}"' for word in fold(query))


def fts5_search(base, query, limit=20, joint=" "):
    ask = "SELECT rowid - 1, title FROM r WHERE r MATCH ? ORDER BY bm25(r, 3.0, 1.0) LIMIT ?"
    return [row[0] for row in base.execute(ask, (fts5_query(query, joint), limit))]


def tantivy_index(records, folder):
    import tantivy

    schema = tantivy.SchemaBuilder()
    schema.add_integer_field("record", stored=True)
    schema.add_text_field("title", stored=True, tokenizer_name="en_stem")
    schema.add_text_field("context", stored=False, tokenizer_name="en_stem")
    index = tantivy.Index(schema.build(), path=str(folder))
    start = time.perf_counter()
    writer = index.writer(heap_size=200_000_000, num_threads=1)
    for r in records:
        if not r["repeated"]:
            writer.add_document(tantivy.Document(record=r["record"], title=r["title"], context=r["context"]))
    writer.commit()
    writer.wait_merging_threads()
    spent = time.perf_counter() - start
    index.reload()
    return index, spent


def tantivy_search(index, searcher, query, limit=20):
    parsed = index.parse_query(" ".join(f'+"{word}"' for word in fold(query)), ["title", "context"])
    return [searcher.doc(address).get_first("title") for _, address in searcher.search(parsed, limit).hits]


def fastest(ask, runs=5):
    best = float("inf")
    for _ in range(runs):
        start = time.perf_counter()
        ask()
        best = min(best, time.perf_counter() - start)
    return best * 1e6


def spread(values):
    values = sorted(values)
    return f"median {statistics.median(values):.0f} µs, p99 {values[min(len(values) - 1, int(len(values) * 0.99))]:.0f} µs"


def known_items(records):
    """Queries with the record that each should find, and those that don't count."""
    by_url = collections.defaultdict(list)
    for r in records:
        if r["url"]:
            by_url[r["url"]].append(r)
    items = []
    for found in by_url.values():
        if len({r["issue"] for r in found}) > 5 or any(is_event_or_job(r) for r in found):
            continue
        found = [r for r in found if not r["repeated"]]
        titles = {}
        for r in found:
            words = fold(r["title"])
            if len(words) >= 3:
                titles.setdefault(" ".join(words), r)
        if len(titles) < 2:
            continue
        first, target = list(titles.values())[:2]
        # What the query language gives a meaning, a title doesn't mean.
        query = re.sub(r'["\n]|(?<!\S)-+', " ", first["title"])
        items.append((query, target["record"], {r["record"] for r in found} - {target["record"]}))
    return items


def is_event_or_job(record):
    url, section = record["url"], record["section"].lower()
    return "meetup.com" in url or "job" in section or "event" in section or record.get("cost") == 1 and "pull" not in url and "issues" not in url


def rank(found, target, excluded):
    found = [record for record in found if record not in excluded][:10]
    return 1 / (found.index(target) + 1) if target in found else 0


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--benchmark", type=Path, metavar="BINARY")
    usage.add_argument("--words", type=int, default=200, metavar="N")
    given = usage.parse_args()
    archive = Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared")) / "archive"
    if not archive.is_dir():
        sys.exit(f"bench: no archive at {archive}; SENNIGHT_TESTDATA names the folder that holds it")
    benchmark = given.benchmark or given.sennight.with_name("SearchBenchmark")
    with tempfile.TemporaryDirectory(prefix="sennight-bench-") as folder:
        print(measure(benchmark.resolve(), archive, Path(folder), given.words))


def measure(binary, archive, folder, count):
    publication = folder / "publication"
    shutil.copytree(archive, publication, copy_function=shutil.copyfile)
    shutil.copytree(ROOT / "Examples" / "this-week-in-rust", publication, dirs_exist_ok=True)
    sennight = Sennight(binary, publication, folder)
    records = sennight.records()
    lines = [f"## Search ({datetime.date.today()}, {platform.machine()}, {os.cpu_count()} processors, load {os.getloadavg()[0]:.1f})", ""]

    words = collections.Counter(word for r in records if not r["repeated"] for word in set(fold(r["title"])))
    vocabulary = sorted(word for word, records_ in words.items() if records_ >= 2 and not word.isdigit() and len(word) > 2)
    queries = random.Random(1).sample(vocabulary, count) + QUERIES
    base, fts_time = fts5(records, folder / "fts5.db")
    lines.append(f"Speed over {len(queries)} queries, the first 20 results, fastest of five runs each, {len(records)} records:")
    lines.append(f"- Sennight: {spread([r['nanoseconds'] / 1000 for r in sennight.search(queries)])}; index {sennight.build():.2f} s")
    lines.append(f"- FTS5: {spread([fastest(lambda: fts5_search(base, query)) for query in queries])}; index {fts_time:.2f} s")
    try:
        (folder / "tantivy").mkdir()
        index, spent = tantivy_index(records, folder / "tantivy")
        searcher = index.searcher()
        lines.append(f"- tantivy: {spread([fastest(lambda: tantivy_search(index, searcher, query)) for query in queries])}; index {spent:.2f} s")
    except ImportError:
        lines.append("- tantivy: not installed")

    items = known_items(records)
    found = sennight.search([item[0] for item in items], 60)
    ours = [rank(answer["records"], target, excluded) for answer, (_, target, excluded) in zip(found, items)]
    theirs = [rank(fts5_search(base, query, 60, " OR "), target, excluded) for query, target, excluded in items]
    lines.append(f"\nKnown items ({len(items)}): MRR@10 {statistics.mean(ours):.3f}, FTS5 bm25 {statistics.mean(theirs):.3f}")

    files = folder / "files"
    sennight.write(files)
    sizes = {path.name: len(gzip.compress(path.read_bytes(), 9)) for path in files.iterdir()}
    lines.append(f"\nSize: {len(sizes)} files, {sum(sizes.values()) / 1e6:.2f} MB gzipped; manifest {sizes['manifest.txt']} bytes")
    return "\n".join(lines)


if __name__ == "__main__":
    main()

"""Measures the suggestion of sections for links: the first guess, the first two and macro-F1, beside a plain
TF-IDF and linear SVM of scikit-learn that gets the same links. Appends to Benchmarks/RESULTS.md.

Trained on all issues before 2025, asked for the links of 2025 and 2026. Neither side was tuned on these years.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import re
import subprocess
import tempfile
from urllib.parse import urlsplit

import sklearn
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import f1_score
from sklearn.svm import LinearSVC

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared"))
SETTINGS = ROOT / "Examples/this-week-in-rust/sennight.yaml"


def text(link: dict) -> str:
    """Title, host and the path's tokens."""
    try:
        parts = urlsplit(link["url"])
        host, path = parts.netloc, parts.path
    except ValueError:
        host, path = "", link["url"]
    return " ".join([link["title"], host, *re.split(r"[/\-_.]+", path)])


def baseline(links: list[dict]) -> dict:
    training = [link for link in links if link["set"] == "training"]
    tests = [link for link in links if link["set"] == "test"]
    vectors = TfidfVectorizer(ngram_range=(1, 2))
    model = LinearSVC(C=1).fit(vectors.fit_transform(map(text, training)), [link["section"] for link in training])
    scores = model.decision_function(vectors.transform(map(text, tests)))
    ranked = [[model.classes_[index] for index in row.argsort()[::-1]] for row in scores]
    truth = [link["section"] for link in tests]
    return {
        "first": sum(row[0] == name for row, name in zip(ranked, truth)) / len(truth),
        "firstTwo": sum(name in row[:2] for row, name in zip(ranked, truth)) / len(truth),
        "macroF1": f1_score(truth, [row[0] for row in ranked], labels=sorted(set(model.classes_)), average="macro"),
    }


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--since", default="2025-01-01")
    arguments = parser.parse_args()
    build = ["swift", "build", "--package-path", str(ROOT), "-c", "release", "--static-swift-stdlib"]
    subprocess.run([*build, "--product", "SuggestBenchmark"], check=True)
    program = pathlib.Path(arguments.sennight).with_name("SuggestBenchmark")
    with tempfile.TemporaryDirectory() as folder:
        examples = pathlib.Path(folder, "examples.jsonl")
        command = [program, DATA / "archive", SETTINGS, arguments.since, examples]
        ours = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
        theirs = baseline([json.loads(line) for line in examples.read_text().splitlines()])
    rows = [
        ("first guess right", "first"),
        ("one of the first two right", "firstTwo"),
        ("macro-F1", "macroF1"),
    ]
    table = "\n".join(f"| {name} | {ours[key]:.3f} | {theirs[key]:.3f} |" for name, key in rows)
    result = f"""
## Suggesting sections, {datetime.date.today()}

{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}; scikit-learn {sklearn.__version__}.
{ours['training']:.0f} links of issues before {arguments.since} to learn from, {ours['links']:.0f} links since then to
guess, each address once. Training took {ours['trainMilliseconds']:.0f} ms, a guess {ours['guessMicroseconds']:.0f} µs.
The other side: `TfidfVectorizer(ngram_range=(1, 2))` over title, host and path tokens, `LinearSVC(C=1)`.

| | Sennight | scikit-learn |
|---|---|---|
{table}
"""
    print(result)
    with open(ROOT / "Benchmarks/RESULTS.md", "a") as file:
        file.write(result)


main()

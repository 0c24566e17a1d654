"""Draws a sample of findings by a seed, with the text they are about, for people to judge.

Reads the JSON of `sennight check --format json`, keeps what is in the newest issues, and prints one line per drawn finding:
kind of sample, check, severity, issue, line, column. With --text, prints the marked lines and the first fix, too, to judge
by. Benchmarks/Findings has the samples that were judged, with their verdicts.
"""

import argparse
import collections
import json
import pathlib
import random


def key(found: dict) -> tuple:
    return found["file"], found["line"], found["column"], found["id"], found["summary"]


def drawn(findings: list[dict], count: int, seed: int) -> list[dict]:
    ordered = sorted(findings, key=key)
    return sorted(random.Random(seed).sample(ordered, min(count, len(ordered))), key=key)


def described(found: dict, root: pathlib.Path) -> str:
    lines = (root / found["file"]).read_text("utf-8").splitlines()
    shown = "\n".join(f"    | {line[:300]}" for line in lines[max(0, found["line"] - 2) : found["endLine"] + 1])
    notes = "".join(f"\n    note: {note}" for note in found["notes"])
    fixes = "".join(f"\n    fix: {json.dumps(fix, ensure_ascii=False)[:400]}" for fix in found["fixes"])
    return f"\n    {found['summary']}. {found['explanation']}\n{shown}{notes}{fixes}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("report", type=pathlib.Path, help="the JSON of `sennight check content --format json`")
    parser.add_argument("--root", type=pathlib.Path, default=".", help="the publication")
    parser.add_argument("--issues", type=int, default=100, help="the number of newest issues that findings are drawn from")
    parser.add_argument("--seed", type=int, required=True)
    parser.add_argument("--warnings", type=int, default=100)
    parser.add_argument("--fixes", type=int, default=60)
    parser.add_argument("--errors", type=int, default=50)
    parser.add_argument("--text", action="store_true")
    options = parser.parse_args()
    findings = json.loads(options.report.read_text("utf-8"))["diagnostics"]
    names = sorted(path.name for path in (options.root / "content").iterdir() if path.suffix in (".md", ".markdown"))
    newest = {f"content/{name}" for name in names[-options.issues :]}
    recent = [found for found in findings if found["file"] in newest]
    counts = collections.Counter((found["severity"], found["id"]) for found in recent)
    for (severity, name), count in sorted(counts.items()):
        print(f"# {severity} {name}: {count}")
    # Fixes are drawn from the whole archive: the newest issues have too few kinds.
    for kind, pool, count in (
        ("warning", [found for found in recent if found["severity"] == "warning"], options.warnings),
        ("error", [found for found in recent if found["severity"] == "error"], options.errors),
        ("fix", [found for found in findings if found["fixes"]], options.fixes),
    ):
        for found in drawn(pool, count, options.seed):
            place = f"{pathlib.Path(found['file']).name[:10]}:{found['line']}:{found['column']}"
            text = described(found, options.root) if options.text else ""
            print(f"{kind}\t{found['id']}\t{place}{text}")


if __name__ == "__main__":
    main()

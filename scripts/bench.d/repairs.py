"""Measures how many of the later repairs of issues `sennight check` would have found before publication.

Checks the texts of before the repairs (`repairs/` of the test data) in one publication, by the table in
Tests/CheckTests/RepairTable.swift, which says for each hunk whether it repaired a fault that a program can know of.
"""

import argparse
import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared"))


def table() -> dict[str, tuple[str, str | None]]:
    text = (ROOT / "Tests/CheckTests/RepairTable.swift").read_text("utf-8")
    rows = re.findall(r"^\s*(\d+\.\d+) (\S+)(?: (\S+))?", text, re.M)
    return {name: (kind, None if check in ("", "-") else check) for name, kind, check in rows}


def report(program: str, root: pathlib.Path, file: pathlib.Path) -> list[dict]:
    done = subprocess.run([program, "check", file, "--format", "json"], cwd=root, capture_output=True, text=True, check=False)
    return json.loads(done.stdout)["diagnostics"] if done.stdout else []


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sennight", required=True)
    options = parser.parse_args()
    rows, faults, found, lost = table(), 0, 0, []
    repairs = [json.loads(line) for line in (DATA / "repairs.jsonl").read_text("utf-8").splitlines()]
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder, "publication")
        shutil.copytree(DATA / "archive/content", root / "content", copy_function=shutil.copyfile)
        shutil.copytree(DATA / "archive/draft", root / "draft", copy_function=shutil.copyfile)
        shutil.copyfile(ROOT / "Examples/this-week-in-rust/sennight.yaml", root / "sennight.yaml")
        shutil.copytree(DATA / "repairs", root / "before", copy_function=shutil.copyfile)
        for repair in repairs:
            findings = report(str(pathlib.Path(options.sennight).resolve()), root, pathlib.Path("before", repair["before"]))
            for index, hunk in enumerate(repair["hunks"]):
                name = f"{repair['id']}.{index + 1}"
                kind, check = rows.get(name, ("", None))
                if kind != "fault":
                    continue
                faults += 1
                first, last = hunk["line"] - 1, hunk["line"] + max(1, len(hunk["before"]))
                lines = [(found["id"], [found["line"]] + [note["line"] or 0 for note in found["notes"]]) for found in findings]
                if any(first <= line <= last for id, at in lines for line in at if check in (id, "not-an-issue")):
                    found += 1
                else:
                    lost.append(name)
    print(f"{found} of {faults} hunks that repaired a fault: {100 * found / faults:.1f} %; not found: {', '.join(lost)}")


if __name__ == "__main__":
    main()

"""Measures `check` on ten times the archive: each issue is copied nine times, its dates shifted by 14 years per copy, leap
days left out. Prints the time and the most memory of `check` over everything and over one draft, for the archive and for
ten times the archive, with the index made before; exits with 1 if a limit is exceeded.
"""

import argparse
import datetime
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared"))
SETTINGS = ROOT / "Examples/this-week-in-rust"
COPIES = 9
YEARS = 14
# How much longer ten times as many issues may take, MB, and milliseconds for one draft.
TIMES, MEMORY, DRAFT = 12, 250, 60
DATE = re.compile(r"\b(20\d\d)-(\d\d)-(\d\d)")


def shifted(text: str, years: int) -> str:
    return DATE.sub(lambda day: f"{int(day[1]) + years}-{day[2]}-{day[3]}", text)


def publication(folder: pathlib.Path, copies: int) -> pathlib.Path:
    for name in ("content", "draft"):
        shutil.copytree(DATA / "archive" / name, folder / name, copy_function=shutil.copyfile)
    shutil.copytree(SETTINGS, folder, dirs_exist_ok=True)
    for path in sorted((folder / "content").iterdir()):
        if path.suffix not in (".md", ".markdown") or path.name[5:10] == "02-29":
            continue
        text = path.read_text("utf-8")
        for copy in range(1, copies + 1):
            day = shifted(path.name, copy * YEARS)
            # The header's number goes on, so that no two issues have the same one.
            copied = re.sub(r"^(Number: )(\d+)", lambda found: f"{found[1]}{int(found[2]) + copy * 1000}", text, count=1, flags=re.M)
            (folder / "content" / day).write_text(shifted(copied, copy * YEARS), "utf-8")
    draft = next((folder / "draft").glob("*.md"))
    last = shifted(draft.read_text("utf-8"), copies * YEARS)
    draft.unlink()
    (folder / "draft" / shifted(draft.name, copies * YEARS)).write_text(last, "utf-8")
    return folder


def measured(command: list[str], root: pathlib.Path, runs: int) -> tuple[float, float]:
    """The median time in milliseconds, and the most memory in MB."""
    times, most = [], 0.0
    for run in range(runs + 1):
        start = time.perf_counter()
        process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        spent = (time.perf_counter() - start) * 1000
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in (0, 1):
            raise SystemExit(f"{command} exited with {process.returncode}")
        # The first run makes the index.
        if run:
            times.append(spent)
            most = max(most, usage.ru_maxrss / 1024)
    return statistics.median(times), most


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program = str(pathlib.Path(options.sennight).resolve())
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        for copies in (0, COPIES):
            root = publication(pathlib.Path(folder, str(copies)), copies)
            for name, path in (("everything", "content"), ("one draft", str(next((root / "draft").glob("*.md"))))):
                spent, memory = measured([program, "check", path, "--format", "json"], root, options.runs)
                found[copies, name] = spent, memory
                print(f"{datetime.date.today()}: {(copies + 1)} × the archive, {name}: {spent:,.0f} ms, {memory:,.0f} MB", flush=True)
    factor = found[COPIES, "everything"][0] / found[0, "everything"][0]
    print(f"everything takes {factor:.1f} times as long")
    wrong = factor > TIMES or found[COPIES, "everything"][1] > MEMORY or found[COPIES, "one draft"][0] > DRAFT
    raise SystemExit(1 if wrong else 0)


if __name__ == "__main__":
    main()

"""Measures `check` on ten times the archive: each issue is copied nine times, its dates shifted by 14 years per copy, leap
days left out. Prints the times and the most memory of `check` over everything and over one draft, for the archive and for
ten times the archive in turn, with the index made before. Appends to Benchmarks/RESULTS.md; exits with 1 if a limit is
exceeded.
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


def measured(command: list[str], root: pathlib.Path) -> tuple[float, float, float]:
    """Milliseconds on the wall and of the processors, and the most memory in MB."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    spent = (time.perf_counter() - start) * 1000
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{command} exited with {process.returncode}")
    return spent, (usage.ru_utime + usage.ru_stime) * 1000, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    program = str(pathlib.Path(options.sennight).resolve())
    load = os.getloadavg()[0]
    found: dict[tuple[int, str], list[tuple[float, float, float]]] = {}
    with tempfile.TemporaryDirectory() as folder:
        roots = {copies: publication(pathlib.Path(folder, str(copies)), copies) for copies in (0, COPIES)}
        for run in range(options.runs + 1):
            for copies, root in roots.items():
                for name, path in (("everything", "content"), ("one draft", str(next((root / "draft").glob("*.md"))))):
                    sample = measured([program, "check", path, "--format", "json"], root)
                    # The first run makes the index.
                    if run:
                        found.setdefault((copies, name), []).append(sample)
                    print(f"{run}/{options.runs}: {copies + 1} × the archive, {name}: {sample[0]:,.0f} ms, {sample[2]:,.0f} MB", flush=True)
    rows = []
    for (copies, name), samples in found.items():
        walls, cpus, memory = zip(*samples)
        rows.append(
            f"| {copies + 1} × the archive, {name} | {statistics.median(walls):,.0f} ms | {statistics.median(cpus):,.0f} ms | {max(memory):,.0f} MB |")
    # Runs of the archive and of ten times the archive that followed each other are compared.
    pairs = list(zip(found[0, "everything"], found[COPIES, "everything"]))
    factor = statistics.median(large[0] / small[0] for small, large in pairs)
    cpu = statistics.median(large[1] / small[1] for small, large in pairs)
    table = "\n".join(rows)
    result = f"""
## Checking ten times the archive, {datetime.date.today()}

Machine: {os.cpu_count()} processors, load before {load:.1f}. Medians of {options.runs}. Everything takes {factor:.1f} times as
long as the archive, and {cpu:.1f} times the processor time.

| | wall | processors | memory |
|---|---|---|---|
{table}
"""
    print(result)
    with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
        file.write(result)
    most = max(sample[2] for sample in found[COPIES, "everything"])
    draft = statistics.median(sample[0] for sample in found[COPIES, "one draft"])
    raise SystemExit(1 if factor > TIMES or most > MEMORY or draft > DRAFT else 0)


if __name__ == "__main__":
    main()

"""Measures merging: one merge of issues of 40 KB as a new process, beside git's own line merge; and 100 branches
into one draft in one process.

Takes real issues where the test data is there, else one that it makes. Appends to Benchmarks/RESULTS.md.
"""

import argparse
import datetime
import os
import pathlib
import platform
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]


DATA = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared"))


def issue() -> str:
    real = sorted((DATA / "archive/content").glob("*.md"), key=lambda path: abs(path.stat().st_size - 40_000))
    if real:
        return real[0].read_text()
    text = "Title: Weekly 1\nNumber: 1\nDate: 2026-03-04\n\n"
    for section in range(20):
        text += f"### Section {section}\n\n"
        text += "".join(f"* [Entry {section}.{n}](https://example.org/{section}/{n})\n" for n in range(40)) + "\n"
    return text


def with_entry(text: str, name: str) -> str:
    lines = text.split("\n")
    headings = [n for n, line in enumerate(lines) if line.startswith("### ")]
    place = next(n for n in headings if any(line.startswith("* [") for line in lines[n + 1 : n + 3]))
    lines.insert(place + 1, f"* [An entry of {name}](https://{name}.example/)")
    return "\n".join(lines)


def median_ms(command: list[str], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times)


def draft() -> str:
    """The largest draft that real pull requests began from."""
    real = sorted(DATA.glob("merges/*/base.md"), key=lambda path: (path.stat().st_size, path))
    return real[-1].read_text() if real else issue()


def many_branches(runs: int) -> str:
    """Merges 100 branches in one process; the reading of files and the making of branches are not counted."""
    build = ["swift", "build", "--package-path", str(ROOT), "-c", "release", "--static-swift-stdlib"]
    subprocess.run([*build, "--product", "MergeBenchmark"], check=True)
    path = subprocess.run([*build, "--show-bin-path"], capture_output=True, text=True, check=True).stdout.strip()
    base, host = draft(), machine()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "base.md"
        file.write_text(base)
        outputs = [
            subprocess.run([f"{path}/MergeBenchmark", file], capture_output=True, text=True, check=True).stdout.split()
            for _ in range(runs)
        ]
    seconds = [float(output[0]) for output in outputs]
    _, branches, added, changed, conflicts, size = outputs[0]
    return f"""## {branches} branches into one draft, {datetime.date.today()}

{host}
Onto a draft of {len(base.encode()) // 1000} KB, one after the other in one process: {added} entries added, {changed} reworded or moved, all in the merged draft of {int(size) // 1000} KB; {conflicts} conflicts.
Median of {runs} processes (least to most), only the merging counted.

| | time |
|---|---|
| IssueMerge, {branches} times | {statistics.median(seconds):.2f} s ({min(seconds):.2f}–{max(seconds):.2f}) |

"""


def machine() -> str:
    return f"Machine: {os.cpu_count()} processors, {platform.system()} {platform.release()}, load before {os.getloadavg()[0]:.1f}."


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--runs", type=int, default=21)
    options = parser.parse_args()
    host = machine()
    base = issue()
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, name) for name in ("base.md", "main.md", "branch.md")]
        for path, text in zip(paths, (base, with_entry(base, "main"), with_entry(base, "branch"))):
            pathlib.Path(path).write_text(text)
        ours = median_ms([options.sennight, "merge", *paths], options.runs)
        git = median_ms(["git", "merge-file", "-p", paths[1], paths[0], paths[2]], options.runs)
        exit_code = subprocess.run(
            [options.sennight, "merge", *paths], stdout=subprocess.DEVNULL, check=False
        ).returncode
        conflicts = subprocess.run(
            ["git", "merge-file", "-p", paths[1], paths[0], paths[2]], stdout=subprocess.DEVNULL, check=False
        ).returncode
    version = subprocess.run([options.sennight, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    result = f"""## One merge, {datetime.date.today()}

{host} Sennight {version}, {platform.python_version()} as the clock.
An issue of {len(base.encode()) // 1000} KB, both sides adding an entry at one spot; medians of {options.runs} processes, their start included.

| | time | outcome |
|---|---|---|
| sennight merge | {ours:.1f} ms | exit {exit_code} |
| git merge-file | {git:.1f} ms | {conflicts} conflict(s) |

"""
    result += many_branches(options.runs)
    print(result)
    with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
        file.write(result)


if __name__ == "__main__":
    main()

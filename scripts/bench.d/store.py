"""Measures the store: generates an export of Mailchimp with N rows, imports it, and reads the statistics, with time and
peak memory (VmHWM). Appends to Benchmarks/RESULTS.md; exits with 1 if an import of a million rows needs more than 30 s,
the statistics more than 1 s, or either of them more than 100 MB.

Usage: scripts/bench store [--rows N]
"""

import argparse
import datetime
import os
import pathlib
import platform
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULTS = ROOT / "Benchmarks" / "RESULTS.md"
LIMITS = {"import": 30, "dry run": 30, "stats": 1}
LARGEST = 100_000_000
HEADER = (
    '"Email Address","First Name","Last Name",MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,'
    "LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS\n"
)


def row(number: int) -> str:
    # Addresses in no order, as in real lists.
    name = f"reader{number * 7919 % 1_000_003}.{number}"
    time_of_day = f"2023-0{number % 9 + 1}-1{number % 10} 0{number % 10}:1{number % 10}:00"
    return (
        f"{name}@mail{number % 997}.example.org,Ann,\"Müller, {number}\",2,{time_of_day},192.0.2.{number % 256},"
        f"\"{time_of_day}\",192.0.2.{number % 256},48.4,9.9,1,2,Europe/Berlin,de,bw,{time_of_day},{number},{number:x},,\n"
    )


def measured(command: list[str]) -> tuple[float, int]:
    """Seconds, and peak memory in bytes: VmHWM, read while the process runs."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0
    while process.poll() is None:
        try:
            status = pathlib.Path(f"/proc/{process.pid}/status").read_text()
            peak = max([peak] + [int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM")])
        except OSError:
            pass
        time.sleep(0.002)
    if process.returncode != 0:
        sys.exit(f"store: error: {' '.join(command)} failed")
    return time.perf_counter() - start, peak


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--rows", type=int, default=1_000_000)
    options = parser.parse_args()
    failures = []
    lines = [
        f"\n## Store, {datetime.date.today()}",
        f"\n{options.rows:,} rows, {os.cpu_count()} processors, {platform.machine()}.\n",
        "| command | time | peak memory |\n| --- | ---: | ---: |",
    ]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "sennight.yaml").write_text("title: Weekly\nurl: https://weekly.example/\n")
        with open(folder / "list.csv", "w", encoding="utf-8") as file:
            file.write(HEADER)
            file.writelines(map(row, range(options.rows)))
        place = ["--publication", name]
        commands = {
            "dry run": ["subscribers", "import", *place, str(folder / "list.csv")],
            "import": ["subscribers", "import", *place, "--write", str(folder / "list.csv")],
            "import again": ["subscribers", "import", *place, "--write", str(folder / "list.csv")],
            "stats": ["subscribers", "stats", *place],
            "export": ["subscribers", "export", *place],
            "check": ["store", "check", *place],
        }
        for label, arguments in commands.items():
            seconds, peak = measured([options.sennight, *arguments])
            lines.append(f"| {label} | {seconds:.2f} s | {peak / 1e6:.0f} MB |")
            print(lines[-1], flush=True)
            if seconds > LIMITS.get(label, 60) or peak > LARGEST:
                failures.append(label)
        size = (folder / ".sennight" / "store.sqlite").stat().st_size
        lines.append(f"\nThe store has {size / 1e6:.0f} MB.")
    with open(RESULTS, "a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    if failures:
        sys.exit(f"store: error: above the limit: {', '.join(failures)}")


if __name__ == "__main__":
    main()

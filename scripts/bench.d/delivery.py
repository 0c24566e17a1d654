#!/usr/bin/env python3
"""Measures how fast mail is signed and delivered into smtp-sink, beside smtp-source in the same run.

Usage: scripts/bench delivery [--messages N] [--connections N] [--bytes N] [--rounds N]
Both programs are part of Postfix.
"""

import argparse
import contextlib
import datetime
import json
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def program(name):
    found = shutil.which(name, path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
    if not found:
        sys.exit(f"bench: {name} is missing; it is part of Postfix (scripts/setup --checks)")
    return found


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


@contextlib.contextmanager
def sink():
    port = free_port()
    options = ["-u", "nobody"] if os.getuid() == 0 else []
    process = subprocess.Popen([program("smtp-sink"), *options, f"127.0.0.1:{port}", "1000"])
    try:
        for _ in range(500):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
                break
            time.sleep(0.01)
        yield port
    finally:
        process.terminate()
        process.wait()


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, metavar="BINARY")
    usage.add_argument("--messages", type=int, default=5000, metavar="N")
    usage.add_argument("--connections", type=int, default=8, metavar="N")
    usage.add_argument("--bytes", type=int, default=60_000, metavar="N", help="the size of a message")
    usage.add_argument("--rounds", type=int, default=3, metavar="N")
    given = usage.parse_args()
    build = ["swift", "build", "-c", "release", "--static-swift-stdlib"]
    subprocess.run([*build, "--product", "DeliveryBenchmark"], cwd=ROOT, check=True)
    folder = subprocess.run(
        [*build, "--show-bin-path"], cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()
    source = program("smtp-source")
    theirs, ours = [], []
    for _ in range(given.rounds):  # alternately, since the machine's speed changes
        with sink() as port:
            start = time.monotonic()
            # -d: the connections are kept for all messages.
            subprocess.run(
                [source, "-d", "-s", str(given.connections), "-m", str(given.messages), "-l", str(given.bytes),
                 "-f", "b@example.org", "-t", "reader@example.org", f"127.0.0.1:{port}"], check=True)
            theirs.append(given.messages / (time.monotonic() - start))
        with sink() as port:
            run = subprocess.run(
                [f"{folder}/DeliveryBenchmark", str(port), str(given.messages), str(given.connections),
                 str(given.bytes)], check=True, capture_output=True, text=True)
            line = json.loads(run.stdout)
            ours.append(line["messages"] / (line["milliseconds"] / 1000))
    ratio = statistics.median(ours) / statistics.median(theirs)
    section = f"""## Delivery, {datetime.date.today()}

{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}; load {os.getloadavg()[0]:.1f}.
{given.messages} messages of {line["bytes"]:,} bytes over {given.connections} connections into smtp-sink, {given.rounds} rounds
each, alternately. Signed with RSA (2048 bits) and Ed25519, without a ledger.

| | median | slowest | fastest |
|---|---|---|---|
| smtp-source, unsigned | {statistics.median(theirs):,.0f}/s | {min(theirs):,.0f}/s | {max(theirs):,.0f}/s |
| Sennight | {statistics.median(ours):,.0f}/s | {min(ours):,.0f}/s | {max(ours):,.0f}/s |

{ratio:.2f} of smtp-source's rate (asked: at least 0.35).
"""
    print(section)
    with (ROOT / "Benchmarks" / "RESULTS.md").open("a", encoding="utf-8") as results:
        results.write("\n" + section)


main()

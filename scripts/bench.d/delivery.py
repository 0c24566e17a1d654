#!/usr/bin/env python3
"""Measures how fast `sennight send` signs and delivers an issue into smtp-sink, with its ledger, beside smtp-source in the
same run, and how much memory it needs.

Usage: scripts/bench delivery [--messages N] [--connections N] [--bytes N] [--rounds N]
Both programs are part of Postfix.
"""

import argparse
import contextlib
import datetime
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
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


class Weekly:
    """A publication whose issue makes a message of about the size that is asked for."""

    def __init__(self, sennight, folder, readers, size):
        self.sennight, self.folder = sennight, Path(folder)
        (self.folder / "content").mkdir()
        entries = "".join(
            f"* [A link about servers, number {number}](https://example.org/links/{number}/a-page-with-a-long-name)\n"
            for number in range(size // 292))
        (self.folder / "content/1.md").write_text(
            f"Title: Weekly 1\nNumber: 1\nDate: 2026-11-18\n\n## News\n\n{entries}", "utf-8")
        self.settings(25, 1)
        (self.folder / "list.csv").write_text(
            "email\n" + "".join(f"reader{number}@example.org\n" for number in range(readers)), "utf-8")
        self.run("dkim", "new")
        self.run("subscribers", "import", "list.csv", "--write", "--status", "active")
        self.run("mail", "1", "-o", self.folder / "a.eml")
        self.bytes = (self.folder / "a.eml").stat().st_size

    def settings(self, port, connections):
        (self.folder / "sennight.yaml").write_text(
            "title: Weekly\nurl: https://weekly.example/\nsections: [ { kind: links, headings: [News] } ]\n"
            "mail:\n  from: Weekly <news@lists.example>\n  server: https://mail.example/\n  transport: smtp\n"
            f"  smtp: {{ server: 127.0.0.1, port: {port}, security: none, connections: {connections} }}\n", "utf-8")

    def run(self, *arguments):
        return subprocess.run(
            [self.sennight, *arguments], cwd=self.folder, check=True, capture_output=True, text=True)

    def send(self, port, connections):
        """Sends the issue to everybody; returns the seconds and the most memory in MB."""
        self.settings(port, connections)
        start = time.monotonic()
        process = subprocess.Popen(
            [self.sennight, "send", "1", "--yes", "--skip-checks"], cwd=self.folder, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True)
        output = process.stdout.read()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            sys.exit(f"bench: send ended with {process.returncode}: {output}{process.stderr.read()}")
        return time.monotonic() - start, usage.ru_maxrss * 1024 / 1e6


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, metavar="BINARY", required=True)
    usage.add_argument("--messages", type=int, default=5000, metavar="N")
    usage.add_argument("--connections", type=int, default=8, metavar="N")
    usage.add_argument("--bytes", type=int, default=60_000, metavar="N", help="the size of a message")
    usage.add_argument("--rounds", type=int, default=3, metavar="N")
    given = usage.parse_args()
    source = program("smtp-source")
    theirs, ours, memory = [], [], []
    for _ in range(given.rounds):  # alternately, since the machine's speed changes
        with sink() as port:
            start = time.monotonic()
            # -d: the connections are kept for all messages.
            subprocess.run(
                [source, "-d", "-s", str(given.connections), "-m", str(given.messages), "-l", str(given.bytes),
                 "-f", "b@example.org", "-t", "reader@example.org", f"127.0.0.1:{port}"], check=True)
            theirs.append(given.messages / (time.monotonic() - start))
        with tempfile.TemporaryDirectory(prefix="sennight-delivery-") as scratch, sink() as port:
            weekly = Weekly(given.sennight.resolve(), scratch, given.messages, given.bytes)
            seconds, megabytes = weekly.send(port, given.connections)
            ours.append(given.messages / seconds)
            memory.append(megabytes)
    ratio = statistics.median(ours) / statistics.median(theirs)
    section = f"""## Delivery, {datetime.date.today()}

{platform.machine()}, {os.cpu_count()} cores, {platform.platform()}; load {os.getloadavg()[0]:.1f}.
{given.messages} messages of {weekly.bytes:,} bytes over {given.connections} connections into smtp-sink, {given.rounds} rounds
each, alternately. Signed with RSA (2048 bits) and Ed25519, with the ledger; starting the program and reading the issue
included. Most memory: {max(memory):.0f} MB.

| | median | slowest | fastest |
|---|---|---|---|
| smtp-source, unsigned | {statistics.median(theirs):,.0f}/s | {min(theirs):,.0f}/s | {max(theirs):,.0f}/s |
| `sennight send` | {statistics.median(ours):,.0f}/s | {min(ours):,.0f}/s | {max(ours):,.0f}/s |

{ratio:.2f} of smtp-source's rate (asked: at least 0.35).
"""
    print(section)
    with (ROOT / "Benchmarks" / "RESULTS.md").open("a", encoding="utf-8") as results:
        results.write("\n" + section)


main()

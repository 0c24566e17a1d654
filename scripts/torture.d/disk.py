#!/usr/bin/env python3
"""Fills the disk under every writing command, and makes files and folders read-only; then gives the command once more.

Usage: scripts/torture disk
       scripts/torture.d/disk.py --sennight BINARY [--short] [--only NAME]… [--levels N] [--jobs N] [--keep FOLDER]

Full disk: from one call on all that needs room fails with ENOSPC, at ten places spread over the command's calls, the
write in which it happens being cut in half. Read-only file systems: from the first call on, and from the middle on, all
changes fail with EROFS. Read-only files and folders: each that the command changes, one at a time, as an unprivileged
user where this runs as root. What must hold is what kills.py says; also, a command that couldn't do its work says so.
"""

import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
from pathlib import Path

import commands
import reporting
from trial import Trial

NOBODY = 65534


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--short", action="store_true", help="the most important commands, at two levels")
    usage.add_argument("--only", action="append", metavar="NAME", help="this command alone")
    usage.add_argument("--levels", type=int, metavar="N", help="places at which the disk is full (default: 10)")
    usage.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N")
    usage.add_argument("--keep", type=Path, metavar="FOLDER", help="work in this new folder, and leave it")
    given = usage.parse_args()
    levels = given.levels or (2 if given.short else 10)
    report = reporting.Report("disk")
    with commands.newsroom(given.sennight, given.keep) as newsroom:
        user = unprivileged(newsroom)
        for command in commands.all_commands(newsroom):
            if command.name not in given.only if given.only else given.short and not command.short:
                continue
            full = Trial(newsroom, command, report)
            # Starting git needs no room; at the end nothing is left to fail.
            writing = [call.number for call in full.calls if "spawn" not in call.name]
            moments = [(number, "full") for number in reporting.spread(writing, levels)]
            if given.short:
                moments = [(number, "full") for number in reporting.spread(writing, levels + 2)[1:-1]]
            else:
                moments += [(number, "readonly") for number in {writing[0], writing[len(writing) // 2]}]
            denied = Trial(newsroom, command, report, user) if user is not False else None
            targets = denied.targets() if denied else []
            if given.short:
                targets = reporting.spread(targets, 2)
            with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
                list(pool.map(full.stop, moments))
                list(pool.map(denied.deny, targets) if denied else [])
            report.row(command.name, **{"full or read-only disks": len(moments), "read-only files and folders": len(targets)})
    report.finish("runs")


def unprivileged(newsroom):
    """Whom to run commands as: None is who runs this; False where rights hold nobody back."""
    if os.geteuid():
        return None
    # Others may not be allowed to look into the folder that the binary is in.
    binary = newsroom.scratch / "sennight"
    shutil.copy(newsroom.program.binary, binary)
    command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--", binary, "--version"]
    if not shutil.which("setpriv") or subprocess.run(command, capture_output=True).returncode:
        print("disk: read-only files are skipped: an unprivileged user can't run the program here", file=sys.stderr)
        binary.unlink()
        return False
    newsroom.program.binary = binary
    return NOBODY


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Fills the disk under every writing command, and makes files and folders read-only; then runs the command again.

Usage: scripts/torture disk
       scripts/torture.d/disk.py --sennight BINARY [--short] [--only NAME]… [--levels N] [--jobs N] [--keep FOLDER]

Full disk: from one call on everything that needs room fails with ENOSPC; the first write is cut in half. This is done
at ten places spread over the command's calls. Read-only file system: all changes fail from the first or the middle call
on (EROFS). Read-only files and folders: each one that the command changes, one at a time, as an
unprivileged user if this runs as root. The rules are those of kills.py; also, a command that fails must report it.
"""

import argparse
import concurrent.futures
import os
import shutil
import subprocess
import sys
from pathlib import Path

import commands
import newsroom
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
    with newsroom.opened(given.sennight, given.keep) as room:
        user = unprivileged(room)
        for command in commands.all_commands(room):
            if command.name not in given.only if given.only else given.short and not command.short:
                continue
            full = Trial(room, command, report)
            # Starting git needs no room; at the end nothing is left to fail.
            writing = [call.number for call in full.calls if "spawn" not in call.name]
            moments = [(number, "full") for number in reporting.spread(writing, levels)]
            if given.short:
                moments = [(number, "full") for number in reporting.spread(writing, levels + 2)[1:-1]]
            else:
                moments += [(number, "readonly") for number in {writing[0], writing[len(writing) // 2]}]
            denied = Trial(room, command, report, user) if user is not False else None
            targets = denied.targets() if denied else []
            if given.short:
                targets = reporting.spread(targets, 2)
            with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
                list(pool.map(full.stop, moments))
                list(pool.map(denied.deny, targets) if denied else [])
            numbers = {"full or read-only disks": len(moments), "read-only files and folders": len(targets)}
            report.row(command.name, **numbers)
    report.finish("runs")


def unprivileged(room):
    """Whom to run commands as: None is who runs this; False where rights hold nobody back."""
    if os.geteuid():
        return None
    if not shutil.which("setpriv"):
        print("disk: read-only files are skipped: setpriv isn't installed", file=sys.stderr)
        return False
    if can_run(room.program.binary):
        return NOBODY
    # Others may not be allowed to look into the folder that the binary is in.
    copy = room.scratch / "sennight"
    shutil.copy(room.program.binary, copy)
    if can_run(copy):
        room.program.binary = copy
        return NOBODY
    print("disk: read-only files are skipped: an unprivileged user can't run the program here", file=sys.stderr)
    copy.unlink()
    return False


def can_run(binary):
    command = ["setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--", binary, "--version"]
    return subprocess.run(command, capture_output=True).returncode == 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Kills every writing command at every file-system call, runs the next command, compares with an uninterrupted run.

Usage: scripts/torture kills
       scripts/torture.d/kills.py --sennight BINARY [--short] [--only NAME]… [--at N --how HOW [--again M]] [--most N]
                                  [--jobs N] [--keep FOLDER] [--calls]

After each kill no file may be torn: each is as it was before the command or as it is after it. Then the command runs
again, the site is built, and everything except caches must be as after an uninterrupted run: no draft, decision,
candidate or page differs, no foreign file was touched, no temporary file is left.
"""

import argparse
import concurrent.futures
import os
import sys
from pathlib import Path

import commands
import newsroom
import reporting
from trial import Trial


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--short", action="store_true", help="8 kills of each of the most important commands")
    usage.add_argument("--only", action="append", metavar="NAME", help="this command alone")
    usage.add_argument("--at", type=int, metavar="N", help="this call alone")
    usage.add_argument("--how", choices=["before", "half", "after"], default="before")
    usage.add_argument("--again", type=int, nargs=1, default=[], metavar="M", help="kill the next command there too")
    usage.add_argument("--most", type=int, default=0, metavar="N", help="kills for each command (default: all)")
    usage.add_argument("--calls", action="store_true", help="only list the calls, in their order")
    usage.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N")
    usage.add_argument("--keep", type=Path, metavar="FOLDER", help="work in this new folder, and leave it")
    given = usage.parse_args()
    report = reporting.Report("kills")
    with newsroom.opened(given.sennight, given.keep) as room:
        for command in commands.all_commands(room):
            if command.name not in given.only if given.only else given.short and not command.short:
                continue
            trial = Trial(room, command, report)
            if given.calls:
                print(f"{command.name}:")
                for call in trial.calls:
                    print(f"    {call.number:4} {reporting.plain(str(call), trial.home / 'played')}")
                continue
            if given.at:
                moments = [(given.at, given.how, *given.again)]
            elif given.short:
                moments = reporting.spread(decisive_moments(trial.calls), 8)
            else:
                moments = reporting.spread(every_moment(trial.calls), given.most)
            with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
                kills = sum(pool.map(trial.stop, moments))
            report.row(command.name, calls=len(trial.calls), kills=kills)
    if not given.calls:
        report.finish("kills")


def every_moment(calls):
    """Before each call, in the middle of each write, and after the last call.

    After every fourth, the next command is killed as well, so that repairing is interrupted too.
    """
    moments = [(call.number, "before") for call in calls]
    moments += [(call.number, "half") for call in calls if call.name in ("write", "pwrite")]
    moments += [(call.number, "after") for call in calls[-1:]]
    moments.sort()
    return moments + [(at, how, at * 7 % len(calls) + 1) for at, how in moments[1::4]]


def decisive_moments(calls):
    """Those at which files take each other's place or are half written."""
    names = {call.number: call.name for call in calls}
    return [
        (number, how) for number, how, *again in every_moment(calls)
        if not again and (how != "before" or names[number].startswith(("rename", "unlink", "rmdir")))]


if __name__ == "__main__":
    sys.exit(main())

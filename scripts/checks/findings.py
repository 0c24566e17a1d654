"""What the checks share: their arguments, the findings they print, and how they end (0 fine, 1 findings, 77 skipped)."""

import argparse
import os
import re
import sys
from pathlib import Path

SKIPPED = 77


class Usage(argparse.ArgumentParser):
    def error(self, message):
        self.print_usage(sys.stderr)
        self.exit(64, f"{self.prog}: {message}\n")


def patterns(path):
    try:
        lines = Path(path).read_text("utf-8").splitlines()
        return [re.compile(line) for line in lines if line.strip() and not line.startswith("#")]
    except (OSError, ValueError, re.error) as error:
        raise argparse.ArgumentTypeError(f"{path}: {error}")


def arguments(description):
    usage = Usage(description=description)
    usage.add_argument("--allow", type=patterns, default=[], metavar="FILE", help="regular expressions, one a line, of findings to let pass")
    usage.add_argument("--sample", type=int, metavar="N", help="accessibility: N pages of each site instead of all")
    usage.add_argument("sites", nargs="+", type=Path, metavar="DIR", help="a built site")
    given = usage.parse_args()
    for site in given.sites:
        if not site.is_dir():
            usage.error(f"{site} is not a folder")
    return given


def skip(check, reason):
    """Ends the check when its tool is missing; an error where the checks are required."""
    required = os.environ.get("SENNIGHT_REQUIRE_CHECKS")
    print(f"{check}: {'cannot run' if required else 'skipped'}: {reason} (scripts/setup --checks installs it)")
    sys.exit(1 if required else SKIPPED)


class Findings:
    """Prints each finding as it comes, unless a line of the allow file matches it."""

    def __init__(self, check, allow):
        self.check, self.allow, self.count, self.allowed, self.seen = check, allow, 0, 0, 0

    def add(self, place, what):
        line = f"{self.check}: {place}: {what}"
        if any(pattern.search(line) for pattern in self.allow):
            self.allowed += 1
        else:
            self.count += 1
            print(line)

    def looked_at(self, site, files, kind):
        """Notes what there was to check; a site without any is a finding, so that no check passes by seeing nothing."""
        self.seen, self.kind = self.seen + len(files), kind
        if not files:
            self.add(site, f"no {kind} found")

    def end(self):
        allowed = f", {self.allowed} allowed" if self.allowed else ""
        print(f"{self.check}: {self.count} findings{allowed} in {self.seen} {self.kind}")
        sys.exit(1 if self.count else 0)

"""Collects faults by kind and prints them. What is printed to stdout goes into Benchmarks/RESULTS.md."""

import re
import sys
import threading

import newsroom

# The number of a process in a temporary file's name.
PROCESS = re.compile(r"(?<=\.sennight-)\d+|(?<=sennight-git-)\w+")


class Report:
    def __init__(self, step):
        self.step = step
        self.rows = []
        self.faults = {}
        self._lock = threading.Lock()

    def fault(self, command, kind, where, what, more="", key=None):
        """Faults of one command, kind and key count as one; the key is by default the path's pattern."""
        key = command, kind, key or pattern(what)
        with self._lock:
            new = {"moments": set(), "where": where, "what": PROCESS.sub("PID", what), "more": more}
            entry = self.faults.setdefault(key, new)
            entry["moments"].add(where)

    def row(self, command, **numbers):
        faults = set()
        for (name, _, _), entry in self.faults.items():
            faults |= entry["moments"] if name == command else set()
        self.rows.append((command, numbers, len(faults)))
        said = ", ".join(f"{value} {name}" for name, value in numbers.items())
        print(f"{self.step}: {command}: {said}, {len(faults)} with faults", file=sys.stderr)

    def finish(self, unit):
        """Prints the table and the faults, and exits; with 1 if there were faults."""
        names = list(self.rows[0][1]) if self.rows else []
        print(f"| | {' | '.join(names)} | with faults |")
        print("|---" * (len(names) + 2) + "|")
        for command, numbers, faults in self.rows:
            print(f"| {command} | {' | '.join(str(numbers[name]) for name in names)} | {faults} |")
        totals = [sum(numbers[name] for _, numbers, _ in self.rows) for name in names]
        print(f"| all | {' | '.join(map(str, totals))} | {sum(faults for _, _, faults in self.rows)} |")
        if self.faults:
            print()
        for (command, kind, _), entry in sorted(self.faults.items(), key=lambda item: (item[0][1], item[0][0])):
            count = len(entry["moments"])
            print(f"* {kind}: {command}: {entry['what']} ({count} of its {unit}; one: {entry['where']}{entry['more']})")
        sys.exit(1 if self.faults else 0)


def spread(moments, most):
    """At most so many, evenly spread, the first and the last among them."""
    if not most or len(moments) <= most:
        return moments
    if most == 1:
        return moments[-1:]
    return [moments[round(index * (len(moments) - 1) / (most - 1))] for index in range(most)]


def plain(text, folder):
    """Without the scratch folder and process numbers."""
    return PROCESS.sub("PID", text.replace(f"{folder}/", ""))


def pattern(what):
    """A key under which similar paths count as one fault."""
    what = PROCESS.sub("PID", what)
    site = re.match(r"[^/]+/site/", what)
    if site:
        return site[0] + "…"
    return re.sub(r"/[0-9a-f]{2}/[0-9a-f]{32}", "/…", what)


def foreign(files):
    """Paths of planted files."""
    return [path for path in files if path in newsroom.CANARIES or path in newsroom.SITE_CANARIES]


def kind(path, expected, found):
    """Names the kind of a difference."""
    if path in newsroom.CANARIES or path in newsroom.SITE_CANARIES:
        return "foreign file"
    if "/draft/" in path or path.endswith(".md") and "/content/" in path:
        return "placements lost" if found else "text lost"
    if "decisions" in path or "/intake" in path:
        return "decisions lost"
    if "/candidates/" in path:
        return "candidates lost"
    if "/site/" in path:
        return "site differs"
    return "extra file" if expected is None else "not repaired"

#!/usr/bin/env python3
"""Replays the scenarios in scenarios/*.txt and compares what happens with Tests/Transcript/*.txt.

A scenario is a text file. Its first line names the folder that is copied as the publication: a path from the project's
root, `-` for an empty folder, or `@` and a path in the folder of test data (skipped where that is absent). Then, a line
each:

    $ ARGUMENTS        runs `sennight ARGUMENTS` in the publication; what it prints and changes is recorded
    $# ARGUMENTS       the same, but only hashes of the output and of the changes are recorded
    ! COMMAND          runs a shell command in the publication, such as git; not recorded
    < FILE             writes the lines up to one that is `.` into FILE
    replay FOLDER      plays the web from recorded answers from here on
    merges             merges the three versions in each folder of the publication; hashes are recorded

PROJECT stands for the project's root in commands.

Folders, ports, durations and the program's own version are replaced by names, so that the record is the same anywhere.
"""

import argparse
import difflib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SCENARIOS = Path(__file__).parent / "scenarios"
RECORD = ROOT / "Tests" / "Transcript"
# Caches differ in their bytes from run to run and may be lost; git's own files are git's.
IGNORED = ("/.git/", ".state/cache/", ".state/undo/", "/.sennight/cache/", "/.sennight/undo/", "/state/cache/", "/state/undo/", "/.sennight-manifest/")
# Keys and tokens are random, and so is all that has them: stores, messages, and the records of campaigns.
IGNORED += ("/.sennight/store.sqlite", "/.sennight/outbox/", "/.sennight/sending/")
# What publishing keeps, and where it goes: many files, of which the messages say enough.
IGNORED += ("/.sennight/publish/", "/remote.git/", "/published/")
# The state folder outside a publication is the scenario's own, so that a checkout stays clean.
ENVIRONMENT = {
    "PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8", "TZ": "UTC", "NO_COLOR": "1", "COLUMNS": "100",
    "GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org", "GIT_COMMITTER_NAME": "Ada",
    "GIT_COMMITTER_EMAIL": "ada@example.org", "GIT_CONFIG_NOSYSTEM": "1",
    # One day for all, so that hours left and dates of drafts are the same; only the wall clock is moved.
    "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1",
    "GIT_AUTHOR_DATE": "2026-11-17T12:00:00Z", "GIT_COMMITTER_DATE": "2026-11-17T12:00:00Z",
}
LONGEST_DIFF = 60
CLOCK = "faketime -m -f '@2026-11-17 12:00:00'"


class Scenario:
    def __init__(self, path, sennight, data):
        self.name, self.sennight, self.data = path.stem, sennight, data
        self.lines = path.read_text("utf-8").splitlines()
        self.invocations = 0

    @property
    def source(self):
        first = self.lines[0]
        if first == "-":
            return None
        return self.data / first[1:] if first.startswith("@") else ROOT / first

    def run(self):
        """The record's text."""
        with tempfile.TemporaryDirectory(prefix="transcript-") as folder:
            self.folder = Path(folder).resolve()
            self.publication = self.folder / "weekly"
            self.environment = dict(ENVIRONMENT, HOME=str(self.folder), TMPDIR=str(self.folder))
            self.replay = None
            if self.source:
                shutil.copytree(self.source, self.publication, copy_function=shutil.copyfile)
                subprocess.run(["chmod", "-R", "u+w", self.publication], check=True)
            else:
                self.publication.mkdir()
            try:
                return "".join(self.steps())
            finally:
                if self.replay:
                    self.replay.kill()
                    self.replay.wait()

    def steps(self):
        lines = iter(self.lines[1:])
        for line in lines:
            if not line or line.startswith("#"):
                continue
            word, _, rest = line.replace("PROJECT", str(ROOT)).partition(" ")
            if word in ("$", "$#"):
                yield self.invocation(rest, hashes=word == "$#")
            elif word == "!":
                done = subprocess.run(rest, shell=True, cwd=self.publication, env=self.environment,
                                      stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
                if done.returncode:
                    sys.exit(f"transcript: {self.name}: '{rest}' ended with {done.returncode}: {done.stdout}")
            elif word == "<":
                text = []
                for line in lines:
                    if line == ".":
                        break
                    text.append(line + "\n")
                target = self.publication / rest
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_text("".join(text), "utf-8")
            elif word == "merges":
                for folder in sorted(path.name for path in self.publication.iterdir() if path.is_dir()):
                    yield self.invocation(f"merge {folder}/base.md {folder}/main.md {folder}/branch.md", hashes=True)
            elif word == "replay":
                self.start_replay(self.publication / rest)
            else:
                sys.exit(f"transcript: {self.name}: '{line}' isn't a step; see scripts/transcript.d/transcript.py")

    def start_replay(self, folder):
        endpoint = self.folder / "endpoint"
        self.replay = subprocess.Popen([self.sennight, "replay", folder, "--port", "0"], stdout=endpoint.open("wb"),
                                       stderr=subprocess.DEVNULL, env=self.environment)
        for _ in range(200):
            if endpoint.stat().st_size:
                break
            time.sleep(0.05)
        else:
            sys.exit(f"transcript: {self.name}: 'sennight replay' printed no address within ten seconds")
        self.environment["SENNIGHT_REPLAY"] = endpoint.read_text().strip()

    def invocation(self, text, hashes):
        self.invocations += 1
        before = self.files()
        done = subprocess.run(f"{CLOCK} {self.sennight} {text}", shell=True, cwd=self.publication, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True)
        after = self.files()
        out = [self.named(f"$ sennight {text}\n")]
        for mark, stream in (("  ", done.stdout), ("! ", done.stderr)):
            shown = self.named(stream.decode("utf-8", "backslashreplace"))
            if hashes and mark == "  ":
                shown = f"({shown.count(chr(10))} lines, {digest(shown.encode())})\n"
            out += [mark + line + "\n" for line in shown.splitlines()]
        out.append(f"= {done.returncode}\n")
        changed = sorted(path for path in before.keys() | after.keys() if before.get(path) != after.get(path))
        if hashes or len(changed) > 40:
            whole = "".join(f"{path} {digest(after[path]) if path in after else 'gone'}\n" for path in changed)
            out.append(f"@ {len(changed)} files, {digest(whole.encode())}\n" if changed else "")
        else:
            for path in changed:
                out += self.change(path, before.get(path), after.get(path))
        return "".join(out) + "\n"

    def change(self, path, before, after):
        if after is None:
            return [f"@ {path} removed\n"]
        word = "added" if before is None else "changed"
        try:
            texts = [self.named((version or b"").decode("utf-8")).splitlines() for version in (before, after)]
        except UnicodeDecodeError:
            return [f"@ {path} {word}, {digest(after)}\n"]
        lines = [line for line in difflib.unified_diff(*texts, n=0, lineterm="")][2:]
        lines = [line for line in lines if not line.startswith("@@")]
        if len(lines) > LONGEST_DIFF:
            return [f"@ {path} {word}, {digest(self.named(after.decode()).encode())}\n"]
        return [f"@ {path} {word}\n"] + [line + "\n" for line in lines]

    def files(self):
        found = {}
        for path in sorted(self.folder.rglob("*")):
            name = str(path.relative_to(self.folder))
            name = name.removeprefix("weekly/")
            if path.is_file() and not path.is_symlink() and not any(part in f"/{name}/" for part in IGNORED):
                if name != "endpoint":
                    found[name] = path.read_bytes()
            elif path.is_symlink():
                found[name] = ("-> " + os.readlink(path)).encode()
        return found

    def named(self, text):
        text = text.replace(str(self.publication), "WEEKLY").replace(str(self.folder), "FOLDER")
        text = text.replace(str(ROOT), "PROJECT").replace(str(self.data), "DATA")
        text = re.sub(r"127\.0\.0\.1:\d+|localhost:\d+", "LOOPBACK", text)
        text = re.sub(r"\b\d+(\.\d+)? (ms|s)\b", "N s", text)
        text = re.sub(r'"(run|modified|time)" ?: ?\d{9,}', r'"\1": TIME', text)
        # Who publishes, and since when.
        text = re.sub(r"(<ada@example\.org> on )[^\s,\"]+", r"\1HOST", text)
        text = re.sub(r"(on HOST, )[^\s)]+", r"\1TIME", text)
        text = re.sub(r'"(changed|created)": \d{9,}', r'"\1": TIME', text)
        return re.sub(r"\b[0-9a-f]{40}\b", "COMMIT", text)


def digest(data):
    return hashlib.sha256(data).hexdigest()[:16]


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--record", action="store_true")
    usage.add_argument("scenarios", nargs="*")
    given = usage.parse_args()
    data = Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared")).resolve()
    paths = sorted(SCENARIOS.glob("*.txt"))
    if unknown := set(given.scenarios) - {path.stem for path in paths}:
        sys.exit(f"transcript: no scenario '{unknown.pop()}' in {SCENARIOS.relative_to(ROOT)}")
    if not shutil.which("faketime"):
        sys.exit("transcript: faketime is missing; scripts/setup --checks installs it")
    invocations, different = 0, []
    for path in paths:
        if given.scenarios and path.stem not in given.scenarios:
            continue
        scenario = Scenario(path, given.sennight.resolve(), data)
        if scenario.source and not scenario.source.is_dir():
            print(f"transcript: {scenario.name} skipped: no test data at {scenario.source}", file=sys.stderr)
            continue
        now, record = scenario.run(), RECORD / path.name
        invocations += scenario.invocations
        if given.record:
            RECORD.mkdir(parents=True, exist_ok=True)
            record.write_text(now, "utf-8")
            continue
        before = record.read_text("utf-8") if record.exists() else ""
        if before != now:
            different.append(scenario.name)
            sys.stdout.writelines(difflib.unified_diff(
                before.splitlines(True), now.splitlines(True), f"{path.stem} (record)", f"{path.stem} (now)"))
    word = "recorded" if given.record else f"{len(different)} scenarios differ"
    print(f"transcript: {invocations} invocations, {word}", file=sys.stderr)
    sys.exit(1 if different else 0)


if __name__ == "__main__":
    main()

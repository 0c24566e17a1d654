#!/usr/bin/env python3
"""Publishes issues and kills the publisher at random moments; then counts what readers would see.

Usage: scripts/torture publish
       scripts/torture.d/publish.py --sennight BINARY [--short] [--kills N] [--seed N] [--keep FOLDER]

Each trial is a whole publication: a clone with a real remote repository, a site in a folder behind a web server, real
Postfix (without root, a server in Python), and Mastodon, Bluesky and Discourse as services.py speaks them; in every third trial,
their requests fail in random ways, too. The publisher is killed and started again until it ends by itself with success; in one
trial, two people publish at once. Then
there must be one tag, one commit of the issue and one next draft on the remote, one post on each service, one message for
each reader, and the built page on the web server; and no run may have ended with success while a step was open.
"""

import argparse
import collections
import functools
import http.server
import json
import os
import random
import shutil
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import reporting
from mailserver import Postfix, Sink
from services import HANDLE, USER, Services

READERS = 5
DRAFT = """Title: Weekly 7
Number: 7
Date: 2026-11-25

## News

* [Tea leaves](https://example.com/leaves)

## Pick

"""


class SiteServer(http.server.ThreadingHTTPServer):
    """Serves a folder that is exchanged now and then."""

    daemon_threads = True

    def __init__(self, folder):
        handler = functools.partial(QuietHandler, directory=str(folder))
        super().__init__(("127.0.0.1", 0), handler)
        self.address = f"127.0.0.1:{self.server_address[1]}"
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, *_):
        """A client that was killed is no error here."""


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Trial:
    def __init__(self, number, binary, scratch, mail, chance, rate):
        self.number = number
        self.binary = binary
        self.mail = mail
        self.chance = chance
        self.folder = Path(tempfile.mkdtemp(dir=scratch))
        self.clone = self.folder / "clone"
        self.remote = self.folder / "remote.git"
        self.public = self.folder / "public"
        self.public.mkdir()
        self.site = SiteServer(self.public)
        self.services = Services(self.folder / "services", seed=chance.randrange(1 << 30), rate=rate, stall=2)
        self.services.__enter__()
        self.kills = 0
        self.runs = 0
        self.faults = []
        self.make()

    def make(self):
        self.git("init", "--quiet", "--bare", "--initial-branch=main", str(self.remote), where=self.folder)
        self.git("init", "--quiet", "--initial-branch=main", str(self.clone), where=self.folder)
        services = self.services.address
        log = f"  sending: {{ log: {self.mail.log} }}\n" if self.mail.log else ""
        (self.clone / "sennight.yaml").write_text(f"""\
title: Weekly
url: http://{self.site.address}/
timezone: UTC
calendar: {{ every: 1 week, deadline: {{ days: 1, time: "18:00" }} }}
sections: [ {{ kind: links, headings: [News] }}, {{ kind: pick, headings: [Pick] }} ]
mail:
  from: Weekly <news@lists.example>
  server: https://mail.example/
  transport: smtp
  smtp: {{ server: 127.0.0.1, port: {self.mail.port}, security: none, connections: 2 }}
{log}publish:
  tag: issue-{{number}}
  wait: 20
  deploy: [ {{ target: folder, path: "{self.public}" }} ]
  announce:
    - {{ target: mastodon, server: "{services}" }}
    - {{ target: bluesky, service: "{services}", identifier: {HANDLE} }}
    - {{ target: discourse, server: "{services}", category: 4, user: {USER} }}
""")
        (self.clone / ".gitignore").write_text(".sennight/\n")
        (self.clone / "content").mkdir()
        (self.clone / "draft").mkdir()
        (self.clone / "content/6.md").write_text(
            "Title: Weekly 6\nNumber: 6\nDate: 2026-11-18\n\n## News\n\n* [Old](https://example.com/old)\n")
        (self.clone / "draft/7.md").write_text(DRAFT)
        self.git("config", "user.name", "Ann")
        self.git("config", "user.email", "ann@example.org")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=Start")
        self.git("remote", "add", "origin", str(self.remote))
        self.git("push", "--quiet", "--set-upstream", "origin", "main")
        self.readers = [f"reader{number}-of-{self.number}@example.org" for number in range(READERS)]
        (self.folder / "list.csv").write_text("email\n" + "".join(f"{reader}\n" for reader in self.readers))
        done = self.run("subscribers", "import", "../list.csv", "--write")
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)

    def git(self, *words, where=None):
        done = subprocess.run(["git", *words], cwd=where or self.clone, capture_output=True, text=True, check=True)
        return done.stdout.strip()

    @property
    def environment(self):
        hosts = f"{self.site.address} {self.services.address.removeprefix('http://')}"
        return {**os.environ, **self.services.environment, "SENNIGHT_OPEN_HOSTS": hosts, "NO_COLOR": "1"}

    def run(self, *words):
        return subprocess.run(
            [self.binary, *words], cwd=self.clone, capture_output=True, text=True, timeout=300, env=self.environment)

    def start(self):
        self.runs += 1
        return subprocess.Popen(
            [self.binary, "publish", "7", "--yes", "--skip-checks"], cwd=self.clone, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, text=True, env=self.environment)

    def publish_from_two_clones(self):
        """Two people begin at once: one publishes, and the other learns who and where."""
        other = self.folder / "other"
        self.git("clone", "--quiet", str(self.remote), str(other), where=self.folder)
        self.git("config", "user.name", "Bob", where=other)
        self.git("config", "user.email", "bob@example.org", where=other)
        people, first = ["Ann", "Bob"], self.clone
        subprocess.run(
            [self.binary, "subscribers", "import", "../list.csv", "--write"], cwd=other, capture_output=True, check=True,
            env=self.environment)
        processes = []
        for clone in (first, other):
            self.clone = clone
            processes.append(self.start())
        self.clone = first
        said = ["".join(process.communicate(timeout=300)) for process in processes]
        winners = [index for index, process in enumerate(processes) if process.returncode == 0]
        self.expect(len(winners), 1, f"successful publishers of {said}")
        for winner in winners:
            expected = f"published by {people[winner]} <{people[winner].lower()}@example.org> on {socket.gethostname()}"
            self.expect(expected in said[1 - winner], True, f"'{expected}' in '{said[1 - winner]}'")

    def open_steps(self):
        done = self.run("publish", "status", "--format", "json")
        plans = json.loads(done.stdout or "[]")
        return [step["name"] for plan in plans for step in plan["steps"] if step["state"] not in ("done", "skipped")]

    def publish(self, kills, length):
        """Publishes with some kills, then until it succeeds.

        - length: how long a whole publication takes, in seconds.
        """
        for _ in range(kills):
            process = self.start()
            try:
                process.wait(self.chance.uniform(0, length))
            except subprocess.TimeoutExpired:
                process.kill()
                self.kills += 1
            if self.note(process):
                return
        for _ in range(30):
            process = self.start()
            if self.note(process):
                return
            time.sleep(1.2)  # services that limit the rate ask for a second
        self.faults.append(f"it doesn't end: {self.said}")

    def note(self, process):
        """Whether the publication is complete after a run."""
        output, errors = process.communicate(timeout=300)
        self.said = output + errors
        if process.returncode == 0 and self.open_steps():
            self.faults.append(f"success with open steps: {', '.join(self.open_steps())}")
        for secret in self.services.environment.values():
            if secret in self.said:
                self.faults.append("a secret was printed")
        # A run that was killed after its last effect is followed by one that finds everything done.
        return process.returncode == 0 or "error: issue 7 was published by Ann" in self.said and not self.open_steps()

    def verdict(self):
        """Compares what readers and editors see with one publication."""
        effects = collections.Counter(effect["service"] for effect in self.services.effects())
        for service in ("mastodon", "bluesky", "discourse"):
            self.expect(effects[service], 1, f"posts on {service}")
        self.expect(len(self.services.repeated()), 0, "repeated effects")
        self.expect(self.git("tag", "--list", where=self.remote).split(), ["issue-7"], "tags")
        subjects = self.git("log", "--format=%s", "main", where=self.remote).splitlines()
        self.expect(sum(text.startswith("Publish issue 7") for text in subjects), 1, "commits of the issue")
        self.expect(sum(text.startswith("Open the draft") for text in subjects), 1, "commits of the next draft")
        self.expect(self.git("status", "--porcelain"), "", "changes in the clone")
        names = self.git("ls-tree", "-r", "--name-only", "main", where=self.remote).splitlines()
        self.expect("content/7.md" in names and "draft/7.md" not in names, True, "the issue on the remote")
        pages = list(self.public.rglob("*.html"))
        self.expect(any("Tea leaves" in page.read_text() for page in pages), True, "the issue on the site")
        journal = self.git("show", "refs/sennight/publish/7:journal.json", where=self.remote)
        self.expect(json.loads(journal).get("resolution"), "complete", "the end in the journal")
        for secret in self.services.environment.values():
            self.expect(secret in journal, False, "a secret in the journal")
        return self.faults

    def expect(self, found, wanted, what):
        if found != wanted:
            self.faults.append(f"{what}: {found} instead of {wanted}")

    def close(self):
        self.services.__exit__()
        self.site.shutdown()
        self.site.server_close()


def arrived(mail):
    """The number of messages by recipient."""
    if not isinstance(mail, Postfix):
        return None
    found = collections.Counter()
    new = mail.folder / "mail/all/new"
    for file in new.iterdir() if new.exists() else []:
        for line in file.read_bytes()[:8192].splitlines():
            if line.lower().startswith(b"to:"):
                found[line.split(b":", 1)[1].strip().strip(b"<>").decode()] += 1
    return found


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--kills", type=int)
    parser.add_argument("--seed", type=int, default=int(time.time()))
    parser.add_argument("--keep")
    options = parser.parse_args()
    wanted = options.kills or (20 if options.short else 300)
    scratch = Path(options.keep or tempfile.mkdtemp(prefix="sennight-torture-"))
    scratch.mkdir(parents=True, exist_ok=True)
    os.chmod(scratch, 0o755)
    chance = random.Random(options.seed)
    print(f"publish: seed {options.seed}", file=sys.stderr)
    report = reporting.Report("publish")
    mail = Postfix(scratch / "postfix") if Postfix.is_available() else Sink()
    trials, kills, length = [], 0, 1.0
    try:
        while kills < wanted:
            number = len(trials)
            trial = Trial(number, options.sennight, scratch, mail, chance, 0.2 if number % 3 == 2 else 0)
            began = time.monotonic()
            # The first one isn't killed: it says how long a publication takes. The second one has two publishers.
            if number == 1:
                trial.publish_from_two_clones()
            else:
                trial.publish(0 if number == 0 else chance.randrange(2, 7), length)
            if number == 0:
                length = time.monotonic() - began
            for fault in trial.verdict():
                report.fault("publish", "trial", f"trial {number}, seed {options.seed}", fault)
            trial.close()
            kills += trial.kills
            trials.append(trial)
            if not trial.faults and not options.keep:
                shutil.rmtree(trial.folder)
        mail.settle()
        messages = arrived(mail)
        if messages is not None:
            for trial in trials:
                counts = [messages[reader] for reader in trial.readers]
                if counts != [1] * READERS:
                    report.fault("publish", "mail", f"trial {trial.number}", f"messages of the readers: {counts}")
        report.row(
            "publish", publications=len(trials), kills=kills, runs=sum(trial.runs for trial in trials),
            messages=sum(messages.values()) if messages is not None else 0)
    finally:
        mail.stop()
        if not options.keep:
            shutil.rmtree(scratch, ignore_errors=True)
    report.finish("trials")


if __name__ == "__main__":
    main()

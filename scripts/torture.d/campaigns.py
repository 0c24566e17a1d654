#!/usr/bin/env python3
"""Sends campaigns and kills, stops, starves and misleads the sender; then counts which messages have really arrived.

Usage: scripts/torture campaigns
       scripts/torture.d/campaigns.py --sennight BINARY [--short] [--only NAME]… [--seed N] [--keep FOLDER]

Each case sends an issue to some readers, continues with `send resume` until the campaign is finished, and compares what
arrived, by Message-ID, with what the store says. A reader is lost who received nothing and is recorded as accepted, or
isn't recorded at all; somebody is sent the issue twice whose Message-ID arrived twice. With Postfix, whose log can be read,
nothing may be uncertain; elsewhere, what is uncertain or arrived twice may be as much as there are open connections for
each kill.
"""

import argparse
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import reporting
from mailserver import Postfix, Sink, wait_for

CONNECTIONS = 8
ISSUE = "Title: Weekly 1\nNumber: 1\nDate: 2026-11-18\n\n## News\n\n* [A link](https://example.org/)\n"


class Campaign:
    """A publication with readers, in a folder of its own, and the server that it sends to."""

    def __init__(self, binary, scratch, server, readers, sending=()):
        self.binary = binary
        self.server = server
        self.readers = readers
        self.folder = Path(tempfile.mkdtemp(dir=scratch))
        self.settings(sending)
        (self.folder / "content").mkdir()
        (self.folder / "content/1.md").write_text(ISSUE)
        rows = "".join(f"reader{number}@example.org\n" for number in range(readers))
        (self.folder / "list.csv").write_text("email\n" + rows)
        self.run("subscribers", "import", "list.csv", "--write", check=True)
        self.kills = 0
        self.resumed = []

    def settings(self, sending=()):
        lines = [f"log: {self.server.log}"] if self.server.log else []
        (self.folder / "sennight.yaml").write_text(
            "title: Weekly\nurl: https://weekly.example/\ntimezone: UTC\n"
            "calendar: { every: 1 week, deadline: { days: 1, time: \"18:00\" } }\n"
            "sections: [ { kind: links, headings: [News] } ]\n"
            "mail:\n  from: Weekly <news@lists.example>\n  server: https://mail.example/\n  transport: smtp\n"
            f"  smtp: {{ server: 127.0.0.1, port: {self.server.port}, security: none, connections: {CONNECTIONS} }}\n"
            "  sending:\n    when-uncertain: miss\n" + "".join(f"    {line}\n" for line in [*lines, *sending]))

    def command(self, *words):
        return [self.binary, *words]

    def run(self, *words, check=False, prefix=()):
        done = subprocess.run(
            [*prefix, *self.command(*words)], cwd=self.folder, capture_output=True, text=True, timeout=600)
        if check and done.returncode:
            raise RuntimeError(f"{' '.join(words)}: {done.stdout}{done.stderr}")
        return done

    def start(self, *words, prefix=()):
        return subprocess.Popen(
            [*prefix, *self.command(*words)], cwd=self.folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)

    def send(self, prefix=()):
        """Starts sending, or continues."""
        known = self.status() is not None
        words = ["send", "resume"] if known else ["send", "1", "--yes", "--skip-checks"]
        return self.start(*words, prefix=prefix)

    def status(self):
        done = self.run("send", "status", "--format", "json")
        listed = json.loads(done.stdout or "[]")
        return listed[-1] if listed else None

    def wait_for_arrivals(self, more):
        """Waits until some more messages have arrived, or the sender has ended."""
        start = self.server.progress()
        wait_for(lambda: self.server.progress() >= start + more or self.process.poll() is not None, 300)

    def kill(self, after):
        """Starts the sender, and kills it after some more messages have arrived."""
        self.process = self.send()
        began = time.monotonic()
        self.wait_for_arrivals(1)
        self.resumed.append(time.monotonic() - began)
        self.wait_for_arrivals(after)
        is_running = self.process.poll() is None
        self.process.kill()
        self.process.communicate()
        self.kills += is_running
        return is_running

    def finish(self, prefix=(), tries=40):
        """Continues until the campaign is finished."""
        for _ in range(tries):
            self.process = self.send(prefix)
            output, errors = self.process.communicate(timeout=900)
            if self.process.returncode == 0 or (self.status() or {}).get("state") == "finished":
                return output
            time.sleep(0.2)
        raise RuntimeError(f"the campaign doesn't finish: {output}{errors}")

    def verdict(self, report, name, uncertain=0, repeated=0):
        """Compares what arrived with what is recorded, and reports the faults."""
        self.server.settle()
        arrived = self.server.arrived()
        status = self.status()
        counts = status["deliveries"]
        rows = self.rows()
        twice = sum(max(0, count - 1) for count in arrived.values())
        named = {message for _, message in rows if message}
        lost = sum(1 for state, message in rows if state == "accepted" and message and not arrived[message])
        # After a restored backup, the log shows what was accepted, and the rows don't name the message.
        unnamed = sum(1 for state, message in rows if state == "accepted" and not message)
        lost += max(0, unnamed - len(arrived.keys() - named))
        silent = sum(1 for state, _ in rows if state in ("planned", "claimed", "in-flight"))
        unrecorded = self.readers - len(rows)
        final = sum(counts[state] for state in ("accepted", "bounced", "complained", "failed", "excluded", "uncertain"))
        faults = []
        if lost or unrecorded:
            faults.append(f"{lost} lost, {unrecorded} not recorded")
        if twice > repeated:
            faults.append(f"{twice} arrived twice")
        if counts["uncertain"] + twice > uncertain + repeated:
            faults.append(f"{counts['uncertain']} uncertain")
        if status["state"] != "finished" or silent or final != status["audience"]:
            faults.append(f"not finished: {status['state']}, {final} of {status['audience']}")
        if self.server.log and self.resumed and max(self.resumed) > 5:
            faults.append(f"{max(self.resumed):.1f} s until it went on after a kill")
        for fault in faults:
            report.fault(name, "equation", f"seed {SEED}", fault)
        report.row(
            name, readers=self.readers, kills=self.kills, lost=lost + unrecorded, twice=twice,
            uncertain=counts["uncertain"], failed=counts["failed"],
            slowest=int(max(self.resumed, default=0) * 1000))
        return faults

    @property
    def store(self):
        return self.folder / ".sennight/store.sqlite"

    def restore(self, backup):
        """Replaces the store by a backup, once everything that was sent has arrived."""
        for ending in ("", "-wal", "-shm"):
            Path(f"{self.store}{ending}").unlink(missing_ok=True)
        shutil.copy(backup, self.store)
        self.server.settle()

    def rows(self):
        with sqlite3.connect(f"file:{self.store}?mode=ro", uri=True) as store:
            return store.execute("SELECT state, coalesce(message_id, '') FROM deliveries").fetchall()


def kills(campaign, count, chance):
    """Kills the sender at random moments, so that the last kill is near the end."""
    step = max(1, campaign.readers // (count + 1))
    for _ in range(count):
        if not campaign.kill(chance.randrange(1, max(2, 2 * step - 1))):
            break
    campaign.finish()


# MARK: Cases. Each takes a maker of campaigns, the report, its name, a random generator, and whether it is the short form.

def into_postfix(make, report, name, chance, short):
    for number in range(1 if short else 10):
        campaign = make(Postfix, 200 if short else 2000)
        kills(campaign, 4 if short else 20, chance)
        campaign.verdict(report, f"{name} {number + 1}")


def into_a_server_without_log(make, report, name, chance, short):
    campaign = make(Sink, 300 if short else 2000)
    kills(campaign, 4 if short else 20, chance)
    campaign.verdict(report, name, uncertain=CONNECTIONS * campaign.kills)


def stopped_past_its_lease(make, report, name, chance, short):
    """A sender sleeps, another one is started, and the first one wakes up."""
    campaign = make(Sink, 400, delay=0.02)
    campaign.process = first = campaign.send()
    campaign.wait_for_arrivals(40)
    first.send_signal(signal.SIGSTOP)
    second = campaign.send()
    # The second one is refused, or waits for the lease: in both cases, the first one goes on while it may still run.
    time.sleep(5 if short else 150)
    first.send_signal(signal.SIGCONT)
    for process in (first, second):
        process.communicate(timeout=900)
    campaign.finish()
    campaign.verdict(report, name, uncertain=CONNECTIONS)


def dropped_before_the_reply(make, report, name, chance, short):
    drops = []
    def fault(number, step):
        if step == "end" and number % 61 == 0 and len(drops) < 20:
            drops.append(number)
            return "drop"
    campaign = make(Sink, 300 if short else 2000, fault)
    campaign.finish()
    campaign.verdict(report, name, uncertain=len(drops))


def storm_of_421(make, report, name, chance, short):
    def fault(number, step):
        if step == "banner" and number <= CONNECTIONS or step == "end" and number % 97 == 0 and number < 1000:
            return "421 4.3.2 Try again later"
    campaign = make(Sink, 200 if short else 1000, fault)
    campaign.finish()
    campaign.verdict(report, name)


def full_disk(make, report, name, chance, short):
    """The store's file system is full in the middle of a campaign."""
    campaign = make(Sink, 200 if short else 1000)
    limit = campaign.store.stat().st_size // 512 + 200
    campaign.process = campaign.send(prefix=["bash", "-c", f"ulimit -f {limit}; trap '' XFSZ; exec \"$@\"", "limited"])
    campaign.process.communicate(timeout=600)
    campaign.kills += 1
    campaign.finish()
    campaign.verdict(report, name, uncertain=CONNECTIONS)


def clock_set_back(make, report, name, chance, short):
    if not shutil.which("faketime"):
        print("campaigns: faketime is missing: the clock isn't set back", file=sys.stderr)
        return
    campaign = make(Sink, 200 if short else 1000)
    campaign.kill(campaign.readers // 2)
    campaign.finish(prefix=["faketime", "-f", "-1h"])
    campaign.verdict(report, name, uncertain=CONNECTIONS * campaign.kills)


def restored_backup(make, report, name, chance, short):
    """Nothing is sent by itself after a backup was restored; once a person says so, nobody is sent the issue twice."""
    campaign = make(Postfix, 200 if short else 1000)
    campaign.kill(campaign.readers // 4)
    backup = campaign.folder / "backup.sqlite"
    campaign.run("store", "backup", str(backup), check=True)
    campaign.kill(campaign.readers // 4)
    campaign.restore(backup)
    before = campaign.server.arrived()
    refused = campaign.run("send", "resume")
    if refused.returncode == 0 or campaign.server.arrived() != before:
        report.fault(name, "restored", f"seed {SEED}", "a restored backup went on by itself")
    campaign.run("send", "resume", "--after-restore")
    campaign.finish()
    campaign.verdict(report, name)


def forgotten_campaign(make, report, name, chance, short):
    """The restored backup is older than the campaign: the issue isn't approved again, and nobody is sent it twice."""
    campaign = make(Postfix, 200 if short else 1000)
    backup = campaign.folder / "backup.sqlite"
    campaign.run("store", "backup", str(backup), check=True)
    campaign.kill(campaign.readers // 2)
    campaign.restore(backup)
    before = campaign.server.arrived()
    for words in (["send", "1", "--yes", "--skip-checks"], ["send", "resume"]):
        if campaign.run(*words).returncode == 0 or campaign.server.arrived() != before:
            report.fault(name, "restored", f"seed {SEED}", f"{' '.join(words)} sent after a restored backup")
    campaign.run("send", "resume", "--after-restore")
    campaign.finish()
    campaign.verdict(report, name)


def paused_and_resumed(make, report, name, chance, short):
    times = 5 if short else 50
    campaign = make(Sink, 20 * times, delay=0.01)
    for _ in range(times):
        campaign.process = process = campaign.send()
        campaign.wait_for_arrivals(chance.randrange(1, 15))
        campaign.run("send", "pause")
        process.communicate(timeout=600)
    campaign.finish()
    campaign.verdict(report, name)


def settings_changed(make, report, name, chance, short):
    campaign = make(Sink, 200 if short else 1000)
    for sending in (["rate: 500/s"], ["domains: { example.org: 300/s }"], ["rate: 1000/s", "domains: {}"]):
        campaign.kill(campaign.readers // 6)
        campaign.settings(sending)
    campaign.finish()
    campaign.verdict(report, name, uncertain=CONNECTIONS * campaign.kills)


CASES = {
    "killed, Postfix": into_postfix, "killed, no log": into_a_server_without_log,
    "stopped past its lease": stopped_past_its_lease, "dropped before 250": dropped_before_the_reply,
    "421": storm_of_421, "full disk": full_disk, "clock set back": clock_set_back,
    "restored backup": restored_backup, "forgotten campaign": forgotten_campaign, "paused and resumed": paused_and_resumed,
    "settings changed": settings_changed,
}
SHORT = ["killed, Postfix", "killed, no log", "dropped before 250", "forgotten campaign", "paused and resumed"]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--short", action="store_true")
    parser.add_argument("--only", action="append", choices=list(CASES))
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--keep", help="keeps the folders here")
    options = parser.parse_args()
    global SEED
    SEED = options.seed
    report = reporting.Report("campaigns")
    scratch = options.keep or tempfile.mkdtemp(prefix="sennight-campaigns-")
    os.makedirs(scratch, exist_ok=True)
    os.chmod(scratch, 0o755)
    binary = os.path.realpath(options.sennight)
    try:
        for name in options.only or (SHORT if options.short else CASES):
            servers = []

            def make(kind, readers, *arguments, **named):
                if kind is Postfix:
                    arguments = [Path(tempfile.mkdtemp(prefix="postfix-", dir=scratch))]
                servers.append(kind(*arguments, **named))
                return Campaign(binary, scratch, servers[-1], readers)

            if "Postfix" in name or name in ("restored backup", "forgotten campaign"):
                if not Postfix.is_available():
                    print(f"campaigns: {name}: skipped: it needs Postfix, and root", file=sys.stderr)
                    continue
            try:
                CASES[name](make, report, name, random.Random(options.seed), options.short)
            except (RuntimeError, TimeoutError, subprocess.TimeoutExpired) as error:
                report.fault(name, "failed", f"seed {SEED}", str(error).replace("\n", " ")[:300])
                report.row(name, readers=0, kills=0, lost=0, twice=0, uncertain=0, failed=0, slowest=0)
            finally:
                for server in servers:
                    server.stop()
    finally:
        if not options.keep:
            shutil.rmtree(scratch, ignore_errors=True)
    report.finish("campaigns")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Goes through a subscription with a running server: sign up, confirm, unsubscribe. Keeps every page for the checks of
markup and accessibility, and checks the confirmation: both DKIM signatures by dkimpy, the structure by Python's email,
and the header fields that keep other programs from answering it.

Usage: scripts/checks/subscriptions.py --html DIR BINARY PUBLICATION
The publication is copied, and gets a sender if its settings have none.
"""

import argparse
import email
import email.policy
import http.client
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
usage.add_argument("--html", type=Path, metavar="DIR", required=True)
usage.add_argument("binary", type=Path)
usage.add_argument("publication", type=Path)
given = usage.parse_args()
try:
    import dkim
    import nacl  # noqa: F401 (dkimpy needs it for Ed25519)
except ImportError as error:
    print(f"subscriptions: skipped, no {error.name}")
    sys.exit(1 if os.environ.get("SENNIGHT_REQUIRE_CHECKS") else 77)

FORM = {"Content-Type": "application/x-www-form-urlencoded"}
faults = []


def expect(is_right, fault):
    if not is_right:
        faults.append(fault)


def confirmation_faults(data, records):
    for which in range(2):
        try:
            verifier = dkim.DKIM(data)
            valid = verifier.verify(idx=which, dnsfunc=lambda name, timeout=5: records[name.decode().rstrip(".")])
            expect(valid, f"the confirmation's signature {which + 1} isn't valid")
        except (dkim.DKIMException, KeyError) as error:
            faults.append(f"the confirmation's signature {which + 1}: {error!r}")
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        faults.extend(f"the confirmation: {defect!r}" for defect in part.defects)
    expect(message["Auto-Submitted"] == "auto-generated", "the confirmation isn't marked as sent by a program")
    expect(message["To"] == "ann@example.org", f"the confirmation is to {message['To']}")
    expect("List-Unsubscribe" not in message, "the confirmation can be unsubscribed from")
    expect(all(len(line) <= 998 for line in data.split(b"\r\n")), "the confirmation has a line that is too long")
    page = message.get_body(("html",))
    if page:
        (given.html / "confirmation.html").write_text(page.get_content(), "utf-8")
    return message.get_body(("plain",)).get_content()


with tempfile.TemporaryDirectory(prefix="sennight-subscriptions-") as folder:
    publication = Path(folder) / "publication"
    shutil.copytree(given.publication, publication, copy_function=shutil.copyfile)
    shutil.rmtree(publication / ".sennight", ignore_errors=True)
    settings = publication / "sennight.yaml"
    text = settings.read_text("utf-8")
    if not re.search("^mail:", text, re.M):
        text += '\nmail: { from: "The editors <editors@example.org>" }\n'
    if not re.search("^  transport:", text, re.M):
        text = re.sub("^mail:\n", "mail:\n  server: https://mail.example.org/\n", text, flags=re.M)
    settings.unlink()
    settings.write_text(text, "utf-8")
    binary = given.binary.resolve()
    made = subprocess.run([binary, "dkim", "new"], cwd=publication, capture_output=True, text=True, check=True)
    records = {}
    for line in made.stdout.splitlines():
        name, _, value = line.partition(". IN TXT ")
        records[name] = "".join(re.findall(r'"([^"]*)"', value)).encode()
    server = subprocess.Popen(
        [binary, "subscriptions", "serve", "--port", "0"], cwd=publication, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, text=True)
    first = server.stdout.readline().strip()
    if not first:
        sys.exit(f"subscriptions: error: the server ended: {server.stderr.read()}")
    threading.Thread(target=server.stderr.read, daemon=True).start()
    address = urllib.parse.urlsplit(first)
    given.html.mkdir(parents=True, exist_ok=True)
    pages = 0

    def ask(name, method, path, body=None, status=200):
        global pages
        connection = http.client.HTTPConnection("127.0.0.1", address.port, timeout=30)
        connection.request(method, path, body, FORM if body is not None else {})
        response = connection.getresponse()
        content = response.read()
        expect(response.status == status, f"{name}: the server answered {response.status}")
        (given.html / f"{name}.html").write_bytes(content)
        pages += 1
        return content

    try:
        ask("subscribe", "GET", address.path)
        ask("subscribe-invalid", "POST", address.path, urllib.parse.urlencode({"address": "nobody"}), status=400)
        ask("subscribe-done", "POST", address.path, urllib.parse.urlencode({"address": "ann@example.org"}))
        outbox = publication / ".sennight" / "outbox"
        deadline = time.monotonic() + 30
        while not (files := list(outbox.glob("*.eml"))) and time.monotonic() < deadline:
            time.sleep(0.1)
        if files:
            written = confirmation_faults(files[0].read_bytes(), records)
            link = re.search(r"https?://\S+/confirm/\S+", written)
            confirm = urllib.parse.urlsplit(link.group(0)).path if link else f"{address.path}/../confirm/0"
            ask("confirm", "GET", confirm)
            ask("confirm-done", "POST", confirm, "")
            ask("confirm-forged", "GET", confirm[:-4] + "0000", status=404)
            state = subprocess.run(
                [binary, "subscribers", "show", "ann@example.org"], cwd=publication, capture_output=True, text=True)
            expect("active" in state.stdout, f"the subscriber isn't active: {state.stdout}{state.stderr}")
            mail = Path(folder) / "a.eml"
            subprocess.run([binary, "mail", "--to", "ann@example.org", "-o", mail], cwd=publication, capture_output=True)
            message = email.message_from_bytes(mail.read_bytes(), policy=email.policy.default)
            leave = urllib.parse.urlsplit(re.search(r"<(https?://[^>]+)>", message["List-Unsubscribe"]).group(1)).path
            ask("unsubscribe", "GET", leave)
            ask("unsubscribe-done", "POST", leave, "List-Unsubscribe=One-Click")
            state = subprocess.run(
                [binary, "subscribers", "show", "ann@example.org"], cwd=publication, capture_output=True, text=True)
            expect("unsubscribed" in state.stdout, f"the subscriber isn't unsubscribed: {state.stdout}{state.stderr}")
        else:
            faults.append("no confirmation was written within 30 seconds")
    finally:
        server.terminate()
        server.wait()
for fault in faults:
    print(f"{given.publication}: {fault}")
print(f"subscriptions: {given.publication.name}, {pages} pages and the confirmation: {len(faults)} findings")
sys.exit(1 if faults else 0)

#!/usr/bin/env python3
"""Checks the mail of every issue: both DKIM signatures by dkimpy, the structure by Python's email, sizes, header fields,
and that HTML and text have the same links in the same order.

Usage: scripts/checks/mail.py [--sample N] [--html DIR] [--settings FILE] BINARY PUBLICATION
  --sample N   N issues, evenly spread, instead of all
  --html DIR   keep the HTML parts there, for the checks of markup and accessibility
  --settings FILE  the publication's settings, if they aren't in its folder
The publication is copied, and gets a sender if its settings have none.
"""

import argparse
import concurrent.futures
import email
import email.policy
import html.parser
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
usage.add_argument("--sample", type=int, metavar="N")
usage.add_argument("--html", type=Path, metavar="DIR")
usage.add_argument("--settings", type=Path, metavar="FILE")
usage.add_argument("binary", type=Path)
usage.add_argument("publication", type=Path)
given = usage.parse_args()
try:
    import dkim
    import nacl  # noqa: F401 (dkimpy needs it for Ed25519)
except ImportError as error:
    print(f"mail: skipped, no {error.name}")
    sys.exit(1 if os.environ.get("SENNIGHT_REQUIRE_CHECKS") else 77)

RECIPIENTS = ["ann@example.org", "bob.smith+weekly@mail.example.com", "c@sub.example.net"]
FIELDS = [
    "From", "Subject", "Date", "To", "Message-ID", "List-Id", "List-Unsubscribe", "List-Unsubscribe-Post",
    "List-Archive", "List-Post", "MIME-Version", "Content-Type",
]
LIMIT = 95_000


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = []

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found.append(dict(attributes).get("href"))


def check(number, path, publication, records, keep):
    faults = []
    files = [path.with_name(f"{path.stem}{'' if n == 0 else f'-{n + 1}'}.eml") for n in range(len(RECIPIENTS))]
    options = [word for address in RECIPIENTS for word in ("--to", address)]
    run = subprocess.run(
        [given.binary.resolve(), "mail", number, "-o", path, *options], cwd=publication, capture_output=True, text=True)
    if run.returncode != 0:
        return [f"exit code {run.returncode}: {run.stderr.strip()[-300:]}"], False
    for file, address in zip(files, RECIPIENTS):
        data = file.read_bytes()
        for which in range(2):
            verifier = dkim.DKIM(data)
            try:
                if not verifier.verify(idx=which, dnsfunc=lambda name, timeout=5: records[name.decode().rstrip(".")]):
                    faults.append(f"{address}: signature {which + 1} isn't valid")
            except (dkim.DKIMException, KeyError) as error:
                faults.append(f"{address}: signature {which + 1}: {error!r}")
        if data.count(b"DKIM-Signature:") != 2:
            faults.append(f"{address}: not two signatures")
        if any(len(line) > 998 for line in data.split(b"\r\n")) or re.search(rb"(?<!\r)\n|\r(?!\n)", data):
            faults.append(f"{address}: a line is too long, or doesn't end with CR LF")
        message = email.message_from_bytes(data, policy=email.policy.default)
        for part in message.walk():
            faults += [f"{address}: {defect!r}" for defect in part.defects]
        faults += [f"{address}: no field {name}" for name in FIELDS if message[name] is None]
        if str(message["To"]) != address:
            faults.append(f"{address}: To is {message['To']}")
        text, page = [part for part in message.walk() if not part.is_multipart()]
        if [text.get_content_type(), page.get_content_type()] != ["text/plain", "text/html"]:
            faults.append(f"{address}: the parts are {text.get_content_type()} and {page.get_content_type()}")
        encoded = len(page.get_payload(decode=False).encode())
        if encoded > LIMIT + 200:
            faults.append(f"{address}: the HTML has {encoded} bytes")
        links = Links()
        links.feed(page.get_content())
        written = text.get_content()
        position = 0
        for url in links.found[2:-2]:
            bare = url.removeprefix("mailto:")
            # Links are listed after each section, in their order; a link whose text is its address is in the text itself.
            if url not in written and bare not in written.replace("\n", ""):
                faults.append(f"{address}: the text lacks {url}")
                break
        numbered = [match.group(1) for match in re.finditer(r"^\[\d+\] (\S+)$", written, re.M)]
        rest = iter(links.found)
        if not all(any(url == other for other in rest) for url in numbered):
            faults.append(f"{address}: the links of the text are in another order")
    if keep:
        shutil.copy(files[0], keep / f"{path.stem}.eml")
        page = email.message_from_bytes(files[0].read_bytes(), policy=email.policy.default).get_body(("html",))
        (keep / f"{path.stem}.html").write_text(page.get_content(), "utf-8")
    for file in files:
        file.unlink()
    return faults, "too long" in run.stderr


with tempfile.TemporaryDirectory(prefix="sennight-mail-") as folder:
    publication = Path(folder) / "publication"
    shutil.copytree(given.publication, publication, copy_function=shutil.copyfile)
    shutil.rmtree(publication / ".sennight", ignore_errors=True)
    settings = publication / "sennight.yaml"
    text = (given.settings or settings).read_text("utf-8")
    if not re.search("^mail:", text, re.M):
        text += '\nmail: { from: "The editors <editors@example.org>", footer: "You receive this because you subscribed." }\n'
    settings.unlink(missing_ok=True)
    settings.write_text(text, "utf-8")
    made = subprocess.run(
        [given.binary.resolve(), "dkim", "new"], cwd=publication, capture_output=True, text=True, check=True)
    records = {}
    for line in made.stdout.splitlines():
        name, _, value = line.partition(". IN TXT ")
        records[name] = "".join(re.findall(r'"([^"]*)"', value)).encode()
    issues = sorted(str(path.relative_to(publication)) for path in publication.glob("content/**/*.md"))
    issues = [issue for issue in issues if "/pages/" not in issue]
    if given.sample:
        issues = issues[:: max(1, len(issues) // given.sample)]
    if given.html:
        given.html.mkdir(parents=True, exist_ok=True)
    found, shortened = 0, 0
    subprocess.run([given.binary.resolve(), "mail", "-o", Path(folder) / "first.eml"], cwd=publication, capture_output=True)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        jobs = {
            issue: pool.submit(
                check, issue, Path(folder) / (Path(issue).stem + ".eml"), publication, records, given.html)
            for issue in issues
        }
        for issue, job in jobs.items():
            faults, is_shortened = job.result()
            shortened += is_shortened
            found += len(faults)
            for fault in faults[:5]:
                print(f"{issue}: {fault}")
print(f"mail: {len(issues)} issues, {len(RECIPIENTS)} recipients each, {shortened} shortened: {found} findings")
sys.exit(1 if found or not issues else 0)

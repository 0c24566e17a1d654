#!/usr/bin/env python3
"""Checks every feed of built sites: RSS and Atom by feedparser, Atom by RFC 4287, JSON Feed by version 1.1.

Usage: scripts/checks/feeds.py [--allow FILE] DIR...
"""

import json
from datetime import datetime
from pathlib import Path
from urllib.parse import urlsplit

from findings import Findings, arguments, skip

given = arguments(__doc__.splitlines()[0])
try:
    import feedparser
    from lxml import etree
except ImportError as error:
    skip("feeds", f"no {error.name}")

ATOM = "{http://www.w3.org/2005/Atom}"
schema = etree.RelaxNG(etree.parse(Path(__file__).with_name("atom.rng")))


def is_absolute(address):
    return isinstance(address, str) and bool(urlsplit(address).scheme)


def check_parsed(data, report):
    feed = feedparser.parse(data)
    if feed.bozo:
        report(f"feedparser: {feed.get('bozo_exception')}")
    if not feed.entries:
        report("no entries")
    for entry in feed.entries:
        name = entry.get("id") or entry.get("link")
        if not is_absolute(entry.get("link")):
            report(f"entry {name}: the link {entry.get('link')} is not absolute")
        if not (entry.get("published_parsed") or entry.get("updated_parsed")):
            report(f"entry {name}: no date that can be read")
        if not (entry.get("content") or entry.get("summary")):
            report(f"entry {name}: no text")
    check_unique([entry.get("id") for entry in feed.entries], report)


def check_unique(ids, report):
    for identifier in sorted({str(one) for one in ids if ids.count(one) > 1}):
        report(f"the id {identifier} is there twice")


def check_rss(root, report):
    channel = root.find("channel")
    for name in "title", "link", "description":
        if channel is None or channel.findtext(name) is None:
            report(f"the channel has no {name} (RSS 2.0)")
    for item in root.iter("item"):
        if item.findtext("title") is None and item.findtext("description") is None:
            report("an item has neither title nor description (RSS 2.0)")
        guid = item.find("guid")
        if guid is None or not guid.text:
            report(f"item {item.findtext('link')}: no guid")
        elif guid.get("isPermaLink", "true") == "true" and not guid.text.startswith(("http:", "https:")):
            report(f"item {guid.text}: a guid that is no address needs isPermaLink=\"false\" (RSS 2.0)")


def check_atom(root, report):
    if not schema.validate(root):
        for error in schema.error_log:
            report(f"line {error.line}: {error.message}")
    # What the schema's grammar cannot say (RFC 4287, 4.1.1, 4.1.2 and 4.2.6).
    has_author = root.find(f"{ATOM}author") is not None
    for entry in root.iter(f"{ATOM}entry"):
        name = entry.findtext(f"{ATOM}id")
        if not has_author and entry.find(f"{ATOM}author") is None:
            report(f"entry {name}: no author, nor has the feed one (4.1.2)")
        relations = [link.get("rel", "alternate") for link in entry.iter(f"{ATOM}link")]
        if entry.find(f"{ATOM}content") is None and "alternate" not in relations:
            report(f"entry {name}: neither content nor an alternate link (4.1.2)")
    for identifier in root.iter(f"{ATOM}id"):
        if not is_absolute(identifier.text):
            report(f"the id {identifier.text} is not an absolute IRI (4.2.6)")
    if "self" not in [link.get("rel") for link in root.findall(f"{ATOM}link")]:
        report("no link with rel=\"self\" (4.1.1)")


def check_json(data, report):
    try:
        feed = json.loads(data)
    except ValueError as error:
        return report(f"not JSON: {error}")
    if not isinstance(feed, dict):
        return report("not an object")
    if feed.get("version") != "https://jsonfeed.org/version/1.1":
        report(f"version is {feed.get('version')}")
    if not isinstance(feed.get("title"), str):
        report("no title")
    for name in "home_page_url", "feed_url":
        if not is_absolute(feed.get(name)):
            report(f"{name} is {feed.get(name)}, not an absolute address")
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        return report("no items")
    for item in items:
        name = item.get("id")
        if not isinstance(name, str) or not name:
            report(f"an item has the id {name!r}; it must be a string")
        if not any(isinstance(item.get(text), str) for text in ("content_html", "content_text")):
            report(f"item {name}: neither content_html nor content_text")
        for address in "url", "external_url", "image", "banner_image":
            if address in item and not is_absolute(item[address]):
                report(f"item {name}: {address} is {item[address]}, not an absolute address")
        for date in "date_published", "date_modified":
            if date in item and not is_date(item[date]):
                report(f"item {name}: {date} is {item[date]}, not a date by RFC 3339")
        for holder in [item, feed]:
            if "author" in holder:
                report("author is of version 1.0; 1.1 has authors")
    check_unique([item.get("id") for item in items], report)


def is_date(text):
    try:
        return datetime.fromisoformat(text.replace("Z", "+00:00")).tzinfo is not None
    except (AttributeError, ValueError):
        return False


CHECKS = {"rss": check_rss, f"{ATOM}feed": check_atom}
findings = Findings("feeds", given.allow)
for site in given.sites:
    feeds, kinds = [], set()
    for path in sorted([*site.rglob("*.xml"), *site.rglob("feed.json")]):
        data = path.read_bytes()

        def report(what, place=path.relative_to(site)):
            findings.add(place, what)

        if path.suffix == ".json":
            kinds.add("JSON Feed")
            feeds.append(path)
            check_json(data, report)
            continue
        try:
            root = etree.fromstring(data)
        except etree.XMLSyntaxError as error:
            report(f"not well-formed: {error}")
            continue
        if root.tag in CHECKS:  # a sitemap is no feed
            kinds.add({"rss": "RSS"}.get(root.tag, "Atom"))
            feeds.append(path)
            check_parsed(data, report)
            CHECKS[root.tag](root, report)
    findings.looked_at(site, feeds, "feeds")
    for kind in sorted({"RSS", "Atom", "JSON Feed"} - kinds):
        findings.add(site, f"no {kind}")
findings.end()

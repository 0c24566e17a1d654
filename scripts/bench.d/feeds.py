"""Compares the posts that `sennight collect` finds in feeds with those that PyPI's feedparser finds.

Usage: scripts/bench feeds [--folder FOLDER] [--seed NUMBER] [--mutations NUMBER] [--linked] [--dry]
Without --folder, the feeds are those of feed_cases.py and mutations of them; with it, all feeds in the folder, such as a
program's test suite. With --linked, posts without a link get one first, so that more of them can be compared. A feed is
comparable if feedparser finds posts with a link in it. Every difference is listed; a known one with the reason. Appends
to Benchmarks/RESULTS.md, and exits with 1 if links and titles are equal in fewer than 97 % of the comparable feeds, or
dates in fewer than 99 %.
"""

import argparse
import calendar
import collections
import datetime
import html
import http.server
import json
import os
import pathlib
import platform
import random
import re
import subprocess
import sys
import tempfile
import threading
import unicodedata
import warnings

import feedparser

import feed_cases

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEAST_POSTS, LEAST_DATES = 0.97, 0.99
# The number of feeds that one run of the program collects.
BATCH = 100
SUFFIXES = {".xml", ".rss", ".atom", ".rdf", ".json", ".feed"}

Posts = dict[str, tuple[str, int | None]]


class Server(http.server.ThreadingHTTPServer):
    """Serves (path, body, content type) triples."""

    def __init__(self, feeds: list[feed_cases.Feed]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.feeds = {f"/{number}/feed.xml": feed for number, feed in enumerate(feeds)}
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def host(self) -> str:
        return f"127.0.0.1:{self.server_address[1]}"

    def address(self, number: int) -> str:
        return f"http://{self.host}/{number}/feed.xml"


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        feed = self.server.feeds.get(self.path)
        self.send_response(200 if feed else 404)
        if feed and feed.content_type:
            self.send_header("Content-Type", feed.content_type)
        self.end_headers()
        self.wfile.write(feed.body if feed else b"")

    def log_message(self, *_: object) -> None:
        pass


def found(program: str, server: Server, numbers: range) -> tuple[list[Posts], str]:
    """The program's posts, feed by feed, and what it reports."""
    with tempfile.TemporaryDirectory() as folder:
        for part, number, date in (("content", 1, "1990-01-01"), ("draft", 2, "1990-01-08")):
            pathlib.Path(folder, part).mkdir()
            pathlib.Path(folder, part, f"{number}.md").write_text(
                f"Title: Weekly {number}\nNumber: {number}\nDate: {date}\n\n# News\n")
        sources = "".join(
            f"  - {{ source: feeds, name: feed-{number}, section: News, most: 1000, feeds: ['{server.address(number)}'] }}\n"
            for number in numbers)
        pathlib.Path(folder, "sennight.yaml").write_text(
            "title: Weekly\nurl: https://weekly.example/\ntimezone: UTC\n"
            f"sections:\n  - {{ kind: links, headings: [News] }}\nsources:\n{sources}")
        run = subprocess.run(
            [program, "collect", "--publication", folder, "--since", "1900-01-01", "--until", "2099-12-31"],
            capture_output=True, text=True, env={**os.environ, "SENNIGHT_OPEN_HOSTS": server.host}, timeout=600)
        posts: list[Posts] = []
        for number in numbers:
            file = pathlib.Path(folder, "candidates", "2", f"feed-{number}.jsonl")
            lines = file.read_text().splitlines() if file.exists() else []
            records = [json.loads(line) for line in lines]
            posts.append({record["url"]: (record["title"], record.get("time")) for record in records if "url" in record})
    return posts, run.stderr


def expected(feed: feed_cases.Feed, address: str) -> Posts:
    """feedparser's posts with a link."""
    warnings.simplefilter("ignore")
    if feed.body.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{"):
        return expected_json(feed.body, address)
    headers = {"content-location": address}
    if feed.content_type:
        headers["content-type"] = feed.content_type
    posts: Posts = {}
    for entry in feedparser.parse(feed.body, response_headers=headers).entries:
        link = (entry.get("link") or "").strip()
        if not link:
            continue
        time = entry.get("published_parsed") or entry.get("created_parsed") or entry.get("updated_parsed")
        detail = entry.get("title_detail") or {}
        title = entry.get("title") or ""
        posts.setdefault(link, (plain(title) if "html" in detail.get("type", "") else title,
                                calendar.timegm(time) if time else None))
    return posts


def expected_json(body: bytes, address: str) -> Posts:
    """feedparser 6 doesn't read JSON Feed, so this is the standard read with Python's own library."""
    from urllib.parse import urljoin
    posts: Posts = {}
    for item in json.loads(body).get("items", []):
        link = item.get("url") or item.get("external_url")
        date = item.get("date_published") or item.get("date_modified")
        time = datetime.datetime.fromisoformat(date) if date else None
        if link:
            posts[urljoin(address, link)] = (item.get("title") or "", int(time.timestamp()) if time else None)
    return posts


def plain(text: str) -> str:
    """The words of a title in HTML."""
    return html.unescape(re.sub(r"</?[a-zA-Z!][^<>]*>", "", text))


def folded(text: str) -> str:
    """The words, without the control characters that feedparser keeps."""
    text = unicodedata.normalize("NFC", " ".join(text.replace("\u00a0", " ").split()))
    return "".join(character for character in text if unicodedata.category(character) != "Cc")


def address_key(url: str) -> str:
    """Equivalent ways to write one URL."""
    from urllib.parse import quote, unquote, urlsplit
    try:
        parts = urlsplit(url)
    except ValueError:
        return url
    path = quote(unquote(parts.path or "/"))
    return f"{parts.scheme.lower()}://{parts.netloc.lower()}{path}?{quote(unquote(parts.query))}#{quote(unquote(parts.fragment))}"


def compare(wanted: Posts, got: Posts) -> list[str]:
    """The kinds of differences, each with an example."""
    wanted = {address_key(url): post for url, post in wanted.items()}
    got = {address_key(url): post for url, post in got.items()}
    differences = []
    missing = wanted.keys() - got.keys()
    if missing:
        differences.append(f"link: missing {sorted(missing)[:2]}, extra {sorted(got.keys() - wanted.keys())[:2]}")
    elif extra := got.keys() - wanted.keys():
        differences.append(f"link: extra {sorted(extra)[:2]}")
    for url in sorted(wanted.keys() & got.keys()):
        # A post without a title gets one here: its first words or its URL.
        if folded(wanted[url][0]) not in ("", folded(got[url][0])):
            differences.append(f"title: {folded(wanted[url][0])[:100]!r}, here {got[url][0][:100]!r}")
            break
    for url in sorted(wanted.keys() & got.keys()):
        if wanted[url][1] != got[url][1]:
            texts = [time if time is None else datetime.datetime.fromtimestamp(time, datetime.timezone.utc).isoformat()
                     for time in (wanted[url][1], got[url][1])]
            differences.append(f"date: {texts[0]}, here {texts[1]}")
            break
    return differences


def linked(body: bytes) -> bytes:
    """The feed with a link in each post that has none, where that can be done byte by byte."""
    count = 0

    def add(match: re.Match) -> bytes:
        nonlocal count
        count += 1
        post = match[0]
        if re.search(rb"<(?:\w+:)?link|isPermaLink|<guid|rdf:about", post):
            return post
        prefix = match[1] or b""
        address = b"https://posts.example/%d" % count
        link = (b'<%slink href="%s"/>' % (prefix, address) if match[2] == b"entry"
                else b"<%slink>%s</%slink>" % (prefix, address, prefix))
        title = b"" if re.search(rb"<(?:\w+:)?title", post) else b"<%stitle>Title %d</%stitle>" % (prefix, count, prefix)
        end = b"</" + prefix + match[2]
        at = post.rindex(end)
        return post[:at] + link + title + post[at:]
    return re.sub(rb"<(\w+:)?(item|entry)\b[^>]*>.*?</(?:\w+:)?\2\s*>", add, body, flags=re.DOTALL)


def mutations(feeds: list[feed_cases.Feed], number: int, seed: int) -> list[feed_cases.Feed]:
    """Feeds with small changes that real feeds have, too: each is of one kind."""
    chance = random.Random(seed)
    made = []
    sound = [feed for feed in feeds if feed.is_plain]
    for index in range(number):
        feed = chance.choice(sound)
        name, change = chance.choice(list(feed_cases.MUTATIONS.items()))
        body = change(feed.body, chance)
        made.append(feed_cases.Feed(f"{name}/{index}-{feed.name}", body, feed.content_type))
    return made


def read(folder: pathlib.Path) -> list[feed_cases.Feed]:
    return [feed_cases.Feed(str(path.relative_to(folder)), path.read_bytes(), "application/xml")
            for path in sorted(folder.rglob("*"))
            if path.suffix in SUFFIXES and path.is_file() and path.stat().st_size < 2_000_000]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--linked", action="store_true", help="give posts without a link one")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--mutations", type=int, default=300)
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    notes = {}
    if options.folder:
        feeds = read(options.folder)
    else:
        feeds = feed_cases.CASES + mutations(feed_cases.CASES, options.mutations, options.seed)
        notes = feed_cases.DIFFERENCES
    if options.linked:
        feeds = [feed_cases.Feed(feed.name, linked(feed.body), feed.content_type) for feed in feeds]
    server = Server(feeds)
    comparable, different, wrong_dates = collections.Counter(), [], []
    dated = 0
    for start in range(0, len(feeds), BATCH):
        numbers = range(start, min(start + BATCH, len(feeds)))
        results, faults = found(options.sennight, server, numbers)
        for number, got in zip(numbers, results):
            feed = feeds[number]
            try:
                wanted = expected(feed, server.address(number))
            except Exception as error:
                print(f"{feed.name}: not comparable: {type(error).__name__}: {str(error)[:100]}")
                continue
            if not wanted:
                continue
            comparable[feed.kind] += 1
            dated += any(time is not None for _, time in wanted.values())
            differences = compare(wanted, got)
            if any(not text.startswith("date") for text in differences):
                different.append(feed)
            if any(text.startswith("date") for text in differences):
                wrong_dates.append(feed)
            for text in differences:
                print(f"{feed.name}: {text}")
                print(f"    {notes.get(feed.name) or notes.get(feed.kind) or 'not explained'}")
                for fault in [line for line in faults.splitlines() if server.address(number) in line][:2]:
                    print(f"    {fault[:220]}")
    total = sum(comparable.values())
    if not total:
        sys.exit("bench: no feed could be compared")
    posts, dates = 1 - len(different) / total, 1 - len(wrong_dates) / max(1, total)
    line = (f"{len(feeds)} feeds, {total} comparable, links and titles equal in {total - len(different)} ({posts:.1%}), "
            f"dates in {total - len(wrong_dates)} ({dates:.1%}; {dated} have dates)")
    kinds = ", ".join(f"{kind} {count}" for kind, count in sorted(comparable.items()))
    print(f"{line}\nComparable feeds by kind: {kinds}")
    if not options.dry and not options.folder:
        with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
            file.write(f"\n## Feeds beside feedparser, {datetime.date.today()}\n\n"
                       f"{platform.machine()}, {os.cpu_count()} processors. `scripts/bench feeds`, feedparser "
                       f"{feedparser.__version__}, seed {options.seed}: {line}.\n")
            for feed in different + [feed for feed in wrong_dates if feed not in different]:
                reason = notes.get(feed.name) or notes.get(feed.kind) or "not explained"
                file.write(f"\n- {feed.name}: {reason}")
            file.write("\n")
    sys.exit(posts < LEAST_POSTS or dates < LEAST_DATES)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Compares the search of a built site, in Chromium, with that of the command line: the first 20 results of 300 queries.

The site is served with the policy default-src 'self'. Prints also how many bytes queries take, compressed, the script included.

Usage: scripts/checks/search.py SENNIGHT PUBLICATION SITE
CHROMIUM names the browser when it is not on the PATH.
"""

import functools
import gzip
import http.server
import json
import os
import random
import re
import shutil
import subprocess
import sys
import threading
from pathlib import Path

from playwright.sync_api import sync_playwright

QUERIES = """async; borrow checker; tokio 1.0; embedded; procedural macros; C++; C#; #[derive]; Option<T>; async/await; no_std; .NET
std::fs; "borrow checker"; rust -async year:2020..2022; site:github.com parser; site:rust-lang.org; tag:video; section:quote
section:"crate of the week" serde; issue:530; year:2024 wasm; the; rust in production; asynk; procedurl macros; embeded; tokoi
strin; été; Zürich; "fearless concurrency"; issue:530 -rust; year:2013; macro year:..2016; gpu year:2025..; naïve; compile times
error handling book; memory safety; linux kernel; bevy 0.14; game engine; const generics; GATs; polonius; clippy lints; lock-free queue
no such wordxyz; xyzzyq; "rust analyzer" changelog; self-referential; dyn*; a; I/O; io_uring; proc-macro2; -; " "; year:abc; site:
-site:github.com async; -year:2024 async; -section:events tokio; "the book"; "to be"; <script>alert(1)</script>; 検索; +++"""
COLD = ["async", "borrow checker", "tokio 1.0", "embedded", "procedural macros"]


class Site(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def end_headers(self):
        self.send_header("Content-Security-Policy", "default-src 'self'")
        super().end_headers()


def queries(site):
    titles = "\n".join(line.split("\t")[0] for path in sorted((site / "search").glob("d-*.txt"))
                       for line in path.read_text("utf-8").splitlines() if line[:1] not in "#=")
    words = sorted(set(re.findall(r"[a-z][a-z0-9_]{2,}", titles.lower())))
    fixed = [query for line in QUERIES.splitlines() for query in re.split(r"; ?", line) if query]
    choice = random.Random(1)
    fixed += [" ".join(choice.sample(words, 2)) for _ in range(20)]
    return fixed + choice.sample(words, min(len(words), 300 - len(fixed)))


def in_terminal(sennight, publication, query):
    command = [sennight, "search", "--publication", publication, "--format", "json", "--limit", "20", "--", query]
    output = subprocess.run(command, capture_output=True, text=True)
    return [hit["record"] for hit in json.loads(output.stdout)["hits"]] if output.returncode == 0 else []


def compressed(site, address):
    path = site / address.split("/", 3)[3].split("?")[0].split("#")[0]
    return len(gzip.compress(path.read_bytes(), 9)) if path.is_file() else 0


def until(tab, condition):
    """Playwright's own waiting needs 'unsafe-eval' in the page's policy."""
    for _ in range(600):
        if tab.evaluate(condition):
            return
        tab.wait_for_timeout(50)
    sys.exit(f"search: the page never came to {condition}")


def main():
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    sennight, publication, site = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    names = os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"
    chromium = next((found for found in map(shutil.which, filter(None, names)) if found), None)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    origin = f"http://127.0.0.1:{server.server_port}/"
    faults = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        for query in COLD:
            tab = browser.new_page()
            asked = []
            tab.on("request", lambda request: asked.append(request.url))
            tab.goto(origin + "search/")
            until(tab, "Boolean(globalThis.sennightSearch)")
            del asked[:]
            tab.evaluate("query => sennightSearch.search(query)", query)
            own = sum(compressed(site, address) for address in asked)
            script = compressed(site, origin + "search/search.js") + compressed(site, origin + "search/search-field.js")
            print(f"cold: {query}: {(own + script) / 1000:.1f} KB in {len(asked)} requests")
            tab.close()
        tab = browser.new_page()
        tab.on("pageerror", lambda error: faults.append(f"script: {error}"))
        tab.goto(origin + "search/?q=%3Cb%3Etitle")
        until(tab, "Boolean(globalThis.sennightSearch)")
        asked = queries(site)
        for query in asked:
            found = tab.evaluate("async query => (await sennightSearch.search(query, { limit: 20 })).hits.map((hit) => hit.record)", query)
            known = in_terminal(sennight, publication, query)
            if found != known:
                faults.append(f"{query!r}: the browser has {found[:5]} …, the terminal {known[:5]} …")
        tab.close()
        for query in ["x" * 10_000, '"' * 50, "-site:-"]:
            tab = browser.new_page()
            tab.on("pageerror", lambda error: faults.append(f"script: {error}"))
            tab.goto(origin + "search/")
            tab.fill("#Search", query)
            tab.press("#Search", "Enter")
            tab.wait_for_timeout(200)
            tab.close()
        tab = browser.new_page()
        tab.route("**/t-*.txt", lambda route: route.abort())
        tab.goto(origin + "search/?q=async")
        until(tab, "Boolean(document.getElementById('SearchStatus').textContent)")
        told = tab.inner_text("#SearchStatus")
        if told != tab.get_attribute("#Search", "data-broken"):
            faults.append(f"missing shards: the page says {told!r}")
        browser.close()
    print("\n".join(faults))
    print(f"search: {len(asked)} queries, {len(faults)} faults")
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

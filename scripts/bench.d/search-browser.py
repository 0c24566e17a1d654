#!/usr/bin/env python3
"""Measures the site's search in headless Chromium beside Pagefind: bytes over the wire, and keystroke to results.

Usage: scripts/bench search-browser [--runs N]
The archive is in ../shared, or in the folder that SENNIGHT_TESTDATA names. Without Pagefind (PyPI) it is left out.
"""

import argparse
import datetime
import functools
import gzip
import http.server
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "Benchmarks" / "RESULTS.md"
QUERIES = ["async", "borrow checker", "tokio 1.0", "embedded", "procedural macros"]
# 1.6 Mbit/s, 150 ms, the processor slowed four times.
SLOW = {"offline": False, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 96_000}

# A page with Pagefind's own interface, as its documentation shows it.
PAGEFIND_PAGE = """<!doctype html><meta charset="utf-8"><title>Search</title>
<link href="/pagefind/pagefind-ui.css" rel="stylesheet"><script src="/pagefind/pagefind-ui.js"></script>
<div id="search"></div><script>new PagefindUI({ element: "#search", showSubResults: true, showImages: false })</script>
"""

# Resolves with the milliseconds from a change of the field to the first paint after a result is in the page.
MEASURE = """([field, result, text]) => new Promise((resolve) => {
  const input = document.querySelector(field);
  let start;
  const observer = new MutationObserver(() => {
    const first = document.querySelector(result);
    if (!first || !first.textContent.trim() || !first.checkVisibility()) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - start)));
  });
  observer.observe(document.body, { childList: true, subtree: true, attributes: true });
  start = performance.now();
  input.focus();
  input.value = text;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
})"""


class Site(http.server.SimpleHTTPRequestHandler):
    """Compresses every answer, as hosts do."""

    protocol_version = "HTTP/1.1"
    stored = {}

    def log_message(self, *_):
        pass

    def do_GET(self):
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path /= "index.html"
        if not path.is_file():
            return self.send_error(404)
        if path not in self.stored:
            self.stored[path] = gzip.compress(path.read_bytes(), 9)
        body = self.stored[path]
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "max-age=600")
        self.end_headers()
        self.wfile.write(body)


class Engine:
    """One search: where its field is, what shows that results are there, and which requests count."""

    def __init__(self, name, path, field, result, counts):
        self.name, self.path, self.field, self.result, self.counts = name, path, field, result, counts


class Browser:
    def __init__(self, chromium, origin):
        self.chromium, self.origin = chromium, origin

    def page(self, engine, slow=False):
        """A page in a context with an empty cache; `sizes` fills with the bytes of the bodies that count."""
        context = self.chromium.new_context(viewport={"width": 390, "height": 844})
        page = context.new_page()
        page.set_default_timeout(60_000)
        session = context.new_cdp_session(page)
        session.send("Network.enable")
        if slow:
            session.send("Network.emulateNetworkConditions", SLOW)
            session.send("Emulation.setCPUThrottlingRate", {"rate": 4})
        names, sizes = {}, []
        session.on("Network.requestWillBeSent", lambda event: names.__setitem__(event["requestId"], event["request"]["url"]))

        def loaded(event):
            name = names.get(event["requestId"], "").removeprefix(self.origin)
            if engine.counts(name):
                path = Path(Site.folder) / name.split("?")[0]
                sizes.append(len(Site.stored.get(path / "index.html" if path.is_dir() else path, b"")))

        session.on("Network.loadingFinished", loaded)
        page.goto(self.origin + engine.path)
        page.wait_for_load_state("networkidle")
        page.sizes = sizes
        return context, page

    def milliseconds(self, page, engine, text):
        return page.evaluate(MEASURE, [engine.field, engine.result, text])

    def clear(self, page, engine):
        page.locator(engine.field).fill("")
        page.wait_for_timeout(400)

    def settle(self, page):
        page.wait_for_load_state("networkidle")
        page.wait_for_timeout(700)


def bytes_at_once(browser, engine, query):
    context, page = browser.page(engine)
    browser.milliseconds(page, engine, query)
    browser.settle(page)
    total = sum(page.sizes)
    context.close()
    return total


def bytes_by_key(browser, engine, query):
    context, page = browser.page(engine)
    page.locator(engine.field).focus()
    page.keyboard.type(query, delay=120)
    browser.settle(page)
    total = sum(page.sizes)
    context.close()
    return total


def bytes_of_further(browser, engine):
    """What each query adds after those before it, from the second on."""
    context, page = browser.page(engine)
    added = []
    for query in QUERIES:
        before = sum(page.sizes)
        browser.milliseconds(page, engine, query)
        browser.settle(page)
        added.append(sum(page.sizes) - before)
        browser.clear(page, engine)
    context.close()
    return added[1:]


def times(browser, engine, runs):
    """Milliseconds: the first query of a page, with its scripts and index still to load; warm, the same query again."""
    first, warm = [], []
    for query in QUERIES:
        for _ in range(runs):
            context, page = browser.page(engine)
            first.append(browser.milliseconds(page, engine, query))
            browser.settle(page)
            for _ in range(3):
                browser.clear(page, engine)
                warm.append(browser.milliseconds(page, engine, query))
            context.close()
    return first, warm


def slow_times(browser, engine):
    found = []
    for query in QUERIES:
        context, page = browser.page(engine, slow=True)
        found.append(browser.milliseconds(page, engine, query))
        context.close()
    return found


def built(sennight, archive, folder):
    publication = folder / "publication"
    shutil.copytree(archive, publication, copy_function=shutil.copyfile)
    settings = (ROOT / "Examples" / "this-week-in-rust" / "sennight.yaml").read_text("utf-8")
    (publication / "sennight.yaml").write_text(settings if "\nsearch:" in settings else settings + "\nsearch: true\n", "utf-8")
    site = folder / "site"
    subprocess.run([sennight, "build", "--publication", publication, "--output", site], check=True, stdout=subprocess.DEVNULL)
    return site


def with_pagefind(site):
    """Indexes the issues' texts, as Pagefind is set up for a site of this kind; None where it isn't installed."""
    try:
        import pagefind  # noqa: F401
    except ImportError:
        return None
    subprocess.run([sys.executable, "-m", "pagefind", "--site", site, "--glob", "blog/**/*.html", "--root-selector", ".issue"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    (site / "pagefind-search.html").write_text(PAGEFIND_PAGE, "utf-8")
    return Engine("Pagefind 1.5.2", "pagefind-search.html", ".pagefind-ui__search-input", ".pagefind-ui__result-link",
                  lambda name: name.startswith("pagefind/"))


def kilobytes(values):
    return " / ".join(f"{value / 1000:.1f}" for value in values)


def spread(values):
    return f"{statistics.median(values):.0f} ms ({min(values):.0f}–{max(values):.0f})"


def report(browser, engines, runs, version):
    columns = []
    for engine in engines:
        first, warm = times(browser, engine, runs)
        columns.append({
            "cold to the first results, entered at once, KB": kilobytes([bytes_at_once(browser, engine, query) for query in QUERIES]),
            "cold, typed key by key, KB": kilobytes([bytes_by_key(browser, engine, query) for query in QUERIES]),
            "each further query, KB": kilobytes(bytes_of_further(browser, engine)),
            "entry to results, first query of a page": spread(first),
            "entry to results, warm": spread(warm),
            "entry to results, first, throttled": spread(slow_times(browser, engine)),
            "medians": (statistics.median(first), statistics.median(warm)),
        })
    load = os.getloadavg()[0]
    lines = [
        f"## The search in a browser, {datetime.date.today()}", "",
        f"Machine: {os.cpu_count()} processors, {platform.machine()}, Linux {platform.release()}, load after {load:.1f}; Chromium {version}, headless; the server on the same machine, gzip level 9.",
        f"Queries: {', '.join(QUERIES)}. Times are from the field's change to the first frame with a result, the field's own pause"
        f" included: medians of {runs} runs of each (least to most). Throttled: 1.6 Mbit/s, 150 ms, processor slowed four times; one run of each."
        " Bytes are of bodies, scripts, styles and index of the search; Sennight's field is on an ordinary issue's page, its style sheet is that of the page.", "",
        "| | " + " | ".join(engine.name for engine in engines) + " |", "|---" * (len(engines) + 1) + "|",
    ]
    for row in columns[0]:
        if row != "medians":
            lines.append(f"| {row} | " + " | ".join(column[row] for column in columns) + " |")
    if len(columns) == 2:
        (first, warm), (their_first, their_warm) = (column["medians"] for column in columns)
        lines.append(f"\nSennight takes {first / their_first:.2f} × Pagefind for the first query of a page, {warm / their_warm:.2f} × warm.")
    return "\n".join(lines) + "\n"


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--runs", type=int, default=3, metavar="N")
    given = usage.parse_args()
    archive = Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared")) / "archive"
    if not archive.is_dir():
        sys.exit(f"bench: no archive at {archive}; SENNIGHT_TESTDATA names the folder that holds it")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        sys.exit("bench: no Playwright: scripts/setup --checks installs it")
    names = os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"
    chromium = next((found for found in map(shutil.which, filter(None, names)) if found), None)
    if not chromium:
        sys.exit("bench: no Chromium: scripts/setup --checks installs it")
    with tempfile.TemporaryDirectory(prefix="sennight-bench-") as folder, sync_playwright() as playwright:
        site = built(given.sennight.resolve(), archive, Path(folder))
        issue = max(site.glob("blog/*/*/*/*/index.html")).parent.relative_to(site).as_posix() + "/"
        ours = Engine("Sennight", issue, "#Search", "#SearchHits [role=option]", lambda name: name.startswith("search/"))
        Site.folder = site
        engines = [engine for engine in (ours, with_pagefind(site)) if engine]
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=site))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        process = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        text = report(Browser(process, f"http://127.0.0.1:{server.server_port}/"), engines, given.runs, process.version)
        process.close()
    print(text)
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write("\n" + text)


main()

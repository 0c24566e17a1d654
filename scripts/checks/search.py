#!/usr/bin/env python3
"""Checks the site's search in Chromium, under `default-src 'self'`: results, keyboard, screen readers, damage, axe.

The script must give the same results in the same order as `sennight search`: over a publication made here, and over
the archive where it is.

Usage: scripts/checks/search.py [--archive DIR] [--settings FILE] [--screenshots DIR] SENNIGHT
"""

import json
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import searchsite
from findings import Findings, Usage, skip

usage = Usage(description=__doc__.splitlines()[0])
usage.add_argument("--archive", type=Path, metavar="DIR", help="a publication with many issues")
usage.add_argument("--settings", type=Path, metavar="FILE", help="the archive's settings")
usage.add_argument("--screenshots", type=Path, metavar="DIR", help="where to keep pictures of what is checked")
usage.add_argument("sennight", type=Path, metavar="SENNIGHT", help="the program")
given = usage.parse_args()
try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Error, expect, sync_playwright
except ImportError:
    skip("search", "no axe-playwright-python")
names = os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"
chromium = next((found for found in map(shutil.which, filter(None, names)) if found), None)
if not chromium:
    skip("search", "no Chromium")

LIMIT = 30_000  # milliseconds; only what hangs takes as long, on a busy machine, too
COUNT = 300  # queries on which the program and the script are compared
OPERATORS = ["-", '""', '"', "site:", "- -", "year:", "-rust", "-site:example.org -", "++", "#"]
findings = Findings("search", [])


def vocabulary(site):
    """The titles, hosts and sections of an index, from its blocks of documents."""
    titles, hosts, sections = [], set(), set()
    for block in sorted((site / "search").glob("d-*.txt")):
        for line in block.read_text("utf-8").splitlines():
            fields = line.lstrip("#=").split("\t")
            if line[0] == "=":
                sections.add(fields[1])
            elif line[0] != "#":
                titles.append(fields[0])
                hosts.add(fields[1].removeprefix("http://").split("/")[0])
    return titles, sorted(hosts - {""}), sorted(sections - {""})


def queries(site, years):
    """Of every form that the query language has, from a fixed seed."""
    chance = random.Random(12)
    titles, hosts, sections = vocabulary(site)
    words = [re.findall(r"[\w'+#.]+", title) or [title] for title in titles]
    spaceless = re.findall(r"[\u3041-\u30ff\u4e00-\u9fff]{2,}", " ".join(titles))

    def word():
        return chance.choice(chance.choice(words))

    def run(length):
        of = chance.choice(words)
        start = chance.randrange(len(of))
        return " ".join(of[start:start + length])

    def typo():
        text = max((word() for _ in range(4)), key=len)
        at = chance.randrange(1, max(2, len(text) - 1))
        kind = chance.randrange(4)
        if kind == 0:
            return text[:at] + text[at + 1:]
        if kind == 1:
            return text[:at] + chance.choice("aeiourst") + text[at:]
        if kind == 2:
            return text[:at] + chance.choice("aeiourst") + text[at + 1:]
        return text[:at] + text[at:at + 2][::-1] + text[at + 2:]

    def chinese():
        of = chance.choice(spaceless) if spaceless else "周报"
        start = chance.randrange(max(1, len(of) - 1))
        return of[start:start + chance.randint(2, 4)]

    year = lambda: chance.choice(years)
    forms = [
        word, word, lambda: run(2), lambda: run(3), lambda: f"{word()} {word()}", lambda: word()[:4], typo,
        lambda: f"{typo()} {word()}", lambda: f'"{run(2)}"', lambda: f'"{run(3)}" {word()}', lambda: f"{word()} -{word()}",
        lambda: f"{word()} site:{chance.choice(hosts)}", lambda: f"site:{chance.choice(hosts)}", chinese,
        lambda: f'{word()} section:"{chance.choice(sections)}"', lambda: f"{word()} year:{year()}",
        lambda: f"{word()} year:{min(year(), year())}..", lambda: f"{word()} -year:{year()}", lambda: f"{word()} tag:video",
        lambda: f"{word()} issue:{chance.randint(1, 600)}", lambda: word().upper(), lambda: f'"{run(2)}',
    ]
    fixed = ["C++", "C#", ".NET", "#[derive]", "Option<T>", "async/await", "no_std", "tokio 1.0", "std::fs", "Straße", "café",
             "异步", "中文 编程", "プログラミング", "rust's", "a b c d e f g h i j k l m n o p q r s t", "<b>", "&amp;", "-", '"']
    return fixed + [forms[index % len(forms)]() for index in range(COUNT - len(fixed))]


def told(publication, settings, state, query):
    """What the program finds."""
    command = [given.sennight, "search", "--publication", publication, "--state", state, "--format", "json", "--limit", "20"]
    run = subprocess.run([*command, *(["--settings", settings] if settings else []), "--", query], capture_output=True, text=True)
    if run.returncode:
        return [] if "no word to search for" in run.stderr else run.stderr
    found = json.loads(run.stdout)
    return [found["total"]] + [[hit[key] for key in ("record", "title", "date", "section")] for hit in found["hits"]]


def compare(page, site, publication, settings, state, years):
    asked = queries(site, years)
    with ThreadPoolExecutor(2) as pool:
        program = list(pool.map(lambda query: told(publication, settings, state, query), asked))
    for query, expected in zip(asked, program):
        found = page.evaluate(
            """async (query) => { try {
              const { total, hits } = await sennightSearch.search(query, { limit: 20 });
              return total || hits.length ? [total, ...hits.map((hit) => [hit.record, hit.title, hit.date, hit.section])] : [];
            } catch (error) { return String(error.stack); } }""", query)
        if found != expected and not (found == [] and expected == [0]):
            findings.add(repr(query), f"the script finds {str(found)[:300]}, the program {str(expected)[:300]}")
    return len(asked), sum(len(found) > 1 for found in program)


class Checks:
    """Each method that begins with `check` looks at one behaviour; an assertion or a timeout is a finding."""

    def __init__(self, browser, site, server):
        self.browser, self.site, self.server = browser, site, server

    def run(self):
        names = [name for name in dir(self) if name.startswith("check_")]
        for name in names:
            self.server.reset()
            context = self.browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
            context.set_default_timeout(LIMIT)
            page = context.new_page()
            page.on("console", lambda message: "Content Security Policy" in message.text and findings.add(name, message.text))
            page.on("pageerror", lambda error: findings.add(name, f"a script failed: {error}"))
            try:
                getattr(self, name)(page)
            except (AssertionError, Error) as error:
                findings.add(name, " ".join(str(error).split())[:400] or "an assertion failed")
            context.close()
        return len(names)

    def address(self, path=""):
        return self.server.origin + path

    def enter(self, page, path, text):
        """Focuses the field of a page by `/` and types."""
        page.goto(self.address(path))
        page.keyboard.press("/")
        page.keyboard.type(text, delay=10)
        return page.locator("#Search"), page.locator("#SearchHits [role=option]")

    def check_opens_and_closes_by_keyboard(self, page):
        field, options = self.enter(page, searchsite.ISSUE, "borrow")
        expect(options.first).to_be_visible()
        assert field.evaluate("field => field === document.activeElement && field.value") == "borrow", "`/` is typed, or the field has no focus"
        for attribute, value in ("role", "combobox"), ("aria-expanded", "true"), ("aria-controls", "SearchHits"), ("aria-autocomplete", "list"):
            expect(field).to_have_attribute(attribute, value)
        expect(page.get_by_role("listbox")).to_have_attribute("aria-label", re.compile("."))
        count = options.count()
        assert count > 1, "too few results to move among"
        page.keyboard.press("ArrowDown")
        expect(field).to_have_attribute("aria-activedescendant", options.first.get_attribute("id"))
        expect(options.first).to_have_attribute("aria-selected", "true")
        page.keyboard.press("ArrowUp")
        expect(field).to_have_attribute("aria-activedescendant", options.last.get_attribute("id"))
        expect(page.locator("#SearchHits [aria-selected=true]")).to_have_count(1)
        page.keyboard.press("Escape")
        expect(page.locator("#SearchHits")).to_be_hidden()
        expect(field).to_have_attribute("aria-expanded", "false")
        assert field.input_value() == "borrow", "Escape empties the field before the results are closed"
        assert field.get_attribute("aria-activedescendant") is None, "a closed list has an active option"

    def check_goes_to_position_in_issue(self, page):
        _, options = self.enter(page, "", "lifetimes")
        expect(options.first).to_be_visible()
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile("#e"))
        assert page.evaluate("document.querySelector(location.hash) !== null"), f"{page.url} isn't on its page"

    def check_closes_when_hit_is_on_same_page(self, page):
        _, options = self.enter(page, searchsite.ISSUE, "borrow checker")
        options.filter(has_text="explained").first.click()
        expect(page.locator("#SearchHits")).to_be_hidden()
        assert searchsite.ISSUE in page.url and "#" in page.url, page.url

    def check_enter_leads_to_page_of_results(self, page):
        _, options = self.enter(page, searchsite.ISSUE, "borrow")
        expect(options.first).to_be_visible()
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/search/\?q=borrow$"))
        expect(page.locator(".results li").first).to_be_visible()

    def check_announces_results(self, page):
        self.enter(page, searchsite.ISSUE, "borrow checker")
        status = page.get_by_role("status")
        expect(status).to_contain_text(re.compile(r"\d"))
        expect(status).to_contain_text("The borrow checker explained")
        page.locator("#Search").fill("zzqqxx")
        expect(status).to_have_text(re.compile("Nothing found"))
        expect(status).to_be_visible()

    def check_requests_nothing_below_two_letters(self, page):
        asked = []
        page.on("request", lambda request: "/search/" in request.url and request.url.endswith(".txt") and asked.append(request.url))
        self.enter(page, searchsite.ISSUE, "b")
        expect(page.locator("#Search")).to_have_attribute("role", "combobox")
        page.keyboard.press("End")
        time.sleep(0.3)
        assert not asked, f"one letter requests {asked}"
        page.keyboard.type("o")
        expect(page.locator("#SearchHits [role=option]").first).to_be_visible()

    def check_has_shareable_address(self, page):
        page.goto(self.address("search/?q=borrow+year:2026&order=date"))
        results = page.locator(".results li")
        expect(results.first).to_be_visible()
        assert page.locator("#Search").input_value() == "borrow year:2026"
        days = results.locator("time").evaluate_all("times => times.map((time) => time.dateTime)")
        assert days == sorted(days, reverse=True), f"not by date: {days}"
        page.locator("#Search").fill("lifetimes")
        page.wait_for_url(re.compile(r"\?q=lifetimes&order=date$"))
        expect(results).to_have_count(1)
        link = results.locator("a.what")
        assert link.get_attribute("href").startswith("https://"), "a result is no link"
        position = results.locator("a[href*='#e']").get_attribute("href")
        page.goto(self.address(position.lstrip("/")))
        assert page.evaluate("document.querySelector(location.hash) !== null"), f"{position} isn't on its page"

    def check_narrows_by_facet(self, page):
        page.goto(self.address("search/?q=rust"))
        page.locator(".facets summary").last.click()
        link = page.locator(".facets details[open] li").first
        count = int(link.inner_text().split()[-1])
        link.locator("a").click()
        expect(page.locator(".results li")).to_have_count(min(count, 10))

    def check_leads_on_without_scripts(self, page):
        context = self.browser.new_context(java_script_enabled=False)
        page = context.new_page()
        page.goto(self.address(searchsite.ISSUE))
        page.locator("#Search").fill("borrow")
        page.locator("#Search").press("Enter")
        page.wait_for_url(re.compile(r"/search/\?q=borrow"))
        # This way of switching scripts off leaves <noscript> hidden.
        plain = re.search("<noscript>(.*?)</noscript>", page.content(), re.DOTALL)
        assert plain and "JavaScript" in plain[1], "without scripts the page is blank"
        page.goto(self.address(re.search('href="/([^"]*)"', plain[1])[1]))
        assert page.locator(".list li").count() > 0, "the page doesn't lead to the archive"
        context.close()

    def check_shows_markup_in_title_as_text(self, page):
        page.goto(self.address("search/?q=hostile"))
        expect(page.locator(".results li").first).to_contain_text("<img src=x onerror=alert(1)>")
        assert page.locator(".results img, .results script").count() == 0, "a title's markup is in the page"
        _, options = self.enter(page, searchsite.ISSUE, "hostile")
        expect(options.first).to_contain_text("<img src=x onerror=alert(1)>")

    def check_bears_any_query(self, page):
        for query in [*OPERATORS, "borrow " * 1429, "x" * 10000, '"borrow checker', "𝔘𝔫𝔦𝔠𝔬𝔡𝔢 \u202e \ufeff"]:
            page.goto(self.address("search/?q=" + quote(query)))
            try:
                expect(page.locator("#SearchStatus")).to_have_text(re.compile(r"\S"))
            except AssertionError:
                findings.add("check_bears_any_query", f"nothing is said of {query[:40]!r}")
        page.goto(self.address("search/?q=" + quote('"borrow checker')))
        expect(page.locator(".results li").first).to_contain_text("borrow checker", ignore_case=True)

    def check_says_that_index_is_damaged(self, page):
        for files in r"manifest\.txt", r"t-\w+-\d\.txt", r"d-\w+-\d\.txt":
            for how in searchsite.FAULTS:
                self.server.reset()
                self.server.faults = [(re.compile(files), how)]
                place = f"{files} {how}"
                try:
                    page.goto(self.address("search/?q=borrow"))
                    expect(page.locator("#SearchStatus"), place).to_contain_text("reload the page")
                    expect(page.locator("#SearchStatus"), place).to_be_visible()
                    self.enter(page, searchsite.ISSUE, "borrow")
                    status = page.locator("#SearchStatus")
                    expect(status, place).to_contain_text("reload the page")
                    assert status.bounding_box()["width"] > 100, f"{place}: only screen readers hear of it"
                except (AssertionError, Error) as error:
                    findings.add("check_says_that_index_is_damaged", " ".join(str(error).split())[:300])

    def check_says_that_script_is_missing(self, page):
        self.server.faults = [(re.compile(r"search(\.[0-9a-f]+)?\.js"), "missing")]
        page.goto(self.address("search/?q=borrow"))
        expect(page.locator("#SearchStatus")).to_contain_text("reload the page")

    def check_finds_after_damage_is_over(self, page):
        self.server.faults = [(re.compile("manifest"), "missing")]
        self.enter(page, searchsite.ISSUE, "borro")
        expect(page.locator("#SearchStatus")).to_contain_text("reload the page")
        self.server.faults = []
        page.keyboard.type("w")
        expect(page.locator("#SearchHits [role=option]").first).to_be_visible()

    def check_works_on_old_page_with_new_index(self, page):
        # Entered at once and answered in full: no search is left that could request a file of terms before the next one.
        field, options = self.enter(page, searchsite.ISSUE, "")
        field.fill("year:2025")
        expect(options).to_have_count(5)
        # Of two files that an old manifest names, one is gone.
        self.server.use(self.site.newer)
        self.server.faults = [(re.compile(r"t-\w+-\d\.txt"), "missing once")]
        field.fill("platypus")
        expect(options.first).to_contain_text("Platypus")
        self.server.replaced = {"search/manifest.txt": b"sennight-search 9\n"}
        page.goto(self.address("search/?q=borrow"))
        expect(page.locator("#SearchStatus")).to_contain_text("reload the page")

    def check_finds_chinese(self, page):
        for text in "所有权", "生命周期", "异步":
            page.goto(self.address("search/?q=" + quote(text)))
            expect(page.locator(".results li").first).to_contain_text(text)


def accessible(browser, server, issue, query):
    """axe over the page of results and an open field; nothing may be wider than the page."""
    axe = Axe()
    count = 0
    for scheme in "light", "dark":
        for name, width, height in ("desktop", 1280, 900), ("phone", 390, 844), ("narrow", 320, 640):
            context = browser.new_context(color_scheme=scheme, viewport={"width": width, "height": height}, reduced_motion="reduce")
            page = context.new_page()
            for state in "page", "page-facets", "field", "field-selected", "nothing", "front":
                place = f"{state}, {scheme}, {name}"
                if state.startswith("page") or state == "nothing":
                    page.goto(server.origin + "search/?q=" + quote("zzqqxx" if state == "nothing" else query))
                    expect(page.locator("#SearchStatus")).to_have_text(re.compile(r"\S"))
                    if state == "page-facets":
                        for summary in page.locator(".facets summary").all():
                            summary.click()
                else:
                    page.goto(server.origin + ("" if state == "front" else issue))
                    page.keyboard.press("/")
                    page.keyboard.type(query, delay=10)
                    expect(page.locator("#SearchHits [role=option]").first).to_be_visible()
                    if state == "field-selected":
                        page.keyboard.press("ArrowDown")
                if given.screenshots:
                    page.screenshot(path=given.screenshots / f"{state}-{scheme}-{name}.png")
                # The order of an issue's headings is its authors'.
                for violation in axe.run(page, options={"rules": {"heading-order": {"enabled": False}}}).response["violations"]:
                    for node in violation["nodes"]:
                        findings.add(place, f"{violation['id']}: {violation['help']}: {node['html'][:160]}")
                across = page.evaluate("document.documentElement.scrollWidth")
                if across > width:
                    findings.add(place, f"the page is {across} px wide")
                count += 1
            context.close()
    return count


def main():
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        expect.set_options(timeout=LIMIT)
        # Chromium refuses to run as root inside its sandbox.
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
        small = searchsite.SmallSite(Path(folder), given.sennight)
        server = searchsite.Server(small.site)
        checks = Checks(browser, small, server).run()
        server.reset()
        page = browser.new_page()
        page.goto(server.origin + "search/")
        expect(page.locator("#Search")).to_be_visible()
        compared, found = compare(page, small.site, small.publication, None, small.state, [2025, 2026])
        looked = 0
        if given.archive:
            site, state, settings = searchsite.built_archive(Path(folder), given.sennight, given.archive, given.settings)
            server.use(site)
            page.goto(server.origin + "search/")
            more, also = compare(page, site, given.archive, settings, state, list(range(2013, 2027)))
            compared, found = compared + more, found + also
            issue = max(path.parent.relative_to(site).as_posix() for path in site.glob("blog/*/*/*/*/index.html")) + "/"
            looked = accessible(browser, server, issue, "async")
        else:
            looked = accessible(browser, server, searchsite.ISSUE, "borrow")
        browser.close()
    if found < compared / 2:
        findings.add("queries", f"only {found} of {compared} find anything")
    print(f"search: {checks} behaviours, {compared} queries compared ({found} find something), {looked} views by axe, {findings.count} findings")
    sys.exit(1 if findings.count else 0)


main()

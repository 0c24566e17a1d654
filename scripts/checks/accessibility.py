#!/usr/bin/env python3
"""Checks the pages of built sites in Chromium with axe, light and dark, desk and phone: no violations.

Also: nothing is asked of another host, nothing that a page asks for is missing, no page is wider than a phone.

Usage: scripts/checks/accessibility.py [--allow FILE] [--sample N] DIR...
CHROMIUM names the browser when it is not on the PATH.
"""

import functools
import http.server
import os
import shutil
import sys
import threading
from urllib.parse import quote

from findings import Findings, arguments, skip

DESK, PHONE = (1280, 900), (320, 640)  # 320 CSS pixels: WCAG 2.2, 1.4.10 Reflow
# A page that redirects to another stays, so that axe sees it.
STAY = "navigation.addEventListener('navigate', event => { if (event.cancelable && !event.hashChange) event.preventDefault() })"

given = arguments(__doc__.splitlines()[0])
try:
    from axe_playwright_python.sync_playwright import Axe
    from playwright.sync_api import Error, sync_playwright
except ImportError:
    skip("accessibility", "no axe-playwright-python")
names = os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome"
chromium = next((found for found in map(shutil.which, filter(None, names)) if found), None)
if not chromium:
    skip("accessibility", "no Chromium")


class Site(http.server.SimpleHTTPRequestHandler):
    """Root-relative addresses need a server."""

    def log_message(self, *_):
        pass


def spread(pages, count):
    """So many of the pages, evenly over all, the first and the last among them."""
    if not count or count >= len(pages):
        return pages
    return [pages[round(index * (len(pages) - 1) / max(count - 1, 1))] for index in range(count)]


def check(tab, axe, origin, path, place, findings):
    def passes(route):
        address = route.request.url
        if address.startswith((origin, "data:", "blob:")):
            route.continue_()
        else:
            findings.add(place, f"asks another host: {address}")
            route.abort()

    def answered(response):
        if response.status >= 400 and not response.url.endswith("/favicon.ico"):
            findings.add(place, f"{response.status} for {response.url.removeprefix(origin)}")

    tab.route("**/*", passes)
    tab.on("response", answered)
    try:
        tab.set_viewport_size(dict(zip(("width", "height"), DESK)))
        tab.goto(origin + quote(path))
        for width, height in (DESK, PHONE):
            tab.set_viewport_size({"width": width, "height": height})
            for violation in axe.run(tab).response["violations"]:
                for node in violation["nodes"]:
                    target = " ".join(map(str, node["target"]))
                    findings.add(f"{place}, {width} px", f"{violation['id']}: {violation['help']}: {target} {node['html'][:200]}")
        across = tab.evaluate("document.documentElement.scrollWidth")
        if across > PHONE[0]:
            findings.add(f"{place}, {PHONE[0]} px", f"reflow: the page is {across} px wide")
    except Error as error:
        findings.add(place, f"the browser failed: {error}")
    finally:
        tab.remove_listener("response", answered)
        tab.unroute("**/*")


findings = Findings("accessibility", given.allow)
axe = Axe()
with sync_playwright() as playwright:
    # Chromium refuses to run as root inside its sandbox.
    try:
        browser = playwright.chromium.launch(executable_path=chromium, chromium_sandbox=os.geteuid() != 0)
    except Error as error:
        sys.exit(f"accessibility: {chromium} does not start: {str(error).splitlines()[0]}")
    for site in given.sites:
        pages = spread(sorted(site.rglob("*.html")), given.sample)
        findings.looked_at(site, pages, "pages")
        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Site, directory=site))
        origin = f"http://127.0.0.1:{server.server_port}/"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        for scheme in "light", "dark":
            context = browser.new_context(color_scheme=scheme)
            context.add_init_script(STAY)
            tab = context.new_page()
            for page in pages:
                path = page.relative_to(site).as_posix()
                check(tab, axe, origin, path, f"{path} ({scheme})", findings)
            context.close()
        server.shutdown()
    browser.close()
findings.end()

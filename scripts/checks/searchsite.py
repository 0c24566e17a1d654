"""The sites that the check of the search looks at, and the server that serves them, intact or damaged."""

import functools
import http.server
import random
import subprocess
import threading

POLICY = "default-src 'self'"
FAULTS = ("missing", "truncated", "noise", "other page")
ISSUE = "2026/03/11/weekly-3/"

SETTINGS = """\
title: Weekly
url: https://weekly.example.org/
address: /{year}/{month}/{day}/{slug}/
search: true
sections:
  - kind: links
    headings: [News, Articles]
  - kind: events
    headings: [Events]
  - kind: quote
    headings: [Quote of the Week]
"""

ISSUES = {
    "2025-11-05": """\
# News
* [Rust 1.91 and the borrow checker](https://blog.example.org/rust-191)
* [C++ and C# in one afternoon](https://languages.example.org/two)
* [A .NET host for Rust](https://dotnet.example.org/host)

# Articles
* [Deriving with #\\[derive\\] and Option\\<T\\>](https://articles.example.org/derive) by Ada
* [Lifetimes without tears](https://articles.example.org/lifetimes) \\[video\\]
""",
    "2026-03-04": """\
# News
* [async/await in no_std programs](https://embedded.example.org/async)
* [Rust 所有权 与 生命周期](https://zh.example.org/ownership) 借用检查器的说明
* [异步编程入门](https://zh.example.org/async)

# Quote of the Week
> The borrow checker is a friend who tells the truth.
– [Someone](https://quotes.example.org/1)
""",
    "2026-03-11": """\
# News
* [The borrow checker explained](https://borrow.example.org/explained) with Straße and café
* [Borrowing books, a Rust service](https://borrow.example.org/books)
* [A hostile `<img src=x onerror=alert(1)>` title](https://hostile.example.org/)
* [Tokio 1.0 again](https://tokio.example.org/)

# Articles
* [Procedural macros from the ground up](https://articles.example.org/macros) in Rust
* [プログラミング言語Rust](https://ja.example.org/rust)
""",
}
NEWER = "# News\n* [Platypus, a web framework](https://platypus.example.org/) for Rust\n"


class SmallSite:
    """A publication that holds what the checks look for, built once, and once more with another issue."""

    def __init__(self, folder, sennight):
        self.publication, self.state = folder / "publication", folder / "state"
        self.site, self.newer = folder / "site", folder / "newer"
        (self.publication / "content").mkdir(parents=True)
        (self.publication / "sennight.yaml").write_text(SETTINGS, "utf-8")
        for number, (date, text) in enumerate(ISSUES.items(), 1):
            self.write(number, date, text)
        newer = folder / "newer-publication"
        self.build(sennight, self.publication, self.site)
        subprocess.run(["cp", "-r", self.publication, newer], check=True)
        (newer / "content" / "4.md").write_text(f"Title: Weekly 4\nNumber: 4\nDate: 2026-03-18\n\n{NEWER}", "utf-8")
        self.build(sennight, newer, self.newer)

    def write(self, number, date, text):
        header = f"Title: Weekly {number}\nNumber: {number}\nDate: {date}\n\n"
        (self.publication / "content" / f"{number}.md").write_text(header + text, "utf-8")

    def build(self, sennight, publication, site):
        state = self.state if publication == self.publication else f"{self.state}-newer"
        command = [sennight, "build", "--publication", publication, "--output", site, "--state", state]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def built_archive(folder, sennight, archive, settings):
    """The archive's site with its state and the settings, which switch the search on."""
    text = settings.read_text("utf-8")
    settings = folder / "archive.yaml"
    settings.write_text(text if "\nsearch:" in text else text + "\nsearch: true\n", "utf-8")
    site, state = folder / "archive", folder / "archive-state"
    command = [sennight, "build", "--publication", archive, "--settings", settings, "--output", site, "--state", state]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return site, state, settings


class Http(http.server.ThreadingHTTPServer):
    # A browser opens more connections at once than the five that wait by default; those refused are tried again after seconds.
    request_queue_size = 128


class Server:
    """Serves a folder under a policy.

    `faults` (pairs of a pattern and a word of FAULTS or "missing once") and `replaced` (path to bytes) change answers.
    """

    def __init__(self, site):
        self.first = site
        self.reset()
        self.http = Http(("127.0.0.1", 0), functools.partial(Handler, self))
        self.origin = f"http://127.0.0.1:{self.http.server_port}/"
        threading.Thread(target=self.http.serve_forever, daemon=True).start()

    def use(self, site):
        self.site = site

    def reset(self):
        self.site, self.faults, self.replaced = self.first, [], {}


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, server, *arguments):
        self.state = server
        super().__init__(*arguments, directory=server.site)

    def log_message(self, *_):
        pass

    def send_header(self, name, value):
        # Two sites built within a second would pass for one another.
        if name != "Last-Modified":
            super().send_header(name, value)

    def end_headers(self):
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def do_GET(self):
        self.directory = str(self.state.site)
        path = self.path.split("?")[0].lstrip("/")
        how = next((how for pattern, how in self.state.faults if path.startswith("search/") and pattern.search(path)), None)
        if how and how.startswith("missing"):
            if how == "missing once":
                self.state.faults = []
            return self.send_error(404)
        if path in self.state.replaced or how:
            bytes_ = self.state.replaced.get(path)
            if bytes_ is None:
                bytes_ = damaged((self.state.site / path).read_bytes(), how)
            self.send_response(200)
            self.send_header("Content-Length", str(len(bytes_)))
            self.end_headers()
            self.wfile.write(bytes_)
            return None
        return super().do_GET()


def damaged(bytes_, how):
    if how == "truncated":
        return bytes_[:len(bytes_) // 2]
    if how == "noise":
        return random.Random(len(bytes_)).randbytes(len(bytes_))
    return b"<!DOCTYPE html>\n<html lang=en><title>Welcome</title><p>What some hosts send instead of 404.</p></html>\n"

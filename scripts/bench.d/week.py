"""Publishes a past issue of This Week in Rust from the archive, as its editors would after collecting, to a folder behind a web
server, a mail server and services of this machine. Counts the manual steps, and makes sure that everything that takes
16 steps today has happened; exits with 1 if something hasn't, or if more than three steps were needed.

Usage: scripts/bench week [--keep FOLDER]
"""

import argparse
import functools
import http.server
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.error
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts/torture.d"))

from mailserver import Sink  # noqa: E402
from services import HANDLE, USER, Services  # noqa: E402

DATA = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared"))
SETTINGS = ROOT / "Examples/this-week-in-rust"
NUMBER, DATE, NEXT = 530, "2024-01-17", "2024-01-24"
DRAFT, ISSUE = f"draft/{DATE}-this-week-in-rust.md", f"content/{DATE}-this-week-in-rust.md"
READERS = 5
PULL = 5042
MANUAL_STEPS = 3
CHOSEN = {"url": "https://tea.example/macros", "title": "A tour of macros", "section": "Rust Walkthroughs"}
LEFT_OUT = {"url": "https://tea.example/sale", "title": "Our product, now cheaper", "section": "Miscellaneous"}


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Week:
    def __init__(self, binary, folder):
        self.binary, self.folder = pathlib.Path(binary).resolve(), folder
        self.clone, self.remote, self.public = folder / "clone", folder / "remote.git", folder / "public"
        self.public.mkdir()
        handler = functools.partial(QuietHandler, directory=str(self.public))
        self.site = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
        threading.Thread(target=self.site.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.site.server_address[1]}"
        self.services = Services(folder / "services")
        self.services.__enter__()
        self.services.state.pulls[PULL] = "open"
        self.mail = Sink()
        self.manual = []

    def close(self):
        self.services.__exit__()
        self.site.shutdown()
        self.mail.stop()

    # The state after collecting

    def prepare(self):
        # The archive may be read-only.
        shutil.copytree(DATA / "archive", self.clone, ignore=self.later, copy_function=shutil.copyfile)
        for folder, _, _ in os.walk(self.clone):
            os.chmod(folder, 0o755)
        shutil.copytree(SETTINGS, self.clone, dirs_exist_ok=True)
        self.write_settings()
        self.write_pool()
        (self.clone / "intake").mkdir()
        added = {"kind": "added", "section": "Newsletters", "identity": "link tea.example/news",
                 "text": "* [The Tea Newsletter](https://tea.example/news)\n"}
        record = {"pull": str(PULL), "head": "a", "base": "b", "path": DRAFT, "changes": [added], "v": 2}
        (self.clone / f"intake/{NUMBER}.jsonl").write_text(json.dumps(record, separators=(",", ":")) + "\n")
        draft = self.clone / DRAFT
        draft.write_text(draft.read_text().replace("### Newsletters\n", "### Newsletters\n" + added["text"], 1))
        (self.clone / ".gitignore").write_text(".sennight/\n")
        self.git("init", "--quiet", "--bare", "--initial-branch=main", self.remote, where=self.folder)
        self.git("init", "--quiet", "--initial-branch=main")
        self.git("config", "user.name", "Ann")
        self.git("config", "user.email", "ann@example.org")
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message=Collect the week")
        self.git("remote", "add", "origin", self.remote)
        self.git("push", "--quiet", "--set-upstream", "origin", "main")
        (self.folder / "list.csv").write_text("email\n" + "".join(f"reader{n}@example.org\n" for n in range(READERS)))
        self.sennight("subscribers", "import", "../list.csv", "--write")

    @staticmethod
    def later(folder, names):
        """The issues that weren't out yet."""
        return [name for name in names if pathlib.Path(folder).name == "content" and name[:10] >= DATE and name[:2] == "20"]

    def write_settings(self):
        file = self.clone / "sennight.yaml"
        text = file.read_text()
        for old, new in [
            ("url: https://this-week-in-rust.org/\n", f"url: {self.address}/\n"),
            ("intake:\n", f"intake:\n  api: {self.services.address}\n"),
            ("  repository: rust-lang/this-week-in-rust\n", "  repository: example/weekly\n"),
        ]:
            if old not in text:
                sys.exit(f"week: error: '{old.strip()}' isn't in the example's settings")
            text = text.replace(old, new, 1)
        services = self.services.address
        file.write_text(text + f"""
mail:
  from: This Week in Rust <news@lists.example>
  server: https://mail.example/
  transport: smtp
  smtp: {{ server: 127.0.0.1, port: {self.mail.port}, security: none }}
publish:
  tag: issue-{{number}}
  wait: 20
  pull-requests: close
  deploy: [ {{ target: folder, path: "{self.public}" }} ]
  announce:
    - {{ target: mastodon, server: "{services}" }}
    - {{ target: bluesky, service: "{services}", identifier: {HANDLE} }}
    - {{ target: discourse, server: "{services}", category: 4, user: {USER} }}
""")

    def write_pool(self):
        lines = []
        for link in (CHOSEN, LEFT_OUT):
            line = {"identity": link["url"].removeprefix("https://"), "kind": "links", "section": link["section"],
                    "source": "feeds", "time": 1705400000, "title": link["title"], "url": link["url"], "v": 2}
            lines.append(json.dumps(line, separators=(",", ":"), sort_keys=True))
        pool = self.clone / f"candidates/{NUMBER}"
        pool.mkdir(parents=True)
        (pool / "feeds.jsonl").write_text("".join(f"{line}\n" for line in sorted(lines)))

    # The three manual steps

    def choose(self):
        self.manual.append("choose")
        sheet = self.sennight("choose", "--from", "-").splitlines()
        words = [line.split(maxsplit=1) for line in sheet if line and not line.startswith("#")]
        edited = [f"{'add' if CHOSEN['title'] in rest else 'no'} {rest}" for _, rest in words]
        (self.folder / "sheet.txt").write_text("\n".join(edited) + "\n")
        self.sennight("choose", "--from", "../sheet.txt")

    def write(self):
        self.manual.append("write")
        draft = self.clone / DRAFT
        text = draft.read_text()
        for old, new in [
            ("[link TBD]", ""), ("INSERT_LINK_HERE", f"{self.address}/jobs/"),
            ("REDDIT_LINK_HERE", f"{self.address}/issues/{NUMBER}/discuss/"),
            ("empowering everyone to build", "that empowers everyone to build"),
        ]:
            if old not in text:
                sys.exit(f"week: error: '{old}' isn't in the draft")
            text = text.replace(old, new)
        draft.write_text(text)

    def approve(self):
        self.manual.append("approve")
        # Checks before sending ask public servers about the sender's domain.
        return self.sennight("publish", "--yes", "--skip-checks")

    # What has happened

    def requirements(self):
        """What an issue takes today, step by step, and whether it has happened."""
        effects = [(effect["service"], effect["kind"]) for effect in self.services.effects()]
        names = self.git("ls-tree", "-r", "--name-only", "main", where=self.remote).splitlines()
        issue = self.git("show", f"main:{ISSUE}", where=self.remote) if ISSUE in names else ""
        tags = self.git("tag", "--list", where=self.remote).split()
        page = self.get(f"/blog/{DATE.replace('-', '/')}/this-week-in-rust-{NUMBER}/")
        built = self.clone / f".sennight/publish/{NUMBER}/site"
        pages = {str(path.relative_to(built)) for path in built.rglob("*.html")}
        deployed = {str(path.relative_to(self.public)) for path in self.public.rglob("*.html")}
        plan = json.loads(self.sennight("publish", "status", "--format", "json"))[0]
        states = {step["name"]: step["state"] for step in plan["steps"]}
        discussion = next((s["url"] for s in plan["steps"] if s["name"] == "discourse"), None) or "none"
        discuss = self.get(f"/issues/{NUMBER}/discuss/")
        messages = self.mail.arrived()
        return [
            ("choose the links among the submissions", CHOSEN["url"] in issue and LEFT_OUT["url"] not in issue),
            ("write the introduction and fill in what is missing", "that empowers everyone" in issue),
            ("move the draft to the issues, commit and push", DRAFT not in names and "Publish issue" in self.subjects()),
            ("build the Docker image", states["build"] == "done"),
            ("run 'just' to build the site", len(pages) > 600),
            ("answer the prompts for number and date", tags == [f"issue-{NUMBER}"]),
            ("copy the site into a second repository with rsync", pages == deployed),
            ("commit there", states["folder"] == "done"),
            ("push, and look whether the page is online", CHOSEN["title"] in page and states["verify"] == "done"),
            ("paste the issue into the mailing service", sum(messages.values()) == READERS),
            ("schedule the mail", set(messages.values()) == {1} and states["send"] == "done"),
            ("post on the social networks and for discussion", all(
                sum(service == wanted for service, _ in effects) == 1 for wanted in ("mastodon", "bluesky", "discourse"))),
            ("edit the link to the discussion", f"issues/{NUMBER}/discuss" in page and states["redirect"] == "done"),
            ("deploy a second time", discussion in discuss),
            ("make the next draft from the template", any(name.startswith(f"draft/{NEXT}") for name in names)),
            ("comment on the pull requests, and close them",
             sorted(kind for service, kind in effects if service == "github") == ["close", "comment"]),
        ]

    def subjects(self):
        return self.git("log", "--format=%s", "main", where=self.remote)

    def get(self, path):
        try:
            with urllib.request.urlopen(self.address + path) as response:
                return response.read().decode()
        except urllib.error.URLError:
            return ""

    def git(self, *words, where=None):
        words = ["git", *map(str, words)]
        return subprocess.run(words, cwd=where or self.clone, capture_output=True, text=True, check=True).stdout.strip()

    def sennight(self, *words):
        hosts = " ".join(address.removeprefix("http://") for address in (self.address, self.services.address))
        environment = {**os.environ, **self.services.environment, "SENNIGHT_OPEN_HOSTS": hosts, "NO_COLOR": "1"}
        done = subprocess.run([self.binary, *words], cwd=self.clone, capture_output=True, text=True, env=environment)
        if done.returncode:
            sys.exit(f"week: error: sennight {' '.join(words)} ended with {done.returncode}:\n{done.stdout}{done.stderr}")
        return done.stdout


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--keep")
    options = parser.parse_args()
    if not (DATA / "archive" / DRAFT).exists():
        print(f"week: skipped: {DATA / 'archive'} isn't there", file=sys.stderr)
        return
    folder = pathlib.Path(options.keep or tempfile.mkdtemp(prefix="sennight-week-"))
    folder.mkdir(parents=True, exist_ok=True)
    week = Week(options.sennight, folder)
    try:
        week.prepare()
        start = time.monotonic()
        week.choose()
        week.write()
        print(week.approve(), end="")
        seconds = time.monotonic() - start
        rows = week.requirements()
    finally:
        week.close()
        if not options.keep:
            shutil.rmtree(folder, ignore_errors=True)
    print("\n| today | happened |\n| --- | --- |")
    for name, happened in rows:
        print(f"| {name} | {'yes' if happened else 'NO'} |")
    print(
        f"\n{len(rows)} manual steps today, {len(week.manual)} with Sennight ({', '.join(week.manual)}), in {seconds:.0f} s.")
    missing = [name for name, happened in rows if not happened]
    if missing or len(week.manual) > MANUAL_STEPS:
        sys.exit(f"week: error: {len(missing)} of {len(rows)} steps haven't happened: {', '.join(missing)}")


if __name__ == "__main__":
    main()

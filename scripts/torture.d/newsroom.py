"""A scratch folder with a publication whose week is collected; every trial begins with a copy of it."""

import contextlib
import os
import shutil
import subprocess
import tempfile
import time
from pathlib import Path

import faults
import tree

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "Examples" / "swift-server-weekly"
DRAFT = "draft/2026-11-18-swift-server-weekly.md"
DAYS = ["--since", "2026-11-11", "--until", "2026-11-18"]
CANARY = "somebody else's, not to be touched\n"
# Foreign files beside what the commands write; some are named like temporary files.
CANARIES = [
    "outside.txt", "p/notes.txt", "p/.hidden", "p/draft/letter.tmp", "p/draft/letter.12.tmp", "p/draft/todo.txt",
    "p/draft/.letter.md.swp",
    "p/content/images/photo.12.tmp", "p/candidates/7/notes.txt", "p/.sennight/mine.txt", "p/.site.other/index.html",
]
# Foreign files in an output that is published in place. The site has a style.css too; --adopt keeps this one.
SITE_CANARIES = ["p/site/CNAME", "p/site/.git/config", "p/site/drafts/mine.html"]
PATH = {"PATH": f"{os.path.dirname(shutil.which('git') or '/usr/bin/git')}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
GIT = {
    "GIT_CONFIG_COUNT": "1", "GIT_CONFIG_KEY_0": "safe.directory", "GIT_CONFIG_VALUE_0": "*",
    "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "Editor",
    "GIT_AUTHOR_EMAIL": "editor@example.org", "GIT_AUTHOR_DATE": "2026-11-17T12:00:00Z", "GIT_COMMITTER_NAME": "Editor",
    "GIT_COMMITTER_EMAIL": "editor@example.org", "GIT_COMMITTER_DATE": "2026-11-17T12:00:00Z",
}
PUBLICATION = ["--publication", "p"]


class Newsroom:
    """A scratch folder with a publication whose week is collected, and the server that plays its sources."""

    def __init__(self, binary, scratch):
        self.scratch = Path(scratch)
        self.program = faults.Program(binary, self.scratch, PATH | GIT)
        self.base = self.scratch / "base"
        self.keeps = False
        self._server = None
        self._prepared = 0

    def __enter__(self):
        address = self.scratch / "endpoint"
        with address.open("w") as output:
            self._server = subprocess.Popen(
                [self.program.binary, "replay", EXAMPLE / "answers", "--port", "0"], stdout=output,
                stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
        for _ in range(400):
            if address.read_text().strip():
                break
            if self._server.poll() is not None:
                raise SystemExit("torture: 'sennight replay' ended")
            time.sleep(0.05)
        self.program.environment |= {"SENNIGHT_REPLAY": address.read_text().strip()}
        publication = self.base / "p"
        shutil.copytree(EXAMPLE, publication, ignore=shutil.ignore_patterns("answers", "README.md"))
        for name in ("home", "tmp"):
            (self.base / name).mkdir()
        self.sennight(self.base, "collect", *PUBLICATION, *DAYS)
        for canary in CANARIES:
            write(self.base / canary, CANARY)
        return self

    def __exit__(self, *_):
        if self._server:
            self._server.kill()
            self._server.wait()

    def sennight(self, folder, *arguments, statuses=(0,)):
        """Runs a command that must succeed; returns its output."""
        outcome = self.program.run([str(argument) for argument in arguments], folder)
        if outcome.status not in statuses:
            command = " ".join(map(str, arguments))
            raise SystemExit(f"torture: sennight {command} ended with {outcome.status}:\n{outcome.messages}")
        return outcome.output

    def prepare(self, name, change):
        """A new folder with the collected week, changed by change(newsroom, folder)."""
        self._prepared += 1
        name = "".join(letter if letter.isalnum() else "-" for letter in name)
        folder = self.scratch / f"{self._prepared}-{name}" / "before"
        folder.parent.mkdir()
        tree.copy(self.base, folder)
        change(self, folder)
        return folder


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def edit(path, old, new):
    text = path.read_text("utf-8")
    if old not in text:
        raise SystemExit(f"torture: '{old}' isn't in {path}")
    path.write_text(text.replace(old, new, 1), "utf-8")


def git(folder, *arguments):
    environment = PATH | GIT | {"HOME": str(folder)}
    subprocess.run(["git", *arguments], cwd=folder, check=True, env=environment, stdout=subprocess.DEVNULL)


@contextlib.contextmanager
def opened(binary, keep=None):
    """A newsroom, in memory if there is room; `keep` names a folder that stays."""
    if keep:
        Path(keep).mkdir(parents=True)
        with Newsroom(binary, Path(keep).resolve()) as room:
            room.keeps = True
            yield room
        return
    memory = "/dev/shm"
    if not os.access(memory, os.W_OK) or shutil.disk_usage(memory).free < 500_000_000:
        memory = None
    scratch = Path(tempfile.mkdtemp(prefix="sennight-torture-", dir=memory)).resolve()
    scratch.chmod(0o755)
    try:
        with Newsroom(binary, scratch) as room:
            yield room
    finally:
        tree.remove(scratch)

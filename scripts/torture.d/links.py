#!/usr/bin/env python3
"""Puts a symlink at every position of an output and builds: the link's target must stay as it is.

Usage: scripts/torture links
       scripts/torture.d/links.py --sennight BINARY [--short] [--only PART] [--jobs N] [--keep FOLDER]

Every folder and file of a site, of the previous site (.site.previous), of the files set aside (.site.replaced) and of
an interrupted staging becomes a link to a folder outside that holds files of the same names. Then most of the site's
sources are removed, so that a build removes, rewrites and adds files everywhere. Both publishing modes, with and
without --adopt. A build may refuse; if it succeeds, the site must be what it would be without the link.
"""

import argparse
import concurrent.futures
import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

import newsroom
import reporting
import tree

BUILD = ["build", *newsroom.PUBLICATION]
DECOY = "a file outside of the output\n"
JOURNALS = {
    "that removes": "remove {inner}\nend\n",
    "that puts": "put 0 {inner}\nend\n",
    "that puts above": "put 0 ../../outside/planted.txt\nend\n",
    "that puts by an absolute path": "put 0 {outside}/planted.txt\nend\n",
}


@dataclass(frozen=True)
class Case:
    mode: str  # exchanged, in place
    adopts: bool
    position: str
    # A link to a folder or file of the same content, to a missing file; or what plant() says.
    form: str

    def __str__(self):
        return f"{self.position} is {self.form}, {self.mode}{', --adopt' if self.adopts else ''}"


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--short", action="store_true", help="some 30 positions")
    usage.add_argument("--only", metavar="PART", help="cases with this in their name")
    usage.add_argument("--jobs", type=int, default=os.cpu_count(), metavar="N")
    usage.add_argument("--keep", type=Path, metavar="FOLDER", help="work in this new folder, and leave it")
    given = usage.parse_args()
    report = reporting.Report("links")
    with newsroom.opened(given.sennight, given.keep) as room:
        for mode in ("exchanged", "in place"):
            bench = Bench(room, mode, report)
            cases = [case for case in bench.cases() if not given.only or given.only in str(case)]
            cases = reporting.spread(cases, 16 if given.short else 0)
            with concurrent.futures.ThreadPoolExecutor(given.jobs) as pool:
                list(pool.map(bench.run, cases))
            report.row(mode, positions=len({case.position for case in cases}), builds=len(cases))
    report.finish("builds")


class Bench:
    """A site that was built twice, whose sources are nearly all gone now."""

    def __init__(self, room, mode, report):
        self.room, self.mode, self.report = room, mode, report
        self.before = room.prepare(f"links {mode}", self._prepare)
        self.old = tree.read(self.before)
        played = self._folder("played")
        room.sennight(played, *BUILD)
        self.new = tree.read(played)

    def _prepare(self, room, folder):
        if self.mode == "in place":
            for path in newsroom.SITE_CANARIES:
                newsroom.write(folder / path, newsroom.CANARY)
            room.sennight(folder, *BUILD, "--adopt")
        else:
            room.sennight(folder, *BUILD)
            # The site before lacks nothing that the present one has.
            newsroom.edit(folder / "p/content/2026-11-11-swift-server-weekly.md", "## ", "A line.\n\n## ")
            room.sennight(folder, *BUILD)
        publication = folder / "p"
        for path in sorted((publication / "content").glob("2026-1*.md"))[:-1]:
            path.unlink()
        shutil.rmtree(publication / "content" / "images")
        shutil.rmtree(publication / "content" / "pages")
        newsroom.edit(publication / "sennight.yaml", "title: Swift Server Weekly", "title: Swift Server Monthly")
        newsroom.edit(publication / "sennight.yaml", "address: /blog/", "address: /letters/")
        newsroom.edit(publication / "sennight.yaml", "image: /images/card.png", "")

    def _folder(self, name):
        folder = self.before.parent / name
        tree.replace(self.before, folder)
        return folder

    def cases(self):
        for adopts in (False, True):
            for path, entry in sorted(self.old.items()):
                root = path.split("/")[1] if "/" in path else ""
                if root not in ("site", ".site.previous") or path in newsroom.SITE_CANARIES:
                    continue
                if any(path == other.rpartition("/")[0] for other in newsroom.SITE_CANARIES) and path != "p/site":
                    continue
                yield Case(self.mode, adopts, path, f"a link to a {entry.kind}")
                if entry.kind == "file":
                    yield Case(self.mode, adopts, path, "a link to a missing file")
            for path in ("p/.site.previous", "p/.site.replaced", "p/site/.sennight-stage"):
                if path not in self.old:
                    yield Case(self.mode, adopts, path, "a link to a folder")
            yield Case(self.mode, adopts, "p/.site.previous", "a link to an unfinished stage")
            yield Case(self.mode, adopts, "p/site/.sennight-journal", "a link to a file")
            yield Case(self.mode, adopts, "p/site/.sennight-journal", "a link to a missing file")
            for name in JOURNALS:
                yield Case(self.mode, adopts, "p/site/.sennight-journal", f"a journal {name}")
            for form in ("a manifest with one line more", "a manifest of version 1 with one line more"):
                yield Case(self.mode, adopts, "p/site/.sennight-manifest", form)

    def run(self, case):
        name = str(case).replace("/", "-").replace(" ", "-")
        folder = self._folder(name)
        outside = folder / "outside"
        outside.mkdir()
        newsroom.write(outside / "mine.txt", DECOY)
        self._plant(case, folder, outside)
        kept = tree.read(outside)
        command = [*BUILD, "--adopt"] if case.adopts else BUILD
        for turn in ("the build", "the second build"):
            outcome = self.room.program.run(command, folder)
            if outcome.crashed:
                self._fault(case, "crash", f"{turn} ended by signal {-outcome.status}")
            found = tree.read(outside)
            # A root that is a link is published where it leads to: new files may come there.
            is_root = case.position == "p/site"
            for path in sorted(kept):
                if found.get(path) != kept[path]:
                    kind = "removed outside" if path not in found else "written outside"
                    self._fault(case, kind, f"{turn} (exit {outcome.status}): outside/{path}")
            if not is_root:
                for path in sorted(found.keys() - kept.keys()):
                    self._fault(case, "added outside", f"{turn} (exit {outcome.status}): outside/{path}")
            if outcome.status not in (0, 2):
                self._fault(case, "exit status", f"{turn}: {outcome.status}")
            if outcome.status == 2 and ": error: " not in outcome.messages:
                self._fault(case, "no message", f"{turn}: {outcome.messages.strip()[:100]}")
        if outcome.status == 0 and case.position != "p/site":
            site = tree.read(folder)
            for path in sorted(self.new):
                if path.startswith("p/site/") and site.get(path) != self.new[path]:
                    self._fault(case, "site differs", f"{path} after a build that ended well")
                    break
        for path in newsroom.CANARIES + (newsroom.SITE_CANARIES if self.mode == "in place" else []):
            if case.position != "p/site" and self.old.get(path) and not (folder / path).exists():
                self._fault(case, "foreign file", path)
        if not self.room.keeps:
            tree.remove(folder)

    def _plant(self, case, folder, outside):
        target, decoy = folder / case.position, outside / "decoy"
        if case.form == "a link to a missing file":
            remove(target)
            target.symlink_to(outside / "missing")
        elif case.form == "a link to a file":
            newsroom.write(decoy, DECOY)
            if target.name == tree.MANIFEST:
                shutil.copy(target, decoy)
            remove(target)
            target.symlink_to(decoy if len(case.position) % 2 else os.path.relpath(decoy, target.parent))
        elif case.form == "a link to a folder":
            # Files of the same names, so that whoever follows the link hits them.
            if target.is_dir() and case.position != "p/site":
                for path in target.rglob("*"):
                    if not path.is_dir():
                        newsroom.write(decoy / path.relative_to(target), DECOY)
            decoy.mkdir(exist_ok=True)
            newsroom.write(decoy / "mine.txt", DECOY)
            remove(target)
            target.symlink_to(decoy if len(case.position) % 2 else os.path.relpath(decoy, target.parent))
        elif case.form == "a link to an unfinished stage":
            newsroom.write(decoy / ".sennight-half-done", "")
            newsroom.write(decoy / "mine.txt", DECOY)
            remove(target)
            target.symlink_to(decoy)
        elif case.form.startswith("a journal"):
            newsroom.write(decoy / "inner.txt", DECOY)
            (folder / "p/site/linked").symlink_to(decoy)
            newsroom.write(folder / "p/site/.sennight-stage/0", "planted\n")
            text = JOURNALS[case.form.removeprefix("a journal ")]
            newsroom.write(target, "sennight journal 1\n" + text.format(inner="linked/inner.txt", outside=outside))
        elif case.form.startswith("a manifest"):
            newsroom.write(decoy / "inner.txt", DECOY)
            (folder / "p/site/linked").symlink_to(decoy)
            lines = target.read_text("utf-8").splitlines(keepends=True)
            known = next(line for line in lines if line.endswith("/index.html\n"))
            path = known.rstrip("\n").rpartition(" ")[2]
            lines.insert(lines.index(known), known.replace(path, "linked/inner.txt"))
            if "version 1" in case.form:  # it has neither sizes nor times nor a last line
                fields = [line.split() for line in lines[1:] if not line.startswith("end ")]
                lines = ["sennight manifest 1\n"] + [f"{line[0]} {line[-1]}\n" for line in fields]
            target.write_text("".join(lines), "utf-8")
        else:
            raise SystemExit(f"torture: no such case: {case}")

    def _fault(self, case, kind, what_happened):
        area = "/".join(case.position.split("/")[:2])
        inner = case.position.removeprefix(area).removeprefix("/")
        if inner and not inner.startswith(".sennight"):
            inner = "…"
        what = f"{area}{'/' if inner else ''}{inner} is {case.form}"
        self.report.fault(self.mode, kind, str(case), what, f"; {what_happened}", key=what)


def remove(path):
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path)
    else:
        path.unlink(missing_ok=True)


if __name__ == "__main__":
    sys.exit(main())

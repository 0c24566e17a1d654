"""One command that is interrupted in many ways; what must hold right afterwards, and after the next command."""

import os
import shutil

import reporting
import tree


class Trial:
    """One command: its publication before, after, and after the next commands.

    `user` is the number of an unprivileged user who owns the files and runs the commands (default: the current user).
    """

    def __init__(self, newsroom, command, report, user=None):
        self.user = user
        self.newsroom, self.command, self.report = newsroom, command, report
        self.before = newsroom.prepare(command.name, command.prepare)
        self.home = self.before.parent
        self.then = command.then
        self.old = tree.read(self.before)
        self.stamps = tree.stamps(self.before, reporting.foreign(self.old))
        between = [self._played([step]) for step in command.between]
        self.between = [found for found, _ in between]
        self.calls, (self.new, _) = self._counted()
        self.finals = [self._played([command.run, *command.then])]
        if command.once:
            self.finals.append(self._played(command.then))

    def _folder(self, name):
        folder = self.home / name
        tree.replace(self.before, folder)
        if self.user:
            for path in [folder, *folder.rglob("*")]:
                os.chown(path, self.user, self.user, follow_symlinks=False)
        return folder

    def _run(self, step, folder, **options):
        prefix = ()
        if self.user:
            setpriv = shutil.which("setpriv") or "setpriv"
            prefix = (setpriv, f"--reuid={self.user}", f"--regid={self.user}", "--clear-groups", "--")
        return self.newsroom.program.run(step, folder, prefix=prefix, **options)

    def _played(self, steps):
        folder = self._folder("played")
        for step in steps:
            last = self._run(step, folder)
        if len(steps) > 1 and last.status:
            step = " ".join(steps[-1])
            raise SystemExit(f"torture: {self.command.name}: without a fault, {step} fails:\n{last.messages}")
        return tree.read(folder), tree.git_summary(folder / "p", self.newsroom.program.environment)

    def _counted(self):
        folder = self._folder("played")
        outcome = self._run(self.command.run, folder, at=0)
        if outcome.status not in (0, 1):
            raise SystemExit(f"torture: {self.command.name} ended with {outcome.status}:\n{outcome.messages}")
        self.status = outcome.status
        return outcome.calls, (tree.read(folder), "")

    def stop(self, moment):
        """Runs the command with a fault at one call, looks at what is there, and repairs it.

        With a third number, the next command is killed too, before its call of that number.

        Returns how often the program was killed.
        """
        at, how, *again = moment
        folder = self._folder("-".join(map(str, (how, at, *again))))
        # git can't clean up on a disk that becomes read-only meanwhile; that isn't our fault.
        outcome = self._run(self.command.run, folder, at=at, how=how, children=how != "readonly")
        where = self._where(outcome, at, how, folder)
        self.judge(outcome, folder, where)
        kills = int(outcome.was_killed)
        if again:
            outcome = self._run(self.then[0], folder, at=again[0], how="before")
            if outcome.was_killed:
                kills += 1
                where += f"; again {self._where(outcome, again[0], 'before', folder)}"
            self.look(folder, where)
        self.finish(folder, where)
        return kills

    @staticmethod
    def _where(outcome, at, how, folder):
        # Tasks run concurrently: a run may need fewer calls than the one that was counted.
        if len(outcome.calls) < at:
            return f"call {at} wasn't reached"
        return f"{how} at call {at}: {reporting.plain(str(outcome.calls[at - 1]), folder)}"

    def deny(self, target):
        """Runs the command while a file or folder is read-only."""
        folder = self._folder("read-only-" + target.replace("/", "-"))
        path = folder / target
        status = path.stat()
        path.chmod(status.st_mode & ~0o222)
        outcome = self._run(self.command.run, folder)
        if path.exists() and path.stat().st_ino == status.st_ino:
            path.chmod(status.st_mode)
        where = f"{target} was read-only"
        self.judge(outcome, folder, where)
        self.finish(folder, where)

    def judge(self, outcome, folder, where):
        if outcome.crashed or "Fatal error" in outcome.messages:
            self._fault("crash", where, f"signal {-outcome.status}")
        found = self.look(folder, where)
        missing = tree.differences(self.new, found)
        if not outcome.was_killed and outcome.status == self.status and missing:
            self._fault("not reported", where, missing[0], f"; exit {outcome.status}")
        if not outcome.was_killed and outcome.status != self.status and not outcome.messages.strip():
            self._fault("no message", where, f"exit {outcome.status}")

    def finish(self, folder, where):
        self.repair(folder, where)
        if not self.newsroom.keeps:
            tree.remove(folder)

    def targets(self):
        """Existing files that the command changes, and existing folders in which it changes something."""
        found = set()
        for path in tree.differences(self.old, self.new) + ["p/.sennight/cache/x", "p/.sennight/x"]:
            if self.old.get(path, tree.Entry("")).kind == "file":
                found.add(path)
            above = path.rpartition("/")[0]
            while above and above not in self.old:
                above = above.rpartition("/")[0]
            found.add(above)
        return sorted(found - {""})

    def look(self, folder, where):
        """Right after the fault: no file is torn, and no foreign file was touched."""
        found = tree.read(folder)
        for path in tree.differences(self.old, found):
            entry = found.get(path)
            states = (self.old, self.new, *self.between, *(final for final, _ in self.finals))
            versions = [state.get(path) for state in states]
            if entry in versions or tree.is_temporary(path) or (entry and entry.kind == "folder"):
                continue
            if entry is None and "folder" in [version.kind for version in versions if version]:
                continue  # a file makes room for a folder
            self._fault("lost" if entry is None else "torn", where, path)
        if self.command.exchanges:
            site = {path for path in found.keys() | self.old.keys() | self.new.keys() if path.startswith("p/site")}
            for whole in (self.old, self.new):
                if all(found.get(path) == whole.get(path) for path in site):
                    break
            else:
                self._fault("half a site", where, "the site is partly old and partly new")
        for path, stamp in tree.stamps(folder, self.stamps).items():
            if found.get(path) != self.old[path] or stamp != self.stamps[path]:
                self._fault("foreign file", where, path)
        kept = self.old.get("p/site/style.css")
        if self.command.adopts and kept not in (found.get("p/site/style.css"), found.get("p/.site.replaced/style.css")):
            self._fault("foreign file", where, "p/site/style.css wasn't kept")
        return found

    def repair(self, folder, where):
        """The next commands lead to the state that there would be without the fault."""
        messages = []
        for step in self.then:
            last = self._run(step, folder)
            said = last.messages.strip().splitlines() or [""]
            messages.append(f"{' '.join(step[:2])}: exit {last.status}: {said[-1]}")
            if last.status < 0:
                self._fault("crash", where, f"{' '.join(step)}: signal {-last.status}")
        if last.status:
            self._fault("not repaired", where, reporting.plain(messages[-1], folder))
        found = tree.read(folder)
        git = tree.git_summary(folder / "p", self.newsroom.program.environment)
        final, final_git = min(self.finals, key=lambda final: len(tree.differences(final[0], found)))
        for path in tree.differences(final, found):
            if tree.is_temporary(path):
                continue
            kind = reporting.kind(path, final.get(path), found.get(path))
            self._fault(kind, where, path, "; then " + reporting.plain(" | ".join(messages[:-1]), folder))
        for path in found:
            if tree.is_temporary(path) and path not in self.old and path not in final:
                self._fault("left behind", where, path)
        if git != final_git:
            self._fault("git differs", where, "branches, settings or index")

    def _fault(self, kind, where, what, more=""):
        self.report.fault(self.command.name, kind, where, what, more)

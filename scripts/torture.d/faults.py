"""Runs a program with faults.c loaded: counts its file-system calls, kills it at one of them, or makes them fail."""

import contextlib
import ctypes
import itertools
import os
import shutil
import signal
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

SOURCES = [Path(__file__).with_name(name) for name in ("faults.c", "calls.c")]
_PR_SET_CHILD_SUBREAPER = 36  # prctl(2)


@dataclass
class Call:
    number: int
    name: str
    paths: list[str]

    def __str__(self):
        return f"{self.name} {' → '.join(self.paths)}"


@dataclass
class Outcome:
    status: int
    output: str
    messages: str
    calls: list[Call] = field(default_factory=list)

    @property
    def was_killed(self):
        return self.status == -signal.SIGKILL

    @property
    def crashed(self):
        return self.status < 0 and not self.was_killed


class Program:
    """The program under test, in an environment of its own.

    Every run is waited for with all its children, so that nothing writes afterwards.
    """

    def __init__(self, binary, scratch, environment):
        self.binary = Path(binary).resolve()
        self.scratch = Path(scratch)
        self.library = self.scratch / "faults.so"
        self.environment = environment
        self.timeout = 60
        self._numbers = itertools.count()
        compiler = shutil.which("cc") or shutil.which("clang") or "cc"
        command = [compiler, "-shared", "-fPIC", "-O1", "-o", self.library, *SOURCES, "-ldl"]
        subprocess.run(command, check=True)
        # Orphans of a killed run become ours, so that they can be waited for.
        ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)

    def run(self, arguments, folder, at=None, how="count", children=True, prefix=(), environment=None):
        """Runs the program in `folder`. With `at` None it isn't watched at all; with 0 its calls are only counted."""
        given = self.environment | {"HOME": str(folder / "home"), "TMPDIR": str(folder / "tmp")} | (environment or {})
        log = None
        if at is not None:
            number = next(self._numbers)
            log, counter = self.scratch / f"log-{number}", self.scratch / f"counter-{number}"
            log.touch(mode=0o666)
            counter.write_bytes(bytes(16))
            log.chmod(0o666), counter.chmod(0o666)
            given |= {
                "LD_PRELOAD": str(self.library), "FAULTS_PROGRAM": str(self.binary), "FAULTS_LOG": str(log),
                "FAULTS_COUNTER": str(counter), "FAULTS_AT": str(at), "FAULTS_HOW": how,
                "FAULTS_CHILDREN": "1" if children else "0",
            }
        process = subprocess.Popen(
            [*prefix, self.binary, *arguments], cwd=folder, env=given, stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)
        try:
            output, messages = process.communicate(timeout=self.timeout)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            output, messages = process.communicate()
            messages += b"\n(it hung, and was ended)"
        with contextlib.suppress(ChildProcessError):
            while True:
                os.waitpid(-process.pid, 0)
        outcome = Outcome(process.returncode, output.decode("utf-8", "replace"), messages.decode("utf-8", "replace"))
        if log:
            lines = log.read_text("utf-8", "replace").splitlines()
            fields = [line.split("\t") for line in lines if line.count("\t") >= 2]
            outcome.calls = [Call(int(number), name, paths) for number, name, *paths in fields]
            outcome.calls.sort(key=lambda call: call.number)
            log.unlink(), counter.unlink()
        return outcome

"""What is in a folder: read, copied, compared."""

import hashlib
import os
import re
import shutil
import subprocess
from dataclasses import dataclass

# May differ: caches, undo data, the previous build. For git's own files, the output of git is compared.
_IGNORED = re.compile(r"(^|/)(\.sennight/(cache|undo|changes)|[^/]+\.state/cache|\.[^/]+\.previous|\.git|home)(/|$)")
_TEMPORARY = re.compile(r"\.sennight-(?!manifest(/|$))|sennight-git-|\.lock$")

# When votes were counted differs from run to run.
_TIMES = re.compile(rb'\["counted","[^"]*"\]')
MANIFEST = ".sennight-manifest"


def is_ignored(path):
    return _IGNORED.search(path) is not None


def is_temporary(path):
    return _TEMPORARY.search(path) is not None


@dataclass(frozen=True)
class Entry:
    kind: str  # file, folder, link
    digest: str = ""


def read(root):
    """Every path below a folder, with a digest of what is there. Links aren't followed."""
    found = {}

    def walk(folder, prefix):
        with os.scandir(folder) as entries:
            for entry in entries:
                path = prefix + entry.name
                if entry.is_symlink():
                    found[path] = Entry("link", os.readlink(entry.path))
                elif entry.is_dir(follow_symlinks=False):
                    found[path] = Entry("folder")
                    walk(entry.path, path + "/")
                elif entry.name == MANIFEST:
                    found[path] = Entry("file")  # it contains times; the next build reports a torn one
                else:
                    with open(entry.path, "rb") as file:
                        text = _TIMES.sub(b"", file.read())
                    found[path] = Entry("file", hashlib.blake2b(text, digest_size=12).hexdigest())

    walk(root, "")
    return found


def stamps(root, paths):
    """Permissions and times of files; None for a missing one."""
    found = {}
    for path in paths:
        try:
            status = os.lstat(os.path.join(root, path))
            found[path] = status.st_mode, status.st_mtime_ns
        except FileNotFoundError:
            found[path] = None
    return found


def copy(source, target):
    """A copy with times and permissions, to a path that doesn't exist."""
    shutil.copytree(source, target, symlinks=True)


def replace(source, target):
    remove(target)
    copy(source, target)


def remove(folder):
    if not os.path.lexists(folder):
        return
    for root, folders, _ in os.walk(folder):
        for name in folders:
            path = os.path.join(root, name)
            if not os.path.islink(path):
                os.chmod(path, 0o755)
    shutil.rmtree(folder)


def git_summary(repository, environment):
    """Branches, settings and index of a repository; empty if there is none."""
    if not (repository / ".git" / "HEAD").exists():
        return ""

    def said(*arguments):
        run = subprocess.run(["git", *arguments], cwd=repository, env=environment, capture_output=True, text=True)
        return run.stdout + (run.stderr if run.returncode else "")

    return said("for-each-ref") + said("config", "--local", "--list") + said("diff", "--cached", "--raw", "--no-abbrev")


def differences(one, other):
    """Paths that differ between two trees, except ignored ones."""
    return sorted(
        path for path in one.keys() | other.keys() if one.get(path) != other.get(path) and not is_ignored(path))

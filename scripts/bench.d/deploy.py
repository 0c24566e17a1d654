"""Deploys the archive by rsync and to a git branch, over a link with a delay of 50 ms in each direction, first without the
newest issue and then with it, and prints the time and what travelled for that one issue; exits with 1 if a limit is
exceeded. The delay comes from netem in a network namespace (as root), or else from a relay that holds back whatever it
forwards.
"""

import argparse
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import time

from slowlink import Namespace, Relay

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared"))
SETTINGS = ROOT / "Examples/this-week-in-rust"
DELAY = 50  # milliseconds, in each direction
SECONDS, FILES, SEARCH = 20, 60, 20


def run(*command: object, **options) -> str:
    return subprocess.run([str(word) for word in command], check=True, capture_output=True, text=True, **options).stdout


def digests(site: pathlib.Path) -> dict[str, str]:
    return {
        str(path.relative_to(site)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file() and not path.name.startswith(".sennight-")
    }


def server(folder: pathlib.Path, link: Namespace | Relay) -> subprocess.Popen:
    key = folder / "key"
    run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", key)
    shutil.copy(folder / "key.pub", folder / "authorized_keys")
    (folder / "known_hosts").write_text(f"[{link.host}]:{link.port} {(folder / 'key.pub').read_text()}")
    (folder / "sshd_config").write_text(
        f"Port {link.server_port}\nListenAddress {link.host}\nHostKey {key}\nAuthorizedKeysFile {folder}/authorized_keys\n"
        "UsePAM no\nStrictModes no\nPidFile none\nPermitRootLogin prohibit-password\n"
    )
    if os.geteuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)
    process = subprocess.Popen([*link.inside, "/usr/sbin/sshd", "-D", "-f", folder / "sshd_config"])
    time.sleep(1)
    return process


def deploy(root: pathlib.Path, target: str, environment: dict[str, str], link: Namespace | Relay) -> tuple[float, str, int]:
    """The seconds, the summary, and the bytes sent."""
    before = link.sent()
    output = run(
        "swift", "test", "--skip-build", "--filter", "DeployMeasurement", cwd=ROOT,
        env=os.environ | environment | {"SENNIGHT_MEASURED_FOLDER": str(root), "SENNIGHT_MEASURED_TARGET": target},
    )
    found = re.search(r"^measured \S+ ([0-9.]+) seconds (.*)$", output, re.M)
    again = re.search(r"^presence \S+ ([0-9.]+) seconds$", output, re.M)
    if not found or not again:
        sys.exit(output)
    print(f"  {found[1]} s, {found[2]}; asked again {again[1]} s")
    return float(found[1]), found[2], link.sent() - before


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sennight", required=True)
    options = parser.parse_args()
    if not shutil.which("rsync") or not pathlib.Path("/usr/sbin/sshd").exists():
        print("deploy: skipped; it needs rsync and openssh-server", file=sys.stderr)
        return 77
    if not (DATA / "archive").is_dir():
        print("deploy: skipped without the archive", file=sys.stderr)
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        root = folder / "weekly"
        shutil.copytree(DATA / "archive", root, copy_function=shutil.copyfile)
        shutil.copytree(SETTINGS, root, dirs_exist_ok=True)
        newest = max(path for path in (root / "content").glob("*.md"))
        later = folder / newest.name
        newest.rename(later)

        def build() -> dict[str, str]:
            run(options.sennight, "build", "--publication", root, "--output", root / "site", "--state", folder / "build")
            return digests(root / "site")

        before = build()
        run("git", "init", "-q", "--bare", folder / "pages.git")
        run("git", "init", "-q", root)
        run("git", "-C", root, "config", "user.name", "Bench")
        run("git", "-C", root, "config", "user.email", "bench@example.org")
        link = Namespace() if Namespace.works() else Relay()
        print(f"the delay comes from {link.name}")
        process = None
        try:
            process = server(folder, link)
            ssh = f"ssh -p {link.port} -i {folder}/key -o IdentitiesOnly=yes -o UserKnownHostsFile={folder}/known_hosts"
            targets = {
                "rsync": f"target: rsync, host: {link.host}, port: {link.port}, path: {folder}/srv, identity: {folder}/key,"
                f" known-hosts: {folder}/known_hosts",
                "branch": f"target: branch, repository: 'ssh://{link.host}{folder}/pages.git'",
            }
            environment = {"GIT_SSH_COMMAND": ssh, "GIT_SSH_VARIANT": "ssh"}
            for kind, target in targets.items():
                print(f"{kind}: the whole site, without a delay")
                deploy(root, target, environment, link)
            later.rename(newest)
            after = build()
            changed = [path for path in after if before.get(path) != after[path]]
            search = sum(path.startswith("search/") for path in changed)
            others = len(changed) - search
            print(f"one issue changes {others} files and {search} of search, of {len(after)} files")
            link.delay(DELAY / 1000)
            failed = others > FILES or search > SEARCH
            for kind, target in targets.items():
                print(f"{kind}: one issue, {DELAY} ms in each direction")
                seconds, summary, size = deploy(root, target, environment, link)
                travelled = int(re.match(r"(\d+)", summary)[1])
                print(f"  {travelled} files travelled, {size / 1000:.0f} kB sent in all")
                failed |= seconds > SECONDS or travelled > len(changed)
            return 1 if failed else 0
        finally:
            if process:
                process.terminate()
                process.wait()
            link.remove()


if __name__ == "__main__":
    sys.exit(main())

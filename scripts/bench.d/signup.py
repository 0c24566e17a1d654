"""Measures the server for subscriptions: 100,000 sign-ups for 1,000 addresses from 50 networks, and how long sign-ups of
known and of unknown addresses take. Prints a line for each, and exits with 1 if an address receives two messages, if
the medians differ by more than 5 %, or if the server needs more than 100 MB.

Usage: scripts/bench signup [--sign-ups N] [--timings N]
"""

import argparse
import collections
import email
import http.client
import pathlib
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

SETTINGS = (
    "title: Weekly\nurl: https://weekly.example/\n"
    "mail: { from: Weekly <weekly@weekly.example>, server: https://mail.weekly.example/ }\n"
)
LARGEST = 100_000_000


class Server:
    def __init__(self, sennight: str, folder: pathlib.Path) -> None:
        self.folder = folder
        (folder / "sennight.yaml").write_text(SETTINGS)
        self.process = subprocess.Popen(
            [sennight, "subscriptions", "serve", "--publication", str(folder), "--port", "0", "--trust-proxy", "127.0.0.1"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"signup: error: the server ended: {self.process.stderr.read()}")
        # Nobody reads what it prints from now on, and a full pipe would stop it.
        threading.Thread(target=self.process.stderr.read, daemon=True).start()
        self.port = urllib.parse.urlsplit(line.strip()).port

    def connection(self) -> http.client.HTTPConnection:
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)

    def peak(self) -> int:
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return max(int(line.split()[1]) * 1024 for line in status.splitlines() if line.startswith("VmHWM"))

    def outbox(self) -> list[str]:
        """The recipients of all messages, once no further one arrives."""
        files: list[pathlib.Path] = []
        while True:
            time.sleep(2)
            now = list((self.folder / ".sennight" / "outbox").glob("*.eml"))
            if len(now) == len(files):
                return [email.message_from_bytes(file.read_bytes())["To"] for file in now]
            files = now

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


def sign_up(connection: http.client.HTTPConnection, address: str, network: str) -> tuple[int, bytes]:
    connection.request(
        "POST", "/subscribe", urllib.parse.urlencode({"address": address}),
        {"Content-Type": "application/x-www-form-urlencoded", "X-Forwarded-For": network},
    )
    response = connection.getresponse()
    return response.status, response.read()


def bomb(server: Server, count: int) -> list[str]:
    connection = server.connection()
    statuses: collections.Counter[int] = collections.Counter()
    start = time.perf_counter()
    for number in range(count):
        # Each network tries all addresses in turn.
        address, network = f"reader{number % 1000}@example.org", f"198.51.{number // 7 % 50}.{number % 250 + 1}"
        statuses[sign_up(connection, address, network)[0]] += 1
    seconds = time.perf_counter() - start
    recipients = collections.Counter(server.outbox())
    most = max(recipients.values(), default=0)
    print(
        f"{count:,} sign-ups in {seconds:.1f} s: {statuses[200]:,} accepted, {statuses[429]:,} refused,"
        f" {sum(recipients.values()):,} messages to {len(recipients):,} addresses, at most {most} each,"
        f" peak memory {server.peak() / 1e6:.0f} MB", flush=True,
    )
    failures = []
    if most > 1 or not recipients:
        failures.append("messages per address")
    if server.peak() > LARGEST:
        failures.append("memory")
    return failures


def timings(server: Server, count: int) -> list[str]:
    connection = server.connection()
    times: dict[str, list[float]] = {"known": [], "unknown": []}
    bodies = set()
    # Known: they have signed up before. A network for every 10 requests keeps all below the limit.
    for number in range(count // 100):
        sign_up(connection, f"known{number}@example.org", f"10.{number >> 8 & 255}.{number & 255}.1")
    server.outbox()
    for number in range(count):
        # Alternately, so that both see the same machine.
        for kind in ("known", "unknown") if number % 2 == 0 else ("unknown", "known"):
            name = number % (count // 100) if kind == "known" else number
            network = f"172.{16 + (number // 8 >> 8 & 255)}.{number // 8 & 255}.1"
            start = time.perf_counter()
            status, body = sign_up(connection, f"{kind}{name}@example.org", network)
            times[kind].append(time.perf_counter() - start)
            bodies.add((status, body))
    medians = {kind: statistics.median(values) * 1000 for kind, values in times.items()}
    difference = abs(medians["known"] / medians["unknown"] - 1)
    print(
        f"{count:,} sign-ups each: median {medians['known']:.3f} ms for known and {medians['unknown']:.3f} ms for unknown"
        f" addresses, {difference:.1%} apart, {len(bodies)} different response(s)", flush=True,
    )
    return (["medians"] if difference > 0.05 else []) + (["responses"] if len(bodies) != 1 else [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--sign-ups", type=int, default=100_000)
    parser.add_argument("--timings", type=int, default=10_000)
    options = parser.parse_args()
    failures = []
    for work, count in ((bomb, options.sign_ups), (timings, options.timings)):
        with tempfile.TemporaryDirectory() as name:
            server = Server(options.sennight, pathlib.Path(name))
            try:
                failures += work(server, count)
            finally:
                server.stop()
    if failures:
        sys.exit(f"signup: error: {', '.join(failures)}")


if __name__ == "__main__":
    main()

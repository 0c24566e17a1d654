"""A link to a server on this machine, over which everything takes a while."""

import collections
import os
import shutil
import socket
import subprocess
import threading
import time


class Namespace:
    """The server is in a network namespace, and netem delays the packets in each direction."""

    name = "netem"
    host, near = "10.213.7.2", "10.213.7.1"
    port = server_port = 2222
    namespace = "sennight-far"
    inside = ["ip", "netns", "exec", namespace]

    @staticmethod
    def works() -> bool:
        """Whether this kernel has netem, and this user may use it."""
        if os.geteuid() != 0 or not shutil.which("tc"):
            return False
        probe = "ip link set lo up && tc qdisc add dev lo root netem delay 1ms"
        return subprocess.run(["unshare", "--net", "sh", "-c", probe], capture_output=True).returncode == 0

    def __init__(self) -> None:
        self._run("ip", "netns", "add", self.namespace)
        self._run("ip", "link", "add", "sennight0", "type", "veth", "peer", "name", "sennight1", "netns", self.namespace)
        self._run("ip", "addr", "add", f"{self.near}/24", "dev", "sennight0")
        self._run("ip", "link", "set", "sennight0", "up")
        self._run(*self.inside, "ip", "addr", "add", f"{self.host}/24", "dev", "sennight1")
        self._run(*self.inside, "ip", "link", "set", "sennight1", "up")
        self._run(*self.inside, "ip", "link", "set", "lo", "up")

    def delay(self, seconds: float) -> None:
        queue = ("root", "netem", "delay", f"{seconds * 1000:.0f}ms", "limit", "100000")
        self._run("tc", "qdisc", "add", "dev", "sennight0", *queue)
        self._run(*self.inside, "tc", "qdisc", "add", "dev", "sennight1", *queue)

    def sent(self) -> int:
        with open("/sys/class/net/sennight0/statistics/tx_bytes") as file:
            return int(file.read())

    def remove(self) -> None:
        self._run("ip", "netns", "del", self.namespace)

    @staticmethod
    def _run(*command: str) -> None:
        subprocess.run(command, check=True, capture_output=True)


class Relay:
    """Forwards connections, and passes each piece on after the delay; opening a connection takes a round trip."""

    name = "a relay"
    host = "127.0.0.1"
    inside: list[str] = []

    def __init__(self) -> None:
        self._seconds = 0.0
        self._bytes = 0
        self._lock = threading.Lock()
        self._listener = socket.create_server((self.host, 0))
        self.port = self._listener.getsockname()[1]
        with socket.create_server((self.host, 0)) as free:
            self.server_port = free.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def delay(self, seconds: float) -> None:
        self._seconds = seconds

    def sent(self) -> int:
        return self._bytes

    def remove(self) -> None:
        self._listener.close()

    def _accept(self) -> None:
        while True:
            try:
                client, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._forward, args=(client,), daemon=True).start()

    def _forward(self, client: socket.socket) -> None:
        time.sleep(2 * self._seconds)
        server = socket.create_connection((self.host, self.server_port))
        for near, far, counts in ((client, server, True), (server, client, False)):
            near.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            pieces: collections.deque[tuple[float, bytes]] = collections.deque()
            filled = threading.Semaphore(0)
            threading.Thread(target=self._read, args=(near, pieces, filled, counts), daemon=True).start()
            threading.Thread(target=self._write, args=(far, pieces, filled), daemon=True).start()

    def _read(self, source: socket.socket, pieces: collections.deque, filled: threading.Semaphore, counts: bool) -> None:
        data = b"more"
        while data:
            try:
                data = source.recv(1 << 16)
            except OSError:
                data = b""
            if counts:
                with self._lock:
                    self._bytes += len(data)
            pieces.append((time.monotonic() + self._seconds, data))
            filled.release()

    def _write(self, destination: socket.socket, pieces: collections.deque, filled: threading.Semaphore) -> None:
        while True:
            filled.acquire()
            due, data = pieces.popleft()
            time.sleep(max(0.0, due - time.monotonic()))
            try:
                if not data:
                    destination.shutdown(socket.SHUT_WR)
                    return
                destination.sendall(data)
            except OSError:
                return

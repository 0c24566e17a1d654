"""A web server on loopback for the benchmark of links: ten thousand pages, some of which misbehave.

One thread and epoll, so that it answers faster than the programs ask. Run as a program it prints its port and serves
until its input ends.
"""

import gzip
import heapq
import select
import socket
import struct
import sys
import time

FILLER = b"<p>" + b"Some words of a page, so that it is about as long as pages are. " * 60 + b"</p>"
BOMB = gzip.compress(bytes(64 << 20))
HUGE = bytes(2 << 20)


def answer(status: bytes, body: bytes = b"", *fields: bytes) -> bytes:
    lines = [b"HTTP/1.1 " + status, b"Content-Length: %d" % len(body), *fields]
    return b"\r\n".join(lines) + b"\r\n\r\n" + body


HTML = b"Content-Type: text/html; charset=utf-8"


def page(number: bytes) -> bytes:
    return answer(
        b"200 OK",
        b'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Article number ' + number
        + b"</title></head><body>" + FILLER + b"</body></html>",
        HTML,
    )


class Connection:
    def __init__(self, opened: socket.socket) -> None:
        self.socket = opened
        self.unsent = memoryview(b"")
        self.endless = False


class Server:
    def __init__(self) -> None:
        self.listener = socket.create_server(("127.0.0.1", 0), backlog=1024)
        self.listener.setblocking(False)
        self.port = self.listener.getsockname()[1]
        self.poll = select.epoll()
        self.poll.register(self.listener.fileno(), select.EPOLLIN)
        self.connections: dict[int, Connection] = {}
        # When to go on, with what: (time, count, descriptor, connection, bytes).
        self.later: list = []
        self.count = 0

    def serve(self, stop: int) -> None:
        self.poll.register(stop, select.EPOLLIN | select.EPOLLHUP)
        listener = self.listener.fileno()
        while True:
            wait = max(0.0, self.later[0][0] - time.monotonic()) if self.later else -1
            for descriptor, event in self.poll.poll(wait):
                if descriptor == listener:
                    self.accept()
                elif descriptor == stop:
                    return
                else:
                    connection = self.connections[descriptor]
                    if event & select.EPOLLOUT:
                        self.send(connection)
                    elif not self.read(connection):
                        self.close(connection)
            now = time.monotonic()
            while self.later and self.later[0][0] <= now:
                _, _, descriptor, connection, data = heapq.heappop(self.later)
                if self.connections.get(descriptor) is connection:
                    connection.unsent = memoryview(data)
                    self.send(connection)

    def accept(self) -> None:
        while True:
            try:
                opened, _ = self.listener.accept()
            except BlockingIOError:
                return
            opened.setblocking(False)
            opened.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self.connections[opened.fileno()] = Connection(opened)
            self.poll.register(opened.fileno(), select.EPOLLIN)

    def close(self, connection: Connection) -> None:
        descriptor = connection.socket.fileno()
        del self.connections[descriptor]
        self.poll.unregister(descriptor)
        connection.socket.close()

    def read(self, connection: Connection) -> bool:
        """Whether the connection goes on. Each question comes in one piece, for it is short and from loopback."""
        try:
            question = connection.socket.recv(8192)
        except OSError:
            return False
        if not question.endswith(b"\r\n\r\n"):
            return False
        method, target, _ = question.split(b" ", 2)
        _, kind, number = target.split(b"/", 2)
        data = self.reply(connection, kind, number)
        if data is None:
            return False
        if method == b"HEAD":
            data = data[: data.index(b"\r\n\r\n") + 4]
        connection.unsent = memoryview(data)
        return self.send(connection)

    def reply(self, connection: Connection, kind: bytes, number: bytes) -> bytes | None:
        match kind:
            case b"page":
                return page(number)
            case b"delay":
                self.after(connection, 0.2, page(number))
                return b""
            case b"moved":
                return answer(b"301 Moved Permanently", b"", b"Location: /page/" + number)
            case b"found":
                return answer(b"302 Found", b"", b"Location: /page/" + number)
            case b"loop":
                return answer(b"302 Found", b"", b"Location: /loop/" + (b"0" + number)[:40])
            case b"private":
                return answer(b"302 Found", b"", b"Location: http://10.0.0.1/" + number)
            case b"missing":
                return answer(b"404 Not Found")
            case b"gone":
                return answer(b"410 Gone")
            case b"forbidden":
                return answer(b"403 Forbidden")
            case b"fault":
                return answer(b"500 Internal Server Error")
            case b"pause":
                return answer(b"429 Too Many Requests", b"", b"Retry-After: 30")
            case b"slow":
                connection.endless = True
                self.after(connection, 1, b"x")
                return b"HTTP/1.1 200 OK\r\n" + HTML + b"\r\nContent-Length: 1000\r\n\r\n"
            case b"bomb":
                return answer(b"200 OK", BOMB, HTML, b"Content-Encoding: gzip")
            case b"huge":
                return answer(b"200 OK", HUGE, HTML)
            case b"reset":
                connection.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
                return None
            case _:
                return None

    def after(self, connection: Connection, seconds: float, data: bytes) -> None:
        self.count += 1
        due = time.monotonic() + seconds
        heapq.heappush(self.later, (due, self.count, connection.socket.fileno(), connection, data))

    def send(self, connection: Connection) -> bool:
        try:
            sent = connection.socket.send(connection.unsent) if connection.unsent else 0
        except BlockingIOError:
            sent = 0
        except OSError:
            return False
        connection.unsent = connection.unsent[sent:]
        waits = select.EPOLLOUT if connection.unsent else select.EPOLLIN
        self.poll.modify(connection.socket.fileno(), waits)
        if connection.endless and not connection.unsent:
            self.after(connection, 1, b"x")
        return True


if __name__ == "__main__":
    server = Server()
    print(server.port, flush=True)
    server.serve(sys.stdin.fileno())

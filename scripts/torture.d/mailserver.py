"""Mail servers for campaigns.py: a real Postfix with its own folders, and one in Python that misbehaves on demand."""

import collections
import os
import pwd
import re
import shutil
import signal
import socket
import socketserver
import subprocess
import threading
import time
from pathlib import Path

MESSAGE_ID = re.compile(rb"^Message-ID:\s*<([^>]+)>", re.IGNORECASE | re.MULTILINE)


class Postfix:
    """Delivers everything into one Maildir. Needs root."""

    def __init__(self, folder):
        self.folder = Path(folder).resolve()
        self.port = free_port()
        self.log = self.folder / "maillog"
        nobody = pwd.getpwnam("nobody")
        for name in ["conf", "queue", "data", "mail"]:
            (self.folder / name).mkdir(parents=True)
        os.chown(self.folder / "data", pwd.getpwnam("postfix").pw_uid, -1)
        os.chown(self.folder / "mail", nobody.pw_uid, nobody.pw_gid)
        # Postfix and nobody must reach their folders.
        for parent in [self.folder, *self.folder.parents]:
            if str(parent).startswith("/tmp/"):
                os.chmod(parent, 0o755)
        settings = {
            "compatibility_level": "3.6", "config_directory": self.folder / "conf",
            "queue_directory": self.folder / "queue", "data_directory": self.folder / "data",
            "maillog_file": self.log, "maillog_file_prefixes": self.folder, "inet_interfaces": "127.0.0.1",
            "inet_protocols": "ipv4", "myhostname": "mail.example.test", "mynetworks": "127.0.0.0/8",
            "mydestination": "", "alias_maps": "", "alias_database": "", "smtpd_peername_lookup": "no",
            "smtpd_recipient_restrictions": "permit_mynetworks, reject",
            "smtpd_client_connection_count_limit": "0", "smtpd_reject_unlisted_recipient": "no",
            "virtual_mailbox_domains": "example.org", "virtual_mailbox_base": self.folder / "mail",
            "virtual_mailbox_maps": "static:all/", "virtual_uid_maps": f"static:{nobody.pw_uid}",
            "virtual_gid_maps": f"static:{nobody.pw_gid}", "default_transport": "error:nothing leaves this machine",
        }
        (self.folder / "conf/main.cf").write_text("".join(f"{key} = {value}\n" for key, value in settings.items()))
        (self.folder / "conf/master.cf").write_text(f"""\
127.0.0.1:{self.port} inet n - n - - smtpd
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
flush unix n - n 1000? 0 flush
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - - virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
""")
        self.process = subprocess.Popen(
            ["postfix", "-c", self.folder / "conf", "start-fg"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(lambda: connects(self.port), 60)

    @staticmethod
    def is_available():
        return os.getuid() == 0 and shutil.which("postfix") is not None

    def arrived(self):
        """The number of messages by Message-ID."""
        found = collections.Counter()
        new = self.folder / "mail/all/new"
        for file in new.iterdir() if new.exists() else []:
            match = MESSAGE_ID.search(file.read_bytes()[:16384])
            found[match[1].decode()] += 1
        return found

    def progress(self):
        """How many messages were accepted or delivered, quickly."""
        new = self.folder / "mail/all/new"
        return len(os.listdir(new)) if new.exists() else 0

    def settle(self):
        """Waits until the queue is empty."""
        def is_empty():
            return not any(
                files for name in ["incoming", "active", "maildrop", "deferred"]
                for _, _, files in os.walk(self.folder / "queue" / name))
        wait_for(is_empty, 600)

    def stop(self):
        try:
            os.kill(int((self.folder / "queue/pid/master.pid").read_text()), signal.SIGTERM)
            self.process.wait(30)
        except (OSError, ValueError, subprocess.TimeoutExpired):
            self.process.kill()


class Sink(socketserver.ThreadingTCPServer):
    """Accepts messages, counts them, and misbehaves: `fault(number, step)` returns what to do instead for the message with
    this number at the step `banner`, `rcpt` or `end`: a reply, `drop` (the connection, before the reply; the message is
    accepted), or None."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 128
    log = None

    def __init__(self, fault=lambda number, step: None, delay=0):
        super().__init__(("127.0.0.1", 0), Session)
        self.port = self.server_address[1]
        self.fault = fault
        self.delay = delay
        self.lock = threading.Lock()
        self.number = 0
        self.found = collections.Counter()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    def handle_error(self, request, client_address):
        """A client that was killed is no error here."""

    def next_number(self):
        with self.lock:
            self.number += 1
            return self.number

    def arrived(self):
        with self.lock:
            return collections.Counter(self.found)

    def progress(self):
        with self.lock:
            return sum(self.found.values())

    def settle(self):
        """Everything is counted when it is accepted; connections that a kill left may still be read."""
        time.sleep(0.3)

    def stop(self):
        self.shutdown()
        self.server_close()


class Session(socketserver.StreamRequestHandler):
    def handle(self):
        server = self.server
        say = lambda text: self.wfile.write(text.encode() + b"\r\n")
        banner = server.fault(server.next_number(), "banner")
        say(banner or "220 sink.example.test ESMTP")
        if banner:
            return
        while line := self.rfile.readline():
            word = line[:4].upper()
            if word == b"EHLO":
                say("250-sink.example.test\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-SMTPUTF8\r\n250 ENHANCEDSTATUSCODES")
            elif word == b"RCPT":
                say(server.fault(server.next_number(), "rcpt") or "250 2.1.5 Ok")
            elif word == b"DATA":
                say("354 Go on")
                name = self.message()
                fault = server.fault(server.next_number(), "end")
                if fault in (None, "drop"):
                    with server.lock:
                        server.found[name] += 1
                if fault == "drop":
                    return
                say(fault or "250 2.0.0 Ok: queued as SINK")
            elif word == b"QUIT":
                say("221 2.0.0 Bye")
                return
            else:
                say("250 2.0.0 Ok")

    def message(self):
        lines = []
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise ConnectionError
            lines.append(line)
        if self.server.delay:
            time.sleep(self.server.delay)
        match = MESSAGE_ID.search(b"".join(lines[:60]))
        return match[1].decode() if match else "without a Message-ID"


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def connects(port):
    try:
        socket.create_connection(("127.0.0.1", port), 1).close()
        return True
    except OSError:
        return False


def wait_for(condition, seconds):
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(0.02)

"""The services on which issues are announced: Mastodon, Bluesky, Discourse and GitHub, on one port of this machine.

    with Services(folder, seed=7) as services:
        services.environment          # the secrets that they accept
        services.address              # for 'server:', 'service:' and 'api:' in the settings
        services.effects()            # what readers would see

Or, as a process of its own: services.py FOLDER [--port PORT] [--seed SEED] [--rate RATE]. It prints its address.

Everything that readers would see is a line of FOLDER/effects.jsonl: {"service": …, "kind": …, "key": …, "text": …}. Every
request is a line of FOLDER/requests.log. The state is in memory, so the services must run for a whole trial.

FOLDER/faults.json says how requests fail, and is read before each one:
    [{"match": "POST /api/v1/statuses", "fault": "drop", "skip": 0, "times": 1}, …]
Faults: "refuse" (the connection is closed at once), "stall" (no response, nothing happens), "stall-after" (no response, but
it happens), "drop" (it happens, then the connection is reset), "fail-500" and so on (it happens, then that status),
"reject-429" and so on (that status, and nothing happens). With a rate, each request that changes something fails with that
probability, in a random way of these.
"""

import argparse
import collections
import html
import json
import random
import re
import socket
import struct
import threading
import time
import urllib.parse
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

SECRETS = {
    "MASTODON_TOKEN": "mastodon-s3cret-0123456789", "BLUESKY_PASSWORD": "blue-s3cret-0123-4567",
    "DISCOURSE_KEY": "discourse-s3cret-0123456789", "GITHUB_TOKEN": "github-s3cret-0123456789",
}
REPOSITORY = "example/weekly"
HANDLE = "weekly.example"
USER = "weekly"
DID = "did:plc:weekly"
ACCESS = "access-token-0123456789abcdef"
FAULTS = ["refuse", "stall", "stall-after", "drop", "fail-500", "fail-502", "reject-429", "reject-503"]
# Longer than a client waits.
STALL = 120


class State:
    """What the services know. Every method is called with the lock held."""

    def __init__(self, folder, seed, rate):
        self.folder = Path(folder)
        self.folder.mkdir(parents=True, exist_ok=True)
        self.lock = threading.Lock()
        self.random = random.Random(seed)
        self.rate = rate
        self.stall = STALL
        self.used = collections.Counter()
        self.statuses, self.keys = [], {}
        self.records = {}
        self.topics = []
        self.pulls, self.comments = {}, []

    def effect(self, service, kind, key, text=""):
        line = json.dumps({"service": service, "kind": kind, "key": key, "text": text})
        with open(self.folder / "effects.jsonl", "a") as file:
            file.write(line + "\n")

    def fault(self, question, is_writing):
        """How a request fails; None if it doesn't."""
        try:
            rules = json.loads((self.folder / "faults.json").read_text())
        except (OSError, ValueError):
            rules = []
        for index, rule in enumerate(rules):
            if not question.startswith(rule["match"]):
                continue
            name = (index, json.dumps(rule))
            self.used[name] += 1
            skip = rule.get("skip", 0)
            if skip < self.used[name] <= skip + rule.get("times", 1):
                return rule["fault"]
        if is_writing and self.random.random() < self.rate:
            return self.random.choice(FAULTS)
        return None


class Answer(Exception):
    """A response that ends the work on a request."""

    def __init__(self, status, value=None, headers=()):
        self.status, self.value, self.headers = status, value, dict(headers)


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server_version = "Services"

    def log_message(self, *_):
        pass

    def handle_request(self):
        state = self.server.state
        length = int(self.headers.get("Content-Length") or 0)
        body = self.rfile.read(length)
        path, _, query = self.path.partition("?")
        question = f"{self.command} {path}"
        try:
            members = json.loads(body) if body else {}
        except ValueError:
            members = {}
        is_writing = self.command != "GET" and not path.endswith("createSession")
        with state.lock:
            with open(state.folder / "requests.log", "a") as file:
                file.write(question + "\n")
            fault = state.fault(question, is_writing)
        if fault == "refuse":
            return self.reset()
        if fault == "stall":
            return self.wait()
        if fault and fault.startswith("reject-"):
            return self.send(Answer(int(fault[7:]), {"error": "rejected"}, {"Retry-After": "1"}))
        try:
            with state.lock:
                self.route(state, path, dict(urllib.parse.parse_qsl(query)), members)
            answer = Answer(404, {"error": "Not Found"})
        except Answer as found:
            answer = found
        if fault == "stall-after":
            return self.wait()
        if fault == "drop":
            return self.reset()
        if fault and fault.startswith("fail-"):
            answer = Answer(int(fault[5:]), {"error": "failed"})
        self.send(answer)

    do_GET = do_POST = do_PATCH = handle_request

    def reset(self):
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.close_connection = True
        self.connection.close()

    def wait(self):
        """Until the client gives up."""
        self.connection.settimeout(self.server.state.stall)
        try:
            self.connection.recv(1)
        except OSError:
            pass
        self.close_connection = True

    def send(self, answer):
        body = json.dumps(answer.value).encode() if answer.value is not None else b""
        try:
            self.send_response(answer.status)
            for name, value in answer.headers.items():
                self.send_header(name, value)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    @property
    def root(self):
        return self.server.address

    # Which service a request is for follows from its path.
    def route(self, state, path, query, members):
        parts = path.strip("/").split("/")
        if parts[:2] == ["api", "v1"]:
            self.mastodon(state, parts[2:], query, members)
        elif parts[0] == "xrpc":
            self.bluesky(state, parts[1], query, members)
        elif parts[0] == "repos":
            self.github(state, parts[1:], query, members)
        else:
            self.discourse(state, parts, members)

    def mastodon(self, state, parts, query, members):
        if self.headers.get("Authorization") != f"Bearer {SECRETS['MASTODON_TOKEN']}":
            raise Answer(401, {"error": "The access token is invalid"})

        def shown(status):
            content = re.sub(
                r"https?://[^\s<]+", lambda link: f'<a href="{link[0]}"><span class="ellipsis">{link[0][:20]}</span></a>',
                html.escape(status["text"]))
            return {
                "id": str(status["id"]), "url": f"{self.root}/@weekly/{status['id']}", "content": f"<p>{content}</p>",
                "created_at": time.strftime("%Y-%m-%dT%H:%M:%S.000Z", time.gmtime(status["time"])),
            }

        if parts == ["accounts", "verify_credentials"]:
            raise Answer(200, {"id": "7", "acct": "weekly"})
        if parts == ["accounts", "7", "statuses"]:
            before = int(query.get("max_id", 1 << 60))
            page = [status for status in reversed(state.statuses) if status["id"] < before][: int(query["limit"])]
            headers = {}
            if page:
                headers["Link"] = (
                    f'<{self.root}/api/v1/accounts/7/statuses?limit={query["limit"]}&max_id={page[-1]["id"]}>; rel="next"')
            raise Answer(200, [shown(status) for status in page], headers)
        if parts == ["statuses"] and self.command == "POST":
            key = self.headers.get("Idempotency-Key")
            number, since = state.keys.get(key, (None, 0))
            if number is None or time.time() - since >= 3600:
                number = 1001 + len(state.statuses)
                state.statuses.append({"id": number, "text": members["status"], "time": time.time()})
                state.keys[key] = (number, time.time())
                state.effect("mastodon", "post", key, members["status"])
            raise Answer(200, shown(state.statuses[number - 1001]))
        if len(parts) == 2 and parts[0] == "statuses" and int(parts[1]) - 1001 < len(state.statuses):
            raise Answer(200, shown(state.statuses[int(parts[1]) - 1001]))

    def bluesky(self, state, method, query, members):
        if method == "com.atproto.server.createSession":
            if (members.get("identifier"), members.get("password")) != (HANDLE, SECRETS["BLUESKY_PASSWORD"]):
                raise Answer(401, {"error": "AuthenticationRequired", "message": "Invalid identifier or password"})
            raise Answer(200, {"accessJwt": ACCESS, "refreshJwt": "refresh", "did": DID, "handle": HANDLE})
        if method == "com.atproto.repo.getRecord":
            record = state.records.get(query.get("rkey"))
            if record is None:
                raise Answer(400, {"error": "RecordNotFound", "message": "Could not locate record"})
            raise Answer(200, {"uri": f"at://{DID}/{query['rkey']}", "cid": "bafy", "value": record})
        if method == "com.atproto.repo.putRecord":
            if self.headers.get("Authorization") != f"Bearer {ACCESS}":
                raise Answer(400, {"error": "ExpiredToken", "message": "Token has expired"})
            key, record = members["rkey"], members["record"]
            if state.records.get(key) != record:
                state.records[key] = record
                state.effect("bluesky", "post", key, record["text"])
            raise Answer(200, {"uri": f"at://{DID}/{key}", "cid": "bafy"})

    def discourse(self, state, parts, members):
        if (self.headers.get("Api-Key"), self.headers.get("Api-Username")) != (SECRETS["DISCOURSE_KEY"], USER):
            raise Answer(403, {"errors": ["You are not permitted to view the requested resource."]})
        if parts[:2] == ["t", "external_id"]:
            for topic in state.topics:
                if topic["external_id"] + ".json" == parts[2]:
                    raise Answer(301, headers={"Location": f"{self.root}/t/{topic['id']}.json"})
        elif parts[0] == "t":
            for topic in state.topics:
                if f"{topic['id']}.json" == parts[1]:
                    raise Answer(200, {"id": topic["id"], "slug": "weekly"})
        elif parts == ["posts.json"]:
            for topic in state.topics:
                if topic["external_id"] == members["external_id"]:
                    raise Answer(422, {"errors": ["External ID has already been taken"]})
                if topic["title"] == members["title"]:
                    raise Answer(422, {"errors": ["Title has already been used"]})
            number = 100 + len(state.topics)
            state.topics.append({"id": number, "title": members["title"], "external_id": members["external_id"]})
            state.effect("discourse", "topic", members["external_id"], members["title"])
            raise Answer(200, {"id": number + 1000, "topic_id": number, "topic_slug": "weekly"})

    def github(self, state, parts, query, members):
        if self.headers.get("Authorization") != f"Bearer {SECRETS['GITHUB_TOKEN']}":
            raise Answer(401, {"message": "Bad credentials"})
        if "/".join(parts[:2]) != REPOSITORY:
            return
        if len(parts) == 2:
            raise Answer(200, {"full_name": REPOSITORY})
        number = int(parts[3])
        kind = state.pulls.setdefault(number, "open")
        if parts[2] == "pulls" and self.command == "GET":
            raise Answer(200, {"number": number, "state": kind})
        if parts[2] == "pulls" and self.command == "PATCH":
            if kind != members["state"]:
                state.pulls[number] = members["state"]
                state.effect("github", "close", str(number))
            raise Answer(200, {"number": number, "state": members["state"]})
        if parts[2] == "issues" and self.command == "GET":
            raise Answer(200, [{"id": 1, "body": body} for pull, body in state.comments if pull == number])
        if parts[2] == "issues" and self.command == "POST":
            state.comments.append((number, members["body"]))
            state.effect("github", "comment", str(number), members["body"])
            raise Answer(201, {"id": 1, "body": members["body"]})


class Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def handle_error(self, *_):
        # A client that was killed.
        pass


class Services:
    """The services on a free port, as threads of this process."""

    environment = SECRETS

    def __init__(self, folder, seed=0, rate=0.0, port=0, stall=STALL):
        self.folder = Path(folder)
        self.state = State(folder, seed, rate)
        self.state.stall = stall
        self.server = Server(("127.0.0.1", port), Handler)
        self.server.state = self.state
        self.server.address = self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def fail(self, *rules):
        """Writes the rules for faults; none lets everything succeed."""
        new = self.folder / "faults.json.new"
        new.write_text(json.dumps(rules))
        new.replace(self.folder / "faults.json")

    def effects(self):
        """All effects so far, as dictionaries."""
        file = self.folder / "effects.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def repeated(self):
        """The effects that happened more than once."""
        effects = self.effects()
        counts = collections.Counter((e["service"], e["kind"], e["key"]) for e in effects)
        # A repeated post has the same text, whatever its key.
        counts.update((e["service"], e["kind"], "", e["text"]) for e in effects if e["service"] != "github")
        return [effect for effect, count in counts.items() if count > 1]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder")
    parser.add_argument("--port", type=int, default=0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--rate", type=float, default=0.0)
    options = parser.parse_args()
    services = Services(options.folder, options.seed, options.rate, options.port)
    print(services.address, flush=True)
    services.server.serve_forever()


if __name__ == "__main__":
    main()

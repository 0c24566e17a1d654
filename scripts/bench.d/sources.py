"""A local web for `scripts/bench collect`: a forge, groups and feeds of a week, each host at an address of its own.

Every answer takes its time, carries a validator, and is written down.
"""

import asyncio
import dataclasses
import datetime
import hashlib
import json
import threading
import urllib.parse

SINCE, UNTIL = datetime.date(2026, 7, 1), datetime.date(2026, 7, 8)
PULLS = 1_000
FEEDS, POSTS, NEW_POSTS = 400, 20, 3
# Meetup's groups are at one host, Mobilizon's at several; calendars are at a large host and at small ones.
MEETUP_GROUPS = 50
INSTANCES, INSTANCE_GROUPS = 5, 10
LARGE_CALENDARS, SMALL_CALENDARS = 30, 20
GROUPS = MEETUP_GROUPS + INSTANCES * INSTANCE_GROUPS + LARGE_CALENDARS + SMALL_CALENDARS
DELAY = 0.05

FORGE, MEETUP, CALENDARS = "127.0.0.2", "127.0.0.3", "127.0.0.4"
SMALL_HOSTS = [f"127.0.1.{number}" for number in range(1, SMALL_CALENDARS + 1)]
INSTANCE_HOSTS = [f"127.0.2.{number}" for number in range(1, INSTANCES + 1)]
FEED_HOSTS = [f"127.0.{3 + number // 200}.{1 + number % 200}" for number in range(FEEDS)]
HOSTS = [FORGE, MEETUP, CALENDARS, *SMALL_HOSTS, *INSTANCE_HOSTS, *FEED_HOSTS]

TEXT = "A service that waits for nothing still waits for its slowest reader. " * 30


def moment(number: int, of: int) -> datetime.datetime:
    """The number-th of so many moments, spread evenly over the week."""
    start = datetime.datetime.combine(SINCE, datetime.time(), datetime.timezone.utc)
    return start + (UNTIL - SINCE) * number / of


def iso(time: datetime.datetime) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%SZ")


def search(query: dict) -> str:
    page = int(query["page"][0])
    items = []
    for number in range((page - 1) * 100, min(page * 100, PULLS)):
        repository = f"example/part-{number % 40}"
        items.append({
            "number": number + 1, "title": f"Make part {number % 40} wait less, step {number}",
            "html_url": f"https://github.com/{repository}/pull/{number + 1}", "state": "closed", "body": TEXT,
            "labels": [{"name": "performance"}], "user": {"login": f"person-{number % 90}", "type": "User"},
            "created_at": iso(moment(number, PULLS)), "closed_at": iso(moment(number, PULLS)),
            "pull_request": {"merged_at": iso(moment(number, PULLS))}})
    return json.dumps({"total_count": PULLS, "incomplete_results": False, "items": items})


def feed(host: str, port: int) -> str:
    """Twenty posts, the newest first, three of them of the week; every other feed is RSS."""
    number = FEED_HOSTS.index(host)
    site = f"https://blog-{number}.example"
    times = [moment(number, FEEDS + NEW_POSTS) + datetime.timedelta(hours=1) * place / 10 for place in range(NEW_POSTS)]
    times += [moment(0, 1) - datetime.timedelta(days=9 * place) for place in range(1, POSTS - NEW_POSTS + 1)]
    posts = ""
    for place, time in enumerate(times):
        link, title = f"{site}/posts/{place}/", f"Post {place} of blog {number}"
        if number % 2:
            posts += (f"<item><title>{title}</title><link>{link}</link><description>{TEXT}</description>"
                      f"<pubDate>{time.strftime('%a, %d %b %Y %H:%M:%S GMT')}</pubDate></item>")
        else:
            posts += (f"<entry><title>{title}</title><link href='{link}'/><id>{link}</id><published>{iso(time)}</published>"
                      f"<updated>{iso(time)}</updated><content type='text'>{TEXT}</content></entry>")
    if number % 2:
        return f"<rss version='2.0'><channel><title>Blog {number}</title><link>{site}</link>{posts}</channel></rss>"
    return (f"<feed xmlns='http://www.w3.org/2005/Atom'><title>Blog {number}</title><id>{site}/</id>"
            f"<updated>{iso(times[0])}</updated>{posts}</feed>")


def calendar(name: str) -> str:
    """A weekly series, of which four are in the four weeks ahead, and past events."""
    past = "".join(
        f"BEGIN:VEVENT\r\nUID:{name}-{number}@calendar.example\r\nDTSTART:202601{1 + number:02}T180000Z\r\nSUMMARY:Past\r\n"
        "END:VEVENT\r\n" for number in range(28))
    return (
        f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n{past}BEGIN:VEVENT\r\nUID:{name}@calendar.example\r\n"
        "DTSTART:20260101T180000Z\r\nDTEND:20260101T200000Z\r\nRRULE:FREQ=WEEKLY\r\n"
        f"SUMMARY:Weekly meeting of {name}\r\nLOCATION:Hamburg, DE\r\nURL:https://events.example/{name}\r\n"
        "END:VEVENT\r\nEND:VCALENDAR\r\n")


def meetings(name: str) -> list[dict]:
    days = [UNTIL + datetime.timedelta(days=number * 7) for number in range(4)]
    return [{"id": f"{name}-{day}", "title": f"Meeting of {name}", "day": day} for day in days]


def meetup(question: dict) -> str:
    group = question["variables"]["group"]
    edges = [{"node": {
        "id": meeting["id"], "title": meeting["title"], "dateTime": f"{meeting['day']}T19:00+02:00",
        "eventUrl": f"https://www.meetup.com/{group}/events/{meeting['id']}/",
        "group": {"name": group, "city": "Hamburg", "state": "", "country": "de"}, "venues": []}}
        for meeting in meetings(group)]
    return json.dumps({"data": {"groupByUrlname": {"events": {
        "pageInfo": {"hasNextPage": False, "endCursor": None}, "edges": edges}}}})


def mobilizon(question: dict) -> str:
    group = question["variables"]["group"]
    elements = [{
        "title": meeting["title"], "url": f"https://mobilizon.example/events/{meeting['id']}",
        "beginsOn": f"{meeting['day']}T17:00:00Z", "endsOn": f"{meeting['day']}T19:00:00Z", "status": "CONFIRMED",
        "physicalAddress": {"locality": "Hamburg", "region": "Hamburg", "country": "Germany"}, "onlineAddress": None}
        for meeting in meetings(group)]
    return json.dumps({"data": {"group": {"name": group, "organizedEvents": {"total": 4, "elements": elements}}}})


def answer(host: str, port: int, target: str, body: bytes) -> tuple[str, str] | None:
    """Media type and text."""
    address = urllib.parse.urlsplit(target)
    if host == FORGE and address.path == "/search/issues":
        return "application/json", search(urllib.parse.parse_qs(address.query))
    if host == MEETUP:
        return "application/json", '{"access_token": "T"}' if address.path == "/token" else meetup(json.loads(body))
    if host in INSTANCE_HOSTS:
        return "application/json", mobilizon(json.loads(body))
    if host == CALENDARS or host in SMALL_HOSTS:
        return "text/calendar", calendar(f"{host.replace('.', '-')}{address.path.replace('/', '-')}")
    if host in FEED_HOSTS and address.path == "/feed.xml":
        return "application/xml", feed(host, port)
    return None


@dataclasses.dataclass
class Question:
    method: str
    url: str
    is_conditional: bool
    status: int


class Web:
    """Runs in a thread of its own until it is closed."""

    def __init__(self) -> None:
        self.questions: list[Question] = []
        self.port = 0
        self.loop = asyncio.new_event_loop()
        started = threading.Event()
        self.thread = threading.Thread(target=self.run, args=[started], daemon=True)
        self.thread.start()
        started.wait()

    def run(self, started: threading.Event) -> None:
        self.loop.run_until_complete(self.listen())
        started.set()
        self.loop.run_forever()

    async def listen(self) -> None:
        first = await asyncio.start_server(self.serve, HOSTS[0], 0)
        self.port = first.sockets[0].getsockname()[1]
        await asyncio.start_server(self.serve, HOSTS[1:], self.port)

    def close(self) -> None:
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join()

    def address(self, host: str) -> str:
        return f"http://{host}:{self.port}"

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while head := (await reader.readuntil(b"\r\n\r\n")).decode():
                first, *lines = head.rstrip().split("\r\n")
                method, target, _ = first.split(" ")
                fields = {name.lower(): value for name, value in (line.split(": ", 1) for line in lines)}
                body = await reader.readexactly(int(fields.get("content-length", 0)))
                await asyncio.sleep(DELAY)
                host = writer.get_extra_info("sockname")[0]
                found = answer(host, self.port, target, body)
                status, kind, text = (200, *found) if found else (404, "text/plain", "")
                content = text.encode()
                tag = f'"{hashlib.sha256(content).hexdigest()[:16]}"'
                if method == "GET" and status == 200 and fields.get("if-none-match") == tag:
                    status, content = 304, b""
                self.questions.append(
                    Question(method, self.address(host) + target, "if-none-match" in fields, status))
                length = "" if status == 304 else f"Content-Length: {len(content)}\r\n"
                writer.write(
                    f"HTTP/1.1 {status} It\r\nContent-Type: {kind}\r\nETag: {tag}\r\n{length}\r\n".encode() + content)
                await writer.drain()
        except (asyncio.IncompleteReadError, ConnectionError):
            pass
        finally:
            writer.close()

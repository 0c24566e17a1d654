#!/usr/bin/env python3
"""Runs `sennight collect` and `sennight add` on hostile answers from a server on this machine.

Usage: scripts/torture.d/collecting.py --sennight PATH [--only WORD] [--seconds 2] [--megabytes 300]

For each input it prints the processor's time, the peak memory, the size of what was written and the first line on stderr. An
input fails if the program crashes, exceeds the limits, writes more than 4 MB, prints nothing about an input that it
can't read in full, requests an address that only the input names, or shows a file of this machine.
"""
import argparse
import gzip
import http.server
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import threading
import time

SETTINGS = """title: Weekly
url: https://weekly.example/
timezone: UTC
calendar: { every: 1 week }
sections:
  - { kind: links, headings: [News] }
  - { kind: events, headings: [Events] }
"""
DRAFT = "Title: Weekly 7\nNumber: 7\nDate: 2099-03-10\n\n## News\n\n### Here\n\n* [Old](https://old.example/0)\n"
ISSUE = "Title: Weekly 6\nNumber: 6\nDate: 2099-03-03\n\n## News\n\n* [Old](https://old.example/1)\n"
DATE = "2099-03-05T10:00:00Z"
MEGABYTE = 1 << 20


def rss(items, doctype=""):
    return f'<?xml version="1.0"?>{doctype}<rss version="2.0"><channel><title>F</title>{items}</channel></rss>'


def item(title="One", link="https://a.example/1", more=""):
    return f"<item><title>{title}</title><link>{link}</link><pubDate>Tue, 05 Mar 2099 10:00:00 GMT</pubDate>{more}</item>"


def doctype(declarations):
    return f"<!DOCTYPE rss [{declarations}]>"


def laughs(levels=12, times=10):
    lines = ['<!ENTITY a0 "lol">']
    lines += [f'<!ENTITY a{n} "{f"&a{n - 1};" * times}">' for n in range(1, levels)]
    return doctype("".join(lines)), f"&a{levels - 1};"


def json_feed(items, more=""):
    return f'{{"version":"https://jsonfeed.org/version/1.1","title":"F"{more},"items":[{items}]}}'


def post(title='"One"', more=""):
    return f'{{"url":"https://a.example/1","title":{title},"date_published":"{DATE}"{more}}}'


def page(script):
    return f'<html><head><script type="application/ld+json">{script}</script></head></html>'


def schema_event(more="", name="Tea"):
    return f'{{"@type":"Event","name":"{name}","url":"https://a.example/e","startDate":"2099-03-12T19:00:00Z"{more}}}'


def calendar(events, before=""):
    return "\r\n".join(["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//x//", *([before] if before else []), events, "END:VCALENDAR", ""])


def event(*lines, summary="Tea", uid="1"):
    return "\r\n".join(["BEGIN:VEVENT", f"UID:{uid}", "DTSTAMP:20990101T000000Z", "DTSTART:20990312T190000Z",
                        f"SUMMARY:{summary}", "URL:https://a.example/e", *lines, "END:VEVENT"])


def folded(name, length):
    return f"{name}:" + "\r\n ".join(["x" * 70] * (length // 70))


def inputs(server):
    """(name, kind of source, answer, whether a sentence must say that something was left out)"""
    kinds, text = laughs()
    yield "feed: billion laughs", "feeds", rss(item(text), kinds), True
    kinds, text = laughs(6, 8)
    yield "feed: many laughs in attributes", "feeds", rss(item(more=f'<category term="{text}">x</category>' * 500), kinds), None
    big = "x" * 100_000
    yield "feed: quadratic blowup", "feeds", rss(item("&a;" * 10_000), doctype(f'<!ENTITY a "{big}">')), True
    yield "feed: entity many times", "feeds", rss("".join(item("one &x; two", f"https://a.example/{n}") for n in range(5_000)), doctype('<!ENTITY x "y">')), None
    yield "feed: entity that names itself", "feeds", rss(item("&a;"), doctype('<!ENTITY a "&b;"><!ENTITY b "&a;">')), None
    yield "feed: entity of a local file", "feeds", rss(item("one &x; two"), doctype('<!ENTITY x SYSTEM "file:///etc/passwd">')), None
    yield "feed: entity from the web", "feeds", rss(item("one &x; two"), doctype(f'<!ENTITY x SYSTEM "{server}/canary">')), None
    yield "feed: parameter entity of a file", "feeds", rss(item(), doctype('<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;')), None
    yield "feed: parameter entity from the web", "feeds", rss(item(), doctype(f'<!ENTITY % x SYSTEM "{server}/canary"> %x;')), None
    yield "feed: DTD from the web", "feeds", rss(item(), f'<!DOCTYPE rss SYSTEM "{server}/canary">'), None
    yield "feed: XInclude", "feeds", rss(item('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" parse="text" href="file:///etc/passwd"/>')), None
    yield "feed: parameter entity laughs", "feeds", rss(item(), doctype(
        '<!ENTITY % a0 "&#60;!-- lol -->">' + "".join(f'<!ENTITY % a{n} "{f"&#37;a{n - 1};" * 10}">' for n in range(1, 10)) + "%a9;")), None
    attributes = " ".join(f'a{n}="{n}"' for n in range(100_000))
    yield "feed: 100,000 attributes", "feeds", rss(f"<x {attributes}/>" + item()), True
    yield "feed: 100,000 attributes of the root", "feeds", f"<rss {attributes}><channel>{item()}</channel></rss>", True
    spaces = " ".join(f'xmlns:a{n}="u{n}" a{n}:b=""' for n in range(30_000))
    defaults = " ".join(f'a{n} CDATA ""' for n in range(50_000))
    yield "feed: 50,000 default attributes", "feeds", rss(item(), doctype(f"<!ATTLIST item {defaults}>")), None
    yield "feed: defaults of 100 KB", "feeds", rss("<x/>" * 20_000 + item(), doctype(f"<!ATTLIST x a CDATA '{big}'>")), None
    inner = " ".join(f'b{n}="{n}"' for n in range(50_000))
    yield "feed: attributes in an entity", "feeds", rss(item("&x;"), doctype(f"<!ENTITY x '<y {inner}/>'>")), True
    yield "feed: namespaces in namespaces", "feeds", rss("".join("<x " + " ".join(f'xmlns:a{m}b{n}="u"' for n in range(900)) + ">" for m in range(200)) + "<a0b0:x/>" * 200_000), True
    yield "feed: UTF-16 with 100,000 attributes", "feeds", rss(f"<x {attributes}/>" + item()).encode("utf-16"), True
    yield "feed: 300,000 entities", "feeds", rss(item(), doctype("".join(f"<!ENTITY e{n} ''>" for n in range(300_000)))), True
    yield "feed: 30,000 namespaces", "feeds", rss(f"<x {spaces}/>" + item()), True
    yield "feed: nested 100,000 deep", "feeds", rss("<x>" * 100_000 + "</x>" * 100_000 + item()), True
    yield "feed: nested 250 deep, 1 MB", "feeds", rss(("<x>" * 240 + "</x>" * 240) * 600 + item()), None
    yield "feed: title of 1 MB", "feeds", rss(item("x" * MEGABYTE)), True
    yield "feed: title of 1 MB of marks", "feeds", rss(item("&lt;b>" * (MEGABYTE // 6))), True
    yield "feed: title with 8 MB of HTML", "feeds", rss(item("&lt;b x=y>t&lt;/b>" * (7 * MEGABYTE // 18))), True
    yield "feed: link of 1 MB", "feeds", rss(item(link="https://a.example/" + "x" * MEGABYTE)), True
    yield "feed: author of 1 MB", "feeds", rss(item(more=f"<author>{'x' * MEGABYTE}</author>")), True
    yield "feed: 50,000 categories", "feeds", rss(item(more="<category>tea</category>" * 50_000)), True
    yield "feed: 50,000 posts", "feeds", rss("".join(item(link=f"https://a.example/{n}") for n in range(50_000))), None
    yield "feed: 1,000 posts, all asked for", "feeds-most", rss("".join(item("x" * 7_000, f"https://a.example/{n}") for n in range(1_000))), True
    yield "feed: 1,000,000 elements", "feeds", rss("<x/>" * 1_000_000 + item()), None
    yield "feed: comment of 7 MB", "feeds", rss(f"<!--{'x' * 7 * MEGABYTE}-->" + item()), None
    yield "feed: 16 KB that unpack to 16 MB", "feeds", gzip.compress(rss(item("x" * 16 * MEGABYTE)).encode()), True
    yield "feed: 50 MB", "feeds", rss(item("x" * 50 * MEGABYTE)), True
    yield "feed: combining marks", "feeds", rss(item("x" + "\u0301" * 400_000)), True
    yield "feed page: 100,000 attributes", "feeds", f"<!DOCTYPE html><html><body {attributes}></body></html>", True
    yield "feed page: nested 200,000 deep", "feeds", "<!DOCTYPE html><html>" + "<div>" * 200_000, True
    yield "feed page: 200,000 links", "feeds", "<!DOCTYPE html><html>" + '<link rel="alternate" href="/x">' * 200_000, True
    yield "feed page: unclosed formatting", "feeds", "<!DOCTYPE html><html>" + "<p><b><i>" * 100_000, True
    yield "feed page: entity in a DTD", "feeds", f'<!DOCTYPE html [<!ENTITY x SYSTEM "{server}/canary">]><html>&x;</html>', True

    yield "json: 100,000 brackets", "feeds", json_feed("[" * 100_000), True
    yield "json: 100,000 brackets, closed, unread", "feeds", json_feed(post(), ',"x":' + "[" * 100_000 + "]" * 100_000), True
    yield "json: 500 objects deep, unread", "feeds", json_feed(post(), ',"x":' + '{"a":' * 500 + "1" + "}" * 500), None
    yield "json: number of 1 MB", "feeds", json_feed(post(), ',"x":' + "9" * MEGABYTE), None
    yield "json: exponents", "feeds", json_feed(post(), ',"x":[' + ",".join(["1e999999999"] * 50_000) + "]"), None
    yield "json: title of 1 MB", "feeds", json_feed(post('"' + "x" * MEGABYTE + '"')), True
    yield "json: escapes of 1 MB", "feeds", json_feed(post('"' + "\\u00e9" * (MEGABYTE // 6) + '"')), True
    yield "json: 1,000,000 numbers as posts", "feeds", json_feed(",".join(["1"] * 1_000_000)), True
    yield "json: 300,000 empty posts", "feeds", json_feed(",".join(["{}"] * 300_000)), True
    yield "json: 200,000 tags", "feeds", json_feed(post(more=',"tags":[' + ",".join(['"a"'] * 200_000) + "]")), True
    yield "json: 100,000 times one key", "feeds", json_feed(post(), ',"x":1' * 100_000), None
    yield "json: 200,000 keys", "feeds", json_feed(post(), "".join(f',"k{n}":1' for n in range(200_000))), None

    yield "json-ld: 100,000 brackets", "json-ld", page("[" * 100_000), True
    yield "json-ld: 400 graphs deep", "json-ld", page('{"@graph":[' * 200 + schema_event() + "]}" * 200), None
    yield "json-ld: 20 graphs in each other", "json-ld", page('{"@graph":{"item":' * 100 + schema_event() + "}}" * 100), None
    yield "json-ld: 50,000 events", "json-ld", page("[" + ",".join(schema_event().replace("/e", f"/{n}") for n in range(50_000)) + "]"), True
    yield "json-ld: 50,000 scripts", "json-ld", '<html><script type="application/ld+json">1</script>' * 50_000, None
    yield "json-ld: name of 1 MB", "json-ld", page(schema_event(name="x" * MEGABYTE)), True
    yield "json-ld: 50,000 organisers", "json-ld", page(schema_event(',"organizer":[' + ",".join(['{"name":"Ann"}'] * 50_000) + "]")), True
    yield "json-ld: 50,000 wrong events", "json-ld", page("[" + ",".join([schema_event().replace("2099", "x")] * 50_000) + "]"), True

    yield "graphql: 100,000 brackets", "mobilizon", '{"data":' + "[" * 100_000, True
    yield "graphql: 1,000,000 numbers", "mobilizon", '{"data":{"searchEvents":{"total":1,"elements":[' + ",".join(["1"] * 1_000_000) + "]}}}", True
    yield "graphql: errors of 7 MB", "mobilizon", json.dumps({"errors": [{"message": "x" * 70}] * 90_000}), True
    yield "graphql: one error of 7 MB", "mobilizon", json.dumps({"errors": [{"message": "x" * 7 * MEGABYTE}]}), True

    yield "calendar: every second without end", "icalendar", calendar(event("RRULE:FREQ=SECONDLY")), True
    yield "calendar: every second from 1970", "icalendar", calendar(event("RRULE:FREQ=SECONDLY").replace("DTSTART:2099", "DTSTART:1970")), True
    yield "calendar: 2,000 such series", "icalendar", calendar("\r\n".join(event("RRULE:FREQ=SECONDLY", uid=str(n)) for n in range(2_000))), True
    yield "calendar: 5,000 daily series from 1970", "icalendar", calendar("\r\n".join(event("RRULE:FREQ=DAILY", uid=str(n)).replace("DTSTART:2099", "DTSTART:1970") for n in range(5_000))), True
    yield "calendar: a rule that never matches", "icalendar", calendar(event("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30")), None
    yield "calendar: 2,000 rules that never match", "icalendar", calendar("\r\n".join(event("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", uid=str(n)) for n in range(2_000))), None
    yield "calendar: 500 daily rules that never match", "icalendar", calendar("\r\n".join(event("RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", uid=str(n)) for n in range(500))), None
    yield "calendar: secondly that never matches", "icalendar", calendar(event("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")), None
    parts = ";".join(f"BY{name}={','.join(map(str, range(low, high)))}" for name, low, high in (("SECOND", 0, 60), ("MINUTE", 0, 60), ("HOUR", 0, 24)))
    yield "calendar: all seconds by parts", "icalendar", calendar(event(f"RRULE:FREQ=DAILY;{parts}")), True
    yield "calendar: 100,000 EXDATEs", "icalendar", calendar(event("RRULE:FREQ=DAILY", *[f"EXDATE:2099{1 + n % 12:02}{1 + n % 28:02}T{n % 24:02}{n % 60:02}00Z" for n in range(100_000)])), None
    yield "calendar: 100,000 dates in one EXDATE", "icalendar", calendar(event("RRULE:FREQ=DAILY", "EXDATE:" + ",".join(["20990313T190000Z"] * 100_000))), None
    yield "calendar: 30,000 RDATEs", "icalendar", calendar(event(*[f"RDATE:2099{1 + n % 12:02}{1 + n % 28:02}T{n % 24:02}{n % 60:02}{n % 59:02}Z" for n in range(30_000)])), None
    yield "calendar: 10,000 RRULEs", "icalendar", calendar(event(*["RRULE:FREQ=DAILY"] * 10_000)), None
    yield "calendar: 20,000 overrides", "icalendar", calendar("\r\n".join([event("RRULE:FREQ=MINUTELY")] + [event(f"RECURRENCE-ID:20990312T{n // 3600:02}{n // 60 % 60:02}{n % 60:02}Z") for n in range(20_000)])), True
    yield "calendar: folded line of 1 MB", "icalendar", calendar(event(folded("DESCRIPTION", MEGABYTE))), None
    yield "calendar: folded summary of 1 MB", "icalendar", calendar(event(folded("SUMMARY", MEGABYTE))), True
    yield "calendar: line of 1 MB", "icalendar", calendar(event("DESCRIPTION:" + "x" * MEGABYTE)), None
    yield "calendar: nested 100,000 deep", "icalendar", calendar("BEGIN:VEVENT\r\n" * 100_000 + "END:VEVENT\r\n" * 100_000), None
    yield "calendar: nested 300,000 deep", "icalendar", calendar("BEGIN:VEVENT\r\n" * 300_000 + "END:VEVENT\r\n" * 300_000), None
    yield "calendar: 40,000 calendars in each other", "icalendar", "BEGIN:VCALENDAR\r\n" * 40_000 + "END:VCALENDAR\r\n" * 40_000, None
    yield "calendar: 100,000 properties", "icalendar", calendar(event(*["X-TEA:x"] * 100_000)), None
    yield "calendar: 100,000 parameters", "icalendar", calendar(event("ORGANIZER" + ";X-A=b" * 100_000 + ":mailto:a@a.example")), None
    yield "calendar: 20,000 events", "icalendar", calendar("\r\n".join(event(uid=str(n)) for n in range(20_000))), True
    yield "calendar: 20,000 events of one UID", "icalendar", calendar("\r\n".join(event() for n in range(20_000))), None
    yield "calendar: 20,000 unreadable events", "icalendar", calendar("\r\n".join(event(uid=str(n)).replace("DTSTART:", "X:") for n in range(20_000))), True
    yield "calendar: 10,000 zones", "icalendar", calendar(event(), "\r\n".join("BEGIN:VTIMEZONE\r\nTZID:z%d\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=SECONDLY\r\nEND:STANDARD\r\nEND:VTIMEZONE" % n for n in range(5_000)) + "\r\nX-WR-TIMEZONE:z1"), None

    yield "page: title of 200 KB", "add", f"<title>{'x' * 200_000}</title>", None
    yield "page: title that never ends", "add", "<title>" * 100_000, True
    yield "page: references", "add", f"<title>{'&' * 200_000}</title>", None
    yield "page: combining marks", "add", f"<title>x{chr(0x301) * 100_000}</title>", None
    yield "page: 50 MB", "add", f"<title>x</title>{'<p>' * 16 * MEGABYTE}", None


def source(kind, address):
    line = {
        "feeds": f'  - {{ source: feeds, name: it, section: Here, feeds: ["{address}"] }}\n',
        "feeds-most": f'  - {{ source: feeds, name: it, most: 1000, feeds: ["{address}"] }}\n',
        "json-ld": f'  - {{ source: json-ld, name: it, pages: [ {{ url: "{address}" }} ] }}\n',
        "mobilizon": f'  - {{ source: mobilizon, name: it, groups: [ {{ group: tea }} ], instance: "{address}" }}\n',
        "icalendar": f'  - {{ source: icalendar, name: it, calendars: [ {{ url: "{address}" }} ] }}\n',
        "add": "",
    }[kind]
    return "sources:\n" + line if line else ""


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.body, self.requests = b"", []
        self.address = f"http://127.0.0.1:{self.server_port}"


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.requests.append(self.path)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        body = self.server.body
        self.send_response(200)
        if body.startswith(b"\x1f\x8b"):  # gzip
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Type", "text/html" if self.server.is_page else "application/octet-stream")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        try:
            self.wfile.write(body)
        except OSError:
            self.close_connection = True

    do_POST = do_GET

    def log_message(self, *arguments):
        pass


def run(arguments, folder, environment):
    """Exit status, seconds, megabytes, seconds of the processor, stderr; a run of more than a minute is ended."""
    start = time.monotonic()
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(arguments, cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                                   stdout=subprocess.DEVNULL, stderr=errors,
                                   preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (8 << 30, 8 << 30)))
        timer = threading.Timer(60, process.kill)
        timer.start()
        _, status, usage = os.wait4(process.pid, 0)
        timer.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - start
        errors.seek(0)
        text = errors.read().decode(errors="replace")
    return process.returncode, seconds, usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime, text


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=float, default=2)
    parser.add_argument("--megabytes", type=float, default=300)
    options = parser.parse_args()
    binary = os.path.abspath(options.sennight)
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    failed = count = 0
    for name, kind, body, needs_sentence in inputs(server.address):
        if options.only not in name:
            continue
        count += 1
        server.body, server.requests = body if isinstance(body, bytes) else body.encode(), []
        server.is_page = kind in ("add", "json-ld")
        with tempfile.TemporaryDirectory() as folder:
            root = pathlib.Path(folder)
            for path, text in (("sennight.yaml", SETTINGS + source(kind, f"{server.address}/it" if kind != "mobilizon" else server.address)),
                               ("content/6.md", ISSUE), ("draft/7.md", DRAFT)):
                (root / path).parent.mkdir(exist_ok=True)
                (root / path).write_text(text)
            environment = dict(os.environ, SENNIGHT_OPEN_HOSTS=f"127.0.0.1:{server.server_port}", NO_COLOR="1")
            arguments = [binary, "collect"] if kind != "add" else [binary, "add", f"{server.address}/it", "--section", "Here"]
            status, seconds, megabytes, work, errors = run(arguments, folder, environment)
            written = sum(f.stat().st_size for f in root.rglob("*") if f.is_file() and "http" not in f.parts)
            shown = errors + "".join(f.read_text(errors="replace") for f in root.rglob("*") if f.is_file())
        lines = [line for line in errors.splitlines() if line]
        faults = []
        if status not in (0, 1, 2):
            faults.append(f"ended with {status}")
        # The processor's time, for the machine may be busy with other things; the clock's too, for it may wait.
        if work > options.seconds or seconds > 5 * options.seconds:
            faults.append("too slow")
        if megabytes > options.megabytes:
            faults.append("too much memory")
        if written > 4 * MEGABYTE:
            faults.append("wrote too much")
        if len(lines) > 8 or any(len(line) > 2_000 for line in lines):
            faults.append(f"{len(lines)} lines on stderr")
        if needs_sentence and len(lines) < 2 and kind != "add":
            faults.append("says nothing")
        if any("canary" in path for path in server.requests):
            faults.append("requested what the input names")
        if "root:x:0" in shown:
            faults.append("shows a local file")
        failed += bool(faults)
        print(f"{'FAIL' if faults else 'ok':4} {work:6.2f} s {megabytes:5.0f} MB {written // 1024:6} KB {status:3}  {name}"
              f"{': ' + ', '.join(faults) if faults else ''}\n       {lines[0][:200] if lines else '-'}", flush=True)
    print(f"{count - failed} of {count} hostile answers are handled")
    return 1 if failed or not count else 0


if __name__ == "__main__":
    sys.exit(main())

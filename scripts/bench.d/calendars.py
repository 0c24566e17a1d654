"""Compares the occurrences that `sennight collect` finds in calendars with those of PyPI's recurring-ical-events.

Usage: scripts/bench calendars [--folder FOLDER] [--dry]
Without --folder, the calendars are those of calendar_cases.py, each over the year 2026; with it, all .ics files in the
folder, each over the years of their first events. Every difference is listed; a known one with who is right. Appends to
Benchmarks/RESULTS.md, and exits with 1 if fewer than 98 % of the comparable windows are equal.
"""

import argparse
import datetime
import http.server
import json
import os
import pathlib
import platform
import re
import signal
import subprocess
import sys
import tempfile
import threading
import warnings

import calendar_cases

ROOT = pathlib.Path(__file__).resolve().parents[2]
LEAST = 0.98
DAYS = 365
UTC = datetime.timezone.utc


class Server(http.server.ThreadingHTTPServer):
    def __init__(self, calendars: dict[str, bytes]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.calendars = calendars
        self.paths = {name: f"/{number}.ics" for number, name in enumerate(calendars)}
        self.bodies = {self.paths[name]: body for name, body in calendars.items()}
        threading.Thread(target=self.serve_forever, daemon=True).start()


class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = self.server.bodies.get(self.path)
        self.send_response(200 if body is not None else 404)
        self.send_header("Content-Type", "text/calendar")
        self.end_headers()
        self.wfile.write(body or b"")

    def log_message(self, *_: object) -> None:
        pass


def found(program: str, server: Server, name: str, year: int) -> tuple[set[tuple[str, str]], list[str]]:
    """Starts and titles, and what the program reports."""
    first = datetime.date(year, 1, 1)
    host = f"127.0.0.1:{server.server_address[1]}"
    with tempfile.TemporaryDirectory() as folder:
        for part, number, date in (("content", 1, first - datetime.timedelta(7)), ("draft", 2, first)):
            pathlib.Path(folder, part).mkdir()
            pathlib.Path(folder, part, f"{number}.md").write_text(
                f"Title: Weekly {number}\nNumber: {number}\nDate: {date}\n\n# News\n\n# Events\n\n## Virtual\n")
        pathlib.Path(folder, "sennight.yaml").write_text(
            "title: Weekly\nurl: https://weekly.example/\ntimezone: UTC\n"
            f"events: {{ days: {DAYS} }}\nsections:\n  - {{ kind: links, headings: [News] }}\n"
            "  - { kind: events, headings: [Events] }\nsources:\n"
            f"  - {{ source: icalendar, calendars: [{{ url: 'http://{host}{server.paths[name]}', organizer: A, mode: in-person }}] }}\n")
        run = subprocess.run(
            [program, "collect", "--publication", folder, "--since", str(first - datetime.timedelta(7)), "--until",
             str(first)], capture_output=True, text=True, env={**os.environ, "SENNIGHT_OPEN_HOSTS": host}, timeout=120)
        events = set()
        for file in pathlib.Path(folder).glob("candidates/*/*.jsonl"):
            for line in file.read_text().splitlines():
                record = json.loads(line)
                facts = {fact[0]: fact[1] for fact in record.get("facts", []) if len(fact) > 1}
                if "start" in facts:
                    events.add((instant(facts["start"]), record["title"]))
    return events, [line for line in run.stderr.splitlines() if "icalendar" in line]


def instant(text: str) -> str:
    """Instants in UTC, days and floating times as they are."""
    text = text.split(" ")[0]
    time = datetime.datetime.fromisoformat(text)
    if len(text) > 10 and time.tzinfo:
        return time.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return text if len(text) == 10 else time.strftime("%Y-%m-%dT%H:%M")


def expected(text: bytes, year: int) -> set[tuple[str, str]]:
    """As ``found``; raises what the other library raises."""
    import icalendar
    import recurring_ical_events
    warnings.simplefilter("ignore")
    since = datetime.datetime(year, 1, 1, tzinfo=UTC)
    until = since + datetime.timedelta(DAYS)
    events = set()
    calendars = icalendar.Calendar.from_ical(text, multiple=True)
    read = [event for calendar in calendars for event in calendar.walk("VEVENT")]
    if len(read) < len(re.findall(rb"(?im)^\s*BEGIN:VEVENT", text.replace(b"\r", b"\n"))):
        raise ValueError("events that the other library doesn't read")
    for event in read:
        start = event.get("DTSTART")
        if start and "TZID" in start.params and getattr(start.dt, "tzinfo", start) is None:
            raise ValueError("a time zone that the other library doesn't know")
    for calendar in calendars:
        for event in recurring_ical_events.of(calendar).between(since, until):
            if str(event.get("STATUS", "")).upper() == "CANCELLED":
                continue
            start = event["DTSTART"].dt
            if isinstance(start, datetime.datetime):
                start = start.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ") if start.tzinfo else start.strftime(
                    "%Y-%m-%dT%H:%M")
            summary = event.get("SUMMARY", "")
            summary = summary[0] if isinstance(summary, list) else summary
            events.add((str(start), " ".join(str(summary).split())))
    return events


def years(text: bytes) -> list[int]:
    """Of the first few events."""
    found = re.findall(rb"(?im)^DTSTART[^\r\n]*?:(\d{4})\d{4}", text)
    return sorted({int(year) for year in found if b"1980" <= year <= b"2035"})[-3:]


def compare(program: str, server: Server, name: str, year: int) -> dict:
    text = server.calendars[name]
    result = {"name": name, "year": year}
    try:
        signal.alarm(20)
        wanted = expected(text, year)
    except Exception as error:
        return {**result, "other": f"{type(error).__name__}: {error}"}
    finally:
        signal.alarm(0)
    if len(wanted) > 4_000:
        return {**result, "other": "more events than a source returns"}
    got, faults = found(program, server, name, year)
    return {**result, "missing": sorted(wanted - got), "extra": sorted(got - wanted), "count": len(wanted),
            "faults": faults}


def interrupt(*_: object) -> None:
    raise TimeoutError("no end in 20 s")


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--folder", type=pathlib.Path)
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    signal.signal(signal.SIGALRM, interrupt)
    notes = {}
    if options.folder:
        paths = sorted(options.folder.rglob("*.ics"))
        calendars = {f"{number}-{path.name}": path.read_bytes() for number, path in enumerate(paths)}
        windows = [(name, year) for name, text in calendars.items() for year in years(text)]
    else:
        calendars = {name: text.encode() for name, text in calendar_cases.CASES.items()}
        windows = [(name, 2026) for name in calendars]
        notes = calendar_cases.DIFFERENCES
    server = Server(calendars)
    results = [compare(options.sennight, server, name, year) for name, year in windows]
    comparable = [result for result in results if "other" not in result]
    if not comparable:
        sys.exit(f"bench: no window could be compared: {results[0]['other'] if results else 'there is no calendar'}")
    different = [result for result in comparable if result["missing"] or result["extra"]]
    for result in results:
        where = f"{result['name']} {result['year']}"
        if "other" in result:
            print(f"{where}: not comparable: {result['other'][:150]}")
        elif result in different:
            print(f"{where}: of {result['count']}: missing {result['missing'][:4]}, extra {result['extra'][:4]}")
            print(f"    {notes.get(result['name'], 'not explained')}")
            for fault in result["faults"][:2]:
                print(f"    {fault[:200]}")
    rate = 1 - len(different) / max(1, len(comparable))
    occurrences = sum(result["count"] for result in comparable)
    line = (f"{len(calendars)} calendars, {len(windows)} windows of a year, {len(comparable)} comparable, "
            f"{len(comparable) - len(different)} equal ({rate:.1%}), {occurrences} occurrences")
    print(line)
    if not options.dry and not options.folder:
        with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
            file.write(f"\n## Calendars beside recurring-ical-events, {datetime.date.today()}\n\n"
                       f"{platform.machine()}, {os.cpu_count()} processors. `scripts/bench calendars`: {line}.\n")
            for result in different:
                file.write(f"\n- {result['name']}: {notes.get(result['name'], 'not explained')}")
            file.write("\n" if different else "")
    sys.exit(rate < LEAST)


if __name__ == "__main__":
    main()

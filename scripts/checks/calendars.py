#!/usr/bin/env python3
"""Checks every calendar of built sites: form by RFC 5545, content by icalendar.

Usage: scripts/checks/calendars.py [--allow FILE] DIR...
"""

import datetime

from findings import Findings, arguments, skip

given = arguments(__doc__.splitlines()[0])
try:
    import icalendar
except ImportError:
    skip("calendars", "no icalendar")


def check_lines(data, place, findings):
    if not data.endswith(b"\r\n"):
        findings.add(place, "the last line does not end in CRLF")
    for number, line in enumerate(data.split(b"\r\n"), 1):
        if b"\n" in line or b"\r" in line:
            findings.add(f"{place}:{number}", "a line break that is not CRLF (3.1)")
        if len(line) > 75:
            findings.add(f"{place}:{number}", f"{len(line)} octets; a line holds 75 (3.1)")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            findings.add(f"{place}:{number}", "not UTF-8, or folded inside a character")


def check_calendar(calendar, place, findings):
    if calendar.get("VERSION") != "2.0":
        findings.add(place, f"VERSION is {calendar.get('VERSION')}, not 2.0 (3.7.4)")
    if not calendar.get("PRODID"):
        findings.add(place, "no PRODID (3.7.3)")
    zones = {str(zone.get("TZID")) for zone in calendar.walk("VTIMEZONE")}
    seen = set()
    for component in calendar.walk():
        for name, error in component.errors:
            findings.add(place, f"{component.name} {name}: {error}")
        for name, value in component.property_items(recursive=False):
            zone = getattr(value, "params", {}).get("TZID")
            if zone and zone not in zones:
                findings.add(place, f"{name} names the time zone {zone}, but no VTIMEZONE has it (3.2.19)")
    for event in calendar.walk("VEVENT"):
        uid = event.get("UID")
        for name in "UID", "DTSTAMP", "DTSTART":
            if name not in event:
                findings.add(place, f"event {uid or event.get('SUMMARY')}: no {name} (3.6.1)")
        if uid in seen:
            findings.add(place, f"event {uid}: the UID is there twice (3.8.4.7)")
        seen.add(uid)
        if event.errors:
            continue  # reported above
        stamp, start, end = (getattr(event.get(name), "dt", None) for name in ("DTSTAMP", "DTSTART", "DTEND"))
        if stamp and getattr(stamp, "utcoffset", lambda: None)() != datetime.timedelta(0):
            findings.add(place, f"event {uid}: DTSTAMP is not in UTC (3.8.7.2)")
        if start and end and type(start) is not type(end):
            findings.add(place, f"event {uid}: DTSTART and DTEND are of two types (3.8.2.2)")
        elif start and end and end <= start:
            findings.add(place, f"event {uid}: ends before it begins (3.8.2.2)")


findings = Findings("calendars", given.allow)
for site in given.sites:
    calendars = sorted(site.rglob("*.ics"))
    findings.looked_at(site, calendars, "calendars")
    for path in calendars:
        place, data = path.relative_to(site), path.read_bytes()
        check_lines(data, place, findings)
        try:
            calendar = icalendar.Calendar.from_ical(data)
        except (ValueError, IndexError, KeyError) as error:
            findings.add(place, f"icalendar cannot read it: {error}")
        else:
            check_calendar(calendar, place, findings)
findings.end()

"""Calendars for `scripts/bench calendars`: ordinary ones, and the odd forms that real calendars have."""


def event(start: str, *lines: str, uid: str = "a", title: str = "Tea") -> list[str]:
    """A VEVENT; a start without a property name is one in UTC."""
    start = start if start.startswith("DTSTART") else f"DTSTART:{start}"
    return ["BEGIN:VEVENT", f"UID:{uid}", start, f"SUMMARY:{title}", *lines, "END:VEVENT"]


def calendar(*parts: str | list[str], end: str = "\r\n") -> str:
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//cases//EN"]
    for part in parts:
        lines += part if isinstance(part, list) else [part]
    return end.join([*lines, "END:VCALENDAR", ""])


BERLIN = "DTSTART;TZID=Europe/Berlin:20260105T190000"
NEW_YORK = "DTSTART;TZID=America/New_York:20260105T190000"
DAY = "DTSTART;VALUE=DATE:20260105"

RULES = {
    "daily": "FREQ=DAILY;COUNT=20", "every third day": "FREQ=DAILY;INTERVAL=3;UNTIL=20260601T000000Z",
    "workdays": "FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=40", "daily in two months": "FREQ=DAILY;BYMONTH=3,11",
    "weekly": "FREQ=WEEKLY", "every other week": "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
    "weeks from Sunday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU",
    "weeks from Monday": "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=MO", "twice a day": "FREQ=DAILY;BYHOUR=9,17;COUNT=30",
    "monthly": "FREQ=MONTHLY", "on the 31st": "FREQ=MONTHLY;BYMONTHDAY=31", "last day": "FREQ=MONTHLY;BYMONTHDAY=-1",
    "last but one": "FREQ=MONTHLY;BYMONTHDAY=-2,15", "first Monday": "FREQ=MONTHLY;BYDAY=1MO",
    "last Friday": "FREQ=MONTHLY;BYDAY=-1FR", "second and fourth": "FREQ=MONTHLY;BYDAY=2TU,4TU",
    "fifth Thursday": "FREQ=MONTHLY;BYDAY=5TH", "every Sunday of the month": "FREQ=MONTHLY;BYDAY=SU;INTERVAL=2",
    "Friday the 13th": "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13", "first workday": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1",
    "last workday": "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "third of three": "FREQ=MONTHLY;BYDAY=TU,WE,TH;BYSETPOS=3",
    "election day": "FREQ=YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "yearly": "FREQ=YEARLY",
    "day of the year": "FREQ=YEARLY;BYYEARDAY=1,100,200,-1", "Monday of week 20": "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO",
    "last weeks": "FREQ=YEARLY;BYWEEKNO=1,52,53;BYDAY=TH", "twentieth Monday": "FREQ=YEARLY;BYDAY=20MO",
    "last Sunday of March": "FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "months of a year": "FREQ=YEARLY;BYMONTH=1,4,7,10",
    "15th of each month by year": "FREQ=YEARLY;BYMONTHDAY=15", "hours": "FREQ=HOURLY;INTERVAL=5;COUNT=50",
    "minutes": "FREQ=MINUTELY;INTERVAL=90;COUNT=30", "hours of Mondays": "FREQ=HOURLY;BYDAY=MO;BYHOUR=8,20;COUNT=30",
    "every seven months": "FREQ=MONTHLY;INTERVAL=7;COUNT=2", "third day from the end of the year": "FREQ=YEARLY;BYYEARDAY=-3",
    "UNTIL with COUNT": "FREQ=WEEKLY;UNTIL=20260301T000000Z;COUNT=20", "COUNT=-1": "FREQ=WEEKLY;UNTIL=20260301T000000Z;COUNT=-1",
    "x-part": "FREQ=WEEKLY;COUNT=3;X-NOTE=1", "lower case": "freq=weekly;count=3", "trailing semicolon": "FREQ=WEEKLY;COUNT=3;",
    "blanks": "FREQ=WEEKLY; COUNT=3", "Gregorian scale": "RSCALE=GREGORIAN;FREQ=WEEKLY;COUNT=3",
    "order of parts": "COUNT=3;BYDAY=MO;FREQ=WEEKLY", "UNTIL before the start": "FREQ=WEEKLY;UNTIL=20251201T000000Z",
    "last occurrence at UNTIL": "FREQ=WEEKLY;UNTIL=20260119T180000Z",
}

CASES: dict[str, str] = {}
for name, rule in RULES.items():
    CASES[f"{name}, in Berlin"] = calendar(event(BERLIN, f"RRULE:{rule}", "DURATION:PT2H"))
    if "HOUR" not in rule and "MINUTE" not in rule:
        CASES[f"{name}, whole days"] = calendar(event(DAY, f"RRULE:{rule.replace('T000000Z', '')}"))
for name in ("weekly", "first Monday", "last Friday", "hours", "workdays", "months of a year"):
    CASES[f"{name}, in New York"] = calendar(event(NEW_YORK, f"RRULE:{RULES[name]}"))
    CASES[f"{name}, floating"] = calendar(event("20260105T190000", f"RRULE:{RULES[name].replace('00Z', '00')}"))
    CASES[f"{name}, UTC since 1998"] = calendar(event("19980105T190000Z", f"RRULE:{RULES[name]}"))

SERIES = event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=6", "DURATION:PT2H")


def change(replaced: str, start: str, *lines: str, title: str = "Moved") -> list[str]:
    return event(start, replaced, *lines, title=title)


VIENNA = [
    "BEGIN:VTIMEZONE", "TZID:Our zone", "BEGIN:STANDARD", "DTSTART:16011028T030000", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10",
    "TZOFFSETFROM:+0200", "TZOFFSETTO:+0100", "END:STANDARD", "BEGIN:DAYLIGHT", "DTSTART:16010325T020000",
    "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0200", "END:DAYLIGHT", "END:VTIMEZONE"]
CUSTOM = event("DTSTART;TZID=Our zone:20260323T190000", "RRULE:FREQ=WEEKLY;COUNT=4")

CASES |= {
    "single": calendar(event("20260708T190000Z")), "a day": calendar(event("DTSTART;VALUE=DATE:20260708")),
    "several days": calendar(event("DTSTART;VALUE=DATE:20260708", "DTEND;VALUE=DATE:20260711")),
    "over New Year": calendar(event("20251231T220000Z", "DTEND:20260101T020000Z")),
    "no UID": calendar([line for line in event("20260708T190000Z") if line[:3] != "UID"]),
    "leap day, yearly": calendar(event("DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY")),
    "in a gap": calendar(event("DTSTART;TZID=Europe/Berlin:20260322T023000", "RRULE:FREQ=DAILY;COUNT=10")),
    "in a fold": calendar(event("DTSTART;TZID=Europe/Berlin:20261020T023000", "RRULE:FREQ=DAILY;COUNT=10")),
    "two rules": calendar(event(BERLIN, "RRULE:FREQ=MONTHLY;BYDAY=1MO", "RRULE:FREQ=MONTHLY;BYMONTHDAY=20")),
    "dates only": calendar(event(BERLIN, "RDATE;TZID=Europe/Berlin:20260110T190000,20260212T200000")),
    "a period": calendar(event(BERLIN, "RDATE;VALUE=PERIOD:20260110T180000Z/PT3H,20260212T180000Z/20260212T190000Z")),
    "dates in UTC": calendar(event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=3", "RDATE:20260301T180000Z")),
    "exceptions": calendar(event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;TZID=Europe/Berlin:20260112T190000,20260126T190000")),
    "exceptions in UTC": calendar(event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE:20260112T180000Z")),
    "exceptions by day": calendar(event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;VALUE=DATE:20260112,20260119")),
    "exceptions in another zone": calendar(event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;TZID=America/New_York:20260112T130000")),
    "exceptions of days": calendar(event(DAY, "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;VALUE=DATE:20260112")),
    "the first one is off": calendar(event(DAY, "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;VALUE=DATE:20260105")),
    "moved": calendar(SERIES, change("RECURRENCE-ID;TZID=Europe/Berlin:20260112T190000", "20260113T180000Z")),
    "moved by UTC": calendar(SERIES, change("RECURRENCE-ID:20260112T180000Z", "20260113T180000Z")),
    "moved first": calendar(change("RECURRENCE-ID:20260112T180000Z", "20260113T180000Z"), SERIES),
    "moved in another zone": calendar(SERIES, change("RECURRENCE-ID;TZID=Asia/Tokyo:20260113T030000", "20260113T180000Z")),
    "moved out of the year": calendar(SERIES, change("RECURRENCE-ID:20260112T180000Z", "20270113T180000Z")),
    "moved into the year": calendar(
        event("20251201T190000Z", "RRULE:FREQ=WEEKLY;COUNT=3"), change("RECURRENCE-ID:20251208T190000Z", "20260113T180000Z")),
    "moved days": calendar(event(DAY, "RRULE:FREQ=WEEKLY;COUNT=6"), change("RECURRENCE-ID;VALUE=DATE:20260112", "DTSTART;VALUE=DATE:20260114")),
    "cancelled once": calendar(SERIES, change("RECURRENCE-ID:20260112T180000Z", "20260112T180000Z", "STATUS:CANCELLED")),
    "cancelled": calendar(event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=6", "STATUS:CANCELLED")),
    "changed without a series": calendar(change("RECURRENCE-ID:20260112T180000Z", "20260113T180000Z")),
    "from then on": calendar(SERIES, change("RECURRENCE-ID;RANGE=THISANDFUTURE:20260119T180000Z", "20260119T190000Z")),
    "newer change": calendar(
        SERIES, change("RECURRENCE-ID:20260112T180000Z", "20260113T180000Z", "SEQUENCE:1"),
        change("RECURRENCE-ID:20260112T180000Z", "20260114T180000Z", "SEQUENCE:2")),
    "newer series": calendar(
        event(BERLIN, "RRULE:FREQ=WEEKLY;COUNT=6", "SEQUENCE:1"), event(NEW_YORK, "RRULE:FREQ=WEEKLY;COUNT=3", "SEQUENCE:2")),
    "withdrawn change": calendar(
        event(DAY, "RRULE:FREQ=WEEKLY;COUNT=6", "EXDATE;VALUE=DATE:20260112", "SEQUENCE:2"),
        change("RECURRENCE-ID;VALUE=DATE:20260112", "DTSTART;VALUE=DATE:20260112", "SEQUENCE:1")),
    "change after the end": calendar(
        event(BERLIN, "RRULE:FREQ=WEEKLY;UNTIL=20260120T000000Z", "SEQUENCE:2"),
        change("RECURRENCE-ID:20260126T180000Z", "20260127T180000Z", "SEQUENCE:1")),
    "listed by date": calendar(*(event(f"202603{day:02}T180000Z") for day in (3, 10, 17))),
    "UID 0": calendar(event("20260303T180000Z", uid="0"), event("20260304T180000Z", uid="0", title="Other")),
    "Windows zone": calendar(event("DTSTART;TZID=W. Europe Standard Time:20260323T190000", "RRULE:FREQ=WEEKLY;COUNT=3")),
    "Windows zone in America": calendar(event("DTSTART;TZID=Pacific Standard Time:20260302T190000", "RRULE:FREQ=WEEKLY;COUNT=3")),
    "Outlook name": calendar(event('DTSTART;TZID="(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna":20260323T190000')),
    "prefix": calendar(event("DTSTART;TZID=/freeassociation.sourceforge.net/Europe/Berlin:20260323T190000")),
    "quoted zone": calendar(event('DTSTART;TZID="Europe/Berlin":20260323T190000')),
    "zone in lower case": calendar(event("DTSTART;TZID=europe/berlin:20260323T190000")),
    "unknown zone": calendar(event("DTSTART;TZID=Middle Earth:20260323T190000")),
    "defined zone": calendar(VIENNA, CUSTOM), "defined zone at the end": calendar(CUSTOM, VIENNA),
    "calendar's zone": calendar("X-WR-TIMEZONE:Europe/Berlin", event("20260323T180000Z", "RRULE:FREQ=WEEKLY;COUNT=3")),
    "LF": calendar(SERIES, end="\n"), "CR": calendar(SERIES, end="\r"), "BOM": "\ufeff" + calendar(SERIES),
    "empty lines": calendar(SERIES).replace("\r\nUID", "\r\n\r\nUID"), "lower case names": calendar(SERIES).replace("DTSTART", "dtstart").replace("RRULE", "rrule"),
    "folded": calendar(SERIES).replace("FREQ=WEEKLY", "FREQ=WE\r\n EKLY"), "folded by a tab": calendar(SERIES).replace("SUMMARY:Tea", "SUMMARY:Te\r\n\ta"),
    "other components": calendar(
        ["BEGIN:VTODO", "UID:t", "DTSTART:20260301T100000Z", "SUMMARY:Wash", "END:VTODO", "BEGIN:VJOURNAL", "UID:j",
         "DTSTART:20260301T100000Z", "END:VJOURNAL"], SERIES),
    "alarm": calendar(event("20260708T190000Z", "BEGIN:VALARM", "TRIGGER:-PT15M", "ACTION:DISPLAY", "DESCRIPTION:x", "SUMMARY:y", "END:VALARM")),
    "two calendars": calendar(event("20260708T190000Z")) + calendar(event("20260709T190000Z", uid="b", title="Coffee")),
    "escapes": calendar(event("20260708T190000Z", title="Tea\\, coffee\\; cake \\\\ more")),
    "no end of the event": calendar(event("20260708T190000Z")).replace("END:VEVENT\r\n", ""),
    "no end of the calendar": calendar(event("20260708T190000Z")).replace("END:VCALENDAR\r\n", ""),
    "no start": calendar(["BEGIN:VEVENT", "UID:x", "SUMMARY:Never", "END:VEVENT"], event("20260708T190000Z")),
    "end before the start": calendar(event("20260708T190000Z", "DTEND:20260708T170000Z")),
    "UNTIL as a day": calendar(event(BERLIN, "RRULE:FREQ=WEEKLY;UNTIL=20260126")),
    "UNTIL without a zone": calendar(event(NEW_YORK, "RRULE:FREQ=WEEKLY;UNTIL=20260126T190000")),
    "UNTIL with a time for days": calendar(event(DAY, "RRULE:FREQ=WEEKLY;UNTIL=20260126T235959Z")),
}

# Where Sennight differs from recurring-ical-events, and who is right.
SAME_DAY = "candidates of one day with the same title and no URL are one candidate; the occurrences are equal (a test compares them)"
DIFFERENCES: dict[str, str] = {
    "listed by date": "Sennight: three VEVENTs with one UID and no SEQUENCE or RECURRENCE-ID are three dates of a listed series",
    "UID 0": "Sennight: the UID 0 doesn't identify anything, and both titles are events",
    "change after the end": "Sennight: the newer series ends before the date that the older change replaces",
    "end before the start": "nobody: the start is kept, and the end is reported and left out; the other exchanges them",
    "UNTIL as a day": "Sennight: a day includes its evening; the other takes its first second in UTC",
    "UNTIL without a zone": "Sennight: local time means that of the start (RFC 5545, 3.3.10); the other takes it for UTC",
} | {name: SAME_DAY for name in (
    "twice a day, in Berlin", "hours, in Berlin", "minutes, in Berlin", "hours of Mondays, in Berlin", "hours, in New York",
    "hours, floating")}

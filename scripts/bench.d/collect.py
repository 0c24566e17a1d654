"""Measures `sennight collect` over a week of 1,000 pull requests, 150 groups and 400 feeds, each answer 50 ms late.

Then collects once more, which must ask conditionally and change nothing. Appends to Benchmarks/RESULTS.md.
"""

import argparse
import datetime
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

import sources

ROOT = pathlib.Path(__file__).resolve().parents[2]
MOST_SECONDS, MOST_MEGABYTES = 15, 120


def settings(web: sources.Web) -> str:
    def items(lines: list[str]) -> str:
        return "".join(f"      - {line}\n" for line in lines)

    feeds = items([web.address(host) + "/feed.xml" for host in sources.FEED_HOSTS])
    calendars = items(
        [f"url: {web.address(sources.CALENDARS)}/{number}.ics" for number in range(sources.LARGE_CALENDARS)]
        + [f"url: {web.address(host)}/own.ics" for host in sources.SMALL_HOSTS])
    text = f"""title: Weekly
url: https://weekly.example/
timezone: UTC
sections:
  - {{ kind: links, headings: [News] }}
  - {{ kind: events, headings: [Events] }}
  - {{ kind: pull-requests, headings: [Merged] }}
sources:
  - source: github-pulls
    section: Merged
    organizations: [example]
    api: {web.address(sources.FORGE)}
  - source: feeds
    section: News
    feeds:
{feeds}  - source: icalendar
    calendars:
{calendars}  - source: meetup
    client: abc
    member: "1"
    key-id: k
    api: {web.address(sources.MEETUP)}/gql
    token-address: {web.address(sources.MEETUP)}/token
    groups:
{items([f"group: meetup-{number}" for number in range(sources.MEETUP_GROUPS)])}"""
    for place, host in enumerate(sources.INSTANCE_HOSTS):
        groups = items([f"group: town-{place}-{number}" for number in range(sources.INSTANCE_GROUPS)])
        text += f"""  - source: mobilizon
    name: mobilizon-{place}
    instance: {web.address(host)}
    groups:
{groups}"""
    return text


def publication(folder: pathlib.Path, web: sources.Web) -> None:
    for name, number, date in (("content", 1, sources.SINCE), ("draft", 2, sources.UNTIL)):
        (folder / name).mkdir(parents=True)
        (folder / name / f"{number}.md").write_text(
            f"Title: Weekly {number}\nNumber: {number}\nDate: {date}\n\n# News\n\n# Merged\n\n# Events\n\n## Europe\n")
    (folder / "sennight.yaml").write_text(settings(web))


def collect(program: str, folder: pathlib.Path, web: sources.Web, key: pathlib.Path) -> tuple[float, float]:
    """Seconds, and megabytes at most."""
    command = [program, "collect", "--publication", folder, "--since", str(sources.SINCE), "--until", str(sources.UNTIL)]
    environment = {
        **os.environ, "MEETUP_KEY_FILE": str(key),
        "SENNIGHT_OPEN_HOSTS": " ".join(f"{host}:{web.port}" for host in sources.HOSTS)}
    with tempfile.TemporaryFile("w+") as talk:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=talk, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - start
        talk.seek(0)
        if status:
            sys.exit(f"collect ended with {os.waitstatus_to_exitcode(status)}: {talk.read()[:4000]}")
    return seconds, usage.ru_maxrss / 1024


def candidates(folder: pathlib.Path) -> dict[str, bytes]:
    return {path.stem: path.read_bytes() for path in sorted((folder / "candidates/2").glob("*.jsonl"))}


def faults_of_first(found: dict[str, bytes], web: sources.Web) -> list[str]:
    """What is missing or too much in what was collected."""
    # Beside candidates a file may tell how many there are of something.
    counts = {name: sum("kind" in json.loads(line) for line in text.splitlines()) for name, text in found.items()}
    mobilizon = sum(count for name, count in counts.items() if name.startswith("mobilizon"))
    calendars = sources.LARGE_CALENDARS + sources.SMALL_CALENDARS
    wanted = {
        "pull requests": (counts.get("github-pulls"), sources.PULLS),
        "posts": (counts.get("feeds"), sources.FEEDS * sources.NEW_POSTS),
        "events of Meetup": (counts.get("meetup"), sources.MEETUP_GROUPS * 4),
        "events of Mobilizon": (mobilizon, sources.INSTANCES * sources.INSTANCE_GROUPS * 4),
        "events of calendars": (counts.get("icalendar"), calendars * 4)}
    faults = [f"{count} {name} instead of {right}" for name, (count, right) in wanted.items() if count != right]
    return faults + [f"{question.status}: {question.url}" for question in web.questions if question.status != 200]


def faults_of_second(before: dict[str, bytes], after: dict[str, bytes], web: sources.Web) -> list[str]:
    faults = [f"{name} has changed" for name in before if before[name] != after.get(name)]
    faults += [f"{name} is new" for name in after if name not in before]
    # GraphQL is asked by POST, which knows no validators (RFC 9110, section 13.1).
    return faults + [
        f"asked without condition, answered {question.status}: {question.url}" for question in web.questions
        if question.method == "GET" and not (question.is_conditional and question.status == 304)]


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--dry", action="store_true", help="print only")
    options = parser.parse_args()
    load = os.getloadavg()[0]
    web = sources.Web()
    firsts, seconds, faults, asked, posted = [], [], [], 0, 0
    with tempfile.TemporaryDirectory() as name:
        key = pathlib.Path(name, "key.pem")
        subprocess.run(["openssl", "genrsa", "-out", key, "2048"], check=True, capture_output=True)
        for run in range(options.runs):
            folder = pathlib.Path(name, "weekly")
            publication(folder, web)
            web.questions.clear()
            firsts.append(collect(options.sennight, folder, web, key))
            found = candidates(folder)
            faults += faults_of_first(found, web)
            asked = len(web.questions)
            web.questions.clear()
            seconds.append(collect(options.sennight, folder, web, key))
            faults += faults_of_second(found, candidates(folder), web)
            posted = sum(question.method == "POST" for question in web.questions)
            shutil.rmtree(folder)
    web.close()

    def row(name: str, runs: list) -> str:
        times, sizes = [run[0] for run in runs], [run[1] for run in runs]
        return (f"| {name} | {statistics.median(times):.1f} s ({min(times):.1f}–{max(times):.1f}) "
                f"| {statistics.median(sizes):.0f} MB ({min(sizes):.0f}–{max(sizes):.0f}) |\n")

    for name, value, most in (
            ("seconds", max(run[0] for run in firsts + seconds), MOST_SECONDS),
            ("megabytes", max(run[1] for run in firsts + seconds), MOST_MEGABYTES)):
        if value > most:
            faults.append(f"{value:.1f} {name} are more than {most}")
    result = f"""## Collecting, {datetime.date.today()}

Machine: {os.cpu_count()} processors, {platform.system()} {platform.release()}, load before {load:.1f}; the servers on the same machine.
A week of {sources.PULLS:,} pull requests, {sources.GROUPS} groups and {sources.FEEDS} feeds; {len(sources.HOSTS)} hosts, each answer {sources.DELAY * 1000:.0f} ms late; {asked} questions. Medians of {options.runs} runs (least to most).

| `sennight collect` | time | memory at most |
|---|---|---|
{row("all new", firsts)}{row("once more", seconds)}
The second time all but the {posted} questions of GraphQL, which has no validators, are conditional and answered 304, and no file of candidates changes.

"""
    print(result, *faults[:20], sep="\n")
    if not options.dry and not faults:
        with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
            file.write(result)
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()

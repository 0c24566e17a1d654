"""Measures how the time of commands grows when their input doubles: makes publications with N and 2N candidates, links,
events or entries, runs the program on both and divides the medians. A linear command has a factor of 2, a quadratic one
of 4. Appends to Benchmarks/RESULTS.md; exits with 1 where a factor is above the limit.
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
import tempfile
from collections.abc import Callable

ROOT = pathlib.Path(__file__).resolve().parents[2]
LIMIT = 2.5
SETTINGS = """title: Weekly
url: https://weekly.example/
timezone: UTC
calendar: { every: 1 week }
sections:
  - { kind: links, headings: [News], auto: all }
  - { kind: events, headings: [Events], auto: all }
  - { kind: pull-requests, headings: [Changes], auto: all }
"""
REGIONS = ["Europe", "Asia", "Africa", "North America", "South America", "Oceania", "Virtual"]
CITIES = ["Ulm, DE", "Pune, IN", "Lagos, NG", "Austin, TX, US", "Lima, PE", "Perth, AU", "Lyon, FR"]


def words(number: int) -> str:
    """A title that no other number has."""
    stems = ["Parser", "Borrow", "Async", "Kernel", "Macro", "Trait", "Socket", "Vector", "Thread", "Cargo", "Lint"]
    name = "".join(chr(97 + int(digit)) for digit in str(number * 7919 + 1_000_000))
    return f"{stems[number % 11]} {name} in depth for the {stems[number // 11 % 11].lower()} team"


def link(number: int, host: str = "blog") -> str:
    return f"* [{words(number)}](https://{host}{number % 97}.example/posts/{number})\n"


def day(number: int) -> str:
    # Neither in order nor all different.
    return (datetime.date(2999, 3, 11) + datetime.timedelta(days=number * 7919 % 27)).isoformat()


def event(number: int) -> str:
    return (
        f"* {day(number)} | {CITIES[number % 7]} | [Club {number % 53}](https://club{number % 53}.example)\n"
        f"    * [**{words(number)}**](https://club{number % 53}.example/{number})\n"
    )


def issue(number: int, date: str, sections: str) -> str:
    return f"Title: Weekly {number}\nNumber: {number}\nDate: {date}\n\n{sections}"


def events(numbers: range) -> str:
    return "## Events\n\n" + "".join(
        f"### {region}\n\n" + "".join(event(number) for number in numbers if number % 7 == place) + "\n"
        for place, region in enumerate(REGIONS)
    )


def publication(root: pathlib.Path, draft: str) -> None:
    for name in ("content", "draft"):
        (root / name).mkdir()
    (root / "sennight.yaml").write_text(SETTINGS)
    (root / "content/6.md").write_text(issue(6, "2999-03-03", "## News\n\n* [Old](https://old.example/1)\n"))
    (root / "draft/7.md").write_text(issue(7, "2999-03-10", draft))


def pool(root: pathlib.Path, lines: list[dict]) -> None:
    (root / "candidates/7").mkdir(parents=True)
    text = "".join(json.dumps({"identity": "", "source": "made", **line}) + "\n" for line in lines)
    (root / "candidates/7/made.jsonl").write_text(text)


def link_candidate(number: int) -> dict:
    url = f"https://made{number % 97}.example/posts/{number}"
    return {"kind": "links", "section": "News", "title": words(number), "url": url}


def event_candidate(number: int, moved: bool = False) -> dict:
    return {
        "kind": "events", "section": REGIONS[number % 7], "title": words(number),
        "url": f"https://made.example/events/{number}", "facts": [["id", str(number)]],
        "event": {
            "start": day(number + moved), "mode": "in-person", "place": CITIES[number % 7],
            "organizers": [{"name": f"Club {number % 53}"}],
        },
    }  # fmt: skip


EMPTY = "## News\n\n## Events\n\n" + "".join(f"### {region}\n\n" for region in REGIONS) + "## Changes\n"


def with_links(root: pathlib.Path, count: int) -> None:
    publication(root, EMPTY)
    pool(root, [link_candidate(number) for number in range(count)])


def with_events(root: pathlib.Path, count: int) -> None:
    publication(root, EMPTY)
    pool(root, [event_candidate(number) for number in range(count)])


def with_moved_events(root: pathlib.Path, count: int) -> None:
    """All events that the draft has are on another day now."""
    publication(root, EMPTY)
    pool(root, [event_candidate(number) for number in range(count)])
    run([PROGRAM, "draft", "fill"], root)
    shutil.rmtree(root / "candidates")
    now = [event_candidate(number, moved=True) for number in range(count)]
    pool(root, now + [{**event_candidate(number), "departed": "moved"} for number in range(count)])


def with_sheet(root: pathlib.Path, count: int) -> None:
    with_links(root, count)
    sheet = subprocess.run([PROGRAM, "choose", "--from", "-"], cwd=root, capture_output=True, text=True, check=True)
    chosen = [f"add{line[3:]}" if line[:2] == "no" else line for line in sheet.stdout.splitlines()]
    (root / "sheet").write_text("\n".join(chosen) + "\n")


def issue_with_links(root: pathlib.Path, count: int) -> None:
    publication(root, "## News\n\n" + "".join(link(number) for number in range(count)))


def issue_with_events(root: pathlib.Path, count: int) -> None:
    publication(root, events(range(count)))


def three_versions(root: pathlib.Path, count: int) -> None:
    """Each side adds `count` entries of its own, changes some and takes some out."""
    both = [link(number) for number in range(count)]
    sides = []
    for side in (0, 1):
        lines = [line.replace("](", ", again](") if at % 10 == side else line for at, line in enumerate(both)]
        own = [link(number, f"side{side}") for number in range(count)]
        kept = [line for at, line in enumerate(lines) if at % 10 != 5 + side]
        sides.append("".join(line for pair in zip(kept, own) for line in pair) + "".join(own[len(kept) :]))
    for name, text in zip(("base", "main", "branch"), ("".join(both), *sides)):
        (root / f"{name}.md").write_text(issue(7, "2999-03-10", f"## News\n\n{text}"))


def pull_requests(root: pathlib.Path, count: int) -> None:
    """One branch that adds `count` entries to a draft of as many."""
    issue_with_links(root, count)
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@a.example", "-c", "gc.auto=0"]
    draft = root / "draft/7.md"
    for command in (["init", "-q", "-b", "main"], ["add", "."], ["commit", "-qm", "Draft"], ["checkout", "-qb", "more"]):
        subprocess.run([*git, *command], cwd=root, check=True, capture_output=True)
    draft.write_text(draft.read_text() + "".join(link(number, "more") for number in range(count)))
    for command in (["commit", "-qam", "More"], ["checkout", "-q", "main"]):
        subprocess.run([*git, *command], cwd=root, check=True, capture_output=True)


CASES: dict[str, tuple[str, int, Callable[[pathlib.Path, int], None], list[str]]] = {
    "draft-links": ("`draft fill`, automatic links", 5_000, with_links, ["draft", "fill"]),
    "draft-events": ("`draft fill`, automatic events", 5_000, with_events, ["draft", "fill"]),
    "draft-moved": ("`draft fill`, events that moved", 100, with_moved_events, ["draft", "fill"]),
    "candidates": ("`candidates`, links", 5_000, with_links, ["candidates"]),
    "candidates-events": ("`candidates`, events", 5_000, with_events, ["candidates"]),
    "sheet": ("`choose --from -`", 5_000, with_links, ["choose", "--from", "-"]),
    "choose": ("`choose --from SHEET`", 5_000, with_sheet, ["choose", "--from", "sheet"]),
    "status": ("`status`, candidates", 5_000, with_links, ["status"]),
    "check-links": ("`check`, links of one issue", 40_000, issue_with_links, ["check"]),
    "check-events": ("`check`, events of one issue", 20_000, issue_with_events, ["check"]),
    "fix-links": ("`check --fix`, links of one issue", 10_000, issue_with_links, ["check", "--fix"]),
    "merge": ("`merge`, entries added by each side", 5_000, three_versions, ["merge", "base.md", "main.md", "branch.md"]),
    "sort": ("`sort`, events", 10_000, issue_with_events, ["sort"]),
    "intake": ("`intake run`, entries of one branch", 5_000, pull_requests, ["intake", "run", "--branches", "more"]),
    "finish": ("`finish`, links", 10_000, issue_with_links, ["finish"]),
    "inspect": ("`inspect`, links", 20_000, issue_with_links, ["inspect", "draft/7.md"]),
    "build": ("`build`, links of one issue", 20_000, issue_with_links, ["build"]),
}
PROGRAM = ""


def run(command: list[str], root: pathlib.Path) -> float:
    """Seconds of the processors, which other programs disturb less than those on the wall."""
    before = os.times()
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    after = os.times()
    if done.returncode not in (0, 1) or done.returncode == 1 and "check" not in command:
        raise SystemExit(f"{command} exited with {done.returncode}: {done.stderr[:2000]}")
    return after.children_user + after.children_system - before.children_user - before.children_system


def seconds(name: str, count: int, runs: int) -> float:
    """The median; each run has a publication of its own, so that none finds what another has written."""
    _, _, make, arguments = CASES[name]
    times = []
    with tempfile.TemporaryDirectory() as folder:
        made = pathlib.Path(folder, "made")
        made.mkdir()
        make(made, count)
        for _ in range(runs):
            root = pathlib.Path(folder, "publication")
            shutil.copytree(made, root, symlinks=True)
            times.append(run([PROGRAM, *arguments], root))
            shutil.rmtree(root)
    return statistics.median(times)


def main() -> None:
    global PROGRAM
    parser = argparse.ArgumentParser()
    parser.add_argument("--sennight", required=True)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", help="names of cases, separated by commas")
    parser.add_argument("--scale", type=float, default=1, help="multiplies all sizes")
    parser.add_argument("--print-only", action="store_true", help="leave RESULTS.md alone")
    options = parser.parse_args()
    PROGRAM = str(pathlib.Path(options.sennight).resolve())
    names = options.only.split(",") if options.only else list(CASES)
    rows, excessive = [], []
    for name in names:
        title, usual, _, _ = CASES[name]
        count = int(usual * options.scale)
        small, large = seconds(name, count, options.runs), seconds(name, 2 * count, options.runs)
        factor = large / small
        if factor > LIMIT:
            excessive.append(name)
        rows.append(f"| {title} | {count:,} | {small * 1000:,.0f} ms | {large * 1000:,.0f} ms | {factor:.2f} |")
        print(rows[-1], flush=True)
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    table = "\n".join(rows)
    result = f"""
## Growth, {datetime.date.today()}

Machine: {os.cpu_count()} processors, {platform.system()} {platform.release()}, load {os.getloadavg()[0]:.1f}. Sennight {version}.
The whole process on N things and on twice as many, in time of the processors. Medians of {options.runs}.

| | N | N | 2N | factor |
|---|---|---|---|---|
{table}
"""
    if not options.print_only:
        with (ROOT / "Benchmarks/RESULTS.md").open("a") as file:
            file.write(result)
    if excessive:
        raise SystemExit(f"factor above {LIMIT}: {', '.join(excessive)}")


if __name__ == "__main__":
    main()

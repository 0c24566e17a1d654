"""The commands that write, each with a publication to run it on and the commands that follow."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field

from newsroom import CANARY, DAYS, DRAFT, PUBLICATION, SITE_CANARIES, edit, git, write


@dataclass
class Command:
    """One command and the state that it starts from.

    `prepare` gets a folder with the collected publication `p` and changes it. After the command was interrupted, the
    commands of `then` must lead to the same state as after an uninterrupted run; by default the command itself.
    """

    name: str
    run: list[str]
    then: list[list[str]] | None = None
    prepare: Callable = lambda newsroom, folder: None
    # A second run would do something else: afterwards the command may have happened or not, as a whole.
    once: bool = False
    # Commands whose results are valid intermediate states.
    between: list[list[str]] = field(default_factory=list)
    # The output is exchanged as a whole: it is never partly old and partly new.
    exchanges: bool = False
    # Takes over a folder with a foreign style.css, which must be kept.
    adopts: bool = False
    short: bool = False

    def __post_init__(self):
        if self.then is None:
            self.then = [self.run]
        if not any(command[0] == "build" for command in self.then):
            self.then = [*self.then, ["build", *PUBLICATION]]


# MARK: Publications


def filled(newsroom, folder):
    newsroom.sennight(folder, "draft", "fill", *PUBLICATION)


def chosen(newsroom, folder):
    """Every waiting candidate is decided on."""
    with_sheet(newsroom, folder)
    newsroom.sennight(folder, "choose", "--from", "sheet.txt", *PUBLICATION)


def with_sheet(newsroom, folder):
    filled(newsroom, folder)
    sheet = newsroom.sennight(folder, "choose", "--from", "-", *PUBLICATION)
    lines = [line for line in sheet.splitlines() if line and not line.startswith("#")]
    words = ("add  ", "later", "no   ", "add  ")
    (folder / "sheet.txt").write_text(
        "".join(words[index % 4] + line[5:] + "\n" for index, line in enumerate(lines)), "utf-8")


def without_draft(newsroom, folder):
    (folder / "p" / DRAFT).unlink()


def uncollected(newsroom, folder):
    """As before the first `collect`."""
    for path in (folder / "p" / "candidates" / "7").glob("*.jsonl"):
        path.unlink()
    shutil.rmtree(folder / "p" / ".sennight" / "cache")


def unsorted(newsroom, folder):
    edit(folder / "p" / DRAFT, "### Europe\n\n", """### Europe

* 2026-12-03 | Ulm, DE | [Swift am Münster](https://events.example.org/ulm/)
    * [**Logs without tears**](https://events.example.org/ulm/logs)
""")


def with_faults(newsroom, folder):
    draft = folder / "p" / DRAFT
    edit(draft, "https://www.swift.org/blog/exploring-the-swift-sdk-for-android/",
         "https://www.swift.org/blog/exploring-the-swift-sdk-for-android/?utm_source=mail")
    talk = "* [A talk](https://talks.example.org/?utm_campaign=x)  \n"
    edit(draft, "### Watch and listen\n\n", "### Watch and listen\n\n" + talk)


def built(newsroom, folder):
    newsroom.sennight(folder, "build", *PUBLICATION)


def changed(folder):
    """Changes pages, removes some and adds others; a file becomes a folder."""
    content = folder / "p" / "content"
    edit(content / "2026-11-11-swift-server-weekly.md", "## ", "A line was added.\n\n## ")
    (content / "2026-10-07-swift-server-weekly.md").unlink()
    (content / "images" / "card.png").unlink()
    write(content / "images" / "card.png" / "small.txt", "smaller")
    write(content / "pages" / "imprint.md", "Title: Imprint\nDate: 2026-11-12\n\nWho we are.\n")


def rebuilt(newsroom, folder):
    built(newsroom, folder)
    edit(folder / "p" / "content" / "2026-11-11-swift-server-weekly.md", "## ", "An earlier line.\n\n## ")
    built(newsroom, folder)
    changed(folder)


def among_others(newsroom, folder):
    for path in SITE_CANARIES:
        write(folder / path, CANARY)
    write(folder / "p" / "site" / "style.css", "/* " + CANARY + " */")


def rebuilt_among_others(newsroom, folder):
    among_others(newsroom, folder)
    newsroom.sennight(folder, "build", "--adopt", *PUBLICATION)
    changed(folder)


def repository(newsroom, folder):
    """A repository with four branches for pull requests."""
    publication = folder / "p"
    write(publication / ".gitignore", "/site/\n/.site.*\n/.sennight/cache/\n")
    git(publication, "init", "--quiet", "--initial-branch", "main")
    git(publication, "config", "gc.auto", "0")
    git(publication, "add", "--all")
    git(publication, "commit", "--quiet", "--message", "Begin")
    additions = [
        ("one", "### Articles and tutorials\n\n", "* [Servers that sleep](https://one.example.org/sleep)\n"),
        ("two", "### Watch and listen\n\n", "* [video] [A talk on tests](https://two.example.org/talk)\n"),
        ("three", "### From the project\n\n", "* [Release notes](https://three.example.org/notes)\n"),
        ("four", "### Articles and tutorials\n\n", "* [A second look](https://four.example.org/look)\n"),
    ]
    for name, heading, line in additions:
        git(publication, "switch", "--quiet", "--create", f"pr/{name}", "main")
        edit(publication / DRAFT, heading, heading + line)
        git(publication, "commit", "--quiet", "--all", "--message", f"Add {name}")
    git(publication, "switch", "--quiet", "main")


def taken_in(newsroom, folder):
    repository(newsroom, folder)
    newsroom.sennight(folder, "intake", "--branches", "pr/*", *PUBLICATION, statuses=(0, 1))


def behind(newsroom, folder):
    """main has a commit that the branches lack."""
    repository(newsroom, folder)
    cast = "* [audio] [A cast](https://cast.example.org/1)\n"
    edit(folder / "p" / DRAFT, "### Watch and listen\n\n", "### Watch and listen\n\n" + cast)
    git(folder / "p", "commit", "--quiet", "--all", "--message", "Add a cast")


def finished_ready(newsroom, folder):
    chosen(newsroom, folder)
    newsroom.sennight(folder, "check", "--fix", *PUBLICATION, statuses=(0, 1))


def finished(newsroom, folder):
    finished_ready(newsroom, folder)
    newsroom.sennight(folder, "finish", *PUBLICATION)


def another_program(newsroom, folder):
    """A weekly of Jekyll, beside the publication."""
    write(folder / "old" / "_config.yml", "title: Tea\nurl: https://tea.example\n")
    write(folder / "old" / "_includes" / "sponsor.html", "<p>Drink tea</p>\n")
    for day in ("07", "14", "21"):
        write(folder / "old" / "_posts" / f"2026-01-{day}-tea.md",
              f"---\ntitle: Tea {day}\n---\n\n{{% include sponsor.html %}}\n\n## News\n\n* [a](https://a.example/{day})\n")


# MARK: The commands


def undoing(newsroom):
    """Undoing a command that changed two files, and one that changed three; none if there is no undo yet."""
    if "sennight undo" not in newsroom.program.run(["undo", "--help"], newsroom.base).output:
        return []
    run, then = ["undo", *PUBLICATION], [["sort", *PUBLICATION]]
    return [
        Command("undo", run, then, prepare=filled, once=True, short=True),
        Command("undo: finish", run, then, prepare=finished, once=True),
    ]


def all_commands(newsroom):
    build, finish = ["build", *PUBLICATION], ["finish", *PUBLICATION]
    adopt = ["build", "--adopt", *PUBLICATION]
    intake = ["intake", "--branches", "pr/*", *PUBLICATION]
    draft = ["draft", "--date", "2026-11-18", *PUBLICATION]
    link = "https://blog.example.org/a-new-article"
    return [
        Command("build: first", build, exchanges=True),
        Command("build: changed", build, prepare=rebuilt, exchanges=True, short=True),
        Command("build --adopt: first", adopt, prepare=among_others, adopts=True),
        Command("build in place: changed", build, prepare=rebuilt_among_others, short=True),
        Command("draft", draft, prepare=without_draft),
        Command("draft fill: new", ["draft", "fill", *draft[1:]], prepare=without_draft, between=[draft], short=True),
        Command("draft fill", ["draft", "fill", *PUBLICATION], short=True),
        Command("choose", ["choose", "--from", "sheet.txt", *PUBLICATION], prepare=with_sheet, short=True),
        Command("add", ["add", link, "--title", "A new article", "--section", "Articles and tutorials", *PUBLICATION],
                short=True),
        Command("add event", [
            "add", "event", "https://events.example.org/graz", "--title", "Actors at work", "--date", "2026-11-24",
            "--region", "Europe", "--place", "Graz, AT", "--organizer", "Swift Graz", *PUBLICATION]),
        Command("move", ["move", "https://www.swift.org/blog/exploring-the-swift-sdk-for-android/", "--section",
                         "Articles and tutorials", *PUBLICATION], prepare=filled),
        Command("remove", ["remove", "https://git.example.org/harbour/lantern", "--why", "told twice", *PUBLICATION],
                prepare=filled, short=True),
        Command("sort", ["sort", *PUBLICATION], prepare=unsorted),
        Command("check --fix", ["check", "--fix", *PUBLICATION], prepare=with_faults),
        Command("finish", finish, [finish, draft_next()], prepare=finished_ready, short=True),
        Command("finish, then draft", finish, [draft_next(), finish], prepare=finished_ready),
        Command("finish --no-next", [*finish, "--no-next"], prepare=finished_ready),
        *undoing(newsroom),
        # Pull requests are taken in one by one, in the order of their names.
        Command("intake", intake, prepare=repository, short=True, between=[
            [*intake, "--only", "pr/four"], [*intake, "--only", "pr/four,pr/one"],
            [*intake, "--only", "pr/four,pr/one,pr/three"]]),
        Command("intake commit", ["intake", "commit", *intake[1:]], prepare=taken_in),
        Command("intake update", ["intake", "update", "pr/one", *intake[1:], "--yes"], prepare=behind),
        Command("collect", ["collect", *PUBLICATION, *DAYS], prepare=uncollected),
        Command("init", ["init", "new"], [["init", "new"], ["build", "--publication", "new"]]),
        # Once there are settings, adopting again is refused.
        Command("adopt --write", ["adopt", "old", "--write", "--output", "adopted"], prepare=another_program,
                once=True, short=True),
        Command("merge-driver install", ["merge-driver", "install", "--publication", "p"], prepare=repository),
        Command("redirect jobs", ["redirect", "jobs", "https://jobs.example.org/new/", *PUBLICATION]),
        Command("redirect discuss", ["redirect", "6", "discuss", "https://forum.example.org/t/6", *PUBLICATION]),
        Command("theme --eject", ["theme", "--eject", *PUBLICATION]),
    ]


def draft_next():
    return ["draft", *PUBLICATION]

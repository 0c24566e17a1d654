"""Gives texts that no person writes to every command that reads Markdown, each within 2 seconds and 300 MB.

The limits are meant for a release build; --factor 10 allows for a debug build. Time is the processor's, as other work on
the machine would count otherwise.
"""
import argparse
import os
import pathlib
import resource
import signal
import subprocess
import sys
import tempfile
import threading

HEADER = "Title: Texts 1\nNumber: 1\nDate: 2025-06-18\n\n"
# What all three versions of a merge have, so that they are versions of one issue.
KNOWN = "# News\n\n" + "".join(f"* [Known {i}](https://known.example/{i})\n" for i in range(9)) + "\n# Rest\n\n"


def times(pattern, size):
    return pattern * max(1, size // len(pattern.encode()))


def table(columns, rows, row="|a|"):
    return "|a" * columns + "|\n" + "|-" * columns + "|\n" + (row + "\n") * rows


def deep_list(depth):
    return "".join("  " * level + "- a\n" for level in range(depth))


# Repeated from the first letter to the last.
PATTERNS = [
    "[", "![", "](", "[]", "[](", "[a](", "[a](b", "[a](<b", '[a](b "', "[a](b (", "[a][b] ", "[[a]] ", "[^a]", "\\[",
    "[a](b)", "[![a](b)](c)", "* [a](b)\n", "* [a](https://a.example)\n", "[a]: b\n", '[a]: b "\n', "[a]:\n", "[a\n",
    "<", "<a ", '<a b="', "<a b='", "</a ", "a <!", "a <!A ", "a <!-- ", "<!--\n", "<!--\n\n", "<!-- a -->\n", "a <? ",
    "a <![CDATA[ ", "<http:", "<http:x ", "<a@b.", "<div>", "<div>\n\n", "</div>\n", "<a href=x>", "<b>", "<script>",
    "`a``b", "e" + "`" * 90, "```\n", "~~~\n", "```\n\n", "*", "*a", "*a ", "a* ", "*_", "*a_ ", "*a _b**c* d_ ", "a**b",
    "~", "~~", "~~a ", "a~ ", "~a~ ", "*~", ">", "> ", ">a\n", "> > a\n", "- ", "-", "- a\n", "- a\n\n", "- a\n* b\n",
    "- - - - a\n", "1. ", "1. a\n", "+\n", "&", "&amp;", "&#1", "&ampamp", "a", "a\n", "a \n", "a  \n", "\\", "\\\n",
    "# a\n", "#", "# \n", "## a #\n", "a\n=\n", "a\n-\n", "    a\n", "\t", "|", "|a|\n", "|-|\n", "a|b\n-|-\n", "x|y\n-|-|-\n",
    "a\n|-|\n", "|a|b|\n|-|-|\n|c|\n\n", "- |a|\n  |-|\n  |c|\n", "é", "\x01", "a\r", "(", "http://a.example/ ", "https://",
    "* 2025-06-19 | Berlin, DE | [A](https://a.example)\n    * [**B**](https://b.example)\n", "2025-06-19 ", "* a | b | ",
    "word ", "* [video] ", "[tag]", "# Heading\n\n* [a](https://a.example)\n\n", "a: b\n", "\n", " \n", "---\n", "<<<<<<<\n",
    "=======\n", "TODO ", "{{a}}", "@user ", "\"", "'", "a.b.c.", "%20", "?a=b&", "https://a.example/?a=b&utm_source=c ",
]  # fmt: skip

# Whose parts are not all the same: a function of the size.
SHAPES = {
    "table 5,000 x 2,000": lambda n: table(5000, 2000),
    "wide table": lambda n: table(n // 8, n // 8),
    "table of 60 columns, short rows": lambda n: table(60, n // 4),
    "table of one row of pipes": lambda n: "|" * n + "\n|-|\n",
    "delimiters of a table": lambda n: "a\n" + "|-" * (n // 2) + "\n",
    "table of whole rows": lambda n: table(4, n // 10, "|a|b|c|d|"),
    "long paragraph, delimiters": lambda n: "a b c\n" * (n // 12) + ":-\n" * (n // 6),
    "brackets opened, then closed": lambda n: "[" * (n // 2) + "]" * (n // 2),
    "nested links": lambda n: "[" * (n // 5) + "a" + "](b)" * (n // 5),
    "nested images": lambda n: "![" * (n // 6) + "a" + "](b)" * (n // 6),
    "open brackets, then links": lambda n: "[" * (n // 2) + "[a](b)" * (n // 12),
    "open images, then links": lambda n: "![" * (n // 4) + "[a](b)" * (n // 12),
    "one reference with a long address": lambda n: "[a]: " + "u" * (n // 2) + "\n\n" + "[a]" * (n // 6),
    "many references": lambda n: "".join(f"[r{i}]: u{i}\n" for i in range(n // 24))
    + "\n"
    + "".join(f"[r{i}] " for i in range(n // 24)),
    "the same definition": lambda n: "".join(f"[r]: u{i}\n" for i in range(n // 12)) + "\n[r]\n",
    "backticks of growing length": lambda n: "".join("e" + "`" * i for i in range(int((2 * n) ** 0.5))),
    "backticks of shrinking length": lambda n: "".join("`" * i + "\n" for i in range(int((2 * n) ** 0.5), 0, -1)),
    "fences never closed": lambda n: "".join("`" * i + "\n" for i in range(int(n**0.5), 2, -1)) + "a\n" * (n // 4),
    "nested emphasis": lambda n: "*a **a " * (n // 14) + "b** b* " * (n // 14),
    "quotes and marks": lambda n: "> " * (n // 4) + "b[" * (n // 4),
    "nested list": lambda n: deep_list(int(n**0.5)),
    "nested list, blank lines": lambda n: deep_list(90) + "\n" * n,
    "nested list, text": lambda n: deep_list(90) + "  " * 90 + "b[" * (n // 2),
    "list in quotes": lambda n: ("> " * 90 + "a\n") * (n // 182),
    "HTML nested": lambda n: "<div>" * (n // 11) + "</div>" * (n // 11),
    "inline HTML nested": lambda n: "a " + "<b>" * (n // 7) + "</b>" * (n // 7),
    "one long attribute": lambda n: '<a href="' + "a" * n + '">b</a>',
    "one tag of many attributes": lambda n: "<a " + "b=c " * (n // 4) + ">d</a>",
    "one long line": lambda n: "a" * n,
    "one long address": lambda n: "* [a](https://a.example/" + "a/" * (n // 2) + ")",
    "one long query": lambda n: "* [a](https://a.example/?" + "a=b&" * (n // 4) + ")",
    "one long title": lambda n: "* [" + "word " * (n // 5) + "](https://a.example)",
    "one long heading": lambda n: "# " + "word " * (n // 5),
    "headings of one title": lambda n: "## Same\n\ntext\n\n" * (n // 15),
    "headings of many titles": lambda n: "".join(f"## Title {i}\n" for i in range(n // 16)),
    "one heading, many links": lambda n: "# News\n\n" + "".join(f"* [Link {i}](https://a.example/{i})\n" for i in range(n // 40)),
    "links of one title": lambda n: "# News\n\n" + "".join(f"* [The same words](https://a.example/{i})\n" for i in range(n // 46)),
    "links of one address": lambda n: "# News\n\n" + "".join(f"* [Link {i}](https://a.example/)\n" for i in range(n // 36)),
    "paragraphs of words": lambda n: ("w " * 2000 + "\n\n") * (n // 4002),
    "paragraphs of other words": lambda n: "".join(f"word{i} other{i}\n\n" for i in range(n // 24)),
}  # fmt: skip


def texts(size):
    for pattern in PATTERNS:
        yield repr(pattern), HEADER + times(pattern, size)
    for name, shape in SHAPES.items():
        yield name, HEADER + shape(size)
    yield "header of a long title", "Title: " + "word " * (size // 5) + "\nDate: 2025-06-18\n\ntext\n"
    yield "header of many lines", "Title: A\nDate: 2025-06-18\n" + "key: value\n" * (size // 11) + "\ntext\n"
    yield "front matter", "---\ntitle: A\ndate: 2025-06-18\n" + "key: [\n" * (size // 7) + "---\ntext\n"


def measured(command, folder, seconds):
    """Runs a command; gives its exit status (negative for a signal), processor seconds and megabytes."""
    process = subprocess.Popen(
        [str(part) for part in command], cwd=folder, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (16 << 30, 16 << 30)),
    )  # fmt: skip
    # Far beyond the limit it is stopped, for some texts would take hours.
    timer = threading.Timer(seconds * 8, process.send_signal, [signal.SIGKILL])
    timer.start()
    _, status, usage = os.wait4(process.pid, 0)
    timer.cancel()
    process.returncode = os.waitstatus_to_exitcode(status)
    return process.returncode, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def changed(text, every, word):
    lines = text.split("\n")
    return "\n".join(line + word if index > 18 and index % every == 0 else line for index, line in enumerate(lines))


def git(folder, *arguments):
    name = ["-c", "user.name=A", "-c", "user.email=a@a.example", "-c", "init.defaultBranch=main"]
    subprocess.run(["git", *name, *arguments], cwd=folder, check=True, capture_output=True)


def commands(sennight, text, folder):
    """The commands over a text: their name and arguments; and the folder they run in."""
    site = folder / "site"
    (site / "content").mkdir(parents=True)
    (site / "sennight.yaml").write_text("title: W\nurl: https://w.example.org/\nfolders: { drafts: draft }\n")
    issue = site / "content/issue.md"
    issue.write_text(text, newline="")
    base, main, branch = folder / "base.md", folder / "main.md", folder / "branch.md"
    text = text.replace(HEADER, HEADER + KNOWN)
    base.write_text(text, newline="")
    main.write_text(changed(text, 3, " m"), newline="")
    branch.write_text(changed(text, 5, " b") + "\n* [New](https://new.example)\n", newline="")
    repository = folder / "repository"
    (repository / "draft").mkdir(parents=True)
    (repository / "sennight.yaml").write_text("title: W\nurl: https://w.example.org/\nfolders: { drafts: draft }\n")
    (repository / "content").mkdir()
    (repository / "content/old.md").write_text("Title: Texts 0\nDate: 2025-06-11\n\ntext\n")
    draft = repository / "draft/2025-06-18.md"
    draft.write_text(HEADER + KNOWN)
    git(repository, "init", "-q")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "Draft")
    git(repository, "checkout", "-qb", "pr/a")
    draft.write_text(text, newline="")
    git(repository, "commit", "-qam", "Add")
    git(repository, "checkout", "-q", "main")
    yield "inspect", [sennight, "inspect", "--publication", site, issue], folder
    yield "check", [sennight, "check", "--publication", site, issue], folder
    yield "merge", [sennight, "merge", base, main, branch], folder
    yield "build", [sennight, "build", "--publication", site], folder
    yield "intake", [sennight, "intake", "--branches", "pr/*"], repository


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sennight", required=True, type=pathlib.Path, help="the program")
    options.add_argument("--size", type=int, default=1_000_000, help="bytes of a text")
    options.add_argument("--seconds", type=float, default=2)
    options.add_argument("--megabytes", type=float, default=300)
    options.add_argument("--factor", type=float, default=1, help="allow this many times the seconds")
    options.add_argument("--only", help="texts whose name contains this")
    options.add_argument("--commands", default="inspect,check,merge,build,intake")
    options.add_argument("--all", action="store_true", help="print every run")
    options = options.parse_args()
    sennight = options.sennight.resolve()
    seconds = options.seconds * options.factor
    runs = beyond = 0
    for name, text in texts(options.size):
        if options.only and options.only not in name:
            continue
        with tempfile.TemporaryDirectory() as folder:
            for command, arguments, place in commands(sennight, text, pathlib.Path(folder)):
                if command not in options.commands.split(","):
                    continue
                status, took, memory = measured(arguments, place, seconds)
                runs += 1
                is_beyond = status not in (0, 1, 2) or took > seconds or memory > options.megabytes
                beyond += is_beyond
                if is_beyond or options.all:
                    print(f"texts: {command:8} {took:7.2f} s {memory:6.0f} MB  exit {status}  {name}", flush=True)
    print(f"texts: {runs - beyond} of {runs} runs within {seconds:g} s and {options.megabytes:g} MB")
    sys.exit(1 if beyond else 0)


if __name__ == "__main__":
    main()

"""Builds publications many times with several jobs and compares every byte with a build by one job.

Two publications: the archive (skipped where it isn't there) and one made up of the marks that parsers share tables for.
"""
import argparse
import hashlib
import os
import pathlib
import random
import subprocess
import sys
import tempfile

PROJECT = pathlib.Path(__file__).resolve().parents[2]
MANIFEST = ".sennight-manifest"  # it has the files' times
ARCHIVE = pathlib.Path(os.environ.get("SENNIGHT_TESTDATA", PROJECT / "../shared")) / "archive"


def synthetic(folder, issues=80):
    """A publication full of tildes, tables and nested emphasis, the same in each run."""
    chance = random.Random(20250618)
    marks = ["~", "~~", "~~~", "*", "**", "***", "_", "__", "`", "[", "](u)", "|", "\\~", "<b>", "</b>", "a", "b c", " "]

    def phrase(words):
        return "".join(chance.choice(marks) + chance.choice(["x", " ", "~~gone~~", "~y~"]) for _ in range(words))

    (folder / "content").mkdir(parents=True)
    (folder / "sennight.yaml").write_text("title: Tildes\nurl: https://tildes.example.org/\n")
    for number in range(1, issues + 1):
        blocks = []
        for _ in range(60):
            row = "| " + " | ".join(phrase(3).replace("|", "") for _ in range(4)) + " |\n"
            blocks.append(
                chance.choice(
                    [
                        phrase(40) + "\n",
                        "* " + phrase(20) + "\n  * ~~" + phrase(5) + "~~\n",
                        "> " + phrase(20) + "\n",
                        "### ~~" + phrase(4) + "~~\n",
                        row + "|-|:-|-:|:-:|\n" + row * 3,
                        "No mark at all, only words.\n",
                        "*a **b ~~c _d_ c~~ b** a* " * 10 + "\n",
                    ]
                )
            )
        # Every third without a tilde: those are read beside the others.
        text = "\n".join(blocks) if number % 3 else "\n".join(blocks).replace("~", "")
        date = f"2024-{1 + number // 28:02}-{1 + number % 28:02}"
        (folder / f"content/{date}.md").write_text(f"Title: Tildes {number}\nNumber: {number}\nDate: {date}\n\n{text}")


def digest(folder):
    whole = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file() and p.name != MANIFEST):
        whole.update(str(path.relative_to(folder)).encode() + b"\0" + path.read_bytes() + b"\0")
    return whole.hexdigest()


def difference(one, other):
    """The first file that is not the same in both."""
    paths = {p.relative_to(f) for f in (one, other) for p in f.rglob("*") if p.is_file() and p.name != MANIFEST}
    for path in sorted(paths):
        left, right = one / path, other / path
        if not left.is_file() or not right.is_file() or left.read_bytes() != right.read_bytes():
            return path
    return None


def build(sennight, publication, settings, output, jobs):
    command = [sennight, "build", "--publication", publication, "--output", output, "--state", f"{output}.state"]
    command += ["--jobs", str(jobs)] + (["--settings", settings] if settings else [])
    run = subprocess.run([str(part) for part in command], capture_output=True, text=True)
    if run.returncode:
        sys.exit(f"builds: exit {run.returncode} of {' '.join(map(str, command))}\n{run.stderr}")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--sennight", required=True, type=pathlib.Path, help="the program")
    options.add_argument("--runs", type=int, default=200, help="builds of each publication")
    options.add_argument("--jobs", type=int, default=8)
    options = options.parse_args()
    options.sennight = options.sennight.resolve()
    failed = False
    with tempfile.TemporaryDirectory() as scratch:
        scratch = pathlib.Path(scratch)
        synthetic(scratch / "synthetic")
        publications = [("synthetic", scratch / "synthetic", None)]
        if ARCHIVE.is_dir():
            publications.append(("archive", ARCHIVE, PROJECT / "Examples/this-week-in-rust/sennight.yaml"))
        else:
            print(f"builds: skipped the archive, which is not at {ARCHIVE} (SENNIGHT_TESTDATA names its folder)")
        for name, publication, settings in publications:
            alone, output = scratch / f"{name}.alone", scratch / f"{name}.site"
            build(options.sennight, publication, settings, alone, 1)
            expected = digest(alone)
            different = 0
            for _ in range(options.runs):
                build(options.sennight, publication, settings, output, options.jobs)
                if digest(output) != expected:
                    different += 1
                    print(f"builds: {name}: {difference(alone, output)} differs from the build with one job")
                subprocess.run(["rm", "-rf", output, f"{output}.state"], check=True)
            print(f"builds: {name}: {options.runs - different} of {options.runs} with {options.jobs} jobs identical")
            failed = failed or different > 0
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()

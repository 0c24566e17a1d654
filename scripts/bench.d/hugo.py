"""The same archive as a site for Hugo: front matter converted, the text as it is, minimal templates.

How many entries a feed holds decides much of Hugo's time, so there are two sites: `same` has feeds of the newest four
issues in full, as Sennight's are; `default` leaves feeds and sitemap to Hugo's own templates, which list every issue.
"""

import json
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

SETTINGS = """\
baseURL = "https://this-week-in-rust.org/"
title = "This Week in Rust"
buildFuture = true
permalinks.page.blog = "/blog/:year/:month/:day/:slug/"
markup.goldmark.renderer.unsafe = true
"""

PAGE = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="canonical" href="{{ .Permalink }}"></head>
<body><main><h1>{{ .Title }}</h1>%s</main></body></html>
"""

LAYOUTS = {
    "single.html": PAGE % '<p>{{ .Date.Format "2 January 2006" }}</p>{{ .TableOfContents }}{{ .Content }}'
    "{{ with .PrevInSection }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}"
    "{{ with .NextInSection }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}",
    "list.html": PAGE % "<ul>{{ range .Pages }}<li><a href='{{ .RelPermalink }}'>{{ .Title }}</a></li>{{ end }}</ul>",
}

SAME_LAYOUTS = {
    "rss.xml": '<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>{{ .Title }}</title>'
    "<link>{{ .Permalink }}</link><description>{{ .Title }}</description>"
    "{{ range first 4 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>"
    "<guid>{{ .Permalink }}</guid><description>{{ .Content | html }}</description></item>{{ end }}</channel></rss>",
    "sitemap.xml": '<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">'
    "{{ range .Pages }}<url><loc>{{ .Permalink }}</loc></url>{{ end }}</urlset>",
}


def executable():
    """Hugo's own binary: the package's command is a Python script around it, whose start must not be counted."""
    return next(ROOT.glob(".checks/lib/python*/site-packages/hugo/binaries/hugo"), None)


def write_site(publication, folder, kind):
    """Writes the issues and pages of the publication as a Hugo site of the kind `same` or `default`."""
    for name, text in (LAYOUTS | SAME_LAYOUTS if kind == "same" else LAYOUTS).items():
        write(folder / "layouts" / "_default" / name, text)
    write(folder / "hugo.toml", SETTINGS)
    content = publication / "content"
    for path in sorted([*content.glob("*.md"), *content.glob("*.markdown")]):
        write(folder / "content" / "blog" / f"{path.stem}.md", converted(path.read_text("utf-8")))
    for path in sorted(content.glob("pages/*.md")):
        write(folder / "content" / "pages" / path.name, converted(path.read_text("utf-8")))


def converted(text):
    """`Title:` lines to JSON front matter. Dates such as 2020-12-2 and 2013-06-07 18:46 lose what is after the day."""
    header, _, body = text.partition("\n\n")
    fields = dict(re.findall(r"^(\w+):[ \t]*(.*?)[ \t]*$", header, re.MULTILINE))
    front = {"title": fields["Title"], "slug": fields.get("Slug") or slug(fields["Title"])}
    if "Date" in fields:
        front["date"] = "{:04}-{:02}-{:02}".format(*map(int, re.match(r"(\d+)-(\d+)-(\d+)", fields["Date"]).groups()))
    if "Category" in fields:
        front["categories"] = [fields["Category"]]
    if "Number" in fields:
        front["number"] = fields["Number"]
    # Hugo would take these for its shortcodes.
    return json.dumps(front) + "\n\n" + body.replace("{{<", "{{ <").replace("{{%", "{{ %")


def slug(title):
    return re.sub(r"[\s-]+", "-", re.sub(r"[^\w\s-]", "", title).strip()).lower()


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")

"""Feeds by kind, each with one peculiarity that real feeds have, for `scripts/bench feeds`."""

import base64
import dataclasses
import json
import random
import re
from collections.abc import Callable

PAGE = "https://blog.example/"


@dataclasses.dataclass(frozen=True)
class Feed:
    # The kind and the name.
    name: str
    body: bytes
    content_type: str | None = "application/xml"
    # Whether mutations may start from this feed.
    is_plain: bool = False

    @property
    def kind(self) -> str:
        return self.name.split("/")[0]


CASES: list[Feed] = []


def case(name: str, body: str | bytes, content_type: str | None = "application/xml", is_plain: bool = False) -> None:
    CASES.append(Feed(name, body.encode() if isinstance(body, str) else body, content_type, is_plain))


def item(title: str = "A title", link: str = PAGE + "1", more: str = "") -> str:
    return f"<item><title>{title}</title><link>{link}</link>{more}</item>"


def entry(title: str = "A title", link: str = PAGE + "1", more: str = "", attributes: str = "") -> str:
    return (f'<entry><title{attributes}>{title}</title><link href="{link}"/><id>{PAGE}id</id>'
            f"{more or '<updated>2026-05-01T10:00:00Z</updated>'}</entry>")


def rss(items: str, channel: str = "", attributes: str = "", declaration: str = '<?xml version="1.0"?>') -> str:
    return f'{declaration}<rss version="2.0"{attributes}><channel><title>Blog</title>{channel}{items}</channel></rss>'


def atom(entries: str, attributes: str = "", declaration: str = '<?xml version="1.0"?>') -> str:
    return f'{declaration}<feed xmlns="http://www.w3.org/2005/Atom"{attributes}><title>Blog</title>{entries}</feed>'


def atom03(entries: str, attributes: str = "") -> str:
    return f'<?xml version="1.0"?><feed version="0.3" xmlns="http://purl.org/atom/ns#"{attributes}><title>Blog</title>{entries}</feed>'


def rdf(items: str, attributes: str = "", channel: str = "") -> str:
    return ('<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
            f'xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"{attributes}>'
            f'<channel rdf:about="{PAGE}"><title>Blog</title><link>{PAGE}</link>{channel}</channel>{items}</rdf:RDF>')


def encoded(encoding: str, title: str, name: str | None = None) -> bytes:
    label = name or encoding
    return rss(item(title), declaration=f'<?xml version="1.0" encoding="{label}"?>').encode(encoding)


# Encodings
LANGUAGES = {
    "windows-1251": "Привет, мир", "koi8-r": "Новости недели", "iso-8859-1": "Café déjà vu",
    "iso-8859-2": "Zażółć gęślą jaźń", "iso-8859-5": "Правда", "iso-8859-7": "Καλημέρα", "iso-8859-9": "Işık ve gölge",
    "iso-8859-15": "Prix en €", "windows-1250": "Příliš žluťoučký kůň", "windows-1252": "“Quoted” — €5",
    "windows-1253": "Καλημέρα κόσμε", "windows-1254": "Şimdi ığdır", "windows-1257": "Ąžuolas šlama", "big5": "中文新聞",
    "gb2312": "编程语言", "gb18030": "编程語言", "euc-kr": "한국어 소식", "euc-jp": "日本語の記事", "shift_jis": "日本語の記事",
    "iso-2022-jp": "日本語の記事", "utf-16": "Größe 日本", "utf-8": "Größe 日本",
}
for encoding, title in LANGUAGES.items():
    case(f"encodings/{encoding}", encoded(encoding, title))
for encoding, title, label in [
    ("utf-16-le", "Größe", "utf-16"), ("utf-16-be", "Größe", "utf-16"), ("shift_jis", "記事", "x-sjis"),
    ("gbk", "编程语言", "gb2312"), ("windows-1252", "It’s “here”", "iso-8859-1"), ("utf-8", "Größe", "UTF8"),
]:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    case(f"encodings/{encoding}-as-{label}", mark + encoded(encoding, title, label))
case("encodings/mark-and-utf-8", b"\xef\xbb\xbf" + encoded("utf-8", "Größe"))
case("encodings/header-only", rss(item("Größe"), declaration="").encode("iso-8859-1"), "application/xml; charset=iso-8859-1")
case("encodings/header-over-declaration", encoded("utf-8", "Größe", "iso-8859-1"), "application/rss+xml; charset=utf-8")
case("encodings/header-quoted", rss(item("Größe"), declaration="").encode("iso-8859-1"), 'application/xml; charset="ISO-8859-1"')
case("encodings/declared-utf-8-but-latin", encoded("iso-8859-1", "Größe", "utf-8"))
case("encodings/declared-ascii-but-utf-8", encoded("utf-8", "Größe", "us-ascii"))
case("encodings/undeclared-utf-8", rss(item("Größe 日本"), declaration=""))
case("encodings/undeclared-latin", rss(item("Größe"), declaration="").encode("iso-8859-1"))
case("encodings/unknown-label", encoded("utf-8", "Größe", "x-nothing"))
case("encodings/no-content-type", encoded("windows-1251", "Привет"), None)
case("encodings/single-quotes", "<?xml version='1.0' encoding='iso-8859-1'?>".encode() + rss(item("Größe"), declaration="").encode("iso-8859-1"))
case("encodings/atom-koi8-r", atom(entry("Привет"), declaration='<?xml version="1.0" encoding="koi8-r"?>').encode("koi8-r"))

# Namespaces
DC = ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
TERMS = ' xmlns:dcterms="http://purl.org/dc/terms/"'
ATOM = ' xmlns:atom="http://www.w3.org/2005/Atom"'
ITUNES = ' xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd"'
MEDIA = ' xmlns:media="http://search.yahoo.com/mrss/"'
case("namespaces/atom-link-self", rss(item() , f'<link>{PAGE}</link><atom:link rel="self" href="{PAGE}feed"/>', ATOM), is_plain=True)
case("namespaces/atom-link-in-item", rss(item(more=f'<atom:link rel="self" href="{PAGE}x"/>'), attributes=ATOM))
case("namespaces/itunes-title-after", rss(item(more="<itunes:title>Short</itunes:title>"), attributes=ITUNES))
case("namespaces/itunes-title-before", rss(f"<item><itunes:title>Short</itunes:title><title>Long</title><link>{PAGE}1</link></item>", attributes=ITUNES))
case("namespaces/media-title", rss(item(more='<media:content url="https://m.example/x"><media:title>Picture</media:title></media:content>'), attributes=MEDIA))
case("namespaces/dc-date", rss(item(more="<dc:date>2026-05-01T10:00:00+02:00</dc:date>"), attributes=DC))
case("namespaces/dc-title-and-title", rss(item(more="<dc:title>Other</dc:title>"), attributes=DC))
case("namespaces/dc-title-only", rss(f"<item><dc:title>Only</dc:title><link>{PAGE}1</link></item>", attributes=DC))
case("namespaces/dcterms-issued", rss(item(more="<dcterms:issued>2026-05-01T10:00:00Z</dcterms:issued>"), attributes=TERMS))
case("namespaces/dcterms-modified", rss(item(more="<dcterms:modified>2026-05-01T10:00:00Z</dcterms:modified>"), attributes=TERMS))
case("namespaces/atom-prefix", f'<a:feed xmlns:a="http://www.w3.org/2005/Atom"><a:title>B</a:title><a:entry><a:title>A</a:title><a:link href="{PAGE}1"/><a:updated>2026-05-01T10:00:00Z</a:updated></a:entry></a:feed>')
case("namespaces/odd-prefix", rss(item(more="<d:date>2026-05-01</d:date>"), attributes=' xmlns:d="http://purl.org/dc/elements/1.1/"'))
case("namespaces/undeclared-dc", rss(item(more="<dc:date>2026-05-01T10:00:00Z</dc:date>")))
case("namespaces/undeclared-own", rss(item(more="<x:thing>1</x:thing>")))
case("namespaces/rss-default", rss(item(), attributes=' xmlns="http://backend.userland.com/rss2"'))
case("namespaces/image-in-item", rss(f"<item><image><title>Picture</title><link>{PAGE}p</link></image><title>Post</title><link>{PAGE}1</link></item>"))
case("namespaces/content-encoded", rss(item(more="<content:encoded>&lt;p&gt;Text&lt;/p&gt;</content:encoded>"), attributes=' xmlns:content="http://purl.org/rss/1.0/modules/content/"'), is_plain=True)
case("namespaces/source-in-entry", atom(entry(more=f'<source><title>Other</title><link href="https://other.example/"/><updated>2020-01-01T00:00:00Z</updated></source><updated>2026-05-01T10:00:00Z</updated>')))

# Base URLs
XML_BASE = ' xml:base="https://base.example/dir/"'
case("bases/on-feed", atom(entry(link="post"), XML_BASE))
case("bases/on-entry", atom(entry(link="post").replace("<entry>", f"<entry{XML_BASE}>")))
case("bases/on-link", atom(entry().replace(f'<link href="{PAGE}1"/>', f'<link{XML_BASE} href="post"/>')))
case("bases/nested", atom(entry(link="post").replace("<entry>", '<entry xml:base="sub/">'), XML_BASE))
case("bases/rss", rss(item(link="post"), attributes=XML_BASE))
case("bases/rss-channel", rss(item(link="post")).replace("<channel>", f"<channel{XML_BASE}>"))
case("bases/rss-item", rss(item(link="post")).replace("<item>", f"<item{XML_BASE}>"))
case("bases/rss-link", rss(item().replace(f"<link>{PAGE}1", f"<link{XML_BASE}>post")))
case("bases/own-address", atom(entry(link="post")))
case("bases/path", atom(entry(link="/post")))
case("bases/up", atom(entry(link="../post"), XML_BASE))
case("bases/query", atom(entry(link="?p=1"), XML_BASE))
case("bases/scheme-relative", atom(entry(link="//other.example/post")))
case("bases/rss-own-address", rss(item(link="post")))
case("bases/rss-path", rss(item(link="/post")))
case("bases/empty", atom(entry(link="post"), ' xml:base=""'))
case("bases/rdf", rdf(f'<item rdf:about="post"><title>A</title><link>post</link></item>', XML_BASE))
case("bases/absolute", atom(entry(link="https://x.example/post"), XML_BASE))

# Dates
for name, text in {
    "rfc822": "Fri, 01 May 2026 10:00:00 GMT", "offset": "Fri, 01 May 2026 10:00:00 +0200", "est": "Fri, 01 May 2026 10:00:00 EST",
    "pdt": "Fri, 01 May 2026 10:00:00 PDT", "cest": "Fri, 01 May 2026 10:00:00 CEST", "no-weekday": "01 May 2026 10:00:00 +0000",
    "one-digit-day": "Fri, 1 May 2026 10:00:00 GMT", "one-digit-hour": "Fri, 1 May 2026 9:05:00 GMT", "no-seconds": "Fri, 01 May 2026 10:00 GMT",
    "no-time": "Fri, 01 May 2026", "two-digit-year": "Fri, 01 May 26 10:00:00 GMT", "month-first": "Fri, May 01 2026 10:00:00 +0000",
    "long-month": "Fri, 01 September 2026 10:00:00 GMT", "asctime": "Fri May  1 10:00:00 2026", "iso": "2026-05-01T10:00:00Z",
    "iso-offset": "2026-05-01T10:00:00+05:30", "iso-fraction": "2026-05-01T10:00:00.123Z", "iso-blank": "2026-05-01 10:00:00",
    "iso-blank-offset": "2026-05-01 10:00:00 +0200", "iso-minutes": "2026-05-01T10:00Z", "iso-day": "2026-05-01", "iso-month": "2026-05",
    "iso-compact": "20260501T100000Z", "iso-day-compact": "20260501", "zone-colon": "Fri, 01 May 2026 10:00:00 +02:00",
    "zone-gmt-offset": "Fri, 01 May 2026 10:00:00 GMT+0200", "comma": "Fri, 01 May, 2026 10:00:00 UTC", "lower-case": "fri, 01 may 2026 10:00:00 gmt",
    "wrong-weekday": "Mon, 01 May 2026 10:00:00 GMT", "blanks": "  Fri,  01  May 2026   10:00:00   GMT ", "perforce": "Fri, 2026/05/01 10:00:00 EDT",
    "greek": "Παρ, 01 Μάι 2026 10:00:00 EST", "leap-day": "Sun, 29 Feb 2032 10:00:00 GMT", "midnight": "Fri, 01 May 2026 00:00:00 GMT",
    "before-1970": "Wed, 31 Dec 1969 10:00:00 GMT", "words": "yesterday", "impossible": "Fri, 99 May 2026 10:00:00 GMT", "empty": "",
}.items():
    case(f"dates/{name}", rss(item(more=f"<pubDate>{text}</pubDate>")), is_plain=name in {"rfc822", "offset"})
case("dates/published-and-updated", atom(entry(more="<updated>2026-05-02T10:00:00Z</updated><published>2026-05-01T10:00:00Z</published>")))
case("dates/pub-date-and-dc", rss(item(more="<dc:date>2026-05-02T10:00:00Z</dc:date><pubDate>Fri, 01 May 2026 10:00:00 GMT</pubDate>"), attributes=DC))
case("dates/twice", atom(entry(more="<updated>2026-05-02T10:00:00Z</updated><updated>2026-05-01T10:00:00Z</updated>")))
case("dates/channel-only", rss(item(), "<pubDate>Fri, 01 May 2026 10:00:00 GMT</pubDate>"))

# Entities
for name, title in {
    "amp": "Q&amp;A", "twice": "Q&amp;amp;A", "named": "Caf&eacute; &mdash; d&eacute;j&agrave;", "named-twice": "Caf&amp;eacute;",
    "decimal": "It&#8217;s", "hexadecimal": "It&#x2019;s", "windows": "It&#146;s", "quotes": "&quot;A&quot; &apos;b&apos;",
    "less": "a &lt; b", "less-twice": "a &amp;lt; b", "bold": "A &lt;b&gt;bold&lt;/b&gt; title", "nbsp": "A&#160;B",
    "emoji": "Ship it &#x1F680;", "tag-text": "The &amp;lt;main&amp;gt; element", "bare": "Q & A", "undeclared": "A &bogus; B",
}.items():
    case(f"entities/{name}", rss(item(title)), is_plain=name in {"amp", "decimal"})
case("entities/link", rss(item(link=PAGE + "?a=1&amp;b=2")))
case("entities/link-atom", atom(entry(link=PAGE + "?a=1&amp;b=2")))
case("entities/link-numbered", rss(item(link=PAGE + "?a=1&#38;b=2")))
case("entities/link-bare", rss(item(link=PAGE + "?a=1&b=2")))
case("entities/link-like-entity", rss(item(link=PAGE + "?a=1&copy=2")))
case("entities/doctype", '<!DOCTYPE rss [<!ENTITY name "Sennight">]>' + rss(item("From &name;"), declaration=""))
case("entities/atom-text", atom(entry("a &lt;b&gt; c")))
case("entities/atom-html", atom(entry("a &lt;b&gt;c&lt;/b&gt; &amp;amp; d", attributes=' type="html"')))
case("entities/atom-html-named", atom(entry("caf&amp;eacute;", attributes=' type="html"')))
case("entities/atom-xhtml", atom(entry('<div xmlns="http://www.w3.org/1999/xhtml">a <b>c</b> &amp; d</div>', attributes=' type="xhtml"')))

# CDATA
for name, title in {
    "plain": "<![CDATA[A title]]>", "ampersand": "<![CDATA[Q & A]]>", "reference": "<![CDATA[Q &amp; A]]>", "named": "<![CDATA[Caf&eacute;]]>",
    "markup": "<![CDATA[A <em>fine</em> title]]>", "blanks": "\n  <![CDATA[ A title ]]>\n", "split": "<![CDATA[A]]> and <![CDATA[B]]>",
    "mixed": "A &amp; <![CDATA[B & C]]>", "bracket": "<![CDATA[a]] b]]>", "end": "<![CDATA[a]]]]><![CDATA[> b]]>", "less": "<![CDATA[a < b]]>",
    "lines": "<![CDATA[A\n  long\ttitle]]>", "unicode": "<![CDATA[日本 — Größe]]>", "apostrophe": "<![CDATA[It&#8217;s]]>",
}.items():
    case(f"cdata/{name}", rss(item(title)), is_plain=name in {"plain", "ampersand"})
case("cdata/link", rss(item(link=f"<![CDATA[{PAGE}?a=1&b=2]]>")))
case("cdata/link-blanks", rss(item(link=f"\n<![CDATA[ {PAGE}1 ]]>\n")))
case("cdata/date", rss(item(more="<pubDate><![CDATA[Fri, 01 May 2026 10:00:00 GMT]]></pubDate>")))
case("cdata/atom-html", atom(entry("<![CDATA[A <b>c</b> &amp; d]]>", attributes=' type="html"')))
case("cdata/atom-text", atom(entry("<![CDATA[A & d]]>")))
case("cdata/guid", rss(f"<item><title>A</title><guid><![CDATA[{PAGE}g]]></guid></item>"))

# Atom 0.3
for name, (title, attributes) in {
    "plain": ("A title", ""), "text": ("A title", ' type="text/plain" mode="xml"'), "html": ("A &lt;b&gt;c&lt;/b&gt;", ' type="text/html" mode="escaped"'),
    "base64": (base64.b64encode(b"A title").decode(), ' type="text/plain" mode="base64"'),
    "base64-html": (base64.b64encode(b"A <b>c</b>").decode(), ' type="text/html" mode="base64"'),
    "xhtml": ('<div xmlns="http://www.w3.org/1999/xhtml">A <b>c</b></div>', ' type="application/xhtml+xml" mode="xml"'),
    "cdata": ("<![CDATA[A &amp; b]]>", ' type="text/html" mode="escaped"'), "reference": ("A &amp; b", ' type="text/plain" mode="escaped"'),
}.items():
    case(f"atom03/{name}", atom03(entry(title, attributes=attributes, more="<issued>2026-05-01T10:00:00Z</issued><modified>2026-05-02T10:00:00Z</modified>")))
for name, dates in {
    "issued": "<issued>2026-05-01T10:00:00Z</issued>", "modified": "<modified>2026-05-01T10:00:00Z</modified>", "created": "<created>2026-05-01T10:00:00Z</created>",
    "local": "<issued>2026-05-01T10:00:00-05:00</issued>", "day": "<issued>2026-05-01</issued>",
    "created-and-modified": "<created>2026-05-01T10:00:00Z</created><modified>2026-05-02T10:00:00Z</modified>",
}.items():
    case(f"atom03/{name}", atom03(entry(more=dates)))
case("atom03/links", atom03(f'<entry><title>A</title><link rel="service.edit" type="application/x.atom+xml" href="{PAGE}edit"/><link rel="alternate" type="text/html" href="{PAGE}1"/><issued>2026-05-01T10:00:00Z</issued></entry>'))
case("atom03/identifier", atom03(f"<entry><title>A</title><id>{PAGE}1</id><issued>2026-05-01T10:00:00Z</issued></entry>"))

# RSS 1.0, in RDF
ABOUT = f'<item rdf:about="{PAGE}1"><title>A title</title><link>{PAGE}1</link>%s</item>'
case("rdf/plain", rdf(ABOUT % ""), is_plain=True)
case("rdf/date", rdf(ABOUT % "<dc:date>2026-05-01T10:00:00Z</dc:date>"))
case("rdf/about-only", rdf(f'<item rdf:about="{PAGE}1"><title>A title</title></item>'))
case("rdf/link-only", rdf(item()))
case("rdf/about-differs", rdf(f'<item rdf:about="{PAGE}about"><title>A title</title><link>{PAGE}1</link></item>'))
case("rdf/two", rdf((ABOUT % "") + item("Another", PAGE + "2")))
case("rdf/items-list", rdf(ABOUT % "", channel=f'<items><rdf:Seq><rdf:li rdf:resource="{PAGE}1"/></rdf:Seq></items>'))
case("rdf/image", rdf(f'<image><title>I</title><url>{PAGE}i.png</url><link>{PAGE}</link></image>' + ABOUT % ""))
case("rdf/textinput", rdf((ABOUT % "") + f"<textinput><title>Search</title><link>{PAGE}s</link></textinput>"))
case("rdf/dc-title", rdf(ABOUT.replace("A title", "") % "<dc:title>Other</dc:title>"))
case("rdf/rss090", f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://my.netscape.com/rdf/simple/0.9/"><channel><title>B</title></channel>{item()}</rdf:RDF>')
case("rdf/prefixed", f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:r="http://purl.org/rss/1.0/"><r:channel><r:title>B</r:title></r:channel><r:item><r:title>A</r:title><r:link>{PAGE}1</r:link></r:item></rdf:RDF>')
case("rdf/entities", rdf(ABOUT.replace("A title", "Q &amp; A") % ""))
case("rdf/markup", rdf(ABOUT.replace("A title", "A &lt;i&gt;fine&lt;/i&gt; title") % ""))
case("rdf/day", rdf(ABOUT % "<dc:date>2026-05-01</dc:date>"))
case("rdf/base", rdf(f"<item><title>A</title><link>post</link></item>", XML_BASE))

# JSON Feed
for name, members in {
    "plain": {"url": PAGE + "1", "title": "A"}, "external": {"external_url": PAGE + "1", "title": "A"}, "date": {"url": PAGE + "1", "title": "A", "date_published": "2026-05-01T10:00:00Z"},
    "offset": {"url": PAGE + "1", "title": "A", "date_published": "2026-05-01T10:00:00-05:00"}, "modified": {"url": PAGE + "1", "title": "A", "date_modified": "2026-05-01T10:00:00Z"},
    "author-text": {"url": PAGE + "1", "title": "A", "author": "Ann"}, "authors": {"url": PAGE + "1", "title": "A", "authors": [{"name": "Ann"}]},
    "number-id": {"id": 7, "url": PAGE + "1", "title": "A"}, "tags-text": {"url": PAGE + "1", "title": "A", "tags": "rust"}, "null": {"url": PAGE + "1", "title": "A", "summary": None},
    "untitled": {"url": PAGE + "1", "content_text": "Some words"}, "both": {"url": PAGE + "1", "external_url": PAGE + "2", "title": "A"}, "ampersand": {"url": PAGE + "?a=1&b=2", "title": "Q & A"},
    "unicode": {"url": PAGE + "1", "title": "Größe 日本 🚀"}, "relative": {"url": "post", "title": "A"}, "attachments": {"url": PAGE + "1", "title": "A", "attachments": {"url": 1}},
}.items():
    case(f"json/{name}", json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "B", "items": [members]}), "application/feed+json")

# Not well-formed
TWO = item("First") + item("Second", PAGE + "2")
for name, body in {
    "bare-ampersand": rss(item("Q & A") + item("B &amp; C", PAGE + "2")), "bare-in-link": rss(item(link=PAGE + "?a=1&b=2&amp;c=3") + item("B", PAGE + "?x=1&amp;y=2")),
    "named-reference": rss(item("It&rsquo;s") + item("B", PAGE + "2")), "unclosed-br": rss(item(more="<description>a<br>b</description>") + item("B", PAGE + "2")),
    "unclosed-p": rss(item(more="<description><p>a<p>b</description>") + item("B", PAGE + "2")), "control": rss(item("A\x0bB") + item("C", PAGE + "2")),
    "cut": rss(TWO)[:-20], "cut-in-item": rss(TWO + item("Third", PAGE + "3"))[:-60], "no-end": rss(TWO).replace("</channel></rss>", ""),
    "junk-after": rss(TWO) + "<p>junk", "comment-after": rss(TWO) + "<!-- generated -->", "blank-before": "\n\n" + rss(TWO), "attribute-unquoted": rss(TWO).replace('version="2.0"', "version=2.0"),
    "undeclared-prefix": rss(item(more="<slash:comments>3</slash:comments>") + item("B", PAGE + "2")), "end-tag-missing": rss(TWO.replace("First</title>", "First", 1)),
    "stray-end": rss(item("A", more="</b>") + item("B", PAGE + "2")), "double-attribute": rss(item(more='<enclosure url="a" url="b"/>') + item("B", PAGE + "2")),
    "bad-comment": rss(item(more="<!-- a -- b -->") + item("B", PAGE + "2")), "upper-case-end": rss(TWO).replace("</title>", "</TITLE>", 1), "invalid-byte": rss(TWO),
}.items():
    body = body.encode()
    case(f"malformed/{name}", body.replace(b"First", b"Fir\xffst") if name == "invalid-byte" else body)

# Oddities of RSS, and titles
for name, body in {
    "guid": rss(f"<item><title>A</title><guid>{PAGE}g</guid></item>"), "guid-permalink": rss(f'<item><title>A</title><guid isPermaLink="true">{PAGE}g</guid></item>'),
    "guid-and-link": rss(item(more=f"<guid>{PAGE}g</guid>")), "guid-name": rss(item(more='<guid isPermaLink="false">tag:1</guid>')), "empty-link-guid": rss(f"<item><title>A</title><link/><guid>{PAGE}g</guid></item>"),
    "rss091": rss(item()).replace('"2.0"', '"0.91"'), "rss092": rss(item(more="<source url='https://s.example/'>S</source>")).replace('"2.0"', '"0.92"'), "rss-no-version": rss(item()).replace(' version="2.0"', ""),
    "doctype": '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">' + rss(item(), declaration=""),
    "upper-case": rss(item()).replace("item>", "ITEM>").replace("title>", "TITLE>").replace("link>", "LINK>"), "link-blanks": rss(item(link=f"\n   {PAGE}1\n  ")), "title-lines": rss(item("A\n   long\n   title")),
    "untitled": rss(f"<item><link>{PAGE}1</link><description>Some words</description></item>"), "untitled-bare": rss(f"<item><link>{PAGE}1</link></item>"), "two-links": rss(f'<item><title>A</title><link>{PAGE}1</link></item>{item("B", PAGE + "2#part")}{item("C", PAGE + "2")}'),
    "enclosure": rss(item(more='<enclosure url="https://m.example/a.mp3" length="1" type="audio/mpeg"/>')), "comments": rss(item(more=f"<comments>{PAGE}1#c</comments>")), "items-beside": f'<rss version="2.0"><channel><title>B</title></channel>{item()}</rss>',
    "style-sheet": '<?xml version="1.0"?><?xml-stylesheet type="text/xsl" href="/s.xsl"?>' + rss(item(), declaration=""), "unicode-link": rss(item(link="https://blog.example/größe")), "cdf": f'<CHANNEL><TITLE>B</TITLE><ITEM HREF="{PAGE}1" LASTMOD="2026-05-01T10:00:00Z"><TITLE>A</TITLE></ITEM></CHANNEL>',
}.items():
    case(f"rss/{name}", body, is_plain=name in {"guid-and-link", "enclosure", "comments"})
for name, body in {
    "type-html": atom(entry(attributes=' type="html"')), "rel-order": atom(f'<entry><title>A</title><link rel="self" href="{PAGE}s"/><link rel="alternate" href="{PAGE}1"/><updated>2026-05-01T10:00:00Z</updated></entry>'),
    "rel-missing": atom(f'<entry><title>A</title><link rel="enclosure" href="{PAGE}e"/><link href="{PAGE}1"/><updated>2026-05-01T10:00:00Z</updated></entry>'), "replies": atom(entry(more=f'<link rel="replies" type="text/html" href="{PAGE}r"/><updated>2026-05-01T10:00:00Z</updated>')),
    "id-only": atom(f"<entry><title>A</title><id>{PAGE}1</id><updated>2026-05-01T10:00:00Z</updated></entry>"), "two": atom(entry() + entry("B", PAGE + "2")), "title-blanks": atom(entry("\n  A\n  title\n")),
    "untitled": atom(f'<entry><title/><link href="{PAGE}1"/><summary>Words</summary><updated>2026-05-01T10:00:00Z</updated></entry>'), "items": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>B</title>{item()}</feed>',
    "xhtml-link": atom(f'<entry><title>A</title><link rel="alternate" type="application/xhtml+xml" href="{PAGE}1"/><updated>2026-05-01T10:00:00Z</updated></entry>'), "link-text": atom(f"<entry><title>A</title><link>{PAGE}1</link><updated>2026-05-01T10:00:00Z</updated></entry>"),
}.items():
    case(f"atom/{name}", body, is_plain=name in {"two", "replies", "rel-order"})

# Differences that are right, by the name of the case or of its kind.
DIFFERENCES: dict[str, str] = {
    "encodings/shift_jis-as-x-sjis": "feedparser doesn't know the label 'x-sjis', which means Shift_JIS (WHATWG)",
    "dates/cest": "feedparser doesn't know CEST, which is two hours east of Greenwich",
    "dates/iso-compact": "feedparser ignores the time of a compact form of ISO 8601",
    "entities/link-like-entity": "a URL in which '&copy' is a parameter is kept whole",
    "entities/doctype": "feedparser doesn't expand entities; those of a feed's own document type are safe within limits",
}


def replacing(pattern: bytes, new: Callable[[re.Match], bytes]) -> Callable[[bytes, random.Random], bytes]:
    """A change of one of the places where a pattern occurs."""
    def change(body: bytes, chance: random.Random) -> bytes:
        places = list(re.finditer(pattern, body))
        if not places:
            return body
        place = chance.choice(places)
        return body[:place.start()] + new(place) + body[place.end():]
    return change


# Changes by name that leave the posts as they were, or that real feeds suffer from.
MUTATIONS: dict[str, Callable[[bytes, random.Random], bytes]] = {
    "mutated-blank": replacing(rb">(?=<)", lambda place: b">\r\n  "),
    "mutated-comment": replacing(rb"><(?=item|entry|title|link)", lambda place: b"><!-- x --><"),
    "mutated-ampersand": replacing(rb"</title>", lambda place: b" & more</title>"),
    "mutated-reference": replacing(rb"</title>", lambda place: b" &ndash; more</title>"),
    "mutated-cdata": replacing(rb"<title>([^<&\]]+)</title>", lambda place: b"<title><![CDATA[" + place[1] + b"]]></title>"),
    "mutated-quote": replacing(rb'="([^"\']*)"', lambda place: b"='" + place[1] + b"'"),
    "mutated-element": replacing(rb"</title>", lambda place: b"</title><x:unknown>text</x:unknown>"),
    "mutated-control": replacing(rb"</title>", lambda place: b"\x01</title>"),
    "mutated-mark": lambda body, _: b"\xef\xbb\xbf" + body,
    "mutated-post": replacing(rb"</(item|entry)>", lambda place: place[0] + b"<!-- end -->"),
    "mutated-cut": lambda body, chance: body[:max(body.rfind(b"</item>") + 7, body.rfind(b"</entry>") + 8)],
}

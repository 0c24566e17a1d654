/// Names of HTML elements, in lower case, by how they are read.
enum HTMLNames {
    /// Elements without content (WHATWG HTML, section 13.1.2).
    static let void: Set<String> = [
        "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param", "source", "track",
        "wbr",
    ]
    /// Elements whose content isn't markup.
    static let rawText: Set<String> = ["script", "style", "textarea", "iframe", "noembed", "xmp", "noframes", "title"]
    /// Elements that a mail leaves out with their content.
    static let leftOut: Set<String> = [
        "script", "style", "textarea", "noembed", "noframes", "template", "select", "datalist", "canvas", "object",
        "svg", "math", "title", "head", "dialog",
    ]
    /// Elements that begin a line of their own.
    static let blocks: Set<String> =
        leftOut.union([
            "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dir", "div",
            "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6",
            "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "p", "pre", "search",
            "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp", "listing",
            "iframe", "video", "audio",
        ])
    private static let inlines: Set<String> = [
        "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "blink", "button", "cite", "code", "colgroup", "data", "del",
        "dfn", "em", "font", "i", "ins", "kbd", "label", "map", "mark", "marquee", "meter", "nobr", "noscript",
        "optgroup", "option", "output", "picture", "progress", "q", "rb", "rp", "rt", "rtc", "ruby", "s", "samp",
        "slot", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "frameset", "plaintext",
    ]
    static let known = void.union(rawText).union(blocks).union(inlines)

    /// The elements that a start tag ends, unless the innermost element of the second list is open within them.
    static let endedByStart: [String: (ended: Set<String>, within: Set<String>)] = {
        let lists: Set<String> = ["ul", "ol", "menu", "dir"]
        let cells: Set<String> = ["td", "th"]
        let rows: Set<String> = ["thead", "tbody", "tfoot"]
        var table: [String: (ended: Set<String>, within: Set<String>)] = [
            "li": (["li"], lists), "dt": (["dt", "dd"], ["dl"]), "dd": (["dt", "dd"], ["dl"]),
            "td": (cells, ["tr", "table"]), "th": (cells, ["tr", "table"]), "tr": (["tr"], ["table"]),
        ]
        for name in rows { table[name] = (rows, ["table"]) }
        for name in blocks.subtracting(["li", "dt", "dd", "td", "th", "tr"]).subtracting(rows).subtracting(leftOut) {
            table[name] = (["p"], ["li", "td", "th", "blockquote", "div", "button", "object", "dd"])
        }
        return table
    }()
}

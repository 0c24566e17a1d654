/// Names of HTML elements that matter to CommonMark (4.6) and to readers of issues.
enum HTMLNames {
    /// Elements whose content isn't text.
    static let rawText: Set<String> = ["pre", "script", "style", "textarea"]

    /// A line that begins with one of these tags begins an HTML block.
    static let blocks: Set<String> = [
        "address", "article", "aside", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details",
        "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset",
        "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li", "link", "main",
        "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "title", "tr", "track", "ul",
    ]

    static let inline: Set<String> = [
        "a", "abbr", "acronym", "audio", "b", "bdi", "bdo", "big", "br", "button", "cite", "code", "data", "del", "dfn",
        "em", "embed", "font", "i", "img", "input", "ins", "kbd", "label", "map", "mark", "meter", "noscript", "object",
        "output",
        "picture", "progress", "q", "rp", "rt", "ruby", "s", "samp", "small", "source", "span", "strike", "strong",
        "sub", "sup", "svg", "time", "tt", "u", "var", "video", "wbr",
    ]

    static func contains(_ name: String) -> Bool {
        inline.contains(name) || blocks.contains(name) || rawText.contains(name)
    }
}

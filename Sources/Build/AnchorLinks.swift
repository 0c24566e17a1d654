/// Adds a link to itself to each entry and heading of an issue's page; feeds and mail have no such links.
enum AnchorLinks {
    /// - Parameters:
    ///   - html: HTML in the form that ``HTMLRenderer`` writes.
    ///   - label: the name of the links for screen readers.
    static func added(to html: [UInt8], label: String) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(html.count + html.count / 4)
        let label = Array(Escaping.xml(label).utf8)
        var copied = 0
        var start = 0
        while let open = html[start...].firstIndex(of: UInt8(ascii: "<")) {
            start = open + 1
            guard let id = id(in: html, at: open) else { continue }
            // The id is followed by `">`.
            let end = id.upperBound + 2
            output += html[copied..<end]
            output += "<a class=\"here\" href=\"#".utf8
            output += html[id]
            output += "\" aria-label=\"".utf8
            output += label
            output += "\"></a>".utf8
            (copied, start) = (end, end)
        }
        return output + html[copied...]
    }

    /// The range of the id in a tag that the renderer wrote for an entry or a heading; nil for any other tag.
    private static func id(in html: [UInt8], at open: Int) -> Range<Int>? {
        guard open + 1 < html.count, openings.contains(html[open + 1]) else { return nil }
        for (name, isEntry) in names where html[(open + 1)...].starts(with: name) {
            let start = open + 1 + name.count
            guard let end = html[start...].firstIndex(of: UInt8(ascii: "\"")), end > start, end + 1 < html.count,
                html[end + 1] == UInt8(ascii: ">")
            else { return nil }
            return isEntry && html[start] != UInt8(ascii: "e") ? nil : start..<end
        }
        return nil
    }

    private static let openings = Array("lpbh".utf8)
    private static let names: [(name: [UInt8], isEntry: Bool)] =
        ["li", "p", "blockquote"].map { (Array("\($0) id=\"".utf8), true) }
        + (1...6).map { (Array("h\($0) id=\"".utf8), false) }
}

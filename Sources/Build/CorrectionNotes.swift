internal import Markdown

/// Puts notes behind the first line of entries, and below headings, of an issue's page.
enum CorrectionNotes {
    /// - Parameters:
    ///   - notes: HTML by the id of the entry or heading.
    ///   - html: the body.
    ///   - anchors: in the order of their offsets in the body, with which they move.
    static func add(_ notes: [String: [UInt8]], to html: inout [UInt8], _ anchors: inout [BodyAnchor]) {
        var inserted: [(offset: Int, note: [UInt8])] = []
        for anchor in anchors {
            guard let note = notes[anchor.id], let offset = offset(of: anchor, in: html) else { continue }
            inserted.append((offset, note))
        }
        // From the end, so that the offsets stay valid.
        for (offset, note) in inserted.sorted(by: { $0.offset > $1.offset }) {
            html.insert(contentsOf: note, at: offset)
            for index in anchors.indices where anchors[index].offset >= offset { anchors[index].offset += note.count }
        }
    }

    /// Where the note of an entry belongs: before the tag that ends its first line.
    private static func offset(of anchor: BodyAnchor, in html: [UInt8]) -> Int? {
        var index = anchor.offset
        while index < html.count {
            guard html[index] == UInt8(ascii: "<") else {
                index += 1
                continue
            }
            let tag = html[(index + 1)...].prefix { $0 > 0x20 && $0 != UInt8(ascii: ">") }
            let name = String(decoding: tag, as: UTF8.self)
            switch anchor.kind {
            case .heading where ["/h1", "/h2", "/h3", "/h4", "/h5", "/h6"].contains(name):
                return index + name.utf8.count + 2
            case .entry where ends.contains(name) || name == "blockquote": return withoutBlanks(before: index, html)
            case .block where ends.contains(name): return withoutBlanks(before: index, html)
            default: index += 1
            }
        }
        return nil
    }

    private static let ends: Set<String> = ["/p", "/li", "/blockquote", "/td", "ul", "ol", "pre", "table", "hr"]

    private static func withoutBlanks(before index: Int, _ html: [UInt8]) -> Int {
        var index = index
        while index > 0, html[index - 1] == 0x20 || html[index - 1] == 0x0A { index -= 1 }
        return index
    }
}

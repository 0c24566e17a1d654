internal import Markdown

/// Gives each entry of an issue's page its id, and each entry and heading a link to itself. Feeds and mail go without.
enum AnchorLinks {
    /// - Parameters:
    ///   - anchors: in the order of their offsets in the body.
    ///   - label: the name of the links for screen readers.
    ///   - notes: HTML to insert after blocks, by the line in which the block begins.
    static func added(
        to body: [UInt8], _ anchors: [BodyAnchor], label: String, notes: [Int: [UInt8]] = [:]
    ) -> [UInt8] {
        guard !anchors.isEmpty else { return body }
        let label = Escaping.xml(label)
        var output: [UInt8] = []
        output.reserveCapacity(body.count + anchors.count * (64 + label.utf8.count))
        var copied = 0
        var notes = notes
        for anchor in anchors {
            output += body[copied..<anchor.offset]
            copied = anchor.offset
            switch anchor.kind {
            case .block:
                output += "<a id=\"\(anchor.id)\"></a>".utf8
                continue
            case .entry:
                output += " id=\"\(anchor.id)\">".utf8
                copied += 1
            case .heading: break
            case .blockEnd(let line):
                if let note = notes.removeValue(forKey: line) { output += note }
                continue
            }
            output += "<a class=\"here\" href=\"#\(anchor.id)\" aria-label=\"\(label)\"></a>".utf8
        }
        return output + body[copied...]
    }
}

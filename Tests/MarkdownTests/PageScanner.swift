/// Reads a page as today's pages were read for the baseline: links, headings, empty anchors and letters.
///
/// It knows nothing of the renderer that it judges; its rules are those of Python's `html.parser`.
struct PageScanner {
    struct Heading: Hashable {
        var level: Int
        var id: String?
    }

    private(set) var links: [String] = []
    private(set) var headings: [Heading] = []
    /// The ids of anchors that lead nowhere.
    private(set) var anchors: [String] = []
    /// The code points for which Python's `str.isalnum` holds.
    private(set) var letters: [UInt8] = []

    init(_ html: [UInt8]) {
        var (index, text) = (0, 0)
        while index < html.count {
            guard html[index] == UInt8(ascii: "<"), let end = Self.end(ofMarkupAt: index, in: html) else {
                index += 1
                continue
            }
            take(html[text..<index])
            start(String(decoding: html[(index + 1)..<(end - 1)], as: UTF8.self))
            (index, text) = (end, end)
        }
        take(html[text...])
    }

    /// Where a tag or comment ends; nil where the bracket opens neither.
    private static func end(ofMarkupAt start: Int, in html: [UInt8]) -> Int? {
        var index = start + 1
        guard index < html.count else { return nil }
        if html[index...].starts(with: "!--".utf8) {
            while index < html.count, !html[index...].starts(with: "-->".utf8) { index += 1 }
            return min(index + 3, html.count)
        }
        guard
            html[index] == UInt8(ascii: "/")
                || html[index] | 0x20 >= UInt8(ascii: "a") && html[index] | 0x20 <= UInt8(ascii: "z")
        else {
            return nil
        }
        var quote: UInt8?
        while index < html.count {
            switch html[index] {
            case UInt8(ascii: "\""), UInt8(ascii: "'"):
                quote = quote == nil ? html[index] : quote == html[index] ? nil : quote
            case UInt8(ascii: ">") where quote == nil: return index + 1
            default: break
            }
            index += 1
        }
        return nil
    }

    /// Takes what a start tag tells: `a href="…"`.
    private mutating func start(_ tag: String) {
        let name = tag.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
        guard name == "a" || name.utf8.count == 2 && name.hasPrefix("h") else { return }
        let id = Self.attribute("id", in: tag)
        if name == "a" {
            if let href = Self.attribute("href", in: tag) { links.append(href) } else if let id { anchors.append(id) }
        }
        if let level = Int(name.dropFirst()) { headings.append(Heading(level: level, id: id)) }
    }

    private static func attribute(_ name: String, in tag: String) -> String? {
        for match in tag.matches(of: /([^\s=\/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'>]*))?/)
        where match.1.lowercased() == name {
            let value = match.2 ?? ""
            return unescaped(String(value.first == "\"" || value.first == "'" ? value.dropFirst().dropLast() : value))
        }
        return nil
    }

    private mutating func take(_ bytes: ArraySlice<UInt8>) {
        for scalar in Self.unescaped(String(decoding: bytes, as: UTF8.self)).unicodeScalars
        where Self.isAlphanumeric(scalar) {
            letters.append(contentsOf: Array(String(scalar).utf8))
        }
    }

    private static func isAlphanumeric(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: scalar.properties.numericType != nil
        }
    }

    private static func unescaped(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "&")) else { return text }
        return text.replacing(/&(?:#(\d+)|#[xX]([0-9A-Fa-f]+)|([a-z]+));/) { match in
            if let name = match.3 { return names[String(name)] ?? String(match.0) }
            let value = match.1.flatMap { UInt32($0) } ?? match.2.flatMap { UInt32($0, radix: 16) }
            return value.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
        }
    }

    private static let names = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "nbsp": "\u{A0}"]
}

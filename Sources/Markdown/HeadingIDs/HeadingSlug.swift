internal import Foundation
package import Newsletter

/// Creates the ids of a page's headings by the rule of the program that made the pages before, so that fragments such as
/// `#upcoming-events` that readers have bookmarked keep working.
package struct HeadingSlugs {
    private var used: Set<String> = []
    /// The next id to try after an id that is in use; all ids between the two are also in use.
    private var jumps: [String: String] = [:]
    /// How often an id was formed, for rules that count.
    private var counts: [String: Int] = [:]
    private let rule: HeadingIDRule

    package init(_ rule: HeadingIDRule = .pythonMarkdown) {
        self.rule = rule
    }

    /// The id of a heading.
    ///
    /// - Parameters:
    ///   - text: the heading's text without markup and without the attributes at its end.
    ///   - given: the id that the attributes have.
    ///   - written: the heading as it is written, which kramdown's rule is based on.
    mutating func id(of heading: MarkdownNode, text: String, given: String?, written: () -> String) -> String {
        if let given {
            used.insert(given)
            return given
        }
        switch rule {
        case .pythonMarkdown: return id(for: text)
        case .kramdown: return id(for: Self.withoutAttributes(written()))
        case .github, .goldmark, .pandoc:
            return id(for: HeadingText.withoutDashes(heading).map(Self.withoutAttributes) ?? text)
        }
    }

    private static func withoutAttributes(_ text: String) -> String {
        HeadingAttributes(endOf: text).map { text.withoutLast($0.length) } ?? text
    }

    /// The id for a heading's text. By Python-Markdown's rule, it is made of the ASCII letters and digits of its NFKD
    /// form; repeated ids get `_1`, `_2` ….
    package mutating func id(for text: String) -> String {
        guard rule == .pythonMarkdown else { return numbered(HeadingRules.id(of: text, by: rule)) }
        var id = Self.slug(text)
        var passed: [String] = []
        while id.isEmpty || used.contains(id) {
            passed.append(id)
            id = jumps[id] ?? Self.following(id)
        }
        for former in passed { jumps[former] = id }
        used.insert(id)
        return id
    }

    /// The id with a number if it is already in use.
    private mutating func numbered(_ formed: String) -> String {
        let base = formed.isEmpty ? HeadingRules.fallback(rule) : formed
        var number = counts[base, default: 0]
        var id = number == 0 ? base : "\(base)-\(number)"
        number += 1
        // GitHub and kramdown count how often they formed an id; the others look whether it is in use.
        let isCounted = rule == .github || rule == .kramdown
        while !isCounted, used.contains(id) {
            id = "\(base)-\(number)"
            number += 1
        }
        counts[base] = number
        used.insert(id)
        return id
    }

    package static func slug(_ text: String) -> String {
        var slug: [UInt8] = []
        var isGap = false
        for byte in asciiBytes(of: text) {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                if isGap { slug.append(UInt8(ascii: "-")) }
                isGap = false
                slug.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
            case UInt8(ascii: "-"): isGap = true
            case 0x20, 0x09...0x0D, 0x1C...0x1F: isGap = isGap || !slug.isEmpty
            default: break
            }
        }
        // Only spaces are stripped from the ends; if a run contains a hyphen, one is kept there.
        if isGap, hasHyphenAtEnd(text) { slug.append(UInt8(ascii: "-")) }
        return String(decoding: slug, as: UTF8.self)
    }

    private static func hasHyphenAtEnd(_ text: String) -> Bool {
        for byte in asciiBytes(of: text).reversed() {
            switch byte {
            case UInt8(ascii: "-"): return true
            case 0x20, 0x09...0x0D, 0x1C...0x1F: continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                return false
            default: continue
            }
        }
        return false
    }

    private static func asciiBytes(of text: String) -> [UInt8] {
        if text.utf8.allSatisfy({ $0 < 0x80 }) { return Array(text.utf8) }
        return text.decomposedStringWithCompatibilityMapping.utf8.filter { $0 < 0x80 }
    }

    /// The next id: `a_1` after `a`, `a_10` after `a_9`, and `a_8` after `a_007`.
    private static func following(_ id: String) -> String {
        let bytes = Array(id.utf8)
        let digits = bytes.reversed().prefix { 0x30...0x39 ~= $0 }
        let start = bytes.count - digits.count
        guard !digits.isEmpty, start > 0, bytes[start - 1] == UInt8(ascii: "_") else { return id + "_1" }
        var number = Array(bytes[start...].drop { $0 == 0x30 })
        var index = number.count
        while index > 0, number[index - 1] == 0x39 {
            index -= 1
            number[index] = 0x30
        }
        if index > 0 { number[index - 1] += 1 } else { number.insert(0x31, at: 0) }
        return String(decoding: bytes[..<start] + number, as: UTF8.self)
    }
}

internal import Address
internal import Context
internal import Markdown
internal import Newsletter
internal import Text

/// The facts about an issue that are needed to check its links. They need less memory than the whole ``Document``,
/// because one run requests the links of many issues.
final class LinkSheet: Sendable {
    let file: String
    let date: CalendarDate
    let source: SourceText
    let suppressions: Suppressions

    init(_ document: Document) {
        file = document.file
        date = document.issue.header.date
        source = document.source
        suppressions = Suppressions(in: document)
    }
}

/// The location of a link in an issue.
package struct LinkPlace: Sendable {
    /// The entry that has the link as its own URL.
    struct Entry: Sendable {
        var title: String
        var tags: [String]
        var kind: SectionKind
        /// The offset after the entry's bullet.
        var start: Int
    }

    let sheet: LinkSheet
    /// The range of the URL.
    let range: Range<Int>
    let entry: Entry?

    /// The URL as the editor wrote it.
    var url: String { String(decoding: sheet.source.bytes[range], as: UTF8.self) }

    var tags: [String] { entry?.tags ?? [] }

    /// Whether the link offers an article, a talk or the like by its title.
    var offersReading: Bool { entry?.kind == .links }

    func fix(_ title: String, replacing range: Range<Int>, with text: String) -> Fix {
        Fix(title, isSafe: false, [Fix.Splice(range: sheet.source.range(range), replacement: text)])
    }

    /// An address with the fragment that the editor linked to, unless the address has one itself.
    func withFragment(_ address: String) -> String {
        let written = url
        guard !address.utf8.contains(UInt8(ascii: "#")), let hash = written.utf8.firstIndex(of: UInt8(ascii: "#"))
        else {
            return address
        }
        return address + written[hash...]
    }

    /// A fix that replaces the link's URL with another one; parentheses are escaped, because one would end the URL.
    func fix(_ title: String, writing address: String) -> Fix {
        var text = ""
        for character in address {
            switch character {
            case "(": text += "%28"
            case ")": text += "%29"
            default: text.append(character)
            }
        }
        return fix(title, replacing: range, with: text)
    }
}

extension LinkAnswer {
    /// A note with the URL where the problem occurred, if that isn't the link itself.
    func redirectNote(from place: LinkPlace) -> [String] {
        guard let requested = try? WebAddress(place.url), let there = try? WebAddress(url),
            requested.requestText != there.requestText
        else { return [] }
        return ["redirected to \(url)"]
    }
}

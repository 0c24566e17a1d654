internal import Address
internal import Context
internal import Markdown
internal import Newsletter
internal import Text

/// What judging an issue's links needs of it: much less than the whole ``Document``, for links of many issues are asked
/// in one run.
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

/// Where a link stands in an issue.
package struct LinkPlace: Sendable {
    /// What a link is the own address of.
    struct Entry: Sendable {
        var title: String
        var tags: [String]
        var kind: SectionKind
        /// Behind its bullet.
        var start: Int
    }

    let sheet: LinkSheet
    /// The bytes of the address.
    let range: Range<Int>
    let entry: Entry?

    /// As the editor wrote it.
    var url: String { String(decoding: sheet.source.bytes[range], as: UTF8.self) }

    var tags: [String] { entry?.tags ?? [] }

    /// Whether a reader is offered an article, a talk or the like here, by its title.
    var offersReading: Bool { entry?.kind == .links }

    func fix(_ title: String, replacing range: Range<Int>, with text: String) -> Fix {
        Fix(title, isSafe: false, [Fix.Splice(range: sheet.source.range(range), replacement: text)])
    }

    /// An address with the part of the page that the editor linked to, unless it names one itself.
    func withFragment(_ address: String) -> String {
        let written = url
        guard !address.utf8.contains(UInt8(ascii: "#")), let hash = written.utf8.firstIndex(of: UInt8(ascii: "#"))
        else {
            return address
        }
        return address + written[hash...]
    }

    /// Writes another address in place of the link's; round brackets are escaped, for the link's own end at one.
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
    /// Where the trouble was, if it was not at the link itself.
    func redirectNote(from place: LinkPlace) -> [String] {
        guard let asked = try? WebAddress(place.url), let there = try? WebAddress(url),
            asked.requestText != there.requestText
        else { return [] }
        return ["redirected to \(url)"]
    }
}

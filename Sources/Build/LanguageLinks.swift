internal import Newsletter
internal import Text

/// Marks links to pages in another language, which editors tag with its code: `[ES] [Título](…)` or `[[ES] Título](…)`.
///
/// The attribute `lang` lets screen readers pronounce the title, and `hreflang` names the page's language (HTML, sections
/// 3.2.6.2 and 4.6.1). Feeds and mail stay as they are.
enum LanguageLinks {
    /// - Parameter publication: the publication's own language; links with its code stay as they are.
    static func marked(in body: [UInt8], publication: String) -> [UInt8] {
        let own = String(publication.prefix { $0 != "-" }).lowercased()
        let marks = body.withUnsafeBufferPointer { linkEnds(in: $0, except: own) }
        guard !marks.isEmpty else { return body }
        var output: [UInt8] = []
        output.reserveCapacity(body.count + marks.count * 32)
        var copied = 0
        for (offset, language) in marks where offset >= copied {
            output += body[copied..<offset]
            output += " lang=\"\(language)\" hreflang=\"\(language)\"".utf8
            copied = offset
        }
        return output + body[copied...]
    }

    /// The offsets after `<a` of the links, each with its language.
    private static func linkEnds(
        in body: UnsafeBufferPointer<UInt8>, except own: String
    ) -> [(offset: Int, language: String)] {
        var marks: [(offset: Int, language: String)] = []
        var index = 0
        while let start = body.firstIndex(of: UInt8(ascii: "["), from: index) {
            index = start + 1
            guard let (language, end) = tag(in: body, at: start), language != own else { continue }
            if let offset = linkAround(start, in: body) ?? linkAfter(end, in: body) {
                marks.append((offset, language))
                index = end
            }
        }
        return marks
    }

    /// The language of a tag such as `[ES]` or `[ZH-CN]`, and the offset after it.
    private static func tag(in body: UnsafeBufferPointer<UInt8>, at start: Int) -> (language: String, end: Int)? {
        var end = start + 1
        while end < body.count, end - start <= 6, 0x41...0x5A ~= body[end] || body[end] == UInt8(ascii: "-") {
            end += 1
        }
        guard end < body.count, body[end] == UInt8(ascii: "]") else { return nil }
        let code = String(decoding: body[(start + 1)..<end], as: UTF8.self)
        guard let language = LanguageCodes.language(ofTag: code) else { return nil }
        return (language, end + 1)
    }

    /// The offset after `<a`, if the tag is the first thing in a link.
    private static func linkAround(_ start: Int, in body: UnsafeBufferPointer<UInt8>) -> Int? {
        guard start > 0, body[start - 1] == UInt8(ascii: ">") else { return nil }
        guard let open = body[..<start].lastIndex(of: UInt8(ascii: "<")) else { return nil }
        return link(at: open, in: body)
    }

    /// The offset after `<a`, if a link follows the tag, perhaps after other tags.
    private static func linkAfter(_ end: Int, in body: UnsafeBufferPointer<UInt8>) -> Int? {
        var index = end
        while index < body.count, index - end < 60 {
            switch body[index] {
            case UInt8(ascii: "<"): return link(at: index, in: body)
            case UInt8(ascii: " "), UInt8(ascii: "\n"): index += 1
            case UInt8(ascii: "["):
                guard let close = body[index...].prefix(40).firstIndex(of: UInt8(ascii: "]")) else { return nil }
                index = close + 1
            default: return nil
            }
        }
        return nil
    }

    private static func link(at open: Int, in body: UnsafeBufferPointer<UInt8>) -> Int? {
        body[open...].starts(with: "<a href=".utf8) ? open + 2 : nil
    }
}

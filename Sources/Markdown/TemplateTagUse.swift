package import Newsletter

/// A tag of another program's template language in a text.
package struct TemplateTagUse: Sendable {
    package var range: Range<Int>
    package var form: TemplateTagForm
    /// What is between the brackets, without blanks.
    package var content: String
    /// The tag's name: `include`, `highlight`, `site.title`.
    package var name: String

    /// The tags in a text, in its order; code isn't skipped.
    ///
    /// - Parameter start: the offset from which tags are searched.
    package static func all(in bytes: [UInt8], from start: Int = 0) -> [TemplateTagUse] {
        guard bytes[start...].contains(UInt8(ascii: "{")) else { return [] }
        var uses: [TemplateTagUse] = []
        var index = start
        while let tag = TemplateTags.nextTag(in: bytes, from: index, .liquid) {
            index = tag.range.upperBound
            let third = bytes[tag.range.lowerBound + 2]
            let isVariable = bytes[tag.range.lowerBound + 1] == UInt8(ascii: "{")
            let isShortcode = isVariable && (third == UInt8(ascii: "<") || third == UInt8(ascii: "%"))
            let name = String(tag.content.split(whereSeparator: \.isWhitespace).first ?? "")
            guard
                isShortcode
                    ? isName(name.drop { $0 == "/" }) : isVariable ? isVariableName(tag.content) : isName(name[...])
            else { continue }
            uses.append(
                TemplateTagUse(
                    range: tag.range, form: isShortcode ? .shortcodes : .liquid, content: tag.content, name: name))
        }
        return uses
    }

    private static func isName(_ name: Substring) -> Bool {
        guard let first = name.utf8.first, 0x61...0x7A ~= first | 0x20 else { return false }
        return name.utf8.allSatisfy { 0x61...0x7A ~= $0 | 0x20 || 0x30...0x39 ~= $0 || "_-./".utf8.contains($0) }
    }

    /// Whether a text is a variable with a path or a filter, as in `site.title` and `x | escape`; braces around a single
    /// word also occur in other languages.
    private static func isVariableName(_ content: String) -> Bool {
        let parts = content.split(separator: "|", maxSplits: 1)
        guard let path = parts.first.map({ $0.filter { !$0.isWhitespace } }), isName(path[...]) else { return false }
        return parts.count > 1 || path.contains(".")
    }
}

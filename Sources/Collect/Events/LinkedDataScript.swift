internal import Text

/// Finds the JSON in a script of linked data, without comments and other additions of templates.
enum LinkedDataScript {
    /// The JSON without the CDATA marks, comments and semicolons around it; character references are resolved if the
    /// quotes are written as references.
    static func json(in script: String) -> [UInt8] {
        var text = script[...]
        for _ in 0..<20 {
            text = text.drop(while: \.isWhitespace)
            if let mark = ["<![CDATA[", "<!--", "\u{FEFF}"].first(where: { text.hasPrefix($0) }) {
                text = text.dropFirst(mark.count)
            } else if text.hasPrefix("//") {
                let line = text.dropFirst(2).drop { $0 == " " || $0 == "\t" }
                text = line.hasPrefix("<") ? line : line.drop { !$0.isNewline }
            } else if text.hasPrefix("/*"), let end = String(text).range(ofBytes: "*/") {
                let comment = text.dropFirst(2).drop(while: \.isWhitespace)
                text =
                    comment.hasPrefix("<![CDATA[")
                    ? comment.dropFirst(9).drop { $0 != "/" }.dropFirst()
                    : Substring(String(text)[end.upperBound...])
            } else {
                break
            }
        }
        for _ in 0..<20 {
            while let last = text.last, last.isWhitespace || last == ";" { text.removeLast() }
            if let mark = ["]]>", "-->", "/*", "*/", "//"].first(where: { text.hasSuffix($0) }) {
                text = text.dropLast(mark.count)
            } else {
                break
            }
        }
        let isEscaped = text.hasPrefix("{&quot;") || text.hasPrefix("[{&quot;") || text.hasPrefix("{&#34;")
        return Array((isEscaped ? TitleMarkup.text(of: String(text)) : String(text)).utf8)
    }
}

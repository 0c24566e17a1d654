internal import Newsletter

/// The rules by which other programs than Python-Markdown form the id of a heading from its text. Repeated ids get a
/// number at the end.
enum HeadingRules {
    /// The id before a number is added.
    ///
    /// - Parameter text: the heading's text; for ``HeadingIDRule/kramdown``, as it is written.
    static func id(of text: String, by rule: HeadingIDRule) -> String {
        switch rule {
        case .pythonMarkdown: HeadingSlugs.slug(text)
        case .github: github(text)
        case .kramdown: kramdown(text)
        case .goldmark: goldmark(text)
        case .pandoc: pandoc(text)
        }
    }

    /// The id of a heading without letters.
    static func fallback(_ rule: HeadingIDRule) -> String {
        switch rule {
        case .pythonMarkdown: ""
        case .github, .kramdown, .pandoc: "section"
        case .goldmark: "heading"
        }
    }

    /// GitHub's rule as kramdown-parser-gfm has it (`generate_gfm_header_id`): letters, marks, digits and `_` stay, and
    /// each space becomes a hyphen.
    private static func github(_ text: String) -> String {
        var id = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
                .spacingMark, .enclosingMark, .decimalNumber, .letterNumber, .connectorPunctuation:
                id.unicodeScalars.append(scalar)
            default:
                if scalar == "-" || scalar == " " || scalar == "\t" { id += "-" }
            }
        }
        return id
    }

    /// kramdown's own rule (`basic_generate_id`): ASCII letters and digits, from the first letter on.
    private static func kramdown(_ text: String) -> String {
        var id: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case 0x41...0x5A: id.append(byte | 0x20)
            case 0x61...0x7A: id.append(byte)
            case 0x30...0x39, 0x2D: if !id.isEmpty { id.append(byte) }
            case 0x20: if !id.isEmpty { id.append(0x2D) }
            default: continue
            }
        }
        return String(decoding: id, as: UTF8.self)
    }

    /// Hugo's rule (`sanitizeAnchorName`): letters, decimal digits and `_`.
    private static func goldmark(_ text: String) -> String {
        var id = ""
        for scalar in text.trimmed.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber:
                // Go's unicode.ToLower maps one character to one.
                let lower = scalar.properties.lowercaseMapping.unicodeScalars
                id.unicodeScalars.append(lower.first ?? scalar)
            default: if scalar == "-" || scalar == " " { id += "-" } else if scalar == "_" { id += "_" }
            }
        }
        return id
    }

    /// Pandoc's rule (`auto_identifiers`): letters, numbers, `_`, `-` and `.`, from the first letter on.
    private static func pandoc(_ text: String) -> String {
        var id = ""
        var isGap = false
        for scalar in text.unicodeScalars {
            switch scalar.properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
                if isGap, !id.isEmpty { id += "-" }
                isGap = false
                // Haskell's toLower maps one character to one.
                id.unicodeScalars.append(scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar)
            case .decimalNumber, .letterNumber, .otherNumber:
                guard !id.isEmpty else { continue }
                if isGap { id += "-" }
                isGap = false
                id.unicodeScalars.append(scalar)
            default:
                if scalar.properties.isWhitespace {
                    isGap = true
                } else if !id.isEmpty, scalar == "-" || scalar == "_" || scalar == "." {
                    if isGap { id += "-" }
                    isGap = false
                    id.unicodeScalars.append(scalar)
                }
            }
        }
        return id
    }
}

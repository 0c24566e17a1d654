extension PrintableText {
    /// The text with each control character and each invisible character shown as an escape.
    ///
    /// - Parameter keepingLines: whether line feeds are kept; otherwise, they are shown as `\n`. A tab becomes a space.
    package static func escaped(_ text: String, keepingLines: Bool = false) -> String {
        if text.utf8.allSatisfy({ 0x20...0x7E ~= $0 || keepingLines && $0 == 0x0A }) { return text }
        let scalars = Array(text.unicodeScalars)
        var output = String.UnicodeScalarView()
        for (index, scalar) in scalars.enumerated() {
            switch scalar {
            case "\n" where keepingLines: output.append(scalar)
            case "\r" where keepingLines && index + 1 < scalars.count && scalars[index + 1] == "\n": continue
            case "\n": output.append(contentsOf: #"\n"#.unicodeScalars)
            case "\r": output.append(contentsOf: #"\r"#.unicodeScalars)
            case "\t": output.append(" ")
            case _ where isPrintable(scalar) || isJoiner(at: index, of: scalars): output.append(scalar)
            default:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                output.append(contentsOf: "\\u{\(digits)}".unicodeScalars)
            }
        }
        return String(output)
    }

    /// Whether a terminal shows a character without side effects: the character isn't a control character (C0, DEL,
    /// C1), a line break, or a format character, which is invisible and may change the writing direction (UAX #9).
    package static func isPrintable(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.value < 0x7F { return scalar.value >= 0x20 }
        return switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator: false
        default: true
        }
    }

    /// Whether a format character joins or separates two letters, as in emoji, Persian and Hindi.
    package static func isJoiner(at index: Int, of scalars: [Unicode.Scalar]) -> Bool {
        guard 0x200C...0x200D ~= scalars[index].value, index > 0, index + 1 < scalars.count else { return false }
        return [scalars[index - 1], scalars[index + 1]].allSatisfy { $0.value > 0x7F && isPrintable($0) }
    }
}

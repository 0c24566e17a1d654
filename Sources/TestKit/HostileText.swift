/// Texts that a terminal or a build log would interpret if they were printed unchanged.
package enum HostileText {
    package static let payloads = [
        "\u{1B}[2J", "\u{1B}[1A\u{1B}[2K", "\u{1B}[35mpink", "\u{1B}]0;title\u{7}",
        "\u{1B}]8;;https://evil.example\u{1B}\\x",
        "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}P+q544e\u{1B}\\", "\u{1B}c", "\u{1B}[6n", "\u{1B}(0", "a\rb",
        "a\u{8}\u{8}b",
        "a\u{0}b", "a\u{7}b", "a\u{B}b", "a\u{C}b", "a\u{E}b\u{F}", "a\u{7F}b", "\u{9B}2J", "\u{9D}0;title\u{9C}",
        "a\u{85}b", "\u{90}q\u{9C}", "a\u{202E}b", "a\u{202A}b\u{202C}", "a\u{2066}b\u{2069}", "a\u{2068}b",
        "a\u{200F}b",
        "a\u{61C}b", "a\u{2028}b", "a\u{2029}b", "a\u{200B}b", "a\u{FEFF}b", "a\u{2060}b", "a\u{FFF9}b\u{FFFB}",
        "a\u{E0041}b", "a\u{AD}b", "a\u{200D}b", "::set-output name=a::b", "a\n::error::b", "a\r\n  ::add-mask::b",
        "##[error]a", "##vso[task.complete]a", "a%0A::warning::b", "a\tb\n\n# c",
    ]

    /// What a terminal would interpret or hide in some output: everything but text, line feeds and the program's own
    /// colours.
    ///
    /// - Parameter allowsJoiners: for JSON, where emoji keep their joiners and others can't be distinguished.
    package static func controls(in output: String, allowsJoiners: Bool = false) -> [String] {
        var text = output
        for code in ["31", "33", "36", "1;31", "0"] { text = text.replacing("\u{1B}[\(code)m", with: "") }
        return text.unicodeScalars.filter { isControl($0) && !(allowsJoiners && $0 == "\u{200D}") }
            .map { "U+" + String($0.value, radix: 16, uppercase: true) }
    }

    private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x0A: false
        case 0..<0x20, 0x7F...0x9F, 0xAD, 0x61C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
            0xFFF9...0xFFFB, 0xE0000...0xE007F:
            true
        default: false
        }
    }

    /// The lines that a GitHub Actions runner would execute.
    package static func commands(in output: String) -> [Substring] {
        output.split(whereSeparator: \.isNewline).filter { line in
            line.drop(while: \.isWhitespace).hasPrefix("::") || line.contains("##[") || line.contains("##vso[")
        }
    }
}

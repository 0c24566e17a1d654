internal import Foundation

/// Converts a name to a URL component: lower case, ASCII letters and digits, single hyphens.
package enum Slug {
    /// The program whose rule forms slugs from titles.
    package enum Rule: String, CaseIterable, Sendable {
        case sennight, pelican, hugo
    }

    /// The slug of a title, by a program's rule.
    package static func of(_ name: String, or other: String = "", by rule: Rule) -> String {
        switch rule {
        case .sennight: return of(name, or: other)
        case .pelican:
            let slug = ascii(withoutAccents(name))
            return slug.isEmpty ? of(name, or: other) : slug
        case .hugo:
            let slug = hugo(name)
            return slug.isEmpty ? of(name, or: other) : slug
        }
    }

    /// Letters without their accents, as Pelican's `slugify` has them for European languages
    /// (https://docs.getpelican.com/en/latest/settings.html, `SLUG_REGEX_SUBSTITUTIONS`).
    private static func withoutAccents(_ name: String) -> String {
        guard name.utf8.contains(where: { $0 >= 0x80 }) else { return name }
        let letters: [Unicode.Scalar: String] = [
            "ß": "ss", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d",
            "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "ı": "i", "–": "-", "—": "--",
        ]
        return name.decomposedStringWithCompatibilityMapping.unicodeScalars.reduce(into: "") { text, scalar in
            if let ascii = letters[scalar] { text += ascii }
            if scalar.isASCII { text.unicodeScalars.append(scalar) }
        }
    }

    /// Hugo's rule: letters, digits and marks of any script, some punctuation, and hyphens instead of blanks.
    private static func hugo(_ name: String) -> String {
        var slug = ""
        var isGap = false
        for scalar in name.lowercased().unicodeScalars {
            if isAllowedByHugo(scalar) {
                if isGap, scalar != "-" { slug += "-" }
                isGap = false
                slug.unicodeScalars.append(scalar)
            } else if scalar == "/" || scalar.properties.isWhitespace, !slug.isEmpty, slug.last != "-" {
                isGap = true
            }
        }
        return slug
    }

    /// Hugo keeps `#`, too, which has a meaning in URLs.
    private static func isAllowedByHugo(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark, .decimalNumber:
            true
        default: "._~-@".unicodeScalars.contains(scalar)
        }
    }

    /// A name without Latin letters keeps its own letters.
    ///
    /// - Parameter other: the text to use if the name has neither letters nor digits.
    package static func of(_ name: String, or other: String = "") -> String {
        let slug = ascii(name)
        if slug.utf8.contains(where: { 0x61...0x7A ~= $0 }) { return slug }
        let own = name.utf8.allSatisfy { $0 < 0x80 } ? "" : ownLetters(of: name)
        if !own.isEmpty { return own }
        return slug.isEmpty ? (other.isEmpty ? "untitled" : of(other)) : slug
    }

    /// Letters and digits of any script, in lower case, with hyphens between words.
    private static func ownLetters(of name: String) -> String {
        var hasLetter = false
        var slug = ""
        for scalar in name.precomposedStringWithCanonicalMapping.lowercased().unicodeScalars {
            let properties = scalar.properties
            switch properties.generalCategory {
            case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
                hasLetter = true
                slug.unicodeScalars.append(scalar)
            case .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber: slug.unicodeScalars.append(scalar)
            default: if !slug.isEmpty, slug.last != "-" { slug += "-" }
            }
        }
        while slug.last == "-" { slug.removeLast() }
        return hasLetter ? slug : ""
    }

    private static func ascii(_ name: String) -> String {
        let spelledOut = name.utf8.allSatisfy { $0 < 0x80 } ? name : transliterated(name)
        var slug: [UInt8] = []
        var isGap = false
        for byte in spelledOut.utf8 where byte < 0x80 {
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
                if isGap, !slug.isEmpty { slug.append(UInt8(ascii: "-")) }
                isGap = false
                slug.append(byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte)
            case UInt8(ascii: "-"), 0x20, 0x09...0x0D: isGap = true
            default: break
            }
        }
        return String(decoding: slug, as: UTF8.self)
    }

    private static func transliterated(_ name: String) -> String {
        var name = name
        for (letter, ascii) in [
            ("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss"), ("Ä", "Ae"), ("Ö", "Oe"), ("Ü", "Ue"),
        ] {
            name = name.replacingOccurrences(of: letter, with: ascii)
        }
        return name.decomposedStringWithCompatibilityMapping
    }
}

/// The class of a character, for the tokenizer.
enum CharacterKind {
    /// A letter, digit or mark of a writing system that separates words.
    case word
    /// A character of a writing system without spaces between words.
    case spaceless
    case other

    init(ascii byte: UInt8) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
            UInt8(ascii: "A")...UInt8(ascii: "Z"):
            self = .word
        default: self = .other
        }
    }

    init(_ scalar: Unicode.Scalar) {
        if Self.isSpaceless(scalar.value) {
            self = .spaceless
            return
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
            .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
            self = .word
        default: self = .other
        }
    }

    /// Whether a character is Thai, Lao, Myanmar, Khmer, kana or Han (Unicode, Blocks.txt).
    private static func isSpaceless(_ value: UInt32) -> Bool {
        switch value {
        case 0xE00...0xEFF, 0x1000...0x109F, 0x1780...0x17FF, 0x3041...0x30FF, 0x31F0...0x31FF, 0x3400...0x4DBF,
            0x4E00...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFF:
            true
        default: false
        }
    }
}

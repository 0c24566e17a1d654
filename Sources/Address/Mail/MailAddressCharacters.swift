/// The characters that no part of a mail address may contain, quoted or not.
enum MailAddressCharacters {
    /// - Parameter bytes: those of the text.
    static func fault(in text: String, _ bytes: [UInt8]) -> MailAddress.Fault? {
        var isASCII = true
        for byte in bytes {
            if byte < 0x20 || byte == 0x7F { return .controlCharacter }
            isASCII = isASCII && byte < 0x80
        }
        guard !isASCII else { return nil }
        for scalar in text.unicodeScalars where !scalar.isASCII {
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator: return .controlCharacter
            // They make two different addresses look the same.
            case .format, .privateUse, .surrogate, .unassigned: return .invisibleCharacter
            case .spaceSeparator: return .blank
            default: break
            }
            // What a decoder writes for bytes that it couldn't read.
            if scalar == "\u{FFFD}" || scalar.properties.isDefaultIgnorableCodePoint { return .invisibleCharacter }
        }
        return nil
    }
}

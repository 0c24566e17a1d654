internal import Foundation
internal import Text

/// The part of a mail address before the `@`: words with full stops between them, or a quotation (RFC 5321, section
/// 4.1.2, `Dot-string` and `Quoted-string`).
enum MailLocalPart {
    /// The index of the `@` that ends the local part.
    static func end(in bytes: [UInt8]) throws(MailAddress.Fault) -> Int {
        guard bytes[0] == quote else {
            guard let end = bytes.firstIndex(of: UInt8(ascii: "@")) else { throw .noAtSign }
            return end
        }
        var index = 1
        while index < bytes.count, bytes[index] != quote { index += bytes[index] == backslash ? 2 : 1 }
        guard index < bytes.count else { throw .quotation }
        guard index + 1 < bytes.count else { throw .noAtSign }
        guard bytes[index + 1] == UInt8(ascii: "@") else { throw .quotation }
        return index + 1
    }

    /// - Parameter local: not empty, without control characters.
    static func check(_ local: ArraySlice<UInt8>) throws(MailAddress.Fault) {
        // A quotation is complete, and any printable character may be in it.
        if local.first == quote { return }
        try checkWords(local)
    }

    private static func checkWords(_ local: ArraySlice<UInt8>) throws(MailAddress.Fault) {
        var previous = dot
        for byte in local {
            if byte == dot {
                guard previous != dot else { throw .dot }
            } else if !isAtom(byte) {
                throw byte == 0x20 ? .blank : byte == quote ? .quotation : .localPartCharacter
            }
            previous = byte
        }
        if previous == dot { throw .dot }
    }

    /// Without regard to case, composed (Unicode NFC), and without a quotation that isn't needed.
    static func normalized(_ local: ArraySlice<UInt8>) -> String {
        var local = local
        if local.first == quote {
            let content = unquoted(local)
            local = needsQuotation(content) ? requoted(content)[...] : content[...]
        }
        if local.allSatisfy({ $0 < 0x80 }) { return String(decoding: local.map(\.lowercasedASCII), as: UTF8.self) }
        return String(decoding: local, as: UTF8.self).lowercased().precomposedStringWithCanonicalMapping
    }

    private static func needsQuotation(_ content: [UInt8]) -> Bool {
        do throws(MailAddress.Fault) {
            try checkWords(content[...])
            return false
        } catch {
            return true
        }
    }

    private static func unquoted(_ local: ArraySlice<UInt8>) -> [UInt8] {
        var content: [UInt8] = []
        var isEscaped = false
        for byte in local.dropFirst().dropLast() {
            if byte == backslash, !isEscaped {
                isEscaped = true
            } else {
                content.append(byte)
                isEscaped = false
            }
        }
        return content
    }

    private static func requoted(_ content: [UInt8]) -> [UInt8] {
        [quote] + content.flatMap { $0 == quote || $0 == backslash ? [backslash, $0] : [$0] } + [quote]
    }

    /// `atext` (RFC 5322, section 3.2.3), and everything beyond ASCII (RFC 6531).
    private static func isAtom(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...0xFF:
            true
        default: others.contains(byte)
        }
    }

    private static let others = Array("!#$%&'*+-/=?^_`{|}~".utf8)
    private static let quote = UInt8(ascii: "\"")
    private static let backslash = UInt8(ascii: "\\")
    private static let dot = UInt8(ascii: ".")
}

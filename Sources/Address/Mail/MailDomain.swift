internal import Foundation
internal import Text

/// The domain of a mail address: labels of letters, digits and hyphens (RFC 5321, section 4.1.2), or international ones
/// (RFC 5890).
enum MailDomain {
    /// The domain in lower-case ASCII.
    static func normalized(_ bytes: ArraySlice<UInt8>) throws(MailAddress.Fault) -> String {
        guard let first = bytes.first else { throw .noDomain }
        guard first != UInt8(ascii: "[") else { throw .addressLiteral }
        let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for (index, label) in labels.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ".")) }
            output += try ascii(label)
        }
        guard labels.count > 1 else { throw .unqualifiedDomain }
        // 255 octets on the wire (RFC 1035, section 3.1).
        guard output.count <= 253 else { throw .domainTooLong }
        // No top-level domain is a number.
        if labels.last?.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) == true { throw .numericDomain }
        return String(decoding: output, as: UTF8.self)
    }

    private static func ascii(_ label: ArraySlice<UInt8>) throws(MailAddress.Fault) -> [UInt8] {
        guard let first = label.first, let last = label.last else { throw .emptyLabel }
        if first == UInt8(ascii: "-") || last == UInt8(ascii: "-") { throw .hyphen }
        if label.allSatisfy({ $0 < 0x80 }) {
            let lower = label.map(\.lowercasedASCII)
            if let wrong = lower.first(where: { !isLetterDigitHyphen($0) }) {
                throw wrong == 0x20 ? .blank : .domainCharacter
            }
            guard lower.count <= 63 else { throw .labelTooLong }
            return lower
        }
        let text = String(decoding: label, as: UTF8.self).lowercased().precomposedStringWithCanonicalMapping
        if text.utf8.contains(where: { $0 < 0x80 && !isLetterDigitHyphen($0) }) { throw .domainCharacter }
        do throws(WebAddress.Fault) {
            return Array(try DomainLabel.ascii(text[...]).utf8)
        } catch {
            throw text.unicodeScalars.count > 50 ? .labelTooLong : .domainCharacter
        }
    }

    private static func isLetterDigitHyphen(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }
}

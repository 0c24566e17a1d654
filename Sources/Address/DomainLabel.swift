/// Converts the labels of a host name, the parts between its dots.
enum DomainLabel {
    /// The label in lower-case ASCII, with other letters encoded as `xn--` (RFC 5891).
    ///
    /// Characters that some programs treat as equivalent to others, such as full-width digits and ligatures, are
    /// refused.
    static func ascii(_ label: Substring) throws(WebAddress.Fault) -> String {
        if label.utf8.allSatisfy({ $0 < 0x80 }) {
            let lower = label.lowercased()
            guard lower.utf8.allSatisfy(isNameByte) else { throw .notAnAddress }
            return lower
        }
        let scalars = Array(label.lowercased().unicodeScalars)
        for scalar in scalars where !isNameScalar(scalar) { throw .refused("its host name is spelt in an unusual way") }
        guard let digits = Punycode.encoded(scalars) else { throw .notAnAddress }
        return "xn--" + digits
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
            UInt8(ascii: "_"):
            true
        default: false
        }
    }

    private static func isNameScalar(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII { return isNameByte(UInt8(truncatingIfNeeded: scalar.value)) }
        // Separate letters in RFC 5891, although case folding replaces them.
        if scalar == "ß" || scalar == "ς" { return true }
        guard !scalar.properties.changesWhenNFKCCaseFolded else { return false }
        switch scalar.properties.generalCategory {
        case .lowercaseLetter, .otherLetter, .modifierLetter, .nonspacingMark, .spacingMark, .decimalNumber: return true
        default: return false
        }
    }
}

/// Encodes Unicode text in the characters allowed in host names (RFC 3492).
enum Punycode {
    /// The encoded text without the prefix `xn--`, or nil if it is longer than a label can be.
    static func encoded(_ scalars: [Unicode.Scalar]) -> String? {
        guard scalars.count <= 63 else { return nil }
        var output = scalars.filter(\.isASCII).map { UInt8(truncatingIfNeeded: $0.value) }
        let basic = output.count
        if basic > 0 { output.append(UInt8(ascii: "-")) }
        var handled = basic
        var (next, delta, bias) = (UInt32(0x80), UInt32(0), UInt32(72))
        while handled < scalars.count {
            guard let smallest = scalars.lazy.map(\.value).filter({ $0 >= next }).min() else { return nil }
            // 63 characters of 21 bits each stay far below 32 bits.
            delta += (smallest - next) * UInt32(handled + 1)
            next = smallest
            for scalar in scalars {
                if scalar.value < next { delta += 1 }
                guard scalar.value == next else { continue }
                append(delta, bias: bias, to: &output)
                bias = adapted(delta, count: UInt32(handled + 1), isFirst: handled == basic)
                delta = 0
                handled += 1
            }
            delta += 1
            next += 1
        }
        return output.count <= 59 ? String(decoding: output, as: UTF8.self) : nil
    }

    private static func append(_ number: UInt32, bias: UInt32, to output: inout [UInt8]) {
        var (rest, base) = (number, UInt32(36))
        while true {
            let threshold = base <= bias ? 1 : min(base - bias, 26)
            guard rest >= threshold else { break }
            output.append(digit(threshold + (rest - threshold) % (36 - threshold)))
            rest = (rest - threshold) / (36 - threshold)
            base += 36
        }
        output.append(digit(rest))
    }

    private static func digit(_ value: UInt32) -> UInt8 {
        value < 26 ? UInt8(ascii: "a") + UInt8(value) : UInt8(ascii: "0") + UInt8(value - 26)
    }

    private static func adapted(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
        var rest = isFirst ? delta / 700 : delta / 2
        rest += rest / count
        var bias: UInt32 = 0
        while rest > 455 {
            rest /= 35
            bias += 36
        }
        return bias + 36 * rest / (rest + 38)
    }
}

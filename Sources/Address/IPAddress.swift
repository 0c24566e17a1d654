/// An IP address, version 4 or 6, without port and zone.
package struct IPAddress: Hashable, Sendable {
    /// The first 64 bits of a version 6 address; 0 in version 4.
    package let high: UInt64
    /// The last 64 bits; for version 4, all 32.
    package let low: UInt64
    package let isVersion6: Bool

    package init(version4 bits: UInt32) {
        high = 0
        low = UInt64(bits)
        isVersion6 = false
    }

    package init(version6 high: UInt64, _ low: UInt64) {
        self.high = high
        self.low = low
        self.isVersion6 = true
    }

    /// Creates an address from 4 or 16 bytes in network order; nil for any other number.
    package init?(bytes: some Collection<UInt8>) {
        switch bytes.count {
        case 4: self.init(version4: bytes.reduce(0) { $0 << 8 | UInt32($1) })
        case 16:
            self.init(
                version6: bytes.prefix(8).reduce(0) { $0 << 8 | UInt64($1) },
                bytes.dropFirst(8).reduce(0) { $0 << 8 | UInt64($1) })
        default: return nil
        }
    }

    /// Parses only the standard notation: four decimal numbers without leading zeros, or RFC 4291, section 2.2, without
    /// brackets and zone. The result is nil for text that only some programs accept as an address.
    package init?(_ text: some StringProtocol) {
        let bytes = Array(text.utf8)
        if bytes.contains(UInt8(ascii: ":")) {
            self.init(version6: bytes[...])
        } else {
            guard let bits = Self.version4(bytes[...]) else { return nil }
            self.init(version4: bits)
        }
    }

    private static func version4(_ bytes: ArraySlice<UInt8>) -> UInt32? {
        let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var bits: UInt32 = 0
        for part in parts {
            guard let first = part.first, part.count <= 3, part.count == 1 || first != UInt8(ascii: "0"),
                part.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
            else { return nil }
            let number = part.reduce(UInt32(0)) { $0 * 10 + UInt32($1 - UInt8(ascii: "0")) }
            guard number < 256 else { return nil }
            bits = bits << 8 | number
        }
        return bits
    }

    private init?(version6 bytes: ArraySlice<UInt8>) {
        var groups: [UInt16] = []
        var gap: Int?
        var rest = bytes
        while !rest.isEmpty {
            if rest.starts(with: "::".utf8) {
                guard gap == nil else { return nil }
                gap = groups.count
                rest = rest.dropFirst(2)
                continue
            }
            if !groups.isEmpty, gap != groups.count {
                guard rest.first == UInt8(ascii: ":") else { return nil }
                rest = rest.dropFirst()
            }
            let group = rest.prefix { $0 != UInt8(ascii: ":") }
            if group.contains(UInt8(ascii: ".")) {
                guard group.endIndex == bytes.endIndex, let bits = Self.version4(group) else { return nil }
                groups += [UInt16(bits >> 16), UInt16(bits & 0xFFFF)]
            } else {
                guard let number = Self.hexadecimal(group) else { return nil }
                groups.append(number)
            }
            guard groups.count <= 8 else { return nil }
            rest = rest[group.endIndex...]
        }
        if let gap {
            guard groups.count < 8 else { return nil }
            groups.insert(contentsOf: [UInt16](repeating: 0, count: 8 - groups.count), at: gap)
        }
        guard groups.count == 8 else { return nil }
        self.init(
            version6: groups[..<4].reduce(0) { $0 << 16 | UInt64($1) },
            groups[4...].reduce(0) { $0 << 16 | UInt64($1) })
    }

    private static func hexadecimal(_ digits: ArraySlice<UInt8>) -> UInt16? {
        guard 1...4 ~= digits.count else { return nil }
        var number: UInt16 = 0
        for digit in digits {
            guard let value = HexadecimalDigit.value(digit) else { return nil }
            number = number << 4 | UInt16(value)
        }
        return number
    }
}

extension IPAddress: CustomStringConvertible {
    /// `192.0.2.1`, or version 6 in the form of RFC 5952, without brackets.
    package var description: String {
        guard isVersion6 else {
            return [24, 16, 8, 0].map { String(low >> UInt64($0) & 0xFF) }.joined(separator: ".")
        }
        let groups = [high, low].flatMap { half in [48, 32, 16, 0].map { UInt16(truncatingIfNeeded: half >> $0) } }
        var best = 0..<0
        var index = 0
        while index < 8 {
            var end = index
            while end < 8, groups[end] == 0 { end += 1 }
            if end - index > max(best.count, 1) { best = index..<end }
            index = end + 1
        }
        func text(_ groups: ArraySlice<UInt16>) -> String {
            groups.map { String($0, radix: 16) }.joined(separator: ":")
        }
        if best.isEmpty { return text(groups[...]) }
        return text(groups[..<best.lowerBound]) + "::" + text(groups[best.upperBound...])
    }
}

/// Parses hexadecimal digits.
enum HexadecimalDigit {
    static func value(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

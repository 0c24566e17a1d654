extension IPAddress {
    /// Why only this machine or its network can be reached at the address, or nil for a public address.
    ///
    /// Based on the registries of special-purpose addresses (RFC 6890 and later additions by IANA). In version 6, only
    /// global unicast, 2000::/3, is public, so all ways of embedding a version 4 address are refused: mapped,
    /// compatible, translated (NAT64), 6to4 and Teredo.
    package var specialUse: String? {
        if let block = Self.specialBlocks.first(where: { $0.contains(self) }) { return block.use }
        return isVersion6 && high >> 61 != 1 ? "isn't in the public part of IPv6" : nil
    }

    /// Whether the address always means this machine: 127.0.0.0/8 and ::1.
    package var isThisMachine: Bool { isVersion6 ? high == 0 && low == 1 : low >> 24 == 127 }

    /// A range of addresses with the same prefix.
    struct Block: Sendable {
        var prefix: IPAddress
        var length: Int
        /// The end of a sentence that begins with the address.
        var use: String

        func contains(_ address: IPAddress) -> Bool {
            guard address.isVersion6 == prefix.isVersion6 else { return false }
            let width = prefix.isVersion6 ? 64 : 32
            let lowLength = prefix.isVersion6 ? length - 64 : length
            return Self.agree(address.high, prefix.high, bits: min(length, 64), of: 64)
                && Self.agree(address.low, prefix.low, bits: lowLength, of: width)
        }

        private static func agree(_ left: UInt64, _ right: UInt64, bits: Int, of width: Int) -> Bool {
            bits <= 0 || (left ^ right) >> UInt64(width - bits) == 0
        }
    }

    static let specialBlocks = [
        version4(0, 8, use: "refers to this network"),
        version4(10, 8, use: "is in a private network"),
        version4(100, 64, 10, use: "is in a provider's internal network"),
        version4(127, 8, use: "is this machine"),
        version4(168, 63, 129, 16, 32, use: "is a cloud provider's internal service"),
        version4(169, 254, 16, use: "is a link-local address"),
        version4(172, 16, 12, use: "is in a private network"),
        version4(192, 0, 0, 24, use: "is reserved for protocols"),
        version4(192, 0, 2, 24, use: "is reserved for documentation"),
        version4(192, 88, 99, 24, use: "is a relay to IPv6"),
        version4(192, 168, 16, use: "is in a private network"),
        version4(198, 18, 15, use: "is reserved for benchmarks"),
        version4(198, 51, 100, 24, use: "is reserved for documentation"),
        version4(203, 0, 113, 24, use: "is reserved for documentation"),
        version4(224, 4, use: "is a multicast address"),
        version4(240, 4, use: "is reserved"),
        version6(0, 128, "is the unspecified address"),
        version6(0, low: 1, 128, "is this machine"),
        version6(0, low: 0xFFFF_0000_0000, 96, "contains an IPv4 address"),
        version6(0, 96, "contains an IPv4 address"),
        version6(0x0064_FF9B_0000_0000, 96, "translates to an IPv4 address"),
        version6(0x0064_FF9B_0001_0000, 48, "translates to an IPv4 address"),
        version6(0x2001_0000_0000_0000, 23, "is reserved for protocols"),
        version6(0x2001_0DB8_0000_0000, 32, "is reserved for documentation"),
        version6(0x2002_0000_0000_0000, 16, "contains an IPv4 address"),
        version6(0x3FFF_0000_0000_0000, 20, "is reserved for documentation"),
        version6(0xFC00_0000_0000_0000, 7, "is in a private network"),
        version6(0xFE80_0000_0000_0000, 10, "is a link-local address"),
        version6(0xFEC0_0000_0000_0000, 10, "is in a private network"),
        version6(0xFF00_0000_0000_0000, 8, "is a multicast address"),
    ]

    /// The prefix's first bytes, followed by its length in bits.
    private static func version4(_ numbers: UInt32..., use: String) -> Block {
        var bits: UInt32 = 0
        for (index, byte) in numbers.dropLast().enumerated() { bits |= byte << UInt32(24 - index * 8) }
        return Block(prefix: IPAddress(version4: bits), length: Int(numbers[numbers.count - 1]), use: use)
    }

    private static func version6(_ high: UInt64, low: UInt64 = 0, _ length: Int, _ use: String) -> Block {
        Block(prefix: IPAddress(version6: high, low), length: length, use: use)
    }
}

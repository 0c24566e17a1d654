extension UInt8 {
    /// The byte of the lower-case letter for an upper-case one; any other byte unchanged.
    @inlinable package var lowercasedASCII: UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self }
}

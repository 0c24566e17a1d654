extension UInt8 {
    /// The byte of a small letter for that of a capital one; any other byte as it is.
    @inlinable package var lowercasedASCII: UInt8 { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= self ? self | 0x20 : self }
}

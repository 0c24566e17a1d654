/// Finds bytes that can't be text.
enum TextValidation {
    /// The offset of the first byte that is NUL or not part of well-formed UTF-8 (RFC 3629).
    static func firstFault(in bytes: [UInt8]) -> Int? {
        bytes.withUnsafeBufferPointer { buffer in
            var index = 0
            while index < buffer.count {
                // Eight ASCII characters at a time, none of them NUL.
                if index + 8 <= buffer.count {
                    let word = UnsafeRawBufferPointer(buffer).loadUnaligned(fromByteOffset: index, as: UInt64.self)
                    let borrowed = (word &- 0x0101_0101_0101_0101) & 0x8080_8080_8080_8080
                    if (word | borrowed) & 0x8080_8080_8080_8080 == 0 {
                        index += 8
                        continue
                    }
                }
                let byte = buffer[index]
                if byte < 0x80 {
                    if byte == 0 { return index }
                    index += 1
                    continue
                }
                let (length, lowest, highest): (Int, UInt8, UInt8)
                switch byte {
                case 0xC2...0xDF: (length, lowest, highest) = (2, 0x80, 0xBF)
                case 0xE0: (length, lowest, highest) = (3, 0xA0, 0xBF)
                case 0xED: (length, lowest, highest) = (3, 0x80, 0x9F)
                case 0xE1...0xEF: (length, lowest, highest) = (3, 0x80, 0xBF)
                case 0xF0: (length, lowest, highest) = (4, 0x90, 0xBF)
                case 0xF4: (length, lowest, highest) = (4, 0x80, 0x8F)
                case 0xF1...0xF3: (length, lowest, highest) = (4, 0x80, 0xBF)
                default: return index
                }
                guard index + length <= buffer.count, (lowest...highest).contains(buffer[index + 1]) else {
                    return index
                }
                for offset in 2..<max(length, 2) where buffer[index + offset] & 0xC0 != 0x80 { return index }
                index += length
            }
            return nil
        }
    }
}

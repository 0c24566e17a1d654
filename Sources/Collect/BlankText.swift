extension String {
    /// Runs of blanks, tabs and line ends become one blank; none at the ends.
    var collapsingBlanks: String {
        var output: [UInt8] = []
        output.reserveCapacity(utf8.count)
        for byte in utf8 {
            let isBlank = byte == 0x20 || byte >= 0x09 && byte <= 0x0D
            if !isBlank {
                output.append(byte)
            } else if let last = output.last, last != 0x20 {
                output.append(0x20)
            }
        }
        if output.last == 0x20 { output.removeLast() }
        return String(decoding: output, as: UTF8.self)
    }

    /// Without blanks and line ends at its ends.
    var trimmedBlanks: String {
        let bytes = Array(utf8)
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte >= 0x09 && byte <= 0x0D }
        let start = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
        let end = bytes.lastIndex { !isBlank($0) } ?? start
        return start < bytes.endIndex ? String(decoding: bytes[start...end], as: UTF8.self) : ""
    }
}

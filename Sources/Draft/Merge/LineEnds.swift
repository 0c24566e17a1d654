/// The line ends of a text, if all lines have the same.
///
/// An editor's program may save a whole file with other line ends. That doesn't change its content, and the text that
/// it is merged into keeps its own line ends.
enum LineEnds {
    case lineFeed, carriageReturnAndLineFeed

    /// The line ends of a text; nil if they are mixed, or there are none.
    init?(of bytes: [UInt8]) {
        var plain = 0
        var returned = 0
        var last: UInt8 = 0
        for byte in bytes {
            if byte == 0x0A {
                if last == 0x0D { returned += 1 } else { plain += 1 }
            }
            last = byte
        }
        switch (plain, returned) {
        case (1..., 0): self = .lineFeed
        case (0, 1...): self = .carriageReturnAndLineFeed
        default: return nil
        }
    }

    /// A text with its line ends replaced by these.
    func applied(to bytes: [UInt8]) -> [UInt8] {
        guard let own = LineEnds(of: bytes) else { return applied(toMixed: bytes) }
        return own == self ? bytes : applied(toMixed: bytes)
    }

    private func applied(toMixed bytes: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(bytes.count)
        for byte in bytes {
            if byte == 0x0A {
                if output.last == 0x0D { output.removeLast() }
                if self == .carriageReturnAndLineFeed { output.append(0x0D) }
            }
            output.append(byte)
        }
        return output
    }
}

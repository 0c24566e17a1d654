/// Shrinks a script for browsers: removes indentation, comments, and spaces and line breaks that mean nothing.
enum CompactScript {
    /// - Parameter source: a script whose string literals don't span several lines and have no space beside an operator.
    static func bytes(_ source: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        for line in source.split(separator: UInt8(ascii: "\n")) {
            let code = line.drop { $0 == 0x20 }
            guard let first = code.first, first != UInt8(ascii: "*"), !code.starts(with: "//".utf8),
                !code.starts(with: "/*".utf8)
            else { continue }
            for index in code.indices {
                if code[index] == 0x20, index > code.startIndex, index + 1 < code.endIndex,
                    separates(code[index - 1]) || separates(code[index + 1])
                {
                    continue
                }
                output.append(code[index])
            }
            // After these a line break means nothing.
            if let last = code.last, !"{(,;".utf8.contains(last) { output.append(UInt8(ascii: "\n")) }
        }
        return output
    }

    /// Whether a blank before or after it means nothing; `+` isn't one of them, as `a + +b` has two.
    private static func separates(_ byte: UInt8) -> Bool { "=<>&|?:,{".utf8.contains(byte) }
}

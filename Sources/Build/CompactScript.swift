/// Shrinks a script for browsers: removes indentation, needless line breaks, and lines that are comments.
enum CompactScript {
    /// - Parameter source: a script whose string literals don't span several lines.
    static func bytes(_ source: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(source.count)
        for line in source.split(separator: UInt8(ascii: "\n")) {
            let code = line.drop { $0 == 0x20 }
            guard let first = code.first, first != UInt8(ascii: "*"), !code.starts(with: "//".utf8),
                !code.starts(with: "/*".utf8)
            else { continue }
            output += code
            // After these a line break means nothing.
            if let last = code.last, !"{(,;".utf8.contains(last) { output.append(UInt8(ascii: "\n")) }
        }
        return output
    }
}

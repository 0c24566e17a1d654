import TestKit

/// The ways in which files get spoilt.
enum Mutation: CaseIterable {
    case bytes, lines, carriageReturns, markup

    /// Whether it may make a file that is no text, or that lacks its header.
    var mayBeRefused: Bool { self != .carriageReturns && self != .markup }

    func spoil(_ bytes: [UInt8], using random: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        switch self {
        case .bytes:
            // Half of the files stay ASCII where they are hit, so that they are read and not only refused.
            let highest: UInt8 = Bool.random(using: &random) ? 0x7F : 0xFF
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                bytes[Int.random(in: bytes.indices, using: &random)] = UInt8.random(in: 1...highest, using: &random)
            }
        case .lines:
            var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
            for _ in 0..<Int.random(in: 1...40, using: &random) {
                let index = Int.random(in: lines.indices, using: &random)
                let length = Int.random(in: 0...lines[index].count, using: &random)
                if Bool.random(using: &random) {
                    lines[index].removeLast(length)
                } else {
                    lines[index].removeFirst(length)
                }
            }
            bytes = Array(lines.joined(separator: [0x0A]))
        case .carriageReturns:
            let isEnded = bytes.contains(0x0D)
            bytes = bytes.flatMap { $0 == 0x0A && !isEnded ? [0x0D, 0x0A] : [$0] }
        case .markup:
            let blank = bytes.firstRange(of: Array("\n\n".utf8)) ?? bytes.firstRange(of: Array("\r\n\r\n".utf8))
            let body = blank?.upperBound ?? 0
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                guard let scrap = Self.scraps.randomElement(using: &random) else { continue }
                var place = Int.random(in: body...bytes.count, using: &random)
                while place < bytes.count, bytes[place] & 0xC0 == 0x80 { place += 1 }
                bytes.insert(contentsOf: scrap.utf8, at: place)
            }
        }
        return bytes
    }

    private static let scraps = [
        "<a href=\"https://example.org/x\">", "</a>", "<div>", "</ul>", "<!--", "-->", "<script>", "\r", "\n", "\n\n",
        "\t",
        "[", "](", ")", "*", "`", "\n```\n", "\n* ", "\n  * ", "\n> ", "\n# ", "\n---\n", "\n| a | b |\n|---|---|\n",
        "\n[x]: y\n",
        "2025-06-18 | ", "<", "&", "\\", "    ",
    ]
}

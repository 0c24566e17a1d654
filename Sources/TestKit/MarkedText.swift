/// A text with marked positions: `* [1️⃣Title2️⃣](…)`.
///
/// `text` is without the marks; `offsets` has their positions, in UTF-8 bytes of `text`.
package struct MarkedText: Sendable {
    package let text: String
    /// By mark: `"1️⃣"`.
    package let offsets: [String: Int]

    package init(_ marked: String) {
        var text = ""
        var offsets: [String: Int] = [:]
        for character in marked {
            if Self.marks.contains(character) {
                offsets[String(character)] = text.utf8.count
            } else {
                text.append(character)
            }
        }
        self.text = text
        self.offsets = offsets
    }

    package var bytes: [UInt8] { Array(text.utf8) }

    /// The bytes between two marks.
    package func range(_ start: String, _ end: String) -> Range<Int>? {
        guard let lower = offsets[start], let upper = offsets[end] else { return nil }
        return lower..<upper
    }

    private static let marks: Set<Character> = ["1️⃣", "2️⃣", "3️⃣", "4️⃣", "5️⃣", "6️⃣", "7️⃣", "8️⃣", "9️⃣"]
}

internal import Text

/// Guesses the language of issues by their script and their most frequent words.
struct LanguageGuess {
    private var letters: [String: Int] = [:]
    private var all = 0
    private var words: [String: Int] = [:]
    private var issues = 0

    /// Counts the beginning of an issue; more than a few issues say nothing new.
    mutating func add(_ text: String) {
        guard issues < Self.most else { return }
        issues += 1
        let start = text.prefix(Self.longest)
        for scalar in start.unicodeScalars where scalar.properties.isAlphabetic {
            all += 1
            if let script = Self.scripts.first(where: { $0.range.contains(scalar.value) }) {
                letters[script.tag, default: 0] += 1
            }
        }
        for word in start.split(whereSeparator: \.isWhitespace) where !word.contains("://") {
            let word = word.lowercased()
            for (tag, common) in Self.common where common.contains(word) { words[tag, default: 0] += 1 }
        }
    }

    /// How many issues are read, and how many characters of each.
    private static let (most, longest) = (20, 4000)

    /// The language's tag; nil for English, and if it isn't clear.
    var tag: String? {
        // Japanese has Han characters, too; Chinese has no kana.
        if letters["ja", default: 0] * 20 > all { return "ja" }
        if let (script, count) = letters.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), count * 4 > all {
            return script
        }
        let sorted = words.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
        guard let first = sorted.first, first.key != "en", first.value >= Self.fewest,
            first.value > 2 * (sorted.dropFirst().first?.value ?? 0)
        else { return nil }
        return first.key
    }

    private static let fewest = 20

    private static let scripts: [(tag: String, range: ClosedRange<UInt32>)] = [
        ("ja", 0x3040...0x30FF), ("zh", 0x4E00...0x9FFF), ("ko", 0xAC00...0xD7AF), ("ru", 0x0400...0x04FF),
        ("el", 0x0370...0x03FF), ("he", 0x0590...0x05FF), ("ar", 0x0600...0x06FF), ("hi", 0x0900...0x097F),
        ("th", 0x0E00...0x0E7F),
    ]

    /// Words that only one of these languages has.
    private static let common: [(tag: String, words: Set<String>)] = [
        ("en", ["the", "and", "with", "this", "of", "that", "for", "is"]),
        ("de", ["und", "der", "das", "mit", "nicht", "eine", "auf", "ist"]),
        ("es", ["los", "las", "del", "una", "para", "por", "el", "y"]),
        ("fr", ["les", "des", "une", "est", "dans", "pour", "et", "du"]),
        ("pt", ["os", "uma", "não", "mais", "para", "da", "em", "é"]),
        ("it", ["gli", "della", "che", "con", "di", "il", "è", "per"]),
    ]
}

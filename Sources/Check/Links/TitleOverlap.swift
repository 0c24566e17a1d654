/// Compares the words of titles.
enum TitleOverlap {
    /// The words of a title in lower case, without very common ones.
    static func words(_ title: String) -> Set<Substring> {
        let text = title.lowercased()
        var words: Set<Substring> = []
        // Most titles are plain ASCII, and splitting those as bytes is ten times as fast.
        let parts =
            text.utf8.allSatisfy { $0 < 0x80 }
            ? text.utf8.split { !ASCII.isWord($0) }.map { Substring($0) }
            : text.split { !$0.isLetter && !$0.isNumber }
        for word in parts where !common.contains(word) {
            words.insert(word.utf8.count > 3 && word.hasSuffix("s") ? word.dropLast() : word)
        }
        return words
    }

    private static let common: Set<Substring> = [
        "a", "an", "the", "of", "and", "or", "in", "on", "at", "to", "for", "with", "by", "from", "is", "are", "it",
        "its",
        "s", "t", "how", "what", "why", "i", "we", "you", "your", "my", "our", "this", "that", "as", "be", "vs", "new",
        "part", "blog", "video", "podcast", "der", "die", "das", "und", "mit", "für", "ein", "eine",
    ]
}

internal import Newsletter

/// The names that a publication knows, prepared for looking up words.
struct KnownNames: Sendable {
    private var exact: Set<[UInt8]> = []
    private var byLower: [[UInt8]: [UInt8]] = [:]
    /// Names by length, without those that are too short to distinguish a typo from another word.
    private var long: [Int: [[UInt8]]] = [:]
    private var wrong: [[UInt8]: [UInt8]] = [:]
    /// Common misspellings in the publication's language, in lower case.
    private var common: [[UInt8]: [UInt8]] = [:]
    /// A bit for each hash of a word that must be compared with the names.
    private var filter = [UInt64](repeating: 0, count: Self.filterWords)
    /// The first letters of the long names.
    private var initials: Set<UInt8> = []

    /// - Parameter language: the publication's, as a BCP 47 tag.
    init(_ settings: CheckSettings, language: String) {
        for name in settings.names {
            let bytes = Array(name.utf8)
            let lower = bytes.map(ASCII.lowered)
            exact.insert(bytes)
            // If a name is all lowercase, a capital letter only means that a sentence begins.
            if bytes.dropFirst().contains(where: ASCII.isUpper) { byLower[lower] = bytes }
            if bytes.count >= Self.shortest { long[bytes.count, default: []].append(bytes) }
        }
        for (word, meant) in settings.spellings { wrong[Array(word.lowercased().utf8)] = Array(meant.utf8) }
        if language == "en" || language.hasPrefix("en-") { common = CommonMisspellings.meant }
        for word in Array(byLower.keys) + Array(wrong.keys) + Array(common.keys) {
            let hash = Self.hash(word[...])
            filter[Int(hash / 64 % UInt32(Self.filterWords))] |= 1 << UInt64(hash % 64)
        }
        initials = Set(long.values.joined().flatMap { $0.prefix(2) })
    }

    /// The hash of a word with its letters case-folded.
    private static func hash(_ word: ArraySlice<UInt8>) -> UInt32 {
        word.reduce(emptyHash) { hash($0, with: $1) }
    }

    static let emptyHash: UInt32 = 2_166_136_261
    static func hash(_ hash: UInt32, with byte: UInt8) -> UInt32 {
        (hash ^ UInt32(ASCII.lowered(byte))) &* 16_777_619
    }

    /// Whether a word needn't be compared with the names, as is the case for nearly all words.
    ///
    /// - Parameter hash: the word's hash.
    func isPlain(_ hash: UInt32, first: UInt8, count: Int) -> Bool {
        if filter[Int(hash / 64 % UInt32(Self.filterWords))] & 1 << UInt64(hash % 64) != 0 { return false }
        guard count >= Self.shortest - 1, ASCII.isUpper(first) else { return true }
        return !initials.contains(first) || long[count] == nil && long[count - 1] == nil && long[count + 1] == nil
    }

    private static let shortest = 7
    /// So many that few of the words that aren't in the filter have the hash of one that is.
    private static let filterWords = 128

    /// Whether a word isn't misspelt by the settings, but by the list of common misspellings.
    func isCommon(_ word: ArraySlice<UInt8>) -> Bool { common[word.map(ASCII.lowered)] != nil }

    var isEmpty: Bool { exact.isEmpty && wrong.isEmpty && common.isEmpty }

    /// The correct spelling of a word that isn't plain, or nil if it is correct or unknown.
    func meant(_ word: ArraySlice<UInt8>) -> [UInt8]? {
        let bytes = Array(word)
        if exact.contains(bytes) { return nil }
        let lower = bytes.map(ASCII.lowered)
        if let meant = wrong[lower] { return meant }
        if let meant = byLower[lower] { return meant }
        if let meant = common[lower] {
            return ASCII.isUpper(bytes[0]) ? [meant[0] & ~0x20] + meant.dropFirst() : meant
        }
        // A plural or a genitive isn't a typo.
        if lower.last == UInt8(ascii: "s"),
            byLower[Array(lower.dropLast())] != nil || exact.contains(Array(bytes.dropLast()))
        {
            return nil
        }
        guard bytes.count >= Self.shortest - 1, ASCII.isUpper(bytes[0]) else { return nil }
        for length in (bytes.count - 1)...(bytes.count + 1) {
            for name in long[length] ?? [] where Typo.isOne(bytes, name) { return name }
        }
        return nil
    }
}

/// Visits the words of a text, skipping addresses, code, file names and identifiers.
enum NameScanner {
    static func scan(_ document: Document, _ block: Block, _ names: KnownNames, _ found: (Range<Int>, String) -> Void) {
        let bytes = document.bytes
        var skipped = document.links(in: block.bytes).map(\.url)[...]
        skipped.removeAll { !block.bytes.contains($0.lowerBound) }
        var index = block.bytes.lowerBound
        while index < block.bytes.upperBound {
            while let next = skipped.first, next.upperBound <= index { skipped.removeFirst() }
            if let next = skipped.first, next.contains(index) {
                index = next.upperBound
                continue
            }
            let byte = bytes[index]
            if byte == UInt8(ascii: "`") {
                index = document.codeEnd(at: index) ?? index + 1
                continue
            }
            guard ASCII.isLetter(byte), index == 0 || !isJoint(bytes[index - 1]) else {
                index += 1
                continue
            }
            var end = index
            var hash = KnownNames.emptyHash
            while end < block.bytes.upperBound, ASCII.isWord(bytes[end]) {
                hash = KnownNames.hash(hash, with: bytes[end])
                end += 1
            }
            if names.isPlain(hash, first: byte, count: end - index) {
                index = end
                continue
            }
            let isWhole =
                end == bytes.count || !isJoint(bytes[end]) || end + 1 >= bytes.count || !ASCII.isWord(bytes[end + 1])
            if isWhole, let meant = names.meant(bytes[index..<end]) {
                found(index..<end, String(decoding: meant, as: UTF8.self))
            }
            index = end
        }
    }

    /// Whether a byte makes an adjacent word a part of something else: `rust-lang.org`, `@github`, `a_b`.
    private static func isJoint(_ byte: UInt8) -> Bool {
        ASCII.isWord(byte) || byte == 0x2D || byte == 0x2E || byte == 0x40 || byte == 0x2F || byte == 0x3A
            || byte == 0x23
    }
}

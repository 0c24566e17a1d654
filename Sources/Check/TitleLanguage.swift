/// Guesses a title's language from its letters, or from words that are common in that language only.
enum TitleLanguage {
    /// The language code in upper case, as tags are written, or nil if the title gives no clear answer.
    static func code(of title: String) -> String? {
        if title.utf8.allSatisfy({ $0 < 0x80 }) { return byWords(title) }
        var (kana, han, hangul, cyrillic, letters) = (0, 0, 0, 0, 0)
        for scalar in title.unicodeScalars {
            switch scalar.value {
            case 0x41...0x5A, 0x61...0x7A: letters += 1
            case 0x3041...0x30FF: kana += 1
            case 0x4E00...0x9FFF: han += 1
            case 0xAC00...0xD7A3: hangul += 1
            case 0x400...0x4FF: cyrillic += 1
            default: break
            }
        }
        if kana > 2 { return "JA" }
        if hangul > 2 { return "KO" }
        if han > 3 { return "ZH" }
        if cyrillic > 3, cyrillic > letters, title.contains(" ") { return "RU" }
        return byWords(title)
    }

    private static func byWords(_ title: String) -> String? {
        var counts = [Int](repeating: 0, count: common.count)
        var isEnglish = false
        var words = 0
        forEachWord(of: title) { hash in
            words += 1
            isEnglish = isEnglish || english.contains(hash)
            for (index, language) in common.enumerated() where language.words.contains(hash) { counts[index] += 1 }
        }
        guard !isEnglish, words >= 4, let most = counts.max(), most >= 2, let best = counts.firstIndex(of: most) else {
            return nil
        }
        return common[best].code
    }

    private static func forEachWord(of title: String, _ body: (UInt32) -> Void) {
        var title = title
        title.withUTF8 { bytes in
            var (hash, length): (UInt32, Int) = (2_166_136_261, 0)
            for byte in bytes {
                if ASCII.isWord(byte) {
                    hash = (hash ^ UInt32(ASCII.lowered(byte))) &* 16_777_619
                    length += 1
                } else if length > 0 {
                    body(hash)
                    (hash, length) = (2_166_136_261, 0)
                }
            }
            if length > 0 { body(hash) }
        }
    }

    private static func hashes(_ words: String) -> Set<UInt32> {
        var hashes: Set<UInt32> = []
        forEachWord(of: words) { hashes.insert($0) }
        return hashes
    }

    private static let english = hashes(
        "the of and is for with to how why from this your using a an on by at new what i")
    private static let common: [(code: String, words: Set<UInt32>)] = [
        ("DE", hashes("der die das und mit für ist ein eine von zu wie warum nicht auf im")),
        ("ES", hashes("el los las con para una del por qué cómo desde y en")),
        ("FR", hashes("le les des une avec pour du et est dans sur votre un")),
        ("PT", hashes("o os com uma para não em do da por como")),
    ]
}

internal import CStemmer

/// Reduces words to their stems by Snowball's rules (https://snowballstem.org); only the index is built with it.
///
/// The stemmer of libstemmer keeps a buffer of its own, so one must not be shared between threads.
struct Stemmer: ~Copyable {
    private let stemmer: OpaquePointer?

    /// - Parameter language: a language tag such as `en` or `pt-BR`; words of a language without rules aren't changed.
    init(language: String) {
        let code = language.prefix { $0 != "-" }.lowercased()
        stemmer = sb_stemmer_new(code, "UTF_8")
    }

    deinit {
        if let stemmer { sb_stemmer_delete(stemmer) }
    }

    /// Calls a closure with the stem of a folded word; a word with other characters than letters is unchanged.
    func withStem<Result>(
        of word: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>) -> Result
    ) -> Result {
        guard let stemmer, word.allSatisfy(Self.isLetter),
            let stem = sb_stemmer_stem(stemmer, word.baseAddress, Int32(word.count))
        else { return body(word) }
        return body(UnsafeBufferPointer(start: stem, count: Int(sb_stemmer_length(stemmer))))
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z"))
    }
}

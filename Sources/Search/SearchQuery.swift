/// A parsed query (`FORMAT.md`, Queries).
package struct SearchQuery: Hashable, Sendable {
    package struct Word: Hashable, Sendable {
        package var text: [UInt8]
        /// Whether the word is still being typed.
        package var isPrefix = false
    }

    /// A compound, and the words that replace it if the archive doesn't have the compound.
    package struct Compound: Hashable, Sendable {
        package var word: Word
        /// The indices of these words in ``SearchQuery/words``.
        package var covered: Range<Int>
    }

    package struct Filter: Hashable, Sendable {
        package var kind: Kind
        package var isNegated: Bool

        package enum Kind: Hashable, Sendable {
            /// A filter `site:` or `tag:`, as a form in the index.
            case term([UInt8])
            /// A filter `section:`, with a folded part of the section's title.
            case section(String)
            case years(ClosedRange<Int>)
            case issue(Int)
        }
    }

    package internal(set) var words: [Word] = []
    package internal(set) var compounds: [Compound] = []
    package internal(set) var excluded: [[UInt8]] = []
    /// The phrases, each of which is a list of words that must follow one another.
    package internal(set) var phrases: [[[UInt8]]] = []
    package internal(set) var filters: [Filter] = []

    package var isEmpty: Bool { words.isEmpty && filters.isEmpty }

    init() {}

    /// A filter's value in the form of the index.
    static func filterValue(_ text: some StringProtocol) -> String {
        String(decoding: TextFolding.folded(String(text)), as: UTF8.self).split(separator: " ").joined(separator: "-")
    }
}

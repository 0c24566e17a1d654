/// What a person searches for (`FORMAT.md`, Queries).
package struct SearchQuery: Hashable, Sendable {
    package struct Word: Hashable, Sendable {
        package var text: [UInt8]
        /// It is still being typed.
        package var isPrefix = false
    }

    /// A compound and the words that stand for it where the archive doesn't have it.
    package struct Compound: Hashable, Sendable {
        package var word: Word
        /// Indices into ``SearchQuery/words``.
        package var covered: Range<Int>
    }

    package struct Filter: Hashable, Sendable {
        package var kind: Kind
        package var isNegated: Bool

        package enum Kind: Hashable, Sendable {
            /// `site:` or `tag:` with its value, as a form of the index.
            case term([UInt8])
            /// A part of a section's title, folded.
            case section(String)
            case years(ClosedRange<Int>)
            case issue(Int)
        }
    }

    package internal(set) var words: [Word] = []
    package internal(set) var compounds: [Compound] = []
    package internal(set) var excluded: [[UInt8]] = []
    /// Each a list of words that must follow one another.
    package internal(set) var phrases: [[[UInt8]]] = []
    package internal(set) var filters: [Filter] = []

    package var isEmpty: Bool { words.isEmpty && filters.isEmpty }

    init() {}

    /// A filter's value as the index has it.
    static func filterValue(_ text: some StringProtocol) -> String {
        String(decoding: TextFolding.folded(String(text)), as: UTF8.self).split(separator: " ").joined(separator: "-")
    }
}

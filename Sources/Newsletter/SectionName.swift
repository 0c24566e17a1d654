/// Tells whether two headings name the same section.
package enum SectionName {
    /// A heading for comparing: without case, blank ends and closing punctuation.
    package static func key(_ heading: some StringProtocol) -> String {
        var key = heading.lowercased()[...]
        while let last = key.last, last.isWhitespace || ":.,;!?".contains(last) { key.removeLast() }
        while let first = key.first, first.isWhitespace { key.removeFirst() }
        return String(key)
    }
}

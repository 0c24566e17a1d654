/// Compares headings.
package enum SectionName {
    /// The form in which headings are compared: in lower case, without surrounding spaces and closing punctuation.
    package static func key(_ heading: some StringProtocol) -> String {
        var key = heading.lowercased()[...]
        while let last = key.last, last.isWhitespace || ":.,;!?".contains(last) { key.removeLast() }
        while let first = key.first, first.isWhitespace { key.removeFirst() }
        return String(key)
    }
}

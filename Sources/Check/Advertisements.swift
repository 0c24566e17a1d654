internal import Newsletter

/// Advertisements are repeated in each issue that was paid for, with the links that the advertiser ordered.
extension Document {
    /// Whether an entry is marked as an advertisement: `[Tea](https://tea.example) (ad)`.
    func isAdvertisement(_ entry: Entry) -> Bool {
        let line = content(lines[entry.range.start.line - 1])
        return line.contains { offset in
            (bytes[offset] == UInt8(ascii: "(") || bytes[offset] == UInt8(ascii: "["))
                && Self.marks.contains { bytes.hasFolded($0, at: offset) }
        }
    }

    /// Whether a byte is within an advertisement.
    func isInAdvertisement(_ offset: Int) -> Bool {
        issue.sections.contains { section in
            section.range.bytes.contains(offset)
                && section.entries.contains { $0.range.bytes.contains(offset) && isAdvertisement($0) }
        }
    }

    private static let marks: [StaticString] = [
        "(ad)", "[ad]", "(advertisement)", "(sponsored)", "(sponsor)", "(anzeige)",
    ]
}

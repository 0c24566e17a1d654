/// One row of comma-separated values: its fields without quotation marks.
package struct CSVRow: Sendable {
    /// The number of the line on which it begins; the first is 1.
    package private(set) var line: Int
    private var bytes: [UInt8] = []
    /// Where each field ends in the bytes.
    private var ends: [Int] = []

    init(line: Int) {
        self.line = line
    }

    /// The number of fields.
    package var count: Int { ends.count }

    /// The bytes of a field; empty if the row is shorter.
    package subscript(index: Int) -> ArraySlice<UInt8> {
        guard ends.indices.contains(index) else { return [] }
        return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
    }

    /// The text of a field without blanks around it. What isn't UTF-8 is read as windows-1252, as spreadsheets write it.
    package func text(_ index: Int) -> String {
        let field = self[index]
        if field.isEmpty { return "" }
        if let text = String(validating: field, as: UTF8.self) { return text.trimmedBlanks }
        let converted = CharacterEncoding.windows1252.utf8(of: Array(field), replacingInvalid: true) ?? []
        return String(decoding: converted, as: UTF8.self).trimmedBlanks
    }

    var isEmpty: Bool { bytes.isEmpty && ends.count <= 1 }

    var byteCount: Int { bytes.count + ends.count }

    mutating func append(_ byte: UInt8) { bytes.append(byte) }

    mutating func endField() { ends.append(bytes.count) }

    mutating func clear(line: Int) {
        self.line = line
        bytes.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }
}

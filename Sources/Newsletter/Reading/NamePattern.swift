package import Text

/// A pattern such as `issue-{number}` or `Week ending {month} {day}, {year}`, which finds values in a text or is filled
/// in with them.
package struct NamePattern: Hashable, Sendable {
    package enum Field: String, CaseIterable, Sendable {
        case number, year, month, day, name
    }

    private enum Part: Hashable {
        case literal([UInt8])
        case field(Field)
    }

    private let parts: [Part]

    /// - Returns: nil if the pattern has an unknown field or none at all.
    package init?(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{") {
            if open > rest.startIndex { parts.append(.literal(Array(rest[..<open].lowercased().utf8))) }
            guard let close = rest[open...].firstIndex(of: "}"),
                let field = Field(rawValue: String(rest[rest.index(after: open)..<close]))
            else { return nil }
            parts.append(.field(field))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.literal(Array(rest.lowercased().utf8))) }
        guard parts.contains(where: { if case .field = $0 { true } else { false } }) else { return nil }
        self.parts = parts
        self.text = text
    }

    /// The pattern as it is written.
    package let text: String

    /// The values of the pattern's fields where it first occurs in a text; nil if it doesn't. `{name}` is only filled in.
    package func values(in text: String) -> [Field: Int]? {
        let bytes = Array(text.lowercased().utf8)
        for start in bytes.indices {
            // A number begins with its first digit.
            if case .field(let field)? = parts.first, field != .month, start > 0, Self.isDigit(bytes[start - 1]) {
                continue
            }
            if let values = values(in: bytes, from: start) { return values }
        }
        return nil
    }

    /// The date that the pattern finds in a text.
    package func date(in text: String) -> CalendarDate? {
        guard let values = values(in: text), let year = values[.year], let month = values[.month] else { return nil }
        return CalendarDate(year: year, month: month, day: values[.day] ?? 1)
    }

    /// The pattern with its fields filled in; nil if there is no value for one of them.
    package func filled(_ value: (Field) -> String?) -> String? {
        var filled = text
        for field in Field.allCases where text.contains("{\(field.rawValue)}") {
            guard let value = value(field) else { return nil }
            filled = filled.replacing("{\(field.rawValue)}", with: value)
        }
        return filled
    }

    private func values(in bytes: [UInt8], from start: Int) -> [Field: Int]? {
        var values: [Field: Int] = [:]
        var offset = start
        for part in parts {
            switch part {
            case .literal(let literal):
                guard bytes[offset...].starts(with: literal) else { return nil }
                offset += literal.count
            case .field(.month) where offset < bytes.count && !Self.isDigit(bytes[offset]):
                let word = bytes[offset...].prefix { $0 >= 0x80 || 0x61...0x7A ~= $0 }
                guard let month = MonthName.number(of: String(decoding: word, as: UTF8.self)) else { return nil }
                values[.month] = month
                offset += word.count
            case .field(let field):
                let digits = bytes[offset...].prefix(Self.longest(field)).prefix { Self.isDigit($0) }
                guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
                if field == .year, digits.count != 4 { return nil }
                values[field] = number
                offset += digits.count
            }
        }
        // A number ends with its last digit.
        if case .field(let field)? = parts.last, field == .number, offset < bytes.count, Self.isDigit(bytes[offset]) {
            return nil
        }
        return values
    }

    private static func longest(_ field: Field) -> Int {
        switch field {
        case .number, .name: 9
        case .year: 4
        case .month, .day: 2
        }
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}

/// A text with names in braces that are filled in, such as `{day} {month} {year}`, split once.
package struct TextForm: Sendable {
    private enum Part {
        case text(String)
        case name(String)
    }

    private let parts: [Part]

    package init(_ text: String) {
        var parts: [Part] = []
        var rest = text[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            if open > rest.startIndex { parts.append(.text(String(rest[..<open]))) }
            parts.append(.name(String(rest[rest.index(after: open)..<close])))
            rest = rest[rest.index(after: close)...]
        }
        if !rest.isEmpty { parts.append(.text(String(rest))) }
        self.parts = parts
    }

    /// The names in braces.
    package var names: Set<String> {
        Set(
            parts.compactMap { part in
                if case .name(let name) = part { return name }
                return nil
            })
    }

    /// The text with each name replaced by its value; a name without a value stays as it is.
    package func filled(_ value: (_ name: String) -> String?) -> String {
        var text = ""
        for part in parts {
            switch part {
            case .text(let fixed): text += fixed
            case .name(let name): text += value(name) ?? "{\(name)}"
            }
        }
        return text
    }
}

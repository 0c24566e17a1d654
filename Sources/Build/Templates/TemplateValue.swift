/// The names that a template can use, with their values, in order.
struct TemplateContext: ExpressibleByDictionaryLiteral {
    fileprivate(set) var pairs: [(name: String, value: TemplateValue)] = []

    init(dictionaryLiteral elements: (String, TemplateValue?)...) {
        pairs.reserveCapacity(elements.count + 8)
        for (name, value) in elements {
            if let value { pairs.append((name, value)) }
        }
    }

    /// The value of a name; setting nil removes the name, so that templates treat it as absent.
    subscript(name: String) -> TemplateValue? {
        get { pairs.first { $0.name == name }?.value }
        set {
            if let known = pairs.firstIndex(where: { $0.name == name }) { pairs.remove(at: known) }
            if let newValue { pairs.append((name, newValue)) }
        }
    }

    func merging(_ other: TemplateContext) -> TemplateContext {
        var merged = self
        for (name, value) in other.pairs { merged[name] = value }
        return merged
    }
}

/// The value of a name in a template.
enum TemplateValue {
    case text(String)
    /// HTML that is inserted unescaped, by `{{{name}}}`.
    case html([UInt8])
    case flag(Bool)
    case object(TemplateContext)
    case list([TemplateContext])

    /// The value for an optional text; nil, so that the name is left out, if there is no text.
    static func optional(_ text: String?) -> TemplateValue? {
        text.flatMap { $0.isEmpty ? nil : .text($0) }
    }
}

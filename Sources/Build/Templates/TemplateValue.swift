/// A context for templates: names with values, in order.
struct TemplateContext: ExpressibleByDictionaryLiteral {
    fileprivate(set) var pairs: [(name: String, value: TemplateValue)] = []

    init(dictionaryLiteral elements: (String, TemplateValue?)...) {
        pairs.reserveCapacity(elements.count + 8)
        for (name, value) in elements {
            if let value { pairs.append((name, value)) }
        }
    }

    /// Setting nil removes the name, so that templates see it as absent.
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
    /// HTML, for `{{{name}}}`.
    case html([UInt8])
    case flag(Bool)
    case object(TemplateContext)
    case list([TemplateContext])

    /// Text, or nil so that the name is left out.
    static func optional(_ text: String?) -> TemplateValue? {
        text.flatMap { $0.isEmpty ? nil : .text($0) }
    }
}

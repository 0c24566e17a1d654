/// What a template is given: names with values, in order.
struct TemplateContext: ExpressibleByDictionaryLiteral {
    fileprivate(set) var pairs: [(name: String, value: TemplateValue)] = []

    init(dictionaryLiteral elements: (String, TemplateValue?)...) {
        pairs.reserveCapacity(elements.count + 8)
        for (name, value) in elements {
            if let value { pairs.append((name, value)) }
        }
    }

    /// Setting nil leaves the name out; templates see it as absent.
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

/// One value of a template's name.
enum TemplateValue {
    case text(String)
    /// HTML, for `{{{name}}}`.
    case html([UInt8])
    case flag(Bool)
    case object(TemplateContext)
    case list([TemplateContext])

    /// Text that is left out where there is none.
    static func optional(_ text: String?) -> TemplateValue? {
        text.flatMap { $0.isEmpty ? nil : .text($0) }
    }
}

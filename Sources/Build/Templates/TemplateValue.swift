/// What a template is given: names with values, in order.
struct TemplateContext: ExpressibleByDictionaryLiteral {
    fileprivate(set) var pairs: [(name: String, value: TemplateValue)] = []

    init(dictionaryLiteral elements: (String, TemplateValue?)...) {
        for (name, value) in elements { self[name] = value }
    }

    /// Setting nil leaves the name out; templates see it as absent.
    subscript(name: String) -> TemplateValue? {
        get { pairs.first { $0.name == name }?.value }
        set {
            pairs.removeAll { $0.name == name }
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

/// Papers, which have an identifier on arXiv, or a DOI in any case.
enum PaperIdentities {
    static func unify(_ parts: inout AddressParts) {
        switch parts.host {
        case "arxiv.org", "export.arxiv.org":
            guard let form = parts.segments.first, ["abs", "pdf", "html", "ps", "format"].contains(form),
                parts.segments.count > 1
            else { return }
            parts = parts.arXiv(parts.segments.dropFirst().joined(separator: "/"))
        case "doi.org", "dx.doi.org":
            let identifier = parts.segments.joined(separator: "/").lowercased()
            if identifier.hasPrefix("10.48550/arxiv.") {
                parts = parts.arXiv(String(identifier.dropFirst("10.48550/arxiv.".count)))
            } else {
                (parts.host, parts.segments) = ("doi.org", [identifier])
            }
        default:
            // `dl.acm.org/doi/abs/10.…`, `/doi/pdf/10.…`
            guard parts.segments.first == "doi", let start = parts.segments.firstIndex(where: { $0.hasPrefix("10.") })
            else { return }
            parts.segments = ["doi", parts.segments[start...].joined(separator: "/").lowercased()]
        }
    }
}

extension AddressParts {
    /// The paper's page, whatever its version and form: `2401.00001v2.pdf` is `2401.00001`.
    fileprivate func arXiv(_ identifier: String) -> AddressParts {
        var name = identifier.lowercased()[...]
        if name.hasSuffix(".pdf") { name = name.dropLast(4) }
        if let mark = name.lastIndex(of: "v"), mark > name.startIndex, Int(name[name.index(after: mark)...]) != nil,
            name[name.index(before: mark)].isNumber
        {
            name = name[..<mark]
        }
        var parts = self
        (parts.host, parts.segments, parts.parameters) = ("arxiv.org", ["abs", String(name)], [])
        return parts
    }
}

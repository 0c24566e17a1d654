/// Finds templates that include themselves, directly or through others, so that rendering would never end.
enum TemplateCycle {
    /// The names of the templates in the first cycle, with the first name repeated at the end.
    static func first(in templates: [String: String]) -> [String]? {
        let partials = templates.mapValues(partials)
        var done: Set<String> = []
        func search(_ path: [String]) -> [String]? {
            guard let name = path.last, !done.contains(name) else { return nil }
            for partial in partials[name] ?? [] {
                if let start = path.firstIndex(of: partial) { return path[start...] + [partial] }
                if let cycle = search(path + [partial]) { return cycle }
            }
            done.insert(name)
            return nil
        }
        for name in templates.keys.sorted() {
            if let cycle = search([name]) { return cycle }
        }
        return nil
    }

    private static func partials(of text: String) -> [String] {
        text.split(separator: "{{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            guard part.drop(while: \.isWhitespace).first == ">" else { return nil }
            let name = part.drop { $0 == ">" || $0.isWhitespace }.prefix { $0 != "}" && !$0.isWhitespace }
            return String(name)
        }
    }
}

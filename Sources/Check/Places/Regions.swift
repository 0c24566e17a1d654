internal import Newsletter

/// The publication's regions, which are headings of events.
struct Regions: Sendable {
    private let rules: [RegionRule]
    /// The rules by heading, for headings that contain countries.
    private let places: [String: RegionRule]
    private let virtual: [String]

    init(_ rules: [RegionRule]) {
        self.rules = rules
        let named = rules.filter { !$0.continents.isEmpty || !$0.countries.isEmpty }
        places = Dictionary(named.map { (Self.key($0.heading), $0) }) { first, _ in first }
        virtual = rules.filter(\.isVirtual).map { Self.key($0.heading) }
    }

    struct Region: Sendable {
        fileprivate let rule: RegionRule
        fileprivate let rules: [RegionRule]

        var name: String { rule.heading }

        /// Whether events in a country, given by its code, belong under this heading.
        func contains(_ code: String) -> Bool {
            guard let country = Country(code: code) else { return false }
            return rules.rules(for: country).contains(rule)
        }
    }

    /// The headings under which events in a country belong.
    func headings(of code: String) -> [String] {
        Country(code: code).map { rules.rules(for: $0).headings } ?? []
    }

    /// The region of each of an issue's sections, by the section's index.
    func places(of document: Document) -> [Int: (region: Region?, isVirtual: Bool)] {
        var places: [Int: (region: Region?, isVirtual: Bool)] = [:]
        for event in document.events where places[event.section] == nil {
            let title = document.issue.sections[event.section].title
            places[event.section] = (region(of: title), isVirtual(title))
        }
        return places
    }

    /// The region, or nil for a heading that isn't one.
    func region(of heading: String) -> Region? {
        places[Self.key(heading)].map { Region(rule: $0, rules: rules) }
    }

    /// Whether a heading is for virtual events.
    func isVirtual(_ heading: String) -> Bool {
        let key = Self.key(heading)
        return virtual.contains { key.hasPrefix($0) }
    }

    private static func key(_ heading: String) -> String {
        if heading.utf8.allSatisfy({ $0 < 0x80 }) {
            let letters = heading.utf8.map(ASCII.lowered).filter { ASCII.isLetter($0) || $0 == 0x20 }
            let words = letters.split(separator: 0x20).joined(separator: [0x20])
            return String(decoding: Array(words), as: UTF8.self)
        }
        return String(heading.lowercased().filter { $0.isLetter || $0 == " " }).split(separator: " ").joined(
            separator: " ")
    }
}

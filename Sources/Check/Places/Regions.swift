internal import Newsletter

/// What headings of events stand for: the publication's regions.
struct Regions: Sendable {
    private let rules: [RegionRule]
    /// By heading, of those that stand for places.
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

        /// Whether events in a country, by its code, may be here.
        func contains(_ code: String) -> Bool {
            guard let country = Country(code: code) else { return false }
            return rules.rules(for: country).contains(rule)
        }
    }

    /// The headings that events in a country may be under.
    func headings(of code: String) -> [String] {
        Country(code: code).map { rules.rules(for: $0).headings } ?? []
    }

    /// What each of an issue's sections stands for, by its index.
    func places(of document: Document) -> [Int: (region: Region?, isVirtual: Bool)] {
        var places: [Int: (region: Region?, isVirtual: Bool)] = [:]
        for event in document.events where places[event.section] == nil {
            let title = document.issue.sections[event.section].title
            places[event.section] = (region(of: title), isVirtual(title))
        }
        return places
    }

    /// Nil for a heading that stands for no places.
    func region(of heading: String) -> Region? {
        places[Self.key(heading)].map { Region(rule: $0, rules: rules) }
    }

    /// Whether a heading is of events that happen on the network.
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

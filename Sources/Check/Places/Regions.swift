internal import Newsletter

/// What headings of events stand for: parts of the world.
struct Regions: Sendable {
    private let own: [String: [String]]
    private let virtual: [String]

    init(_ settings: CheckSettings) {
        own = Dictionary(settings.regions.map { (Self.key($0), $1) }, uniquingKeysWith: { $1 })
        virtual = settings.virtualHeadings.map(Self.key)
    }

    struct Region: Sendable {
        var name: String
        private let codes: [String]
        private let continent: CountryCodes.Continent?

        fileprivate init(name: String, codes: [String], continent: CountryCodes.Continent?) {
            (self.name, self.codes, self.continent) = (name, codes, continent)
        }

        func contains(_ country: String) -> Bool {
            codes.contains(country) || continent.map(CountryCodes.continents(of: country).contains) == true
        }
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

    /// Nil for a heading that names no part of the world.
    func region(of heading: String) -> Region? {
        let key = Self.key(heading)
        let continent = Self.continents[key]
        guard continent != nil || own[key] != nil else { return nil }
        return Region(name: continent?.rawValue ?? heading, codes: own[key] ?? [], continent: continent)
    }

    /// Whether a heading is of events that happen on the network.
    func isVirtual(_ heading: String) -> Bool {
        let key = Self.key(heading)
        return virtual.contains { key.hasPrefix($0) }
    }

    private static let continents = Dictionary(
        uniqueKeysWithValues: CountryCodes.Continent.allCases.map { (key($0.rawValue), $0) })

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

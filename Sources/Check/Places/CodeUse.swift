internal import Archive
internal import Newsletter

/// The meaning of the code after a city in the archive: `DE` after Berlin is Germany, after Wilmington it is Delaware.
struct CodeUse: Sendable {
    /// City and code, such as `berlin, de`, if events there were listed under a region that contains the country with
    /// that code.
    private var countries: Set<String> = []
    /// City, code and country, such as `wilmington, de, us`.
    private var parts: Set<String> = []

    init(_ archive: ArchiveIndex, _ regions: Regions) {
        var known: [String: Regions.Region?] = [:]
        for issue in archive.issues.indices {
            for record in archive.eventPlaces(of: issue) {
                guard let place = record.place else { continue }
                let words = Self.words(place)
                if words.count == 3 { parts.insert(Self.key(words)) }
                guard words.count == 2 else { continue }
                let region = known[record.section] ?? regions.region(of: record.section)
                known[record.section] = .some(region)
                if region?.contains(words[1]) == true { countries.insert(Self.key(words)) }
            }
        }
    }

    /// The parts between commas.
    private static func words(_ place: String) -> [String] {
        place.utf8.split(separator: UInt8(ascii: ",")).map { word in
            let end = word.lastIndex { $0 != 0x20 }.map(word.index(after:)) ?? word.startIndex
            return String(decoding: word[..<end].drop { $0 == 0x20 }, as: UTF8.self)
        }
    }

    /// Whether the code after this city is a country's, and never was a subdivision of another country.
    func isCountry(_ code: String, after city: String, notPartOf country: String) -> Bool {
        countries.contains(Self.key([city, code])) && !parts.contains(Self.key([city, code, country]))
    }

    private static func key(_ words: [String]) -> String { words.joined(separator: ", ").lowercased() }
}

internal import Archive
internal import Newsletter

/// What the code behind a city has meant in the archive: `DE` behind Berlin is Germany, behind Wilmington it is Delaware.
struct CodeUse: Sendable {
    /// `berlin, de`, where a region's events have stood so that has the country of that code.
    private var countries: Set<String> = []
    /// `wilmington, de, us`
    private var parts: Set<String> = []

    init(_ archive: ArchiveIndex, _ regions: Regions) {
        var known: [String: Regions.Region?] = [:]
        for issue in archive.issues.indices {
            for record in archive.records(of: issue) {
                guard let place = record.event?.place else { continue }
                let words = place.split(separator: ",").map { String($0).trimmed }
                if words.count == 3 { parts.insert(Self.key(words)) }
                guard words.count == 2 else { continue }
                let region = known[record.section] ?? regions.region(of: record.section)
                known[record.section] = .some(region)
                if region?.contains(words[1]) == true { countries.insert(Self.key(words)) }
            }
        }
    }

    /// Whether the code is a country's behind this city, and never was a part of another country.
    func isCountry(_ code: String, behind city: String, notPartOf country: String) -> Bool {
        countries.contains(Self.key([city, code])) && !parts.contains(Self.key([city, code, country]))
    }

    private static func key(_ words: [String]) -> String { words.joined(separator: ", ").lowercased() }
}

extension String {
    fileprivate var trimmed: String { String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()) }
}

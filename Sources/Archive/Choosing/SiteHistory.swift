internal import Foundation

/// How often the latest links of each site belonged to each section. Learned link by link, oldest first.
struct SiteHistory: Sendable {
    private let sections: Int
    private var entries: [String: Entry] = [:]
    private var position = 0

    private struct Entry {
        /// The position of the site's last link.
        var position: Int
        /// A count for each section, as of that position.
        var counts: [Double]
    }

    /// - Parameter sections: the number of sections.
    init(sections: Int) {
        self.sections = sections
    }

    /// The share of each section in the site's links so far. The shares add up to less than 1, because one link without
    /// a section is assumed in addition: the fewer links a site has had, the smaller its shares.
    func shares(of site: String) -> [Double] {
        let counts = counts(of: site)
        let total = counts.reduce(1, +)
        return counts.map { $0 / total }
    }

    /// Adds a link that belongs to several sites, such as its host and its author's part of the host.
    mutating func add(_ sites: [String], section: Int) {
        for site in sites {
            var counts = counts(of: site)
            counts[section] += 1
            entries[site] = Entry(position: position, counts: counts)
        }
        position += 1
    }

    private func counts(of site: String) -> [Double] {
        guard let entry = entries[site] else { return [Double](repeating: 0, count: sections) }
        let decay = exp2(-Double(position - entry.position) / Self.halfLife)
        return entry.counts.map { $0 * decay }
    }

    /// The number of links after which a link counts half: about half a year of a weekly.
    private static let halfLife = 500.0
}

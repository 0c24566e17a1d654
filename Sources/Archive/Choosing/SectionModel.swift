internal import Foundation
internal import Newsletter
package import Text

/// Suggests the section of a link, learned from the sections of similar links.
package struct SectionModel: Sendable {
    /// A link whose section is known.
    package struct Example: Hashable, Sendable {
        package var title: String
        package var url: String
        package var tags: [String]
        package var section: String

        package init(title: String, url: String, tags: [String], section: String) {
            self.title = title
            self.url = url
            self.tags = tags
            self.section = section
        }
    }

    private let features: FeatureWeights
    private let history: SiteHistory
    private let classes: [(section: String, separator: LinearSeparator)]

    /// - Parameter examples: in the order in which they were published, oldest first; later ones count more.
    package init(_ examples: [Example]) {
        let links = examples.map { LinkWords(title: $0.title, url: $0.url, tags: $0.tags) }
        let features = FeatureWeights(documents: links.map(\.features))
        let sections = Set(examples.map(\.section)).sorted()
        let members = examples.map { sections.firstIndex(of: $0.section) ?? 0 }
        // A link learns from the history before it, as a new link has to be judged.
        var history = SiteHistory(sections: sections.count)
        let vectors = zip(links, members).map { link, member in
            let vector = Self.vector(of: link, features, history)
            history.add(link.sites, section: member)
            return vector
        }
        let weights = examples.indices.map { exp2(-Double(examples.count - 1 - $0) / Self.halfLife) }
        var totals = [Double](repeating: 0, count: sections.count)
        for (member, weight) in zip(members, weights) { totals[member] += weight }
        let average = totals.reduce(0, +) / Double(max(1, sections.count))
        classes = sections.enumerated().map { index, section in
            let belongs = members.map { $0 == index }
            // Partly balanced, so that a section with few links isn't outvoted by those with many.
            let inside = pow(average / totals[index], Self.balance)
            let costs = zip(belongs, weights).map { Self.cost * $1 * ($0 ? inside : 1) }
            let separator = LinearSeparator(
                vectors: vectors, belongs: belongs, costs: costs,
                dimensions: features.names.count + Self.siteWeights.count * sections.count)
            return (section, separator)
        }
        self.features = features
        self.history = history
    }

    /// The sections, likeliest first.
    package func guesses(title: String, url: String, tags: [String]) -> [String] {
        let vector = Self.vector(of: LinkWords(title: title, url: url, tags: tags), features, history)
        return classes.map { ($0.section, $0.separator.score(vector)) }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    /// The strongest reasons for a section: words, and `host:` and `tag:` signs, strongest first.
    package func reasons(for section: String, title: String, url: String, tags: [String], count: Int = 3) -> [String] {
        guard let separator = classes.first(where: { $0.section == section })?.separator else { return [] }
        let link = LinkWords(title: title, url: url, tags: tags)
        var shares: [String: Double] = [:]
        for (index, value) in Self.vector(of: link, features, history) {
            let past = Int(index) - features.names.count
            let name = past < 0 ? features.names[Int(index)] : link.sites[past / classes.count]
            shares[name, default: 0] += value * separator.weights[Int(index)]
        }
        return shares.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(count)
            .map { $0.key.hasPrefix("sign:") ? String($0.key.dropFirst(5)) : $0.key }
    }

    /// The features of a link, then the sections that its host had, then those that its place had.
    private static func vector(
        of link: LinkWords, _ features: FeatureWeights, _ history: SiteHistory
    ) -> [(index: Int32, value: Double)] {
        let past = zip(link.sites, siteWeights).flatMap { site, weight in
            history.shares(of: site).map { $0 * weight }
        }
        let start = Int32(features.names.count)
        return features.vector(of: link.features)
            + past.enumerated().filter { $0.element > 0 }.map { (index: start + Int32($0.offset), value: $0.element) }
    }

    // Chosen because they gave the best suggestions for the issues of 2022, 2023 and 2024 after training on earlier ones.

    /// The cost of an error.
    private static let cost = 0.4
    /// How far small sections are made up for, from 0 to 1.
    private static let balance = 0.3
    /// The number of links after which an example counts half.
    private static let halfLife = 3000.0
    /// How much the sections count that a link's sites had before: its host, and its place on the host.
    private static let siteWeights = [0.7, 1.0]
}

extension SectionModel {
    /// Examples from the archive; if a URL occurs several times, only the first occurrence is an example.
    ///
    /// - Parameters:
    ///   - date: only issues before it count.
    ///   - sections: the present headings.
    ///   - headings: older headings, with the present ones that replaced them.
    package static func examples(
        from archive: ArchiveIndex, before date: CalendarDate, sections: [String], headings: [String: String]
    ) -> [Example] {
        var present = Dictionary(sections.map { (SectionName.key($0), $0) }, uniquingKeysWith: { first, _ in first })
        for (old, new) in headings { present[SectionName.key(old)] = present[SectionName.key(new)] }
        var seen: Set<String> = []
        return archive.issues(before: date, last: .max).flatMap { issue in
            archive.records(of: issue).compactMap { record -> Example? in
                guard record.kind == .links, let section = present[SectionName.key(record.section)],
                    seen.insert(record.canonical).inserted
                else { return nil }
                return Example(title: record.title, url: record.url, tags: record.tags, section: section)
            }
        }
    }
}

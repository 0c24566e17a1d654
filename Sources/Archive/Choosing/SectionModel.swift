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
    private let classes: [(section: String, separator: LinearSeparator)]

    package init(_ examples: [Example]) {
        let documents = examples.map { LinkWords(title: $0.title, url: $0.url, tags: $0.tags).features }
        let features = FeatureWeights(documents: documents)
        let vectors = documents.map(features.vector)
        let counts = Dictionary(grouping: examples, by: \.section).mapValues(\.count)
        classes = counts.keys.sorted().map { section in
            // Balanced, so that a section with few links isn't outvoted by those with many.
            let weight = Double(examples.count) / Double(counts.count * (counts[section] ?? 1))
            let separator = LinearSeparator(
                vectors: vectors, belongs: examples.map { $0.section == section }, dimensions: features.names.count,
                cost: (inside: Self.cost * weight, outside: Self.cost))
            return (section, separator)
        }
        self.features = features
    }

    /// The sections, likeliest first.
    package func guesses(title: String, url: String, tags: [String]) -> [String] {
        let vector = features.vector(of: LinkWords(title: title, url: url, tags: tags).features)
        return classes.map { ($0.section, $0.separator.score(vector)) }.sorted { $0.1 > $1.1 }.map(\.0)
    }

    /// The strongest reasons for a section: words, and `host:` and `tag:` signs, strongest first.
    package func reasons(for section: String, title: String, url: String, tags: [String], count: Int = 3) -> [String] {
        guard let separator = classes.first(where: { $0.section == section })?.separator else { return [] }
        let vector = features.vector(of: LinkWords(title: title, url: url, tags: tags).features)
        let shares = vector.map {
            (name: features.names[Int($0.index)], share: $0.value * separator.weights[Int($0.index)])
        }
        return shares.filter { $0.share > 0 }.sorted { ($1.share, $0.name) < ($0.share, $1.name) }.prefix(count)
            .map { $0.name.hasPrefix("sign:") ? String($0.name.dropFirst(5)) : $0.name }
    }

    /// The cost of an error, chosen because it gave the best suggestions for the issues of 2023 and 2024 after training
    /// on earlier issues.
    private static let cost = 0.3
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

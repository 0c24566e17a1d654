internal import Address
internal import Foundation
package import Newsletter

/// Ranks candidates by what the publication chose before: a word that is more frequent in the archive than in the
/// candidates counts in favour of a candidate; a less frequent one counts against it.
package struct ChoiceRanking: Sendable {
    private let weights: [String: Double]

    /// - Parameters:
    ///   - chosen: the links of earlier issues.
    ///   - pool: the candidates to choose from now.
    package init(chosen: [LinkRecord], pool: [Candidate]) {
        let (chosenCounts, chosenTotal) = Self.counts(chosen.map { Self.features(of: $0) })
        let (poolCounts, poolTotal) = Self.counts(pool.map(Self.features))
        var weights: [String: Double] = [:]
        for (feature, count) in poolCounts {
            let inChosen =
                (Double(chosenCounts[feature] ?? 0) + Self.smoothing) / (Double(chosenTotal) + 2 * Self.smoothing)
            let inPool = (Double(count) + Self.smoothing) / (Double(poolTotal) + 2 * Self.smoothing)
            weights[feature] = log(inChosen / inPool)
        }
        self.weights = weights
    }

    /// A score that is higher for likelier choices; scores only have a meaning compared with each other.
    package func score(_ candidate: Candidate) -> Double {
        let features = Self.features(of: candidate)
        guard !features.isEmpty else { return 0 }
        // In a fixed order: the sum depends on it, and the order of a set differs from run to run.
        let sum = features.map { weights[$0] ?? 0 }.sorted().reduce(0, +)
        return sum / Double(features.count).squareRoot()
    }

    /// The words that count most in favour of a candidate.
    package func reasons(_ candidate: Candidate, count: Int = 2) -> [String] {
        Self.features(of: candidate).map { ($0, weights[$0] ?? 0) }.filter { $0.1 > 0.2 }
            .sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(count).map {
                $0.0.hasPrefix("host:") ? String($0.0.dropFirst(5)) : $0.0
            }
    }

    /// The candidates, likeliest first; equally likely ones keep their order.
    package func ranked(_ candidates: [Candidate]) -> [Candidate] {
        candidates.map { ($0, score($0)) }.enumerated().sorted {
            ($1.element.1, $0.offset) < ($0.element.1, $1.offset)
        }.map(\.element.0)
    }

    private static func features(of record: LinkRecord) -> Set<String> {
        features(title: record.title, url: record.url)
    }

    private static func features(of candidate: Candidate) -> Set<String> {
        var features = features(title: candidate.title, url: candidate.url ?? "")
        for signal in [Candidate.Fact.Signal.author, .component] {
            if let value = candidate.signal(signal) { features.insert("\(signal.rawValue):\(value.lowercased())") }
        }
        return features
    }

    private static func features(title: String, url: String) -> Set<String> {
        var features = Set(LinkWords.words(of: title))
        if let host = LinkHost.of(url) { features.insert("host:\(place(host, url))") }
        return features
    }

    /// The repository on a forge, else the host.
    private static func place(_ host: String, _ url: String) -> String {
        guard host == "github.com" || host == "gitlab.com" || host == "codeberg.org" else { return host }
        let parts = url.split(separator: "/").drop { !$0.contains(".") }.dropFirst().prefix(2)
        return parts.joined(separator: "/").lowercased()
    }

    private static func counts(_ documents: [Set<String>]) -> (counts: [String: Int], total: Int) {
        var counts: [String: Int] = [:]
        for document in documents { for feature in document { counts[feature, default: 0] += 1 } }
        return (counts, documents.count)
    }

    private static let smoothing = 2.0
}

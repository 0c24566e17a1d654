package import Text

/// One comparison of the new site with the old one: how many are the same, and the differences by kind.
package struct AdoptionCheck: Sendable {
    /// What was compared, such as "heading ids".
    package var subject: String
    package var same: Int
    package var total: Int
    /// The differences, each with the files or pages that have it.
    package var differences: [(what: String, places: [String])]

    init(_ subject: String) {
        self.subject = subject
        same = 0
        total = 0
        differences = []
    }

    /// Counts one thing that was compared.
    ///
    /// - Parameter difference: nil if it is the same.
    mutating func count(_ difference: String?, in place: String) {
        total += 1
        guard let difference else {
            same += 1
            return
        }
        if let known = differences.firstIndex(where: { $0.what == difference }) {
            differences[known].places.append(place)
        } else {
            differences.append((difference, [place]))
        }
    }

    /// The lines of the report: the counts, and the most frequent differences.
    package var lines: [PrintableText] {
        var lines: [PrintableText] = ["\(subject): \(same) of \(total) the same"]
        let groups = differences.sorted { ($1.places.count, $0.what) < ($0.places.count, $1.what) }
        for group in groups.prefix(Self.mostGroups) {
            lines.append("  \(group.what): \(Self.some(group.places))")
        }
        if groups.count > Self.mostGroups {
            lines.append("  and \((groups.count - Self.mostGroups).counted("other difference"))")
        }
        return lines
    }

    private static let mostGroups = 12

    /// The first of some places, and how many more there are.
    static func some(_ places: [String]) -> String {
        let shown = places.prefix(5).joined(separator: ", ")
        return places.count > 5 ? "\(shown) and \(places.count - 5) more" : shown
    }
}

internal import Archive
internal import Newsletter
package import Text

extension WaitingCandidates {
    /// A list for people, the likeliest candidates of each section first; empty if nothing is waiting and nothing has
    /// ended.
    package var text: PrintableText {
        var lines: [PrintableText] = []
        var heading: String?
        for row in rows {
            let own = row.candidate.section ?? row.candidate.kind.rawValue
            if own != heading { lines.append((heading == nil ? "" : "\n") + "\(own)") }
            heading = own
            lines.append("  \(row.isProposed ? "+" : " ") \(row.candidate.title)")
            let beside = [row.candidate.url ?? "", row.reason].filter { !$0.isEmpty }.joined(separator: "  ")
            if !beside.isEmpty { lines.append("      \(beside)") }
        }
        if !resolutions.isEmpty { lines.append((heading == nil ? "" : "\n") + "Ended") }
        for resolution in resolutions {
            lines.append("    \(resolution.outcome.rawValue): \(resolution.title)\n      \(resolution.url)")
        }
        return lines.map { $0 + "\n" }.joined(separator: "")
    }

    /// The candidates as JSON for programs, in a stable schema.
    package var json: JSONText {
        .list(
            rows.map { row -> JSONText in
                .object([
                    ("identity", .text(row.candidate.identity)), ("source", .text(row.candidate.source)),
                    ("kind", .text(row.candidate.kind.rawValue)), ("section", .optional(row.candidate.section)),
                    ("title", .text(row.candidate.title)), ("url", .optional(row.candidate.url)),
                    ("proposed", .flag(row.isProposed)), ("reason", .text(row.reason)),
                ])
            })
    }
}

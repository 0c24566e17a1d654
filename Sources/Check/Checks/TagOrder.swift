internal import Newsletter

/// An entry with a tag for sound or pictures stands before entries without.
///
/// Where an issue keeps such entries at the end of their sections, one in the midst is out of place. The check is silent in
/// issues that do not keep them there.
struct TagOrder: Check {
    static let id = "tag-order"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
        var kept = 0
        var findings: [Finding] = []
        for section in document.issue.sections where section.kind == .links {
            let entries = section.entries.filter { $0.content == .link }
            let isMedia = entries.map { $0.tags.contains { Self.media.contains($0.lowercased()) } }
            guard let lastPlain = isMedia.lastIndex(of: false), isMedia.contains(true) else { continue }
            kept += isMedia[lastPlain...].count { $0 }
            for index in entries.indices where index < lastPlain && isMedia[index] {
                let line = document.lines[entries[index].range.start.line - 1]
                findings.append(
                    finding(
                        "this entry stands before ones to read", at: document.content(line), in: document,
                        explanation: "Entries to hear or to watch stand at the end of their section.",
                        notes: [document.note("the last one to read", at: entries[lastPlain].range.bytes.lowerBound)]))
            }
        }
        return kept > findings.count ? findings : []
    }

    private static let media: Set<String> = ["video", "audio"]
}

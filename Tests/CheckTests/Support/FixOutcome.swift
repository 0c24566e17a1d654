import Address
import Markdown
import Newsletter
import Text

@testable import Check

/// What the safe fixes make of one issue.
struct FixOutcome {
    var mended: [String] = []
    var isStable = true
    var lost: [Identity] = []
    var gained: [Identity] = []

    init(_ bytes: [UInt8], _ file: String, _ fixer: Fixer, _ reader: IssueReader) throws {
        let fixed = try fixer.fixed(bytes, file: file)
        mended = fixed.mended.map(\.id)
        guard !mended.isEmpty else { return }
        let again = try fixer.fixed(fixed.bytes, file: file)
        isStable = again.bytes == fixed.bytes && again.mended.isEmpty
        let before = Identity.all(in: try reader.read(bytes, file: file).issue)
        let after = Identity.all(in: try reader.read(fixed.bytes, file: file).issue)
        for (identity, count) in before where after[identity, default: 0] < count { lost.append(identity) }
        for (identity, count) in after where before[identity, default: 0] < count { gained.append(identity) }
    }

    /// What makes an entry the same after a fix.
    struct Identity: Hashable, CustomStringConvertible {
        var section: String
        var canonical: String
        var start: CalendarDate?
        var place: String?

        var description: String { "\(section): \(canonical)" }

        static func all(in issue: Newsletter.Issue) -> [Identity: Int] {
            var counts: [Identity: Int] = [:]
            for section in issue.sections {
                for entry in section.entries {
                    if case .prose = entry.content { continue }
                    var event: Event?
                    if case .event(let found) = entry.content { event = found }
                    let identity = Identity(
                        section: section.title, canonical: CanonicalURL(entry.url ?? "").description,
                        start: event?.start, place: event?.place)
                    counts[identity, default: 0] += 1
                }
            }
            return counts
        }
    }
}

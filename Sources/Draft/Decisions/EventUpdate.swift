package import Newsletter
internal import Text

/// An event in the draft that has changed since it was added.
package struct EventUpdate: Sendable {
    package enum Kind: Sendable {
        case cancelled
        /// The event was moved to another date or region; nil if the draft already has the event there.
        case moved(to: Candidate?)
        case changed(to: Candidate)
    }

    /// The event as a source described it before.
    package var before: Candidate
    package var kind: Kind
    /// Whether the draft still has the text that Sennight added for the event.
    package var isUntouched: Bool
    /// The draft's file, and the entry's location in it.
    var file: String
    var location: SourceLocation

    /// A message about the change, with the command that updates the draft.
    package var diagnostic: Diagnostic {
        Diagnostic(summary, remedy: remedy, file: file, at: location, severity: .warning)
    }

    /// The change, as a sentence without a full stop.
    package var summary: String {
        switch kind {
        case .cancelled: "'\(before.title)' on \(day(before)) was cancelled"
        case .moved(let now?):
            "'\(before.title)' was moved from \(day(before)), \(place(before)), to \(day(now)), \(place(now))"
        case .moved(nil): "'\(before.title)' on \(day(before)) no longer takes place at that location"
        case .changed(let now):
            "'\(before.title)' on \(day(before)) has changed: '\(now.title)', \(place(now))"
        }
    }

    private var remedy: String {
        if isUntouched { return "Run 'sennight draft fill' to update the draft" }
        let remove = "sennight remove \(before.url ?? "") --date \(day(before)) --why \(why)"
        if case .changed = kind { return "An editor has reworded the entry, so update it by hand if necessary" }
        return "An editor has reworded the entry, so update it by hand, or run '\(remove)'"
    }

    /// The event as the draft should have it; nil if it should be removed.
    var next: Candidate? {
        switch kind {
        case .cancelled: nil
        case .moved(let next): next
        case .changed(let next): next
        }
    }

    /// The reason that a decision records.
    var why: String {
        switch kind {
        case .cancelled: Self.cancelled
        case .moved, .changed: Self.moved
        }
    }

    private static let cancelled = "cancelled"
    private static let moved = "moved"

    /// The reasons that are recorded if an event is removed because its source changed.
    package static let reasons = [cancelled, moved]

    private func day(_ candidate: Candidate) -> String {
        guard case .event(let event) = candidate.content else { return "?" }
        return event.start.description
    }

    private func place(_ candidate: Candidate) -> String {
        guard case .event(let event) = candidate.content else { return "?" }
        return event.place ?? event.mode.rawValue
    }
}

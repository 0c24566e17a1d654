package import Newsletter
internal import Text

/// An event of the draft that is not any more what it was when it was drafted.
package struct EventUpdate: Sendable {
    package enum Kind: Sendable {
        case cancelled
        /// To another day or region; nil where it is told elsewhere in the draft already.
        case moved(to: Candidate?)
        case changed(to: Candidate)
    }

    /// As a source told it before.
    package var before: Candidate
    package var kind: Kind
    /// Whether the draft still has it in the words it was placed with.
    package var isUntouched: Bool
    /// The draft's file and the entry's place in it.
    var file: String
    var location: SourceLocation

    /// What has become of it, and the command that has the draft follow.
    package var diagnostic: Diagnostic {
        Diagnostic(summary, remedy: remedy, file: file, at: location, severity: .warning)
    }

    /// What has become of it, a sentence without full stop.
    package var summary: String {
        switch kind {
        case .cancelled: "'\(before.title)' on \(day(before)) is cancelled"
        case .moved(let now?):
            "'\(before.title)' has moved from \(day(before)), \(place(before)), to \(day(now)), \(place(now))"
        case .moved(nil): "'\(before.title)' on \(day(before)) no longer takes place there"
        case .changed(let now):
            "'\(before.title)' on \(day(before)) has changed: '\(now.title)', \(place(now))"
        }
    }

    private var remedy: String {
        if isUntouched { return "'sennight draft fill' changes the draft" }
        let remove = "sennight remove \(before.url ?? "") --date \(day(before)) --why \(why)"
        if case .changed = kind { return "An editor has reworded it: change it there, or leave it" }
        return "An editor has reworded it: change it there, or run '\(remove)'"
    }

    /// As the draft is to have it; nil where it is to have it no more.
    var next: Candidate? {
        switch kind {
        case .cancelled: nil
        case .moved(let next): next
        case .changed(let next): next
        }
    }

    /// The reason in a decision.
    var why: String {
        switch kind {
        case .cancelled: Self.cancelled
        case .moved, .changed: Self.moved
        }
    }

    private static let cancelled = "cancelled"
    private static let moved = "moved"

    /// The reasons of removals that follow an event's source: by the program, or by an editor who uses the command that
    /// ``diagnostic`` names.
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

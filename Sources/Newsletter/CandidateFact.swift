extension Candidate {
    /// Something known about a candidate beside what its properties say.
    ///
    /// What programs read has a name that the compiler checks: a ``Count`` or a ``Signal``. Everything else is a note.
    package enum Fact: Hashable, Sendable {
        case count(Count, Int)
        case signal(Signal, String)
        /// A name and a text that are only shown to people.
        case note(String, String)

        /// What is counted where a candidate was found; sums are made of those of several places.
        package enum Count: String, CaseIterable, Sendable {
            case score, comments, likes
        }

        /// What programs read as text.
        package enum Signal: String, CaseIterable, Sendable {
            case author
            /// How a proposal has changed: `new`, `updated`.
            case change
            /// The comments that each place counts, added up in ``Count/comments``.
            case commentsEach = "comments each"
            /// The part of a project that a pull request changes.
            case component
            /// When nominations were counted (RFC 3339).
            case counted
            case description
            /// A page where people talk about the candidate.
            case discussion
            /// The last moment of an event.
            case end
            /// What stays the same when an event is moved.
            case eventID = "id"
            /// A further address in a nomination.
            case link
            case nominatedBy = "nominated by"
            /// The post that a nomination or a task is in.
            case post
            /// `2 of 7`.
            case rank
            /// The scores of each place, added up in ``Count/score``.
            case scores
            /// `yes` where a nominee was nominated by its author.
            case selfNomination = "self-nomination"
            /// The first moment of an event.
            case start
            /// How certain an event is, where it isn't confirmed.
            case status
            /// The beginning of a report or a post.
            case text
            /// Whom an editor thanks.
            case thanks
            /// The sources that brought it, where there are several.
            case toldBy = "told by"
            /// An earlier issue that had the nominee.
            case wonBefore = "won before"
        }

        /// A fact as it is in a file: one of a name that nobody reads, or without the number that its name promises, is a
        /// note.
        package init(name: String, value: String) {
            if let signal = Signal(rawValue: name) {
                self = .signal(signal, value)
            } else if let count = Count(rawValue: name), let number = Int(value), String(number) == value {
                self = .count(count, number)
            } else {
                self = .note(name, value)
            }
        }

        package var name: String {
            switch self {
            case .count(let count, _): count.rawValue
            case .signal(let signal, _): signal.rawValue
            case .note(let name, _): name
            }
        }

        package var value: String {
            switch self {
            case .count(_, let number): String(number)
            case .signal(_, let text), .note(_, let text): text
            }
        }
    }

    /// The first number of a kind.
    package func count(_ count: Fact.Count) -> Int? {
        for case .count(count, let number) in facts { return number }
        return nil
    }

    /// The first text of a kind.
    package func signal(_ signal: Fact.Signal) -> String? {
        for case .signal(signal, let text) in facts { return text }
        return nil
    }
}

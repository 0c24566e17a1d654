extension Candidate {
    /// A fact about a candidate that isn't one of its properties.
    ///
    /// Facts that programs read have names that the compiler checks: a ``Count`` or a ``Signal``. All others are notes.
    package enum Fact: Hashable, Sendable {
        case count(Count, Int)
        case signal(Signal, String)
        /// A name and a text that are only shown to people.
        case note(String, String)

        /// A number from the site where a candidate was found, such as its score; numbers from several sites are added
        /// up.
        package enum Count: String, CaseIterable, Sendable {
            case score, comments, likes
        }

        /// A text that programs read.
        package enum Signal: String, CaseIterable, Sendable {
            case author
            /// How a proposal has changed: `new`, `updated`.
            case change
            /// The number of comments on each site; ``Count/comments`` is their sum.
            case commentsEach = "comments each"
            /// The part of a project that a pull request changes.
            case component
            /// When nominations were counted (RFC 3339).
            case counted
            case description
            /// A page with a discussion of the candidate.
            case discussion
            /// The end of an event.
            case end
            /// The ID of an event, which stays the same when it is moved.
            case eventID = "id"
            /// A further URL in a nomination.
            case link
            case nominatedBy = "nominated by"
            /// The post that a nomination or a task is in.
            case post
            /// The rank among all nominees: `2 of 7`.
            case rank
            /// The score on each site; ``Count/score`` is their sum.
            case scores
            /// `yes` if a nominee was nominated by its author.
            case selfNomination = "self-nomination"
            /// The start of an event.
            case start
            /// The status of an event that isn't confirmed.
            case status
            /// The beginning of a report or a post.
            case text
            /// The person to thank, as an editor wrote it.
            case thanks
            /// The sources that returned the candidate, if there are several.
            case foundBy = "told by"
            /// An earlier issue in which the nominee was the pick.
            case wonBefore = "won before"
        }

        /// Reads a fact from a file. If the name isn't a count's or a signal's, or a count has no number, the fact is a
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

    /// The first count with a name; nil if the candidate has none.
    package func count(_ count: Fact.Count) -> Int? {
        for case .count(count, let number) in facts { return number }
        return nil
    }

    /// The first signal with a name; nil if the candidate has none.
    package func signal(_ signal: Fact.Signal) -> String? {
        for case .signal(signal, let text) in facts { return text }
        return nil
    }
}

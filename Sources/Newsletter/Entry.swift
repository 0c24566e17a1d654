package import Text

/// One item of a section, typed by the section's kind.
package struct Entry: Sendable {
    /// The entry's bytes, from its bullet or first letter to the end of its last line.
    package var range: SourceRange
    /// The text of the entry's first link; if there is no link, the text of the paragraph.
    package var title: String
    /// The link that the entry is about; nil for prose and for entries without a link.
    package var url: String?
    /// All links in the entry, in order, including ``url``.
    package var urls: [String]
    /// The tags before the title, without their brackets: `video`, `ES`, `disposition: merge`.
    package var tags: [String]
    package var content: Content

    package init(
        range: SourceRange, title: String, url: String?, urls: [String], tags: [String] = [], content: Content
    ) {
        self.range = range
        self.title = title
        self.url = url
        self.urls = urls
        self.tags = tags
        self.content = content
    }

    /// The fields that only entries of one type have.
    package enum Content: Hashable, Sendable {
        case link
        case event(Event)
        case pullRequest(PullRequest)
        case proposal(Proposal)
        case callForTesting(CallForTesting)
        case callForParticipation(CallForParticipation)
        case pick
        case quote(Quote)
        case job
        case triage
        case prose

        /// The type's name in `inspect` and in settings.
        package var type: String {
            switch self {
            case .link: "link"
            case .event: "event"
            case .pullRequest: "pull-request"
            case .proposal: "proposal"
            case .callForTesting: "call-for-testing"
            case .callForParticipation: "call-for-participation"
            case .pick: "pick"
            case .quote: "quote"
            case .job: "job"
            case .triage: "triage"
            case .prose: "prose"
            }
        }
    }
}

/// An event with a day, a place and organizers.
package struct Event: Hashable, Sendable {
    package enum Mode: String, Sendable {
        case inPerson = "in-person"
        case virtual, hybrid
    }

    package var start: CalendarDate
    /// The last day of an event that lasts longer than one.
    package var end: CalendarDate?
    package var mode: Mode
    /// The place as the issue has it, without words for the mode, such as "Virtual", unless there are no other words.
    package var place: String?
    package var organizers: [Organizer]
    /// The times of day; nil if the issue has only days.
    package var times: EventTimes?

    package init(
        start: CalendarDate, end: CalendarDate?, mode: Mode, place: String?, organizers: [Organizer],
        times: EventTimes? = nil
    ) {
        self.times = times
        self.start = start
        self.end = end
        self.mode = mode
        self.place = place
        self.organizers = organizers
    }

    package struct Organizer: Hashable, Sendable {
        package var name: String
        package var url: String?

        package init(name: String, url: String?) {
            self.name = name
            self.url = url
        }
    }
}

/// A merged pull request; its component is the section's heading.
package struct PullRequest: Hashable, Sendable {
    /// `owner/name`.
    package var repository: String
    package var number: Int

    package init(repository: String, number: Int) {
        self.repository = repository
        self.number = number
    }
}

/// A proposal to change something, with its stage.
package struct Proposal: Hashable, Sendable {
    package enum Stage: String, CaseIterable, Sendable {
        case approved
        case finalCommentPeriod = "final-comment-period"
        case new
    }

    package var stage: Stage?
    /// The intended outcome of the final comment period: `merge`, `postpone`, `close`.
    package var disposition: String?

    package init(stage: Stage?, disposition: String?) {
        self.stage = stage
        self.disposition = disposition
    }
}

/// A feature that needs testing.
package struct CallForTesting: Hashable, Sendable {
    /// The URL of the testing steps.
    package var steps: String?

    package init(steps: String?) {
        self.steps = steps
    }
}

/// A task that needs contributors, or an event that needs speakers.
package struct CallForParticipation: Hashable, Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case project, event
    }

    package var kind: Kind
    /// The last day for submissions.
    package var closes: CalendarDate?
    package var place: String?
    /// The event's date; unchanged from the issue if it isn't a full date (`2024-09`).
    package var date: String?

    package init(kind: Kind, closes: CalendarDate?, place: String?, date: String?) {
        self.kind = kind
        self.closes = closes
        self.place = place
        self.date = date
    }
}

/// A quote and its author.
package struct Quote: Hashable, Sendable {
    package var text: String
    package var attribution: String?

    package init(text: String, attribution: String?) {
        self.text = text
        self.attribution = attribution
    }
}

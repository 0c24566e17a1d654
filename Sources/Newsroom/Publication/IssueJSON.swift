internal import Newsletter
internal import Text

/// Writes the output of `inspect --format json`, in a schema that programs rely on.
enum IssueJSON {
    static func json(of issue: Issue) -> JSONText {
        .members([
            ("file", .text(issue.file)),
            (
                "header",
                .members([
                    ("title", .text(issue.header.title)),
                    ("number", issue.header.number.map { .number($0) } ?? .null),
                    ("date", .text(issue.header.date.description)),
                    ("category", .optional(issue.header.category)),
                ])
            ),
            ("sections", .list(issue.sections.map(json))),
        ])
    }

    private static func json(of section: Section) -> JSONText {
        .object([
            ("title", .text(section.title)),
            ("level", .number(section.level)),
            ("id", .text(section.id)),
            ("kind", .text(section.kind.rawValue)),
            ("line", .number(section.range.start.line)),
            ("entries", .list(section.entries.map(json))),
            (
                "unrecognized",
                section.unrecognized.isEmpty
                    ? nil : .list(section.unrecognized.map { .members([("line", .number($0.start.line))]) })
            ),
        ])
    }

    private static func json(of entry: Entry) -> JSONText {
        .members(
            [
                ("type", .text(entry.content.type)),
                ("line", .number(entry.range.start.line)),
                ("column", .number(entry.range.start.column)),
                ("endLine", .number(entry.range.end.line)),
                ("bytes", .list([.number(entry.range.bytes.lowerBound), .number(entry.range.bytes.upperBound)])),
                ("title", .text(entry.title)),
                ("url", .optional(entry.url)),
                ("urls", .list(entry.urls.map { .text($0) })),
                ("tags", .list(entry.tags.map { .text($0) })),
            ] + members(of: entry.content))
    }

    private static func members(of event: Event) -> [(String, JSONText)] {
        var members: [(String, JSONText)] = [
            ("start", .text(event.start.description)),
            ("end", .optional(event.end?.description)),
        ]
        if let times = event.times {
            members.append(("startTime", .text(EventTimes.clock(times.start))))
            members.append(("endTime", .optional(times.end.map(EventTimes.clock))))
            members.append(("timeZone", .optional(times.zone)))
        }
        let organizers = event.organizers.map { organizer in
            JSONText.members([("name", .text(organizer.name)), ("url", .optional(organizer.url))])
        }
        members.append(("mode", .text(event.mode.rawValue)))
        members.append(("place", .optional(event.place)))
        members.append(("organizers", .list(organizers)))
        return members
    }

    private static func members(of content: Entry.Content) -> [(String, JSONText)] {
        switch content {
        case .event(let event): members(of: event)
        case .pullRequest(let pull):
            [("repository", .text(pull.repository)), ("number", .number(pull.number))]
        case .proposal(let proposal):
            [("stage", .optional(proposal.stage?.rawValue)), ("disposition", .optional(proposal.disposition))]
        case .callForTesting(let call):
            [("steps", .optional(call.steps))]
        case .callForParticipation(let call):
            [
                ("kind", .text(call.kind.rawValue)), ("closes", .optional(call.closes?.description)),
                ("place", .optional(call.place)), ("date", .optional(call.date)),
            ]
        case .quote(let quote):
            [("text", .text(quote.text)), ("attribution", .optional(quote.attribution))]
        case .link, .pick, .job, .triage, .prose: []
        }
    }
}

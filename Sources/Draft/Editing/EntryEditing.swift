internal import Archive
internal import Markdown
package import Newsletter
package import Text

/// Finds an entry by its URL, and moves or removes it.
package struct EntryEditing {
    private let draft: WorkingDraft
    private let publication: Publication

    package init(_ draft: WorkingDraft, publication: Publication) {
        self.draft = draft
        self.publication = publication
    }

    /// An entry with its section.
    package struct Found: Sendable {
        package var entry: Entry
        package var section: Section
        /// The identity that ``Candidate/identityInIssue`` would have.
        package var identity: String
    }

    /// All entries with a URL.
    ///
    /// - Parameter url: compared by its ``EntryIdentity``.
    package func entries(with url: String) -> [Found] {
        let wanted = EntryIdentity(link: url)
        return draft.issue.sections.flatMap { section in
            section.entries.compactMap { entry in
                guard let own = entry.url, EntryIdentity(link: own) == wanted,
                    let identity = entry.identity(in: section)
                else { return nil }
                return Found(entry: entry, section: section, identity: identity)
            }
        }
    }

    /// The entry that the user means.
    ///
    /// - Parameters:
    ///   - section: the heading of the entry; needed if the URL is under several headings.
    ///   - day: an event's first day; needed if several events have the same URL.
    /// - Throws: a ``Diagnostic`` if there is none, or more than one.
    package func entry(with url: String, in section: String?, on day: CalendarDate? = nil) throws(Diagnostic) -> Found {
        let found = entries(with: url).filter { found in
            if let section, SectionName.key(found.section.title) != SectionName.key(section) { return false }
            guard let day else { return true }
            guard case .event(let event) = found.entry.content else { return false }
            return event.start == day
        }
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            let places = found.map { "\($0.section.title) (line \($0.entry.range.start.line))" }
            let isInOne = Set(found.map(\.section.title)).count == 1
            throw Diagnostic(
                "'\(url)' appears more than once: \(places.joined(separator: ", "))",
                remedy: isInOne
                    ? "Pass an event's day with --date, or edit the file" : "Choose one with --from SECTION",
                file: draft.file)
        }
        throw Diagnostic(
            "no entry of the draft has the URL '\(url)'\(section.map { " under '\($0)'" } ?? "")",
            remedy: "Copy the URL from the draft, or from the output of 'sennight inspect'", file: draft.file)
    }

    /// The draft without an entry.
    ///
    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func removing(_ found: Found) throws -> WorkingDraft {
        var writer = IssueWriter(draft.bytes)
        writer.remove(draft.removal(of: draft.extent(of: found.entry, in: found.section)))
        return try draft.with(try writer.bytes())
    }

    /// The draft with an entry in another section; a missing region of events is added.
    ///
    /// - Throws: a ``Diagnostic`` if there is no such section, or it can't contain the entry.
    package func moving(_ found: Found, to section: String) throws -> WorkingDraft {
        let content = found.entry.content
        let candidate = Candidate(
            source: "", kind: found.section.kind, section: section, title: found.entry.title, url: found.entry.url)
        if let target = SectionSearch(draft: draft).named(section, for: found.section.kind),
            target.range == found.section.range
        {
            return draft
        }
        let lines = draft.outdentedLines(of: draft.extent(of: found.entry, in: found.section))
        let placement = Placement(into: try removing(found), publication: publication)
        let moved =
            if case .event(let event) = content {
                try placement.placing(lines, of: event, inRegion: section, of: candidate)
            } else {
                try placement.placing(lines, as: content, for: candidate)
            }
        return try placement.checked(moved, candidate)
    }
}

internal import Address
internal import Archive
internal import Context
internal import Draft
package import Newsletter
internal import Text

/// Adds one entry to the draft and records the decision.
package struct Adding {
    let session: DraftSession
    let draft: String?
    private let again: Bool

    /// - Parameters:
    ///   - draft: the draft's file; by default, the draft with the latest date.
    ///   - again: whether the entry may have been in one of the last issues, or have been removed from this draft.
    package init(_ session: DraftSession, draft: String? = nil, again: Bool = false) {
        self.session = session
        self.draft = draft
        self.again = again
    }

    /// - Parameter suggestsSection: whether to suggest a section from the archive.
    /// - Throws: a ``Diagnostic`` if the entry is a duplicate or no section fits; in that case, nothing is changed.
    package func add(_ candidate: Candidate, suggestsSection: Bool = false) async throws -> PlacedEntry {
        if let url = candidate.url, LinkHost.of(url) == nil {
            throw Diagnostic.invalidAddress(url)
        }
        let archive = try await session.archive()
        let placed = try await PublicationLock.take(session) {
            try await add(candidate, archive, suggestsSection: suggestsSection)
        }
        let earlier = try await EarlierAppearances(session).appearances(of: candidate)
        if !earlier.isEmpty { session.notify(.appearedBefore(earlier)) }
        return placed
    }

    private func add(_ candidate: Candidate, _ archive: ArchiveIndex, suggestsSection: Bool) async throws -> PlacedEntry
    {
        var candidate = candidate
        candidate.url = candidate.url.map(TrackingParameters.removed)
        let draft = try session.draft(named: self.draft)
        var memory = try await session.decisions(on: draft)
        if suggestsSection { candidate.section = suggestion(for: candidate, in: draft, archive) }
        if !again {
            let duplicates = Duplicates(of: draft, archive: archive, last: session.publication.lookBack)
            if let fault = duplicates.fault(of: candidate) { throw fault }
            if let hint = duplicates.hint(on: candidate) { session.notify(.fault(hint)) }
            if let decision = memory[candidate.identity], decision.decision == .removed {
                throw Diagnostic(
                    "'\(candidate.title)' was removed from this draft\(decision.why.map { ": \($0)" } ?? "")",
                    remedy: "Pass --again to add the entry anyway", file: draft.file)
            }
        }
        let placed = try Placement(into: draft, publication: session.publication).placing(candidate)
        let result = try EmptySectionTexts(session.publication).reconciled(placed, after: draft)
        memory.remember(
            Decision(
                identity: candidate.identity, decision: .placed, by: .editor, title: candidate.title,
                section: candidate.section, source: candidate.source))
        try await session.save(result, over: draft, remembering: memory)
        let found = EntryEditing(result, publication: session.publication).entries(with: candidate.url ?? "").last
        return PlacedEntry(file: draft.path, line: found?.entry.range.start.line)
    }

    /// The section in which earlier issues had similar links; nil if the archive doesn't have enough similar links.
    private func suggestion(for candidate: Candidate, in draft: WorkingDraft, _ archive: ArchiveIndex) -> String? {
        let rules = session.publication.draft
        let present = draft.issue.sections.filter { $0.kind == candidate.kind && $0.level > 0 }.map(\.title)
        let sections = rules.suggested.isEmpty ? present : rules.suggested
        let examples = SectionModel.examples(
            from: archive, before: draft.issue.header.date, sections: sections, headings: rules.headings)
        guard let url = candidate.url, Set(examples.map(\.section)).count > 1 else { return nil }
        let model = SectionModel(examples)
        let guess = model.guesses(title: candidate.title, url: url, tags: candidate.tags).first { guess in
            present.contains { SectionName.key($0) == SectionName.key(guess) }
        }
        guard let guess else { return nil }
        let reasons = model.reasons(for: guess, title: candidate.title, url: url, tags: candidate.tags)
        session.notify(.suggestedSection(guess, reasons: reasons))
        return guess
    }

    /// The title of a web page.
    ///
    /// - Throws: a ``Diagnostic`` if the page can't be requested or has no title.
    package func pageTitle(of url: String) async throws -> String {
        let http = try session.http()
        let why: String
        do throws(HTTPError) {
            let response = try await http.send(HTTPRequest(url))
            if 200..<300 ~= response.status,
                let title = PageTitle.title(of: response.body, contentType: response.headers["Content-Type"])
            {
                return title
            }
            why = 200..<300 ~= response.status ? "the page has no title" : "the server answered \(response.status)"
        } catch {
            why = "\(error)"
        }
        throw Diagnostic("can't determine the title of '\(url)' (\(why))", remedy: "Pass the title with --title")
    }
}

/// The file and line of an entry in the draft.
package struct PlacedEntry: Hashable, Sendable {
    /// The draft's path.
    package var file: String
    /// The entry's first line, from 1; nil if the entry can't be found.
    package var line: Int?
}

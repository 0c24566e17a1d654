internal import Archive
internal import Markdown
package import Newsletter

/// Finds an entry by its address, and moves it or takes it out.
package struct EntryEditing {
    private let draft: WorkingDraft
    private let publication: Publication

    package init(_ draft: WorkingDraft, publication: Publication) {
        (self.draft, self.publication) = (draft, publication)
    }

    /// An entry and where it stands.
    package struct Found: Sendable {
        package var entry: Entry
        package var section: Section
        /// As ``Candidate/identity`` would have it.
        package var identity: String
    }

    /// Every entry with an address.
    ///
    /// - Parameter url: compared by its canonical form.
    package func entries(with url: String) -> [Found] {
        let canonical = CanonicalURL(url).description
        return draft.issue.sections.flatMap { section in
            section.entries.compactMap { entry in
                guard let own = entry.url, CanonicalURL(own).description == canonical,
                    let identity = entry.identity(in: section)
                else { return nil }
                return Found(entry: entry, section: section, identity: identity)
            }
        }
    }

    /// The entry that a person means.
    ///
    /// - Parameter section: the heading it stands under, needed where it stands in several.
    /// - Throws: a ``Diagnostic`` where there is none, or more than one.
    package func entry(with url: String, in section: String?) throws(Diagnostic) -> Found {
        let all = entries(with: url)
        let found =
            section.map { name in
                all.filter { SectionName.key($0.section.title) == SectionName.key(name) }
            } ?? all
        if found.count == 1 { return found[0] }
        guard found.isEmpty else {
            let places = found.map { "\($0.section.title) (line \($0.entry.range.start.line))" }
            throw Diagnostic(
                "'\(url)' stands more than once: \(places.joined(separator: ", "))",
                remedy: "Name one with --from SECTION", file: draft.file)
        }
        throw Diagnostic(
            "no entry of the draft has the address '\(url)'",
            remedy: "Copy it from the draft; 'sennight inspect' shows all of them", file: draft.file)
    }

    /// The draft without an entry.
    ///
    /// - Throws: ``Diagnostics`` where the result is no issue.
    package func removing(_ found: Found) throws -> WorkingDraft {
        var writer = IssueWriter(draft.bytes)
        writer.remove(found.entry.range)
        return try draft.with(try writer.bytes())
    }

    /// The draft with an entry in another section.
    ///
    /// - Throws: a ``Diagnostic`` where there is no such section.
    package func moving(_ found: Found, to section: String) throws -> WorkingDraft {
        let search = SectionSearch(draft: draft)
        let candidate = Candidate(
            source: "", kind: found.section.kind, section: section, title: found.entry.title, url: found.entry.url)
        if SectionName.key(section) == SectionName.key(found.section.title) { return draft }
        if search.named(section) == nil, case .event = found.entry.content,
            let opened = try RegionOpening(draft: draft, regions: publication.draft.regions).opening(section),
            let url = found.entry.url
        {
            let again = EntryEditing(opened, publication: publication)
            return try again.moving(try again.entry(with: url, in: found.section.title), to: section)
        }
        let target = try search.section(for: candidate)
        let lines = draft.lines(of: found.entry)
        let without = try removing(found)
        guard let place = SectionSearch(draft: without).named(target.title) else { return draft }
        return try Placement(into: without, publication: publication).placing(
            lines, as: found.entry.content, title: found.entry.title, in: place)
    }
}

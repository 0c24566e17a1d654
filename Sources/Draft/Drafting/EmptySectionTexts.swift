internal import Markdown
package import Newsletter

/// Adds and removes the sentences that say that a section is empty this week.
package struct EmptySectionTexts {
    private let sentences: [EmptySectionText]
    /// The word before the last of several names.
    private let or: String

    package init(_ publication: Publication) {
        self.init(publication.draft.emptySectionTexts, or: publication.localization["draft_or"])
    }

    init(_ sentences: [EmptySectionText], or: String = "or") {
        self.sentences = sentences
        self.or = or
    }

    /// The draft with the sentence in each empty section, and without it in all others.
    ///
    /// - Parameter old: the draft before an edit; only the sentences of sections that the edit emptied or filled are
    ///   changed.
    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func reconciled(_ draft: WorkingDraft, after old: WorkingDraft? = nil) throws -> WorkingDraft {
        var draft = draft
        for sentence in sentences {
            guard let place = Place(of: sentence, in: draft, or: or) else { continue }
            if let before = old.flatMap({ Place(of: sentence, in: $0, or: or) }), before.wanted == place.wanted {
                continue
            }
            draft = try reconcile(place, in: draft)
        }
        return draft
    }

    /// The locations of sentences in sections that are empty.
    func present(in draft: WorkingDraft) -> [SourceRange] {
        sentences.compactMap { sentence in
            guard let place = Place(of: sentence, in: draft, or: or), place.wanted != nil else { return nil }
            return place.present?.range
        }
    }

    private func reconcile(_ place: Place, in draft: WorkingDraft) throws -> WorkingDraft {
        var writer = IssueWriter(draft.bytes)
        switch (place.present, place.wanted) {
        case (nil, nil): return draft
        case (let present?, nil): writer.remove(draft.removal(of: present))
        case (let present?, let wanted?):
            if Place.said(draft.lines(of: present)) == Place.said(wanted) { return draft }
            writer.insert(wanted + "\n", before: present.range)
            writer.remove(present.range)
        case (nil, let wanted?):
            // In a section with other text, an editor may have said it in their own words.
            guard !place.isFilled else { return draft }
            return try Placement.inserting(wanted + "\n", intoEmpty: place.section, of: draft)
        }
        return try draft.with(try writer.bytes())
    }
}

/// A section of the draft for which the settings have a sentence.
private struct Place {
    let section: Section
    /// Whether the section, or one below it, has entries.
    let isFilled: Bool
    /// The sentence that the section should have; nil if it should have none.
    let wanted: String?
    /// The sentence that the section has, recognised by its beginning.
    let present: Entry?

    init?(of sentence: EmptySectionText, in draft: WorkingDraft, or: String) {
        let key = SectionName.key(sentence.section)
        let sections = draft.issue.sections
        guard let index = sections.firstIndex(where: { SectionName.key($0.title) == key }) else { return nil }
        let below = sections[(index + 1)...].prefix { $0.level > sections[index].level }
        section = sections[index]
        let filled = ([section] + below).filter { section in section.entries.contains { $0.content != .prose } }
        isFilled = !filled.isEmpty
        wanted = Self.text(of: sentence, filled: filled, or: or)
        let opening = Self.opening(of: sentence)
        present = ([section] + below).flatMap(\.entries).first { entry in
            entry.content == .prose && Self.said(draft.lines(of: entry)).hasPrefix(opening)
        }
    }

    private static func text(of sentence: EmptySectionText, filled: [Section], or: String) -> String? {
        guard !sentence.groups.isEmpty else { return filled.isEmpty ? sentence.text : nil }
        let titles = Set(filled.map { SectionName.key($0.title) })
        let missing = sentence.groups.filter { !titles.contains(SectionName.key(name(of: $0))) }
        guard let last = missing.last else { return nil }
        let list = missing.count == 1 ? last : missing.dropLast().joined(separator: ",\n  ") + " \(or)\n  " + last
        return sentence.text.replacing("{groups}", with: list)
    }

    private static func opening(of sentence: EmptySectionText) -> String {
        let end = sentence.text.firstRange(of: "{groups}")?.lowerBound ?? sentence.text.endIndex
        return said(String(sentence.text[..<end]))
    }

    /// A text's words with single spaces in between, whether it is a list item or not.
    static func said(_ text: String) -> String {
        let words = PieceIdentity.words(of: Array(text.utf8)[...])
        return Bullet.of(words) == nil ? words : String(words.dropFirst(2))
    }

    /// The name in a link: `Cargo` for `[Cargo](https://…)`.
    private static func name(of group: String) -> String {
        guard group.hasPrefix("["), let end = group.firstIndex(of: "]") else { return group }
        return String(group[group.index(after: group.startIndex)..<end])
    }
}

internal import Markdown
package import Newsletter

/// Keeps the sentences that say that a section has nothing this week in step with what the section has.
package struct NoneSentences {
    private let sentences: [NoneSentence]

    package init(_ sentences: [NoneSentence]) {
        self.sentences = sentences
    }

    /// The draft with each sentence where it belongs, and nowhere else.
    ///
    /// - Throws: ``Diagnostics`` where the result is no issue.
    package func reconciled(_ draft: WorkingDraft) throws -> WorkingDraft {
        var draft = draft
        for sentence in sentences {
            let key = SectionName.key(sentence.section)
            guard let index = draft.issue.sections.firstIndex(where: { SectionName.key($0.title) == key }) else {
                continue
            }
            draft = try reconcile(sentence, at: index, in: draft)
        }
        return draft
    }

    private func reconcile(_ sentence: NoneSentence, at index: Int, in draft: WorkingDraft) throws -> WorkingDraft {
        let sections = draft.issue.sections
        let below = sections[(index + 1)...].prefix { $0.level > sections[index].level }
        let all = [sections[index]] + below
        let isFilled = all.contains { section in section.entries.contains { $0.content != .prose } }
        let wanted = text(of: sentence, isFilled: isFilled, below: Array(below), in: draft)
        let standing = standing(sentence, in: all, of: draft)
        if let standing, let wanted,
            PieceIdentity.words(of: Array(draft.lines(of: standing).utf8)[...]) == words(wanted)
        {
            return draft
        }
        var writer = IssueWriter(draft.bytes)
        if let standing, let wanted {
            writer.insert(wanted + "\n", before: standing.range)
            writer.remove(standing.range)
            return try draft.with(try writer.bytes())
        }
        if let standing {
            writer.remove(range(of: standing, in: draft))
            return try draft.with(try writer.bytes())
        }
        // Where other things stand, a person may have said it in words of their own.
        guard let wanted, !isFilled else { return draft }
        return try Placement.inserting(wanted + "\n", intoEmpty: sections[index], of: draft)
    }

    /// Nil where nothing is to be said.
    private func text(of sentence: NoneSentence, isFilled: Bool, below: [Section], in draft: WorkingDraft) -> String? {
        guard !sentence.groups.isEmpty else { return isFilled ? nil : sentence.text }
        let filled = Set(
            below.filter { section in section.entries.contains { $0.content != .prose } }.map {
                SectionName.key($0.title)
            })
        let missing = sentence.groups.filter { !filled.contains(SectionName.key(Self.name(of: $0))) }
        guard !missing.isEmpty else { return nil }
        let list =
            missing.count == 1
            ? missing[0] : missing.dropLast().joined(separator: ",\n  ") + " or\n  " + missing[missing.count - 1]
        return sentence.text.replacing("{groups}", with: list)
    }

    /// The sentence as it stands: an entry that begins as it does.
    private func standing(_ sentence: NoneSentence, in sections: [Section], of draft: WorkingDraft) -> Entry? {
        let opening = words(
            String(
                sentence.text.prefix(
                    upTo: sentence.text.firstRange(of: "{groups}")?.lowerBound
                        ?? sentence.text.endIndex)))
        for section in sections {
            for entry in section.entries where entry.content == .prose {
                let text = words(draft.lines(of: entry))
                let bare = text.hasPrefix("* ") || text.hasPrefix("- ") ? String(text.dropFirst(2)) : text
                if text.hasPrefix(opening) || bare.hasPrefix(opening) { return entry }
            }
        }
        return nil
    }

    /// With the blank line below it, so that none is left over.
    private func range(of entry: Entry, in draft: WorkingDraft) -> SourceRange {
        let source = draft.source
        let next = entry.range.end.line
        guard next < source.lineStarts.count, source.lineStarts[next] < draft.bytes.count,
            draft.bytes[source.lineStarts[next]] == 0x0A
        else { return entry.range }
        let start = source.lineStarts[entry.range.start.line - 1]
        return source.range(start..<(source.lineStarts[next] + 1))
    }

    private func words(_ text: String) -> String { PieceIdentity.words(of: Array(text.utf8)[...]) }

    /// `Cargo` of `[Cargo](https://…)`.
    private static func name(of group: String) -> String {
        guard group.hasPrefix("["), let end = group.firstIndex(of: "]") else { return group }
        return String(group[group.index(after: group.startIndex)..<end])
    }
}

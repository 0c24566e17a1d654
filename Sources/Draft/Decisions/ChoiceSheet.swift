internal import Archive
package import Newsletter
internal import Text

/// A sheet of candidates, one line each, from which an editor chooses in a text editor.
///
///     add 12 News | A title that may be edited  # often chosen: stabilize, std
///
/// A line begins with `add`, `later` or `no`; the candidate's number on the sheet, its section and its title follow.
package struct ChoiceSheet: Sendable {
    package enum Word: String, CaseIterable, Sendable {
        case add, later, no
    }

    /// A line of the sheet.
    package struct Line: Sendable {
        package var word: Word
        package var candidate: Candidate
        /// The reason why the candidate is suggested.
        package var reason: String

        package init(word: Word, candidate: Candidate, reason: String) {
            self.word = word
            self.candidate = candidate
            self.reason = reason
        }
    }

    /// An editor's decision on a line.
    package struct Choice: Sendable {
        package var word: Word
        /// The candidate, with the section and title that the editor wrote.
        package var candidate: Candidate
        /// The identity of the candidate as it was collected, because an event in another region is a different event.
        package var identity: String
    }

    private let lines: [Line]

    package init(_ lines: [Line]) {
        self.lines = lines
    }

    package var text: String { text { _ in [] } }

    /// - Parameter notes: what an editor should know of a candidate, one line each.
    package func text(notes: (Candidate) -> [String]) -> String {
        var text = """
            # One line for each candidate. Begin each line with one of these words:
            #   add    adds it to the draft, in its section
            #   later  asks again next time
            #   no     leaves it out this week, and doesn't ask again
            # You can edit sections and titles. If you delete a line, you will be asked again. If you empty the file, or leave
            # the editor without saving, nothing changes.

            """
        var section: String?
        for (index, line) in lines.enumerated() {
            let heading = Self.section(of: line.candidate)
            if heading != section { text += "\n# \(heading)\n" }
            section = heading
            let word = line.word.rawValue + String(repeating: " ", count: 5 - line.word.rawValue.utf8.count)
            let title = Self.oneLine(line.candidate.title)
            let reason = Self.oneLine(
                [line.day ?? "", line.reason, Self.address(of: line.candidate) ?? ""].filter { !$0.isEmpty }
                    .joined(separator: "; "))
            text += "\(word) \(index + 1) \(heading) | \(title)  # \(reason)\n"
            for note in notes(line.candidate) { text += "#       \(Self.oneLine(note))\n" }
        }
        return text
    }

    /// The editor's decisions: candidates with the sections and titles that the editor wrote.
    ///
    /// - Parameter sections: the names that an edited section may have; nil for any.
    /// - Throws: ``Diagnostics`` with every line that can't be understood.
    package func choices(
        in text: String, file: String, sections: SectionNames? = nil
    ) throws(Diagnostics) -> [Choice] {
        var faults: [Diagnostic] = []
        var choices: [Choice] = []
        var seen: Set<Int> = []
        let indices = Dictionary(grouping: lines.indices.filter { lines[$0].candidate.url != nil }) {
            Self.address(of: lines[$0].candidate) ?? ""
        }
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
            func fault(_ summary: String, _ remedy: String) {
                faults.append(
                    Diagnostic(summary, remedy: remedy, file: file, at: SourceLocation(line: number + 1, column: 1)))
            }
            let parts = line.split(maxSplits: 2, whereSeparator: \.isWhitespace)
            guard parts.count == 3, let word = Word(rawValue: parts[0].lowercased()) else {
                fault("the line doesn't begin with add, later or no", "Write one of these words before the number")
                continue
            }
            let comment = parts[2].firstRange(of: "  # ")
            let rest = comment.map { parts[2][..<$0.lowerBound] } ?? parts[2]
            let number = Int(parts[1]).map { $0 - 1 }
            // The numbers are those of the sheet as it was printed; other candidates may be waiting by now.
            let address = comment.flatMap { Self.address(in: parts[2][$0.upperBound...]) }
            let known = address.map { index(of: $0, in: indices, numbered: number, notIn: seen) } ?? number
            // If it isn't waiting any more, it has been decided on.
            if address != nil, known == nil { continue }
            guard let index = known, number != nil, lines.indices.contains(index), seen.insert(index).inserted else {
                fault("'\(parts[1])' isn't a candidate's number, or is used twice", "Restore the numbers as they were")
                continue
            }
            guard let bar = rest.firstRange(of: " | ") else {
                fault("section and title aren't separated", "Write 'Section | Title'")
                continue
            }
            var candidate = lines[index].candidate
            let section = MarkdownText.oneLine(String(rest[..<bar.lowerBound]))
            if section != Self.section(of: candidate) {
                if word == .add, let sections, !sections.contains(section) {
                    fault("unknown section '\(section)'", sections.remedy(for: section))
                    continue
                }
                candidate.section = section
            }
            let title = MarkdownText.oneLine(String(rest[bar.upperBound...]))
            if title.isEmpty, word == .add {
                fault("the title is empty", "Write a title after the '|'")
                continue
            }
            if title != Self.oneLine(candidate.title) { candidate.title = title }
            choices.append(
                Choice(word: word, candidate: candidate, identity: lines[index].candidate.identity))
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return choices
    }

    /// The line of a candidate with a URL. Several days of one event share a URL, and the number distinguishes them.
    private func index(
        of address: String, in indices: [String: [Int]], numbered number: Int?, notIn seen: Set<Int>
    ) -> Int? {
        if let number, lines.indices.contains(number), Self.address(of: lines[number].candidate) == address {
            return number
        }
        let all = indices[address] ?? []
        return all.first { !seen.contains($0) } ?? all.first
    }

    // MARK: Fields

    /// Text from outside on one line, so that it can't start a line of the sheet or change how an editor displays it.
    private static func oneLine(_ text: String) -> String { PrintableText.escaped(MarkdownText.oneLine(text)) }

    /// The section's name without a `|`, which would end the name on the sheet.
    private static func section(of candidate: Candidate) -> String {
        let section = oneLine(candidate.section ?? "").replacing(" | ", with: " / ")
        return section.isEmpty ? candidate.kind.rawValue : section
    }

    /// The URL without spaces, so that it is the last word of its line.
    private static func address(of candidate: Candidate) -> String? {
        candidate.url.map { oneLine($0).replacing(" ", with: "%20") }
    }

    /// The URL that is the last word of a comment.
    private static func address(in comment: Substring) -> String? {
        let last = comment.split(separator: "; ").last?.split(whereSeparator: \.isWhitespace).last
        return last.flatMap { $0.contains("://") ? String($0) : nil }
    }
}

extension ChoiceSheet.Line {
    /// An event's day, which distinguishes the events of a series.
    fileprivate var day: String? {
        if case .event(let event) = candidate.content { return "\(event.start)" }
        return nil
    }
}

internal import Archive
package import Newsletter
internal import Text

/// Candidates on one sheet, a line each, as an editor chooses from them in a text editor.
///
///     add 12 News | A title that may be edited  # often chosen: stabilize, std
///
/// In front stands `add`, `later` or `no`; then the candidate's number on the sheet, its section and its title.
package struct ChoiceSheet: Sendable {
    package enum Word: String, CaseIterable, Sendable {
        case add, later, no
    }

    /// A line of the sheet.
    package struct Line: Sendable {
        package var word: Word
        package var candidate: Candidate
        /// Why it is proposed.
        package var reason: String

        package init(word: Word, candidate: Candidate, reason: String) {
            self.word = word
            self.candidate = candidate
            self.reason = reason
        }
    }

    /// What an editor made of a line.
    package struct Choice: Sendable {
        package var word: Word
        /// With section and title as edited.
        package var candidate: Candidate
        /// Of the candidate as it was collected: an event in another region is another event.
        package var identity: String
    }

    private let lines: [Line]

    package init(_ lines: [Line]) {
        self.lines = lines
    }

    package var text: String {
        var text = """
            # One line for each candidate. Put in front of it what is to become of it:
            #   add    into the draft, at its place
            #   later  ask me again
            #   no     not this week, and not asked again
            # Section and title may be edited. Lines that are gone are asked again; an emptied file changes nothing,
            # and neither does leaving the editor without saving.

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
        }
        return text
    }

    /// What an editor made of the sheet: candidates with section and title as edited, each with its word.
    ///
    /// - Parameter sections: what an edited section may be called; nil for anything.
    /// - Throws: ``Diagnostics`` with every line that cannot be understood.
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
                fault("the line doesn't begin with add, later or no", "Write one of them before the number")
                continue
            }
            let comment = parts[2].firstRange(of: "  # ")
            let rest = comment.map { parts[2][..<$0.lowerBound] } ?? parts[2]
            let number = Int(parts[1]).map { $0 - 1 }
            // Numbers are those of the sheet as it was printed; by now others may wait.
            let address = comment.flatMap { Self.address(in: parts[2][$0.upperBound...]) }
            let known = address.map { index(of: $0, in: indices, numbered: number, notIn: seen) } ?? number
            // What does not wait any more has been decided.
            if address != nil, known == nil { continue }
            guard let index = known, number != nil, lines.indices.contains(index), seen.insert(index).inserted else {
                fault("'\(parts[1])' isn't a candidate's number, or is used twice", "Leave the numbers as they were")
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
                fault("the title is empty", "Write one after the bar")
                continue
            }
            if title != Self.oneLine(candidate.title) { candidate.title = title }
            choices.append(
                Choice(word: word, candidate: candidate, identity: lines[index].candidate.identity))
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return choices
    }

    /// The line of an address. Several days of one event share theirs; the number tells them apart.
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

    /// A stranger's text that can neither start a line of the sheet nor change how an editor shows it.
    private static func oneLine(_ text: String) -> String { PrintableText.escaped(MarkdownText.oneLine(text)) }

    /// Without the bar that ends it.
    private static func section(of candidate: Candidate) -> String {
        let section = oneLine(candidate.section ?? "").replacing(" | ", with: " / ")
        return section.isEmpty ? candidate.kind.rawValue : section
    }

    /// Without blanks, so that it is the last word of its line.
    private static func address(of candidate: Candidate) -> String? {
        candidate.url.map { oneLine($0).replacing(" ", with: "%20") }
    }

    /// The address that is the last word of a comment.
    private static func address(in comment: Substring) -> String? {
        let last = comment.split(separator: "; ").last?.split(whereSeparator: \.isWhitespace).last
        return last.flatMap { $0.contains("://") ? String($0) : nil }
    }
}

extension ChoiceSheet.Line {
    /// An event's, which tells the days of a series apart.
    fileprivate var day: String? {
        if case .event(let event) = candidate.content { return "\(event.start)" }
        return nil
    }
}

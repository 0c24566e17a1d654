internal import Newsletter

/// A date doesn't exist, such as 2025-02-30, or an event's line can't be read.
struct ImpossibleDate: Check {
    static let id = "impossible-date"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        var marked: Set<Int> = []
        let events = Dictionary(document.events.map { ($0.entry.range.start.line - 1, $0.event) }) { $1 }
        for section in document.issue.sections where section.kind == .events || section.kind == .participation {
            let first = section.range.start.line - 1
            for number in first..<max(first, min(section.range.end.line, document.lines.count)) {
                let line = document.lines[number]
                guard line.kind == .item || line.kind == .text else { continue }
                let days = DateScanner.isoDates(document.bytes, line.content..<line.bytes.upperBound)
                if days.allSatisfy({ $0.date != nil }), isUnread(line, number, section, events[number], document) {
                    marked.insert(number)
                    findings.append(unreadable(document.content(line), document))
                } else if line.kind == .item, let fault = fault(of: days, in: line, event: events[number], document) {
                    marked.insert(number)
                    findings.append(fault)
                }
                for day in days where day.date == nil {
                    guard !isInLink(day.range, document) else { continue }
                    marked.insert(number)
                    findings.append(
                        finding(
                            "\(document.text(day.range)) isn't a date", at: day.range, in: document,
                            explanation: "Correct the date; until then, the entry has none."))
                }
            }
            for range in section.unrecognized where !marked.contains(range.start.line - 1) {
                findings.append(unreadable(range.bytes, document))
            }
        }
        return findings
    }

    /// Whether an item with the bars and the link of an event is none, so that neither page nor calendar has it.
    private func isUnread(_ line: Line, _ number: Int, _ section: Section, _ event: Event?, _ document: Document)
        -> Bool
    {
        guard section.kind == .events, line.kind == .item, line.indent < 2, event == nil else { return false }
        let content = document.content(line)
        guard let bar = document.bytes[content].firstIndex(of: UInt8(ascii: "|")),
            let link = document.links(in: content).first, link.kind == .inline || link.kind == .reference
        else { return false }
        return bar < link.whole.lowerBound
    }

    /// A finding for a line that looks like an event but can't be read as one, or for an event that ends before it
    /// begins.
    private func fault(of days: [DateScanner.Found], in line: Line, event: Event?, _ document: Document) -> Finding? {
        guard let bar = document.bytes[line.content..<line.bytes.upperBound].firstIndex(of: UInt8(ascii: "|")) else {
            return nil
        }
        let days = days.filter { $0.range.upperBound <= bar && !isInLink($0.range, document) }
        guard let first = days.first, let start = first.date else { return nil }
        guard event != nil else { return unreadable(document.content(line), document) }
        guard days.count == 2, let end = days[1].date, end < start else { return nil }
        return finding(
            "the event ends before it begins", at: first.range.lowerBound..<days[1].range.upperBound, in: document,
            explanation: "Correct one of the dates.")
    }

    private func unreadable(_ range: Range<Int>, _ document: Document) -> Finding {
        finding(
            "this line looks like an event but can't be read", at: range, in: document,
            explanation: "Write '2025-06-19 | City, country | [Organiser](address)', its title on a nested line.",
            severity: .warning)
    }

    private func isInLink(_ range: Range<Int>, _ document: Document) -> Bool {
        document.links(in: max(0, range.lowerBound - 400)..<range.lowerBound).contains {
            $0.whole.contains(range.lowerBound)
        }
    }
}

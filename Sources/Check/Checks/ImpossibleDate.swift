internal import Newsletter

/// A day that no calendar has, such as 2025-02-30, or an event's line that cannot be read.
struct ImpossibleDate: Check {
    static let id = "impossible-date"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
        var findings: [Finding] = []
        var marked: Set<Int> = []
        for section in document.issue.sections where section.kind == .events || section.kind == .participation {
            let first = section.range.start.line - 1
            for number in first..<max(first, min(section.range.end.line, document.lines.count)) {
                let line = document.lines[number]
                guard line.kind == .item || line.kind == .text else { continue }
                for day in DateScanner.isoDates(document.bytes, line.content..<line.bytes.upperBound)
                where day.date == nil {
                    guard !isInLink(day.range, document) else { continue }
                    marked.insert(number)
                    findings.append(
                        finding(
                            "\(document.text(day.range)) is no day of the calendar", at: day.range, in: document,
                            explanation: "Mend it; until then the entry has no date."))
                }
            }
            for range in section.unrecognized where !marked.contains(range.start.line - 1) {
                findings.append(
                    finding(
                        "this line looks like an event and cannot be read", at: range.bytes, in: document,
                        explanation:
                            "Write '2025-06-19 | City, country | [Organiser](address)', its title on a nested line.",
                        severity: .warning))
            }
        }
        return findings
    }

    private func isInLink(_ range: Range<Int>, _ document: Document) -> Bool {
        document.links(in: max(0, range.lowerBound - 400)..<range.lowerBound).contains {
            $0.whole.contains(range.lowerBound)
        }
    }
}

internal import Archive
internal import Newsletter
internal import Text

extension Site {
    /// The corrections of an issue; nil if there are none.
    func corrections(of summary: IssueSummary) -> CorrectionLog? {
        corrections.log(ofIssue: summary.header.number, file: summary.file)
    }

    /// Fingerprint parts for the corrections of an issue. Without corrections there are none, so that the files of
    /// such an issue keep their fingerprints.
    func correctionParts(of summary: IssueSummary) -> [Fingerprint.Part] {
        corrections(of: summary).map { [.fingerprint(Fingerprint(of: $0.bytes))] } ?? []
    }

    /// When an issue was last corrected, as RFC 3339; nil if it never was.
    func lastCorrection(of summary: IssueSummary) -> String? {
        corrections(of: summary)?.latest.map { Timestamp.text($0) }
    }

    /// The day of a correction in the publication's time zone.
    func day(of correction: Correction) -> CalendarDate {
        CalendarDate(atSeconds: correction.time, zone: publication.timeZone)
    }

    /// The list at the foot of an issue's page; nil if no correction is announced.
    ///
    /// - Parameter ids: the ids of the page, to which corrections may link.
    func correctionList(of summary: IssueSummary, ids: Set<String>) -> TemplateContext? {
        guard let announced = corrections(of: summary)?.announced, !announced.isEmpty else { return nil }
        return [
            "items": .list(
                announced.enumerated().map { index, correction in
                    let entry = correction.entry.flatMap { ids.contains($0.id) ? $0 : nil }
                    return [
                        "id": .text(Self.id(ofCorrection: index)), "sentence": .text(correction.reason),
                        "date": .text(words.long(day(of: correction))),
                        "datetime": .text(day(of: correction).description),
                        "entry": entry.map { .object(["title": .text($0.title), "href": .text("#" + $0.id)]) },
                    ]
                })
        ]
    }

    /// The notes beside corrected entries, as HTML by the id of the entry. Each leads to the list at the page's foot.
    func correctionNotes(of summary: IssueSummary) -> [String: [UInt8]] {
        var notes: [String: [UInt8]] = [:]
        for (index, correction) in (corrections(of: summary)?.announced ?? []).enumerated() {
            guard let entry = correction.entry else { continue }
            let text = words["corrected_on"].replacing("{date}", with: words.long(day(of: correction)))
            notes[entry.id, default: []] +=
                " <small class=\"when\"><a href=\"#\(Self.id(ofCorrection: index))\">\(Escaping.html(text))</a></small>"
                .utf8
        }
        return notes
    }

    /// Ids of headings are lower-case, so this one is never taken.
    private static func id(ofCorrection index: Int) -> String { "Correction-\(index + 1)" }
}

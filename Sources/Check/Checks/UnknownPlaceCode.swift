internal import Newsletter

/// A location ends with an unknown country code, or names a subdivision that the country doesn't have.
///
/// Country codes follow ISO 3166-1, subdivisions ISO 3166-2: `Brisbane, QLD, AU`. The settings can add other codes
/// (`place-aliases`); `UK` for `GB` is built in.
struct UnknownPlaceCode: Check {
    static let id = "unknown-place-code"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let settings = context.settings
        let withPlace = document.events.filter { $0.parts.count >= 2 }
        let usesCodes =
            withPlace.count { $0.parts.last.map { Self.isCode(document.text($0)) } ?? false } * 10 >= withPlace.count
            * 9
        return document.events.compactMap { event in
            guard event.parts.count >= 2, let last = event.parts.last else { return nil }
            let code = document.text(last)
            guard Self.isCode(code) else {
                return missingComma(last, code, in: document)
                    ?? (usesCodes && hasBars(event, document) ? countryName(last, code, in: document) : nil)
            }
            guard let country = document.country(of: event, settings) else { return unknown(last, code, in: document) }
            let part = event.parts[event.parts.count - 2]
            let subdivision = document.text(part)
            guard event.parts.count >= 3, Self.isCode(subdivision), let known = SubdivisionCodes.codes(of: country)
            else { return nil }
            let meant = settings.placeAliases["\(country)-\(subdivision)"]
            guard !known.contains(subdivision), meant == nil || meant == subdivision || !known.contains(meant ?? "")
            else {
                return alias(part, subdivision, meant, known, country, in: document)
            }
            return finding(
                "\(country) has no subdivision '\(subdivision)'", at: part, in: document,
                explanation: "See ISO 3166-2:\(country).", fixes: nearest(subdivision, known, part, in: document))
        }
    }

    /// A finding for an alias of an official code, which should replace it.
    private func alias(
        _ part: Range<Int>, _ code: String, _ meant: String?, _ known: Set<String>, _ country: String,
        in document: Document
    ) -> Finding? {
        guard let meant, meant != code, !known.contains(code), known.contains(meant) else { return nil }
        return finding(
            "\(country) has no subdivision '\(code)'", at: part, in: document, explanation: "Write '\(meant)'.",
            fixes: [document.fix("Write '\(meant)'", replacing: part, with: meant)])
    }

    private func unknown(_ range: Range<Int>, _ code: String, in document: Document) -> Finding {
        let isState = SubdivisionCodes.codes(of: "US")?.contains(code) == true
        return finding(
            "'\(code)' isn't a country code", at: range, in: document,
            explanation: isState
                ? "This is the code of a state of the United States; add the country."
                : "See ISO 3166-1 for the codes.",
            fixes: isState
                ? [document.fix("Add 'US'", replacing: range.upperBound..<range.upperBound, with: ", US")] : [])
    }

    /// A finding for a missing comma: `MN US`.
    private func missingComma(_ range: Range<Int>, _ code: String, in document: Document) -> Finding? {
        let words = code.split(separator: " ")
        guard words.count == 2, words.allSatisfy({ Self.isCode(String($0)) }), Country(code: String(words[1])) != nil
        else { return nil }
        return finding(
            "there is no comma in '\(code)'", at: range, in: document, explanation: "Write 'City, state, country'.",
            fixes: [document.fix("Add the comma", replacing: range, with: "\(words[0]), \(words[1])")])
    }

    private func hasBars(_ event: CheckedEvent, _ document: Document) -> Bool {
        let line = document.lines[event.entry.range.start.line - 1]
        return document.bytes[event.place.upperBound..<line.bytes.upperBound].contains(UInt8(ascii: "|"))
    }

    /// A finding for a country's name where the other events have codes: `Austin, TX, United States`.
    private func countryName(_ range: Range<Int>, _ name: String, in document: Document) -> Finding? {
        guard name.utf8.count > 3, let country = Country(name), country.name.lowercased() == name.lowercased() else {
            return nil
        }
        return finding(
            "the other events have the country's code instead of '\(name)'", at: range, in: document,
            explanation: "Write '\(country.code)'.", severity: .hint,
            fixes: [document.fix("Write '\(country.code)'", replacing: range, with: country.code)])
    }

    /// Fixes for codes that begin or end alike: `QL` may be `QLD`.
    private func nearest(_ code: String, _ known: Set<String>, _ range: Range<Int>, in document: Document) -> [Fix] {
        let similar = known.filter { $0 != code && ($0.hasPrefix(code) || Self.isSubsequence(code, of: $0)) }
        // Two fixes for one location would be a guess.
        return similar.count == 1
            ? similar.map { document.fix("Write '\($0)'", replacing: range, with: $0) } : []
    }

    private static func isSubsequence(_ short: String, of long: String) -> Bool {
        var rest = long[...]
        for letter in short {
            guard let index = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: index)...]
        }
        return true
    }

    private static func isCode(_ text: String) -> Bool {
        2...3 ~= text.utf8.count && text.utf8.allSatisfy(ASCII.isUpper)
    }
}

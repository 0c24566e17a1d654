internal import Newsletter
internal import Text

/// Reads `words:`, a publication's own labels and sentences.
enum WordSettings {
    /// The words by their names; faulty ones are reported and left out.
    static func words(_ fields: SettingsFields) -> [String: String] {
        let known = Localization.english.texts
        let locations = fields.locations("words")
        var words: [String: String] = [:]
        for (index, (name, text)) in fields.pairs("words").enumerated() {
            let location = index < locations.count ? locations[index] : nil
            guard let standard = known[name], !fixed.contains(name) else {
                let nearest = ClosestMatch.of(name, among: known.keys.filter { !fixed.contains($0) })
                fields.report(
                    "words", "has an unknown word: '\(name)'",
                    remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Guides/words.md lists all words", at: location)
                continue
            }
            if let problem = problem(with: text, as: name, standard: standard) {
                fields.report("words", problem.summary, remedy: problem.remedy, at: location)
            } else {
                words[name] = text
            }
        }
        return words
    }

    /// Words that are also read in issues, so that they can't be changed.
    private static let fixed: Set<String> = ["draft_virtual", "draft_hybrid"]

    private static func problem(
        with text: String, as name: String, standard: String
    ) -> (summary: String, remedy: String)? {
        let count = ["months": 12, "weekdays": 7][name]
        if let count, Localization.names(in: text).count != count {
            return (
                "must have \(count) names in '\(name)'", "Write \(count) names with commas, like \(standard)"
            )
        }
        let (needed, written) = (TextForm(standard).names, TextForm(text).names)
        if let missing = needed.subtracting(written).min() {
            return ("has no '{\(missing)}' in '\(name)'", "Write '{\(missing)}' where it is filled in: \(standard)")
        }
        if let unknown = written.subtracting(needed).min() {
            return ("has an unknown '{\(unknown)}' in '\(name)'", "Remove '{\(unknown)}'")
        }
        return nil
    }
}

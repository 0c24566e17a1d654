internal import Newsletter
internal import Settings

/// The texts for readers that a publication's language doesn't have, so that they appear in English.
struct MissingWords {
    let notice: Diagnostic

    /// Nil if there are none.
    init?(_ publication: Publication, _ location: PublicationLocation) {
        guard Localization.shipped(for: publication.language) == nil else { return nil }
        let missing = Localization.english.texts.keys.filter { name in
            publication.words[name] == nil && !Self.isOptional(name)
        }.sorted()
        guard let first = missing.first else { return nil }
        let count = missing.count - 1
        let others = count == 0 ? "" : " and \(count) \(count == 1 ? "other" : "others")"
        notice = Diagnostic(
            "some texts for readers appear in English, because Sennight has none in '\(publication.language)': \(first)\(others)",
            remedy: "Write them under 'words:'; Guides/words.md lists all", file: location.settings, severity: .hint)
    }

    /// Whether a word is only used for the files of a new publication, or can't be changed.
    private static func isOptional(_ name: String) -> Bool {
        name.hasPrefix("starter_") || name == "draft_virtual" || name == "draft_hybrid"
    }
}

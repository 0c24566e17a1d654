package import Context
internal import Newsletter
internal import Settings
internal import Text

/// Creates a new publication with example content, from which a site can be built.
package struct NewPublication {
    private let folder: String
    private let context: Context

    package init(in folder: String, context: Context) {
        self.folder = folder
        self.context = context
    }

    /// The error if the folder already contains other files.
    package struct NotEmpty: Error {
        package var folder: String
    }

    /// Whether a text is a language tag; headings, labels and dates are in English if Sennight doesn't write the language.
    package static func isLanguage(_ tag: String) -> Bool { LanguageTag(tag) != nil }

    /// Writes the files of a new publication; existing files stay as they are.
    ///
    /// - Parameters:
    ///   - url: the address that the site will have.
    ///   - language: the language of headings, labels and dates.
    ///   - isRepeatable: whether a folder that has all these files, unchanged, also counts as new.
    /// - Returns: the path of each file, and whether it was written.
    /// - Throws: ``InvalidSettings`` if no site could be built from the files, or ``NotEmpty``; in both cases, nothing
    ///   is written. ``FileError``.
    package func make(
        title: String, url: String, language: String, isRepeatable: Bool = false
    ) throws -> [(path: String, isWritten: Bool)] {
        let today = CalendarDate(atSeconds: context.clock.seconds, zone: "UTC")
        let words = Localization.of(language)
        let settings = Starter.settings(title: title, url: url, words: words, weekday: today.weekday)
        do throws(Diagnostics) {
            _ = try SettingsReader.publication(from: settings, file: "\(folder)/sennight.yaml") { _ in "" }
        } catch {
            throw InvalidSettings(faults: error)
        }
        let files = Starter.files(title: title, settings: settings, words: words, today: today)
        try checkIsNew(files, isRepeatable: isRepeatable)
        return try files.map { path, text in
            let path = "\(folder)/\(path)"
            let old = try context.files.readIfPresent(path)
            guard old == nil || old == Array(text.utf8) else { return (path, false) }
            try context.files.write(path, Array(text.utf8))
            return (path, true)
        }
    }

    /// Checks that the folder is new. A folder that contains only files of an interrupted run counts as new.
    private func checkIsNew(_ files: [(path: String, text: String)], isRepeatable: Bool) throws {
        let access = context.files
        for path in [""] + files.map(\.path) {
            let parent = path.lastIndex(of: "/").map { "/" + path[..<$0] } ?? ""
            access.removeTemporaries(folder + parent)
        }
        let present = try access.list(folder).map(\.path)
        let texts = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) })
        let isOurs = try present.allSatisfy { try access.read("\(folder)/\($0)") == texts[$0].map { Array($0.utf8) } }
        let isComplete = try files.allSatisfy { try access.readIfPresent("\(folder)/\($0.path)") != nil }
        guard isOurs, !isComplete || isRepeatable else { throw NotEmpty(folder: folder) }
    }
}

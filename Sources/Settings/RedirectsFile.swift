package import Context
package import Newsletter

/// The committed file with the targets of permanent addresses: `points.yaml` at the publication's root.
///
/// `sennight redirect` writes it. `redirects:` in the settings adds further redirects, and takes precedence for the
/// same address.
package enum RedirectsFile {
    /// The redirects in the file; none if there is no file.
    ///
    /// - Throws: ``Diagnostics`` with every fault in the file; a ``Diagnostic`` if it can't be read.
    package static func read(_ files: Files, _ location: PublicationLocation) throws -> Publication.Redirects {
        let bytes: [UInt8]
        do throws(FileError) {
            guard let found = try files.readIfPresent(location.redirectsFile, atMost: Files.largestText) else {
                return Publication.Redirects()
            }
            bytes = found
        } catch {
            throw Diagnostic(
                "can't read the file (\(error.reason))", remedy: "Make the file readable", file: location.redirectsFile)
        }
        return try redirects(from: String(decoding: bytes, as: UTF8.self), file: location.redirectsFile)
    }

    /// - Throws: every fault in the file, with its location.
    private static func redirects(from text: String, file: String) throws(Diagnostics) -> Publication.Redirects {
        var redirects = Publication.Redirects()
        let isSaid = text.split(whereSeparator: \.isNewline).contains { line in
            line.first { !$0.isWhitespace }.map { $0 != "#" } ?? false
        }
        guard isSaid else { return redirects }
        let tree = try SettingsText.tree(of: text, file: file)
        let faults = SettingsFaults(file: file)
        SettingsValidation(faults: faults).check(tree, declared, path: "")
        read(
            SettingsFields(tree, declared, path: "", pattern: "", at: tree.location, faults: faults), into: &redirects)
        guard faults.isEmpty else { throw Diagnostics(faults.all) }
        return redirects
    }

    static let declared = SettingsMapping([
        Setting("jobs", .text, "Where `/jobs` redirects to.", example: "https://jobs.example.org/"),
        Setting(
            "discuss", .pairs(.text), "Where `/issues/NUMBER/discuss` redirects to, by the number of the issue.",
            example: ["1": "https://forum.example.org/t/1"]),
    ])

    static func read(_ fields: SettingsFields, into redirects: inout Publication.Redirects) {
        redirects.jobs = fields.optionalText("jobs") ?? redirects.jobs
        for ((key, url), location) in zip(fields.pairs("discuss"), fields.locations("discuss")) {
            guard let number = Int(key) else {
                fields.report(
                    "discuss", "has a key that isn't an issue's number: '\(key)'",
                    remedy: "Write 'NUMBER: ADDRESS' lines", at: location)
                continue
            }
            redirects.discuss[number] = url
        }
    }

    /// The file's text: one line for each address, sorted so that git can merge it.
    package static func text(of redirects: Publication.Redirects) -> String {
        var text = "# Targets of the site's permanent addresses; written by 'sennight redirect'.\n"
        if let jobs = redirects.jobs { text += "jobs: \(quoted(jobs))\n" }
        if !redirects.discuss.isEmpty {
            text += "discuss:\n"
            for (number, url) in redirects.discuss.sorted(by: { $0.key < $1.key }) {
                text += "  \(number): \(quoted(url))\n"
            }
        }
        return text
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}

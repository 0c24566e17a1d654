package import Context
package import Newsletter

/// The committed file that says where lasting addresses lead: `points.yaml` at the publication's root.
///
/// It is the program's to write, by `sennight redirect`; what stands under `points:` in the settings is added to it, and
/// wins where both name the same address.
package enum RedirectsFile {
    /// What the file says; nothing where there is none.
    ///
    /// - Throws: ``Diagnostics`` with every fault of the file; a ``Diagnostic`` where it cannot be read.
    package static func read(_ files: Files, _ location: PublicationLocation) throws -> Publication.Redirects {
        let bytes: [UInt8]
        do throws(FileError) {
            guard let found = try files.readIfPresent(location.points, atMost: Files.largestText) else {
                return Publication.Redirects()
            }
            bytes = found
        } catch {
            throw Diagnostic(
                "can't read the file (\(error.reason))", remedy: "Make it readable", file: location.points)
        }
        return try points(from: String(decoding: bytes, as: UTF8.self), file: location.points)
    }

    /// - Throws: every fault of the file, with places.
    private static func points(from text: String, file: String) throws(Diagnostics) -> Publication.Redirects {
        var points = Publication.Redirects()
        let faults = SettingsNode.Faults(file: file)
        let isSaid = text.split(whereSeparator: \.isNewline).contains { line in
            line.first { !$0.isWhitespace }.map { $0 != "#" } ?? false
        }
        guard isSaid else { return points }
        guard let root = SettingsNode.root(of: text, faults: faults) else { throw Diagnostics(faults.all) }
        read(root, into: &points)
        guard faults.all.isEmpty else { throw Diagnostics(faults.all) }
        return points
    }

    static func read(_ node: SettingsNode, into points: inout Publication.Redirects) {
        guard node.isPresent else { return }
        node.allow("jobs", "discuss")
        points.jobs = node["jobs"].text ?? points.jobs
        for (key, value) in node["discuss"].pairs {
            guard let number = Int(key) else {
                value.report("'\(key)' is no issue number", remedy: "Write 'number: address' lines")
                continue
            }
            points.discuss[number] = value.text
        }
    }

    /// The file's text: one line for each address, in order, so that git merges it.
    package static func text(of points: Publication.Redirects) -> String {
        var text = "# Where the lasting addresses lead; written by 'sennight redirect'.\n"
        if let jobs = points.jobs { text += "jobs: \(quoted(jobs))\n" }
        if !points.discuss.isEmpty {
            text += "discuss:\n"
            for (number, url) in points.discuss.sorted(by: { $0.key < $1.key }) {
                text += "  \(number): \(quoted(url))\n"
            }
        }
        return text
    }

    private static func quoted(_ text: String) -> String {
        "\"" + text.flatMap { $0 == "\"" || $0 == "\\" ? ["\\", $0] : [$0] } + "\""
    }
}

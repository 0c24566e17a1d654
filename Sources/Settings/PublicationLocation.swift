package import Context
package import Newsletter
package import Text

/// The paths of a publication: its root, its settings, and the folder for the program's state.
package struct PublicationLocation: Hashable, Sendable {
    package var root: String
    package var settings: String
    package var state: String

    /// - Parameters:
    ///   - settings: by default `sennight.yaml` at the root.
    ///   - state: by default `.sennight` at the root.
    package init(root: String, settings: String? = nil, state: String? = nil) {
        let root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        self.root = root
        self.settings = settings ?? (root == "." ? "sennight.yaml" : "\(root)/sennight.yaml")
        self.state = state ?? (root == "." ? ".sennight" : "\(root)/.sennight")
    }

    /// The committed file with the targets of permanent addresses.
    package var redirectsFile: String { path("points.yaml") }

    /// A path below the root.
    package func path(_ relative: String) -> String {
        root == "." ? relative : "\(root)/\(relative)"
    }

    /// The publication that the settings describe.
    ///
    /// - Throws: the errors of ``read(_:)``.
    package func publication(_ files: Files) throws -> Publication { try read(files).publication }

    /// Reads the settings, and returns the publication and the text of the file.
    ///
    /// - Throws: ``Diagnostics`` with every fault in the settings; a ``Diagnostic`` if there is no settings file.
    package func read(_ files: Files) throws -> (publication: Publication, source: Fingerprint) {
        let text = try text(files)
        let folder = settings.lastIndex(of: "/").map { settings[...$0] } ?? ""
        let redirects = try RedirectsFile.read(files, self)
        // The issues depend on the files that the settings name, such as a table of dates.
        var named: [UInt8] = []
        let publication = try SettingsReader.publication(
            from: text, file: settings, redirects: redirects,
            guardedBody: { path, exceptions in
                let file = path.hasPrefix("/") ? path : folder + path
                // The settings may be kept elsewhere, with the files that they name next to them.
                if path.hasPrefix("/") || !isBesideSettings(file, files) {
                    try FolderBoundary(root: root, exceptions: exceptions, files: files).check(file)
                }
                let bytes = try files.read(file, atMost: Files.largestText)
                named += bytes
                return String(decoding: bytes, as: UTF8.self)
            })
        return (publication, Fingerprint(of: Array(text.utf8) + Array(RedirectsFile.text(of: redirects).utf8) + named))
    }

    /// The text of the settings.
    ///
    /// - Throws: ``Diagnostics`` if it isn't UTF-8; a ``Diagnostic`` if the file can't be read.
    package func text(_ files: Files) throws -> String {
        let bytes: [UInt8]
        do throws(FileError) {
            bytes = try files.read(settings, atMost: Files.largestText)
        } catch {
            throw Diagnostic(
                "can't read the settings (\(error.reason))",
                remedy: "Pass --settings FILE, or run 'sennight init DIR' for a new publication",
                file: settings)
        }
        // A byte order mark, as some editors write it, isn't part of the text.
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        guard let text = String(validating: content, as: UTF8.self) else {
            throw Diagnostics([
                Diagnostic("the settings aren't UTF-8", remedy: "Save the file as UTF-8", file: settings)
            ])
        }
        return text
    }

    /// The boundary of the publication, with the exceptions in its settings.
    package func boundary(of publication: Publication, _ files: Files) -> FolderBoundary {
        FolderBoundary(root: root, exceptions: publication.followLinks, files: files)
    }

    private func isBesideSettings(_ file: String, _ files: Files) -> Bool {
        let folder = settings.lastIndex(of: "/").map { String(settings[..<$0]) } ?? "."
        do {
            try FolderBoundary(root: folder.isEmpty ? "/" : folder, files: files).check(file)
            return true
        } catch {
            return false
        }
    }
}

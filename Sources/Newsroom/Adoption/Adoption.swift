internal import Archive
package import Context
internal import Newsletter
internal import Settings
internal import Text

/// Moves a weekly in from another program: reads its configuration and its issues, builds them into a folder of their
/// own, and writes the settings.
package struct Adoption {
    private let root: String
    private let context: Context

    /// - Parameter root: the folder with the weekly.
    package init(of root: String, context: Context) {
        self.root = root.count > 1 && root.hasSuffix("/") ? String(root.dropLast()) : root
        self.context = context
    }

    /// - Parameters:
    ///   - output: the folder for the site; nil for a new one in the system's folder of temporary files.
    ///   - isWritten: whether to write `sennight.yaml`.
    /// - Throws: a ``Diagnostic`` if the folder isn't a weekly, or the settings would overwrite others; then, nothing is
    ///   written. ``Diagnostics`` if no site can be built from the issues. ``FileError``.
    package func run(output: String?, isWritten: Bool) async throws -> AdoptionReport {
        let location = PublicationLocation(root: root)
        if isWritten, context.files.status(location.settings) != nil {
            throw Diagnostic(
                "there already are settings", remedy: "Remove the file, or run 'adopt' without --write",
                file: location.settings)
        }
        guard context.files.isFolder(root) else {
            throw Diagnostic("there is no such folder", remedy: "Pass the folder with the issues", file: root)
        }
        let boundary = FolderBoundary(root: root, files: context.files)
        let files = context.files.listing(inside: boundary)
        let site = OldSite(root: root, files: files, listed: try files.list(root))
        let program = site.program
        var settings = try adoptedSettings(of: site, program)
        let scratch = output ?? scratchFolder
        let outcome = try await build(&settings, of: site, into: scratch)
        if isWritten {
            try context.files.write(location.settings, Array(settings.text.utf8))
        }
        return AdoptionReport(
            program: program.0.rawValue, configuration: program.configuration, title: outcome.site.title,
            issues: outcome.site.issues,
            heldBack: outcome.site.heldBack.filter { !outcome.refused.keys.contains($0.file) },
            refused: outcome.refused, output: scratch, settings: settings.text,
            written: isWritten ? location.settings : nil)
    }

    private var scratchFolder: String {
        let folder = context.environment.variable("TMPDIR") ?? "/tmp"
        return (folder.hasSuffix("/") ? String(folder.dropLast()) : folder) + "/sennight-adopt-\(context.clock.now())"
    }

    // MARK: Settings

    private func adoptedSettings(
        of site: OldSite, _ program: (OldSite.Program, configuration: String)
    ) throws -> AdoptedSettings {
        var read = AdoptedSettings()
        switch program.0 {
        case .jekyll: try JekyllSite.read(site, configuration: program.configuration, into: &read)
        case .hugo: try HugoSite.read(site, configuration: program.configuration, into: &read)
        case .pelican: try PelicanSite.read(site, configuration: program.configuration, into: &read)
        case .folder: PlainFolder(site)?.read(into: &read)
        }
        guard let folder = read.text("folders.issues"),
            site.listed.contains(where: {
                IssueFiles.isIssue($0.path) && (folder == "." || $0.path.hasPrefix(folder + "/"))
            })
        else {
            throw Diagnostic(
                "no issues found: there is no folder of Markdown files",
                remedy: "Pass the folder of a weekly", file: root)
        }
        var proposals = SectionProposals()
        for file in site.listed
        where IssueFiles.isIssue(file.path) && (folder == "." || file.path.hasPrefix(folder + "/")) {
            if let text = site.text(file.path) { proposals.add(text) }
        }
        if let sections = proposals.settings {
            read.set("sections", sections, from: "the content below headings that repeat")
        }
        if !read.has("title") { read.set("title", "My Weekly", from: AdoptionReport.notFound) }
        if !read.has("url") { read.set("url", "https://weekly.example.org/", from: AdoptionReport.notFound) }
        return read
    }

    // MARK: Building

    private struct Built {
        var site: SiteBuild.Site
        /// The faults of the files that were left out.
        var refused: [String: String]
    }

    /// Builds the site; issues with faults are left out, and listed in the settings.
    private func build(_ settings: inout AdoptedSettings, of site: OldSite, into output: String) async throws -> Built {
        let location = PublicationLocation(root: root, state: output + ".state")
        var refused: [String: String] = [:]
        let plain = settings
        while true {
            var context = context
            context.files = site.files.adding(settings.text, at: location.settings)
            let place = PublishingPlace(folder: output, jobs: context.environment.processors)
            switch try await SiteBuild(location, context: context).build(into: place) {
            case .published(let site):
                guard site.issues > 0 else { throw noIssues(refused) }
                return Built(site: site, refused: refused)
            case .refused(let faults):
                let before = refused.count
                for fault in faults.all {
                    if let file = fault.file, site.isFile(file), refused[file] == nil { refused[file] = fault.summary }
                }
                guard refused.count > before else { throw faults }
                guard refused.count <= Self.mostRefused(of: site.listed.count) else { throw noIssues(refused) }
                settings = plain
                settings.set(
                    "held-back.issues", .texts(refused.keys.sorted()), from: "files that aren't issues, or have faults")
            }
        }
    }

    /// More faults than this mean that the folder isn't a weekly.
    private static func mostRefused(of count: Int) -> Int { max(10, count / 2) }

    private func noIssues(_ refused: [String: String]) -> Diagnostic {
        let reason = Dictionary(grouping: refused.values) { $0 }.max {
            ($0.value.count, $1.key) < ($1.value.count, $0.key)
        }
        return Diagnostic(
            "this isn't a weekly that can be read: \(refused.count.counted("file")) can't be issues"
                + (reason.map { ", mostly because \($0.key)" } ?? ""),
            remedy: "Pass the folder of a weekly", file: root)
    }
}

extension Files {
    /// These files with a text at a path where there is none yet.
    fileprivate func adding(_ text: String, at added: String) -> Files {
        var files = self
        let (read, status, realPath) = (read, status, realPath)
        let bytes = Array(text.utf8)
        files.read = { path throws(FileError) in path == added ? bytes : try read(path) }
        files.status = { $0 == added ? FileStatus(size: bytes.count, modified: 0, inode: 0) : status($0) }
        files.realPath = { path in realPath(path) }
        return files
    }
}

extension OldSite {
    /// Whether a path from the root is one of the site's files.
    fileprivate func isFile(_ path: String) -> Bool { listed.contains { $0.path == path } }
}

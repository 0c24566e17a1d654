package import Context
internal import Markdown
package import Newsletter
package import Settings
package import Text

/// Builds a publication's site: reads, makes the outputs, publishes.
package struct Builder: Sendable {
    package var context: Context
    package var location: PublicationLocation
    package var publisher: Publisher
    /// How many files are worked on at once.
    package var jobs: Int
    /// Changes with the program, so that a new version builds everything anew.
    package var program: Fingerprint
    package var liveReload: String?

    package init(
        context: Context, location: PublicationLocation, publisher: Publisher, jobs: Int, program: Fingerprint,
        liveReload: String? = nil
    ) {
        (self.context, self.location, self.publisher) = (context, location, publisher)
        (self.jobs, self.program, self.liveReload) = (jobs, program, liveReload)
    }

    /// What a build found and did.
    package struct Report: Sendable {
        package var publication: Publication
        package var issues: Int
        package var published: PublishReport
    }

    /// Builds once.
    ///
    /// - Parameter memory: of the last build in this process; the first one begins with what the state folder has.
    /// - Throws: ``Diagnostics`` with everything that is wrong; then nothing has been published.
    package func build(remembering memory: inout BuildCache) async throws -> Report {
        let started = context.clock.now()
        async let publish = publisher.open()
        let (publication, source) = try location.open(context.files)
        // What is outside the publication must not get into the site.
        let boundary = location.boundary(of: publication, context.files)
        try boundary.check(location.redirectsFile)
        let files = context.files.listing(inside: boundary)
        let basis = Fingerprint(.fingerprint(program), .fingerprint(source))
        let known = memory.summaries?.fits(basis) == true ? memory : BuildCache()
        var summaries = known.summaries ?? recalled(basis)
        let intake = IssueLoader(files: files, location: location, publication: publication, jobs: jobs)
        // What is wrong in one place does not hide what is wrong in another.
        var faults = Faults()
        let theme = try faults.gather {
            try Theme(
                overridesIn: location.path(publication.folders.theme), files: files, remembering: memory.theme)
        }
        let read = await intake.issues(remembering: &summaries, keeping: known.kept)
        let issues = try faults.gather { try read.get() }
        let pages = try faults.gather {
            try StandalonePage.all(in: publication.folders.pages, of: location, files: files)
        }
        guard let theme, let issues, let pages else { throw faults.error }

        let site = Site(
            publication: publication, issues: issues, pages: pages, theme: theme, location: location,
            files: files, draft: try newestDraft(publication, files), liveReload: liveReload, basis: basis,
            templates: memory.templateCache)
        let products = try await products(of: site)

        let published = try await publish(products)
        // Later builds of one process keep what they know to themselves; the next process reads what has changed since.
        if summaries.hasChanged, memory.summaries == nil { store(summaries, at: started) }
        summaries.wasTaken(at: started)
        (memory.summaries, memory.theme, memory.kept) = (summaries, theme, issues.kept)
        memory.templateCache = site.templates
        return Report(publication: publication, issues: issues.summaries.count, published: published)
    }

    /// The products of all outputs; two that want one address are a fault.
    private func products(of site: Site) async throws -> [Product] {
        let products = try await Window.map(allOutputs, jobs: jobs) { output in
            Result { try output.init().products(of: site) }
        }
        .flatMap { try $0.get() }
        var paths: Set<String> = []
        var folders: Set<Substring> = []
        for product in products {
            var above = product.path[...]
            while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")), folders.insert(above[..<slash]).inserted {
                above = above[..<slash]
            }
        }
        var faults: [Diagnostic] = []
        for product in products where !paths.insert(product.path).inserted || folders.contains(product.path[...]) {
            faults.append(
                Diagnostic(
                    "two pages have the path /\(product.path)", remedy: "Rename one of them, or change its path",
                    file: product.source))
        }
        for product in products where product.path.hasPrefix(Self.reservedPrefix) {
            faults.append(
                Diagnostic(
                    "file names that begin with '\(Self.reservedPrefix)' are kept for the program",
                    remedy: "Rename the file, or remove it if it came with a copy of a site", file: product.source))
        }
        for product in products where product.path.split(separator: "/").contains(where: { $0.lowercased() == ".git" })
        {
            faults.append(
                Diagnostic(
                    "a site can't contain '.git', which belongs to git",
                    remedy: "Rename the file or folder", file: product.source))
        }
        for product in products where product.path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
            faults.append(
                Diagnostic(
                    "a file name with a line break or another control character", remedy: "Rename the file",
                    file: product.source?.filter { !$0.isNewline }))
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return products
    }

    /// Of the manifest and of what else publishing needs in an output.
    private static let reservedPrefix = ".sennight-"

    /// The draft with the latest date; one that isn't an issue yet is not this command's concern.
    ///
    /// - Throws: ``FileError`` where the folder can't be listed or a draft can't be read.
    private func newestDraft(_ publication: Publication, _ files: Files) throws -> IssueHeader? {
        let folder = location.path(publication.folders.drafts)
        return try files.list(folder).filter {
            $0.path.hasSuffix(".md") && $0.status.size < IssueReader.largestFile
        }.compactMap { file in
            let path = "\(folder)/\(file.path)"
            let bytes = try files.read(path)
            // Without a complete header it isn't one.
            return try? HeaderReader.header(of: SourceText(bytes), file: path).0
        }.max { $0.date < $1.date }
    }

    /// Goes on after a fault and keeps it.
    private struct Faults {
        private var all: [Diagnostic] = []
        private var isUnreadable = false

        var error: any Error { isUnreadable ? UnreadableInput(faults: Diagnostics(all)) : Diagnostics(all) }

        mutating func gather<Value>(_ work: () throws -> Value) throws -> Value? {
            do {
                return try work()
            } catch let error as Diagnostics {
                all += error.all
            } catch let error as FileError {
                isUnreadable = true
                all.append(
                    Diagnostic(
                        error.remedy == nil ? "can't be read (\(error.reason))" : error.reason,
                        remedy: error.remedy ?? "Make it readable or move it away", file: error.path))
            }
            return nil
        }
    }

    // MARK: Memory between runs

    private var memoryPath: String { location.cache("issues", context.files) }

    private func recalled(_ basis: Fingerprint) -> IssueSummaryCache {
        context.files.removeTemporaries("\(location.state)/cache")
        // A cache that can't be read costs time only.
        guard let bytes = try? context.files.read(memoryPath) else { return IssueSummaryCache(basis: basis) }
        return IssueSummaryCache(bytes, basis: basis)
    }

    /// A memory that cannot be kept costs time, nothing else.
    private func store(_ summaries: IssueSummaryCache, at time: Int) {
        // A cache that can't be written costs time only.
        try? context.files.write(memoryPath, summaries.serialized(at: time))
    }
}

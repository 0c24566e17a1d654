internal import Archive
package import Context
internal import Markdown
package import Newsletter
internal import Search
package import Settings
package import Text

/// Builds a publication's site: reads the input, renders the files, and publishes them.
package struct Builder: Sendable {
    package var context: Context
    package var location: PublicationLocation
    package var publisher: Publisher
    /// How many files are processed at once.
    package var jobs: Int
    /// A fingerprint of the program, so that a new version rebuilds everything.
    package var program: Fingerprint
    package var liveReload: String?
    /// Checks settings that aren't about the site.
    private let validates: @Sendable (Publication) throws -> Void

    /// - Parameter validates: throws if settings that aren't about the site are wrong.
    package init(
        context: Context, location: PublicationLocation, publisher: Publisher, jobs: Int, program: Fingerprint,
        liveReload: String? = nil, validates: @escaping @Sendable (Publication) throws -> Void = { _ in }
    ) {
        self.context = context
        self.location = location
        self.publisher = publisher
        self.jobs = jobs
        self.program = program
        self.liveReload = liveReload
        self.validates = validates
    }

    /// The result of a build.
    package struct Report: Sendable {
        package var publication: Publication
        package var issues: Int
        package var heldBack: [HeldBackIssue]
        /// The published issues' files with the paths of their pages, without a leading slash.
        package var paths: [(file: String, path: String)]
        package var published: PublishReport
        package var site: Site
        /// What leads nowhere, which doesn't keep the site from being published.
        package var warnings: [Diagnostic]
    }

    /// Builds once.
    ///
    /// - Parameter memory: what the last build in this process kept; the first build reads it from the state folder.
    /// - Throws: ``Diagnostics`` with every problem found; then nothing has been published.
    package func build(remembering memory: inout BuildCache) async throws -> Report {
        let started = context.clock.now()
        async let publish = publisher.open()
        let reading = try await read(remembering: memory, at: started, isIndexed: true)
        let site = reading.site
        let products = try await products(of: site)
        let targets = DeadTargets(on: site, among: products)
        guard targets.images.isEmpty else { throw Diagnostics(targets.images) }

        let published = try await publish(products)
        var summaries = reading.summaries
        // Further builds of this process keep their cache in memory; the next process reads what has changed since.
        if summaries.hasChanged, memory.summaries == nil { store(summaries, at: started) }
        summaries.wasTaken(at: started)
        (memory.summaries, memory.theme, memory.kept) = (summaries, site.theme, site.issues.kept)
        memory.templateCache = site.templates
        memory.hasOldSearch = reading.hasOldSearch
        memory.search = site.search
        return Report(
            publication: site.publication, issues: site.issues.summaries.count, heldBack: site.issues.heldBack,
            paths: site.issues.summaries.filter { $0.legacyHTML == nil }.map { ($0.file, $0.path) },
            published: published, site: site, warnings: targets.links)
    }

    /// The site as it would be built, without a search index; nothing is written.
    ///
    /// - Throws: ``Diagnostics`` with every problem found.
    package func site() async throws -> Site {
        try await read(remembering: BuildCache(), at: context.clock.now(), isIndexed: false).site
    }

    /// The input of a build.
    private struct Reading {
        var site: Site
        var summaries: IssueSummaryCache
        /// Whether the search index is the one of the last build.
        var hasOldSearch: Bool
    }

    /// - Parameters:
    ///   - started: when the build began.
    ///   - isIndexed: whether to make a search index, if the publication has one.
    private func read(remembering memory: BuildCache, at started: Int, isIndexed: Bool) async throws -> Reading {
        let (publication, source) = try location.open(context.files)
        try validates(publication)
        // Files outside the publication must not get into the site.
        let boundary = location.boundary(of: publication, context.files)
        try boundary.check(location.redirectsFile)
        let files = context.files.listing(inside: boundary)
        let basis = Fingerprint(.fingerprint(program), .fingerprint(source))
        let known = memory.summaries?.fits(basis) == true ? memory : BuildCache()
        var summaries = known.summaries ?? recalled(basis)
        // While a person works on the site, the search index is the one of the last build.
        let search = liveReload == nil ? nil : known.search
        let intake = IssueLoader(
            files: files, location: location, publication: publication, jobs: jobs,
            isIndexed: isIndexed && publication.search && search == nil)
        // A problem in one file doesn't hide problems in others.
        var faults = Faults()
        let theme = try faults.gather {
            try Theme(
                overridesIn: location.path(publication.folders.theme), files: files, remembering: memory.theme)
        }
        let read = await intake.issues(remembering: &summaries, keeping: known.kept, now: started / 1_000_000_000)
        let loaded = try faults.gather { try read.get() }
        let pages = try faults.gather {
            try StandalonePage.all(
                in: publication.folders.pages, of: location, files: files, rules: publication.issueRules)
        }
        let navigation = try faults.gather {
            // If the pages can't be read, that is reported already.
            try pages.map { try NavigationLink.all(publication, pages: $0, location: location) } ?? []
        }
        let icon = try faults.gather { try SiteIcon.of(publication, location, files) }
        let corrections = try faults.gather { try Corrections(files, root: location.path) }
        guard let theme, let (issues, prepared) = loaded, let pages, let navigation, let icon, let corrections else {
            throw faults.error
        }
        let index =
            if isIndexed, search == nil {
                await searchIndex(publication, basis, files, of: prepared, at: started)
            } else {
                search
            }

        let site = Site(
            publication: publication, issues: issues, corrections: corrections, pages: pages, theme: theme,
            location: location,
            files: files, navigation: navigation, icon: icon, draft: try newestDraft(publication, files),
            liveReload: liveReload, basis: basis,
            templates: memory.templateCache, search: index)
        return Reading(site: site, summaries: summaries, hasOldSearch: search != nil)
    }

    /// The products of all outputs; it is an error if two have the same path.
    private func products(of site: Site) async throws -> [Product] {
        let products = StaticFiles.preferred(
            in: try await Window.map(allOutputs, jobs: jobs) { output in
                Result { try output.init().products(of: site) }
            }
            .flatMap { try $0.get() }, address: site.address)
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
                    "two pages have the path /\(product.path)", remedy: "Rename one of the pages, or change its path",
                    file: product.source))
        }
        for product in products where product.path.hasPrefix(Self.reservedPrefix) {
            faults.append(
                Diagnostic(
                    "file names that begin with '\(Self.reservedPrefix)' are reserved for Sennight",
                    remedy: "Rename the file, or remove it if it was copied from a built site", file: product.source))
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

    /// The prefix of the manifest and of other files that publishing needs in an output folder.
    private static let reservedPrefix = ".sennight-"

    /// The draft with the latest date; files that aren't issues yet are ignored.
    ///
    /// - Throws: ``FileError`` if the folder can't be listed or a draft can't be read.
    private func newestDraft(_ publication: Publication, _ files: Files) throws -> IssueHeader? {
        let folder = location.path(publication.folders.drafts)
        return try files.list(folder).filter {
            $0.path.hasSuffix(".md") && $0.status.size < IssueReader.largestFile
        }.compactMap { file in
            let path = "\(folder)/\(file.path)"
            let bytes = try files.read(path)
            // Without a complete header, it isn't an issue.
            return try? HeaderReader.header(of: SourceText(bytes), file: path, rules: publication.issueRules).0
        }.max { $0.date < $1.date }
    }

    /// Collects diagnostics, so that a build continues after one.
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
                        remedy: error.remedy ?? "Make the file readable, or move it to another folder", file: error.path
                    ))
            }
            return nil
        }
    }

    /// The search index.
    ///
    /// - Parameter time: before the prepared issues were read.
    /// - Returns: nil where there is to be none, or an issue can't be read, which is reported elsewhere.
    private func searchIndex(
        _ publication: Publication, _ basis: Fingerprint, _ files: Files, of prepared: [ArchiveReader.Prepared],
        at time: Int
    ) async -> SearchContainer? {
        guard publication.search else { return nil }
        let reader = ArchiveReader(
            files: files, publication: publication, root: location.path,
            cache: location.cache("archive", context.files), basis: basis, jobs: jobs)
        // What can't be read keeps the site from being built, with a message.
        guard let archive = try? await reader.read(now: time, prepared: prepared).index else { return nil }
        return await SearchCache(files: context.files, path: location.cache("search", context.files), basis: basis)
            .container(of: archive, address: SiteAddress(publication), language: publication.language, jobs: jobs)
    }

    // MARK: Cache between runs

    private var memoryPath: String { location.cache("issues", context.files) }

    private func recalled(_ basis: Fingerprint) -> IssueSummaryCache {
        context.files.removeTemporaries("\(location.state)/cache")
        // A cache that can't be read only costs time.
        guard let bytes = try? context.files.read(memoryPath) else { return IssueSummaryCache(basis: basis) }
        return IssueSummaryCache(bytes, basis: basis)
    }

    /// Writes the cache; if writing fails, the only effect is that the next build takes longer.
    private func store(_ summaries: IssueSummaryCache, at time: Int) {
        // A cache that can't be written only costs time.
        try? context.files.write(memoryPath, summaries.serialized(at: time))
    }
}

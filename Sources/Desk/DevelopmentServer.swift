internal import Build
package import Context
internal import Hummingbird
internal import Logging
internal import NIOCore
internal import Newsletter
internal import Newsroom
package import Settings
package import Text

/// A local preview server: it builds and serves the site, watches its files, rebuilds on changes, and reloads browsers.
package struct DevelopmentServer: Sendable {
    private let context: Context
    private let location: PublicationLocation
    private let port: Int
    private let jobs: Int
    private let program: Fingerprint
    private let hosts: [String]
    private let idleTimeout: Duration
    private let mail: @Sendable (_ issue: String) async throws -> MailPreview
    /// Prints messages.
    private let say: @Sendable (PrintableText) -> Void
    /// Prints the URL once the server accepts connections.
    private let announce: @Sendable (PrintableText) -> Void

    /// - Parameters:
    ///   - hosts: host names to accept besides those of this machine.
    ///   - mail: makes the mail of an issue.
    ///   - idleTimeout: how long a connection may take to send a request's head, and stay idle between requests.
    package init(
        context: Context, location: PublicationLocation, port: Int, jobs: Int, program: Fingerprint,
        hosts: [String] = [], idleTimeout: Duration = .seconds(30),
        mail: @escaping @Sendable (_ issue: String) async throws -> MailPreview,
        say: @escaping @Sendable (PrintableText) -> Void, announce: @escaping @Sendable (PrintableText) -> Void
    ) {
        self.context = context
        self.location = location
        self.port = port
        self.jobs = jobs
        self.program = program
        self.say = say
        self.announce = announce
        self.hosts = hosts
        self.idleTimeout = idleTimeout
        self.mail = mail
    }

    /// Serves until the task is cancelled.
    ///
    /// - Throws: the errors of the first build; later errors are only printed, and the last good site is served.
    package func run() async throws {
        let site = SiteCache(files: context.files, jobs: jobs)
        let reloads = ReloadBroadcaster()
        let builder = Builder(
            context: context, location: location, publisher: site.publisher, jobs: jobs, program: program,
            liveReload: Self.reloadScript)
        // Watching begins before reading, so that no change in between is missed.
        let changes = context.changes { self.watchedPaths() }
        var memory = BuildCache()
        let report = try await builder.build(remembering: &memory)
        let current = Latest(report.site)
        let base = report.site.address.base
        let policy = Latest(Self.policy(memory))
        let drafts = DraftsState(of: report.publication, in: location, context.files)
        say(
            "\(report.publication.title): \(report.issues.counted("issue")),"
                + " \(report.published.written.counted("file"))"
        )

        let application = Application(
            responder: GuardedResponder(
                inner: router(site: site, current, reloads: reloads).buildResponder(), hosts: AllowedHosts(hosts)
            ) { policy.value },
            server: .http1(configuration: .init(idleTimeout: TimeAmount(idleTimeout))),
            configuration: ApplicationConfiguration(address: .hostname("127.0.0.1", port: port), serverName: nil),
            onServerRunning: { [announce, say, drafts] channel in
                let root = "http://127.0.0.1:\(channel.localAddress?.port ?? 0)\(base)"
                announce("\(root)")
                if !drafts.isEmpty { say("The open draft is at \(root)\(DraftLink.folder)") }
            },
            logger: Logger(label: "sennight.serve") { _ in SwiftLogNoOpLogHandler() })
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await application.serve(on: port) }
            group.addTask { [memory, drafts] in
                var (memory, drafts) = (memory, drafts)
                for await _ in changes { await rebuild(builder, &memory, &drafts, current, reloads, policy) }
            }
            try await group.next()
            group.cancelAll()
        }
    }

    private func rebuild(
        _ builder: Builder, _ memory: inout BuildCache, _ drafts: inout DraftsState, _ current: Latest<Site>,
        _ reloads: ReloadBroadcaster, _ policy: Latest<ContentPolicy>
    ) async {
        let started = context.clock.now()
        // Drafts are read when they are requested.
        let newDrafts = DraftsState(of: current.value.publication, in: location, context.files)
        let isDraftChanged = newDrafts != drafts
        drafts = newDrafts
        do {
            let report = try await builder.build(remembering: &memory)
            current.value = report.site
            let published = report.published
            guard published.written + published.removed > 0 else {
                if isDraftChanged { reloads.ring() }
                return
            }
            policy.value = Self.policy(memory)
            reloads.ring()
            let milliseconds = (context.clock.now() - started) / 1_000_000
            say("\(published.written.counted("file")) written, \(published.removed) removed, in \(milliseconds) ms")
            guard memory.hasOldSearch else { return }
            // A reader of the changed page waits for no search index.
            memory.renewSearch()
            _ = try await builder.build(remembering: &memory)
        } catch {
            if isDraftChanged { reloads.ring() }
            say("\(error)\nThe last good version of the site is still served.")
        }
    }

    /// The settings file and all folders that a build reads; if the settings are invalid, the default folders.
    private func watchedPaths() -> [String] {
        // The build reports errors in the settings.
        let folders = (try? location.publication(context.files))?.folders ?? Publication.Folders()
        let names =
            [folders.issues, folders.drafts, folders.pages, folders.images, folders.static, folders.theme]
            + folders.copied
        return [location.settings, location.redirectsFile] + Set(names + ["corrections"]).sorted().map(location.path)
    }

    private static let reloadPath = "/sennight/reload"
    private static let reloadScript = "new EventSource(\"\(reloadPath)\").onmessage = () => location.reload();"

    private static func policy(_ memory: BuildCache) -> ContentPolicy {
        ContentPolicy(templates: memory.templateTexts, reloadScript: reloadScript)
    }

    private func router(
        site: SiteCache, _ current: Latest<Site>, reloads: ReloadBroadcaster
    ) -> Router<BasicRequestContext> {
        let responder = SiteResponder(site: site, base: current.value.address.base)
        let drafts = DraftResponder(preview: DraftPreview(location, context: context), site: current)
        let router = Router(options: .autoGenerateHeadEndpoints)
        router.get(RouterPath(Self.reloadPath)) { _, _ in
            Response(
                status: .ok, headers: [.contentType: "text/event-stream", .cacheControl: "no-store"],
                body: ResponseBody { writer in
                    // The first bytes tell the browser that it is connected.
                    try await writer.write(ByteBuffer(string: ": connected\n\n"))
                    for await _ in reloads.rings() { try await writer.write(ByteBuffer(string: "data: reload\n\n")) }
                    try await writer.finish(nil)
                })
        }
        MailResponder(mail: mail).add(to: router)
        router.get(RouterPath(DraftStyle.path)) { _, _ in DraftResponder.styleSheet }
        router.get("/") { request, _ in try responder.response(to: request.uri.path) }
        router.get("**") { request, _ in
            if let response = await drafts.response(to: request.uri.path) { return response }
            return try responder.response(to: request.uri.path)
        }
        return router
    }
}

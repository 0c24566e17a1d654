internal import Check
internal import Context
internal import Newsletter
internal import Settings

/// Requests the links of issues, except those whose answers are remembered in `cache/links`.
struct LinkRun {
    let session: DraftSession
    let context: CheckContext
    let choice: CheckRun.Choice
    let progress: @Sendable (_ done: Int, _ of: Int) -> Void

    struct Outcome {
        var findings: [Finding]
        var requested: Int
        var remembered: Int
    }

    /// - Returns: the answers; nil if no server could be reached at all.
    /// - Throws: if an environment variable's value isn't an endpoint.
    func outcome(of links: LinkCollection) async throws -> Outcome? {
        let http = try session.http(perHost: choice.connectionsPerHost)
        let path = session.location.cache("links", session.files)
        // A cache that can't be read only costs time.
        let remembered = (try? session.files.read(path)) ?? []
        let memory = LinkCache(
            remembered, now: session.now, hours: context.publication.checks.links.rememberedHours)
        let checker = LinkChecker(context, http: http, selected: choice.selected, ignored: choice.ignored)
        let report = await checker.report(
            on: links, memory: memory, perHost: choice.connectionsPerHost, progress: progress)
        if report.isOffline { return nil }
        // What can't be remembered is requested again next time; that is no reason to fail.
        try? session.files.write(path, report.memory.bytes)
        return Outcome(findings: report.findings, requested: report.requested, remembered: report.remembered)
    }
}

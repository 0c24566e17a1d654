internal import Check
internal import Context
internal import Live
internal import Newsletter
internal import Settings
internal import Text

/// Asks the links of issues for a command: with a bar on the terminal, and what is remembered in `cache/links`.
struct LinkRun {
    let location: PublicationLocation
    let surroundings: Surroundings
    let perHost: Int
    var selected: Set<String> = []
    var ignored: Set<String> = []

    /// - Returns: also what is to be said where nothing at all could be asked; there are no findings then.
    /// - Throws: a ``Diagnostic`` where the environment names what is no endpoint.
    func findings(
        in links: LinkCollection
    ) async throws(Diagnostic) -> (findings: [Finding], fault: Diagnostic?) {
        let http = try WebAccess.live(location, publication: surroundings.publication, perHost: perHost)
        let (files, path) = (Files.live, location.cache("links", .live))
        // A cache that can't be read costs time only.
        let remembered = (try? files.read(path)) ?? []
        let memory = LinkMemory(
            remembered, now: Context.live.clock.now() / 1_000_000_000,
            hours: surroundings.publication.checks.links.rememberedHours)
        let checker = LinkChecker(surroundings, http: http, selected: selected, ignored: ignored)
        let bar = ProgressBar("Links")
        let report = await checker.report(on: links, memory: memory, perHost: perHost) { bar.show($0, of: $1) }
        bar.clear()
        if report.isOffline {
            let fault = Diagnostic(
                "none of the links could be asked: no server answers",
                remedy: "Check the connection to the network, or leave --links out")
            return ([], fault)
        }
        // What cannot be remembered is asked again; that is no reason to fail.
        try? files.write(path, report.memory.bytes)
        let links = report.asked == 1 ? "link" : "links"
        Terminal.say("\(report.asked) \(links) asked, \(report.remembered) remembered.")
        return (report.findings, nil)
    }
}

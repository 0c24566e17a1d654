package import Context
internal import Newsletter
internal import Synchronization

/// Requests the links of issues, and checks the answers.
package struct LinkChecker: Sendable {
    private let checks: [any LinkCheck]
    private let context: CheckContext
    private let asker: LinkAsker

    /// - Parameters:
    ///   - selected: names of the only checks to run; if empty, all of them run.
    ///   - ignored: names of checks to skip.
    package init(
        _ context: CheckContext, http: HTTP, selected: Set<String> = [], ignored: Set<String> = []
    ) {
        self.context = context
        asker = LinkAsker(http: http)
        let off = context.settings.off
        checks = allLinkChecks.compactMap { type in
            let id = type.id
            guard selected.isEmpty || selected.contains(id), !ignored.contains(id) else { return nil }
            return off.contains(id) && !selected.contains(id) ? nil : type.init()
        }
    }

    /// The result of a run.
    package struct Report: Sendable {
        /// The findings, in the order of the documents and their texts.
        package var findings: [Finding] = []
        package var requested = 0
        /// The number of answers cached from an earlier run.
        package var remembered = 0
        /// Whether none of several hosts could be reached, which means that the network is down and not the hosts.
        package var isOffline: Bool { requested > 0 && requested == unreached && unreachedHosts.count > 2 }
        /// The number of links whose host wasn't found or refused the connection.
        fileprivate var unreached = 0
        fileprivate var unreachedHosts: Set<String> = []
        package var memory: LinkCache
    }

    /// Requests each link once, and drops its answer as soon as it is checked.
    ///
    /// - Parameters:
    ///   - links: the links to request.
    ///   - perHost: how many requests to one host run at once; `atOnce` is the total limit.
    ///   - progress: called with the number of finished links and their total.
    package func report(
        on links: LinkCollection, memory: LinkCache, perHost: Int = 2, atOnce: Int = 32,
        progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async -> Report {
        guard !checks.isEmpty else { return Report(memory: memory) }
        let total = LinkTotals(Report(memory: memory), of: links.links.count, progress)
        progress(0, links.links.count)
        let lines = HostLine.lines(of: links.links, perHost: perHost)
        await withTaskGroup(of: Void.self) { group in
            var next = 0
            func start() {
                guard next < lines.count else { return }
                let line = lines[next]
                next += 1
                group.addTask {
                    while !Task.isCancelled, let link = line.next() {
                        await ask(link, memory, total)
                    }
                }
            }
            for _ in 0..<max(atOnce, perHost, 1) { start() }
            while await group.next() != nil { start() }
        }
        var report = total.report
        let findings = Dictionary(grouping: report.findings, by: \.file)
        report.findings = links.sheets.flatMap { sheet in
            context.settled(findings[sheet.file] ?? [], silencedBy: sheet.suppressions)
        }
        return report
    }

    private func ask(_ link: AskedLink, _ memory: LinkCache, _ total: LinkTotals) async {
        let known = memory.answer(to: link)
        let answer: LinkAnswer
        if let known { answer = known } else { answer = await asker.answer(to: link) }
        guard !Task.isCancelled else { return }
        var findings: [Finding] = []
        for place in link.places {
            for check in checks {
                if let finding = check.finding(on: answer, at: place, context) { findings.append(finding) }
            }
        }
        total.note(findings, answer, to: link, isRemembered: known != nil)
    }
}

/// The results so far.
private final class LinkTotals: Sendable {
    private let state: Mutex<(report: LinkChecker.Report, done: Int)>
    private let count: Int
    private let progress: @Sendable (Int, Int) -> Void

    init(_ report: LinkChecker.Report, of count: Int, _ progress: @escaping @Sendable (Int, Int) -> Void) {
        state = Mutex((report, 0))
        self.count = count
        self.progress = progress
    }

    var report: LinkChecker.Report { state.withLock(\.report) }

    func note(_ findings: [Finding], _ answer: LinkAnswer, to link: AskedLink, isRemembered: Bool) {
        let done = state.withLock { state in
            state.done += 1
            state.report.findings += findings
            if isRemembered {
                state.report.remembered += 1
            } else {
                state.report.requested += 1
                if answer.isUnreached {
                    state.report.unreached += 1
                    state.report.unreachedHosts.insert(link.host)
                }
                state.report.memory.note(answer, to: link)
            }
            return state.done
        }
        progress(done, count)
    }
}

extension LinkAnswer {
    /// Whether no connection could be made.
    fileprivate var isUnreached: Bool {
        switch failure {
        case .unknownHost, .unreachable: true
        default: false
        }
    }
}

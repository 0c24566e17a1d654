internal import Context
package import Settings
internal import Text

/// Copies the site to a server by rsync over ssh, into a new folder below `releases`, and then replaces the link
/// `current`, so that readers see the old site or the new one. The web server serves `PATH/current`.
///
///     - target: rsync
///       host: deploy@www.example.org
///       path: /srv/www/weekly
package struct RsyncTarget: PublishTarget {
    package static let kind = "rsync"
    package static let role = TargetRole.deploy
    package static let summary = "a server, by rsync over ssh"
    package static let keys = SettingsMapping([
        Setting(
            "host", .text, "The server as for ssh: a host, a user and a host, or a name in ssh's configuration.",
            required: true, example: "deploy@www.example.org"),
        Setting(
            "path", .text, "The folder on the server that has `releases` and `current`.", required: true,
            example: "/srv/www/weekly"),
        Setting("port", .number(1...65_535), "The port of the ssh server.", example: 22),
        Setting(
            "identity", .text,
            "The file with the private key, absolute or from the publication's root; by default, as"
                + " ssh is configured.", example: "/run/secrets/deploy-key"),
        Setting(
            "known-hosts", .text,
            "The file with the server's public key, absolute or from the publication's root; by"
                + " default, as ssh is configured.", example: "deploy/known_hosts"),
    ])
    package let name: String
    private let host: String
    private let path: String
    private let port: Int?
    private let identity: String?
    private let knownHosts: String?

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        host = fields.text("host")
        path = fields.text("path")
        port = fields.optionalNumber("port")
        identity = fields.optionalText("identity")
        knownHosts = fields.optionalText("known-hosts")
        if !RemoteHost.isHost(host) {
            fields.report("host", "isn't a host", remedy: "Write it like deploy@www.example.org")
        }
        if !RemoteHost.isPath(path) {
            fields.report(
                "path", "isn't an absolute path of letters, digits, '/', '.', '-', '_' and '+'",
                remedy: "Write it like /srv/www/weekly")
        }
    }

    package var target: String { "\(host):\(path)" }
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        let change = "copy the site to \(target) and make it the current one"
        do throws(StepFault) {
            let state = try await remote(request).state()
            if state.isBlocked { return StepPreview(changes: [change], problems: ["\(blocked)"]) }
            return StepPreview(changes: [change + (state.current.map { ", instead of \($0)" } ?? "")])
        } catch {
            return StepPreview(changes: [change], problems: ["\(error)"])
        }
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        try await SiteContent(of: request).digest
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        let state = try await remote(request).state()
        if state.isBlocked { return .conflict(blocked.problem) }
        guard let current = state.current, state.record?.site == attempt.payload else { return .absent }
        return .present(StepResult("\(target) has the site already", facts: ["release": current]))
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let content = try await SiteContent(of: request, attempt)
        let remote = remote(request)
        let state = try await remote.state(creating: true)
        if state.isBlocked { throw blocked }
        let release = Release.name(attempt, content)
        let changed = try await remote.copy(request.site, to: release, linkingTo: state.current)
        let record = DeploymentRecord(
            content, remembering: content.hashedPaths, after: state.record, now: request.context.clock.seconds)
        try await remote.activate(release, record)
        return StepResult("\(changed.counted("file")) changed on \(target)", facts: ["release": release])
    }

    private var blocked: StepFault {
        StepFault(
            "\(path)/current on \(host) is a folder or a file instead of a link",
            remedy: "Move it away, or choose another 'path:' for the target '\(name)'")
    }

    private func remote(_ request: PublishRequest) -> RemoteHost {
        func local(_ path: String?) -> String? { path.map { $0.hasPrefix("/") ? $0 : "\(request.root)/\($0)" } }
        return RemoteHost(
            host: host, path: path, port: port, identity: local(identity), knownHosts: local(knownHosts),
            programs: request.context.programs)
    }
}

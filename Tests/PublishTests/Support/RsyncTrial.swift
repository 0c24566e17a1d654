import Context
import Live
import Synchronization
import TestKit
import Testing

@testable import Publish

/// A weekly that is deployed to a real ssh server on this machine.
struct RsyncTrial {
    let server: SSHServer
    let weekly: DeployedWeekly
    let target: any PublishTarget

    init(_ server: SSHServer, port: Int? = nil, knownHosts: String? = nil, path: String = "/srv") throws {
        self.server = server
        let remote = try ScratchFolder()
        self.remote = remote
        weekly = try DeployedWeekly(
            deploy:
                "    - { target: rsync, host: 127.0.0.1, port: \(port ?? server.port), path: \(remote.path(String(path.dropFirst()))),"
                + " identity: \(server.identity), known-hosts: \(knownHosts ?? server.knownHosts) }\n")
        target = try #require(weekly.targets.first)
    }

    let remote: ScratchFolder

    /// What the web server serves.
    var current: String { remote.path("srv/current") }

    func text(_ path: String) throws -> String { try remote.text("srv/current/\(path)") }

    func releases() throws -> [String] {
        Set(try remote.files(below: "srv/releases").map { String($0.prefix { $0 != "/" }) }).sorted()
    }

    /// A request whose programs are called by a closure.
    func request(
        _ run: @escaping @Sendable (ProgramCommand) async throws(ProgramError) -> ProgramOutput
    ) -> PublishRequest {
        var context = weekly.context
        context.programs = Programs(run: run)
        return weekly.request(context)
    }
}

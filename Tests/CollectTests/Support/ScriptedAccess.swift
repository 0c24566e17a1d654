import Context
import TestKit

@testable import Collect

/// What a source may do in a test: everything that isn't set is refused.
struct ScriptedAccess {
    var http: HTTP
    /// The time of the run, in seconds since 1970.
    var now: Int
    var secret: @Sendable (_ name: String) -> String? = { _ in nil }
    /// Receives a repository's path, and git's arguments for it.
    var git: @Sendable (_ repository: String, _ arguments: [String]) throws(CommandError) -> [UInt8] = {
        _, _ throws(CommandError) in throw CommandError("git isn't scripted")
    }
    var sign: @Sendable (_ message: [UInt8], _ key: String) throws(CommandError) -> [UInt8] = {
        _, _ throws(CommandError) in throw CommandError("signing isn't scripted")
    }
    /// Receives a path from the settings.
    var file: @Sendable (_ path: String) throws(FileError) -> [UInt8] = { path throws(FileError) in
        throw FileError(path: path, reason: "No such file or directory")
    }
    var pause: @Sendable (_ length: Duration) async -> Void = { _ in }

    init(http: HTTP = .none, now: Int = 0) {
        self.http = http
        self.now = now
    }

    var access: SourceAccess {
        let (now, secret, sign) = (now * 1_000_000_000, secret, sign)
        let files = Files(
            read: file, list: { _ in [] }, status: { _ in nil },
            write: { path, _ throws(FileError) in throw FileError(path: path, reason: "nothing is written here") })
        let context = Context(
            files: files, clock: Clock(now: { now }, sleep: pause), git: scriptedGit(git),
            secrets: Secrets { name throws(FileError) in secret(name) }, signer: Signer(sign: sign))
        return SourceAccess(context, http: http)
    }
}

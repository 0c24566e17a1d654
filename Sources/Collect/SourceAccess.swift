package import Context

/// What sources may do beyond computing.
package struct Outside: Sendable {
    package var http: HTTP
    /// Seconds since 1970.
    package var now: Int
    /// A token or key by the name that the settings give it; nil where nobody has set it.
    package var secret: @Sendable (_ name: String) -> String?
    /// Runs git on a repository, by its path from the settings, and returns what it prints.
    package var git: @Sendable (_ repository: String, _ arguments: [String]) async throws(CommandError) -> [UInt8]
    /// A file beside the settings.
    package var file: @Sendable (_ path: String) throws(FileError) -> [UInt8]
    /// Signs with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 7518, section 3.3); the key is in PEM.
    package var sign: @Sendable (_ message: [UInt8], _ key: String) throws(CommandError) -> [UInt8]
    /// Waits between two questions, where a service asks for that.
    package var pause: @Sendable (_ length: Duration) async -> Void

    package init(
        http: HTTP, now: Int, secret: @escaping @Sendable (_ name: String) -> String? = { _ in nil },
        git: @escaping @Sendable (_ repository: String, _ arguments: [String]) async throws(CommandError) -> [UInt8] = {
            _, _ throws(CommandError) in throw CommandError("git is not to be had here")
        },
        file: @escaping @Sendable (_ path: String) throws(FileError) -> [UInt8] = { path throws(FileError) in
            throw FileError(path: path, reason: "No such file or directory")
        },
        sign: @escaping @Sendable (_ message: [UInt8], _ key: String) throws(CommandError) -> [UInt8] = {
            _, _ throws(CommandError) in throw CommandError("signing is not to be had here")
        },
        pause: @escaping @Sendable (_ length: Duration) async -> Void = { length in
            // Whoever ends the task ends the wait.
            try? await Task.sleep(for: length)
        }
    ) {
        (self.http, self.now, self.secret) = (http, now, secret)
        (self.git, self.file, self.sign, self.pause) = (git, file, sign, pause)
    }
}

/// Why something outside could not be done: a sentence without full stop, without secrets.
package struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) {
        self.description = description
    }
}

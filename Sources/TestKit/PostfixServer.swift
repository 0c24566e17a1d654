internal import Foundation
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A real Postfix on a free port of 127.0.0.1, with folders of its own; it runs as long as this object exists.
///
/// It accepts mail for any recipient, and delivers it into Maildirs below ``mail``: for `reader…@example.test` into
/// ``readers``, for `bounces@example.test` and `bounces+…@example.test` into ``bounces``. Mail for everybody else is
/// returned to its sender by a report (RFC 3464): in `example.test` because the user is unknown, elsewhere because no
/// mail leaves this machine.
package final class PostfixServer: Sendable {
    package let port: Int
    package let folder: ScratchFolder
    private let program: RunningProgram

    /// Whether Postfix is installed, and may be started: it only runs as root.
    package static var isAvailable: Bool { program != nil && getuid() == 0 && postfixUser != nil }

    /// Why the tests with Postfix are skipped.
    package static let hint = "tests with Postfix need it to be installed, and run as root"

    /// Starts the server and waits until it listens.
    ///
    /// - Parameters:
    ///   - refused: reasons for which mail to a local part of `example.test` is returned, such as
    ///     `["full": "5.2.2 The mailbox is full"]`. With a code such as 4.2.2, the mail is deferred.
    ///   - discardsMail: whether mail to readers is thrown away, for tests with many messages.
    ///   - settings: additional parameters of `main.cf`.
    package init(
        refused: [String: String] = [:], discardsMail: Bool = false, settings: [String: String] = [:]
    ) throws {
        guard let path = Self.program, let user = Self.postfixUser, let owner = Self.user("nobody") else {
            throw Failure(description: Self.hint)
        }
        folder = try ScratchFolder()
        port = try Self.freePort()
        try PostfixFiles(folder: folder, port: port, owner: owner)
            .write(refused: refused, discardsMail: discardsMail, settings: settings)
        for name in ["queue", "data", "mail"] {
            try FileManager.default.createDirectory(
                atPath: folder.path(name), withIntermediateDirectories: true)
        }
        chown(folder.path("data"), user.pw_uid, user.pw_gid)
        chown(folder.path("mail"), owner.pw_uid, owner.pw_gid)
        program = try RunningProgram(Command(path, ["-c", folder.path("conf"), "start-fg"]))
        try waitUntilListening()
    }

    deinit { stop() }

    /// Where mail is delivered.
    package var mail: String { folder.path("mail") }
    package var readers: String { folder.path("mail/readers/new") }
    package var bounces: String { folder.path("mail/bounces/new") }
    /// The server's log (`maillog_file`).
    package var log: String { folder.path("maillog") }

    /// The messages of a Maildir's folder `new`, in no particular order.
    package func messages(in maildir: String) -> [String] {
        // Before the first delivery, there is no folder.
        ((try? FileManager.default.contentsOfDirectory(atPath: maildir)) ?? []).compactMap { name in
            // A file that was just removed isn't a message.
            (try? Data(contentsOf: URL(filePath: "\(maildir)/\(name)"))).map { String(decoding: $0, as: UTF8.self) }
        }
    }

    /// Waits until the log has at least this many lines that contain a text; returns false if the server is gone, or
    /// after ten minutes.
    package func waits(forLog text: String, times: Int = 1) -> Bool {
        Self.waits { [log] in
            // The file appears with the first line.
            let lines = (try? String(contentsOfFile: log, encoding: .utf8)) ?? ""
            return lines.split(separator: "\n").count { $0.contains(text) } >= times
        }
    }

    /// Waits until the messages of a folder are this many; returns false after ten minutes.
    package func waits(forMessages count: Int, in maildir: String) -> Bool {
        Self.waits {
            // Before the first delivery, there is no folder.
            ((try? FileManager.default.contentsOfDirectory(atPath: maildir)) ?? []).count >= count
        }
    }

    /// Ends the server with all its processes.
    package func stop() {
        // Without the file, it hasn't started or has ended.
        if let text = try? folder.text("queue/pid/master.pid"), let process = Int32(text.filter(\.isNumber)) {
            kill(process, SIGTERM)
            _ = Self.waits { kill(process, 0) != 0 }
        }
        program.stop()
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private func waitUntilListening() throws {
        let port = UInt16(port)
        let isListening = Self.waits {
            // Refused until it listens.
            (try? LoopbackConnection(port: port))?.waits(for: "220 ", milliseconds: 60_000) == true
        }
        guard isListening else {
            stop()
            // The log is missing if the server never got so far.
            throw Failure(
                description: "Postfix doesn't start: \(program.errors.text)\((try? folder.text("maillog")) ?? "")")
        }
    }

    /// Postfix says nothing to the one who waits, so the condition is examined again and again.
    private static func waits(seconds: Int = 600, until condition: () -> Bool) -> Bool {
        for _ in 0..<(seconds * 100) {
            if condition() { return true }
            usleep(10_000)
        }
        return condition()
    }

    private static let program = ["/usr/sbin/postfix", "/usr/local/sbin/postfix"].first {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    private static var postfixUser: passwd? { user("postfix") }

    private static func user(_ name: String) -> passwd? { getpwnam(name)?.pointee }

    /// Below the ports that the system gives to connections, so that none takes it before the server listens.
    static func freePort() throws -> Int {
        for _ in 0..<1000 {
            let port = Int.random(in: 20_000..<32_000)
            if LoopbackListener.isFree(port) { return port }
        }
        throw Failure(description: "no free port")
    }
}

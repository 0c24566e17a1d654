internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A real OpenSSH server on a free port of 127.0.0.1, for the user who runs the tests; it runs as long as this object
/// exists.
package final class SSHServer: Sendable {
    package let port: Int
    package let folder: ScratchFolder
    /// The file with the private key that may log in.
    package var identity: String { folder.path("key") }
    /// The file with the server's public key.
    package var knownHosts: String { folder.path("known_hosts") }
    private let program: RunningProgram

    /// Whether ssh, its server and rsync are installed.
    package static var isAvailable: Bool {
        path("sshd") != nil && path("ssh-keygen") != nil && path("ssh") != nil && path("rsync") != nil
    }

    /// Why the tests with a server are skipped.
    package static let hint = "tests with ssh need openssh-server and rsync to be installed"

    /// Starts the server and waits until it listens.
    package init() throws {
        guard let server = Self.path("sshd"), let keygen = Self.path("ssh-keygen") else {
            throw Failure(description: Self.hint)
        }
        folder = try ScratchFolder()
        port = try PostfixServer.freePort()
        // As root, the server needs this folder, which a system that starts it by itself makes at that time.
        if getuid() == 0 { mkdir("/run/sshd", 0o755) }
        // One key is enough: that of the server, and that of the user.
        let made = try CommandRun.of(
            Command(keygen, ["-q", "-t", "ed25519", "-N", "", "-C", "test", "-f", folder.path("key")]))
        guard made.status == 0 else { throw Failure(description: "no key: \(made.errors)") }
        let key = try folder.text("key.pub")
        try folder.write("authorized_keys", key)
        try folder.write("known_hosts", "[127.0.0.1]:\(port) \(key)")
        try folder.write(
            "config",
            """
            Port \(port)
            ListenAddress 127.0.0.1
            HostKey \(folder.path("key"))
            AuthorizedKeysFile \(folder.path("authorized_keys"))
            PasswordAuthentication no
            KbdInteractiveAuthentication no
            PermitRootLogin prohibit-password
            UsePAM no
            StrictModes no
            PidFile none
            MaxStartups 100

            """)
        program = try RunningProgram(Command(server, ["-D", "-e", "-f", folder.path("config")]))
        try waitUntilListening()
    }

    deinit { program.stop() }

    /// Ends the server; open connections last until their programs end.
    package func stop() { program.stop() }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    private func waitUntilListening() throws {
        for _ in 0..<6_000 {
            // Refused until it listens.
            if (try? LoopbackConnection(port: UInt16(port)))?.waits(for: "SSH-2.0", milliseconds: 60_000) == true {
                return
            }
            usleep(10_000)
        }
        program.stop()
        throw Failure(description: "sshd doesn't start: \(program.errors.text)")
    }

    private static func path(_ name: String) -> String? {
        ["/usr/sbin/\(name)", "/usr/bin/\(name)", "/usr/local/sbin/\(name)", "/usr/local/bin/\(name)"]
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }
}

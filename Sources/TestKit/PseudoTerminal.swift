#if os(Linux)
    internal import CSystemCalls
    internal import Foundation
    internal import Synchronization

    #if canImport(Glibc)
        internal import Glibc
    #else
        internal import Musl
    #endif

    /// A terminal with a shell in it, as a person would use: with job control, 80 by 24.
    package final class PseudoTerminal: Sendable {
        package struct Failure: Error {
            package let code: Int32
        }

        /// The person's end of the terminal.
        private let descriptor: Int32
        private let shell: pid_t
        private let unread = Mutex("")

        /// Starts `bash` in a folder and waits for its prompt.
        package init(in folder: String, environment: [String: String] = [:]) throws {
            descriptor = posix_openpt(O_RDWR | O_NOCTTY)
            guard descriptor >= 0, grantpt(descriptor) == 0, unlockpt(descriptor) == 0, let name = ptsname(descriptor)
            else { throw Failure(code: errno) }
            var size = winsize(ws_row: 24, ws_col: 80, ws_xpixel: 0, ws_ypixel: 0)
            _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
            var own = ProcessInfo.processInfo.environment
            own.merge(["TERM": "xterm", "PS1": "READY> ", "HOME": folder, "LLVM_PROFILE_FILE": "/dev/null"]) { _, new in
                new
            }
            for variable in ["VISUAL", "EDITOR", "GITHUB_ACTIONS", "PROMPT_COMMAND"] { own[variable] = nil }
            own.merge(environment) { _, new in new }
            ProcessLog.add(["bash"])
            shell = try Self.spawn(
                ["/bin/sh", "-c", "cd \"$0\" && exec bash --noprofile --norc -i", folder], own, String(cString: name))
            guard waits(for: "READY> ") else { throw Failure(code: ETIMEDOUT) }
        }

        deinit {
            // The hang-up ends the jobs, including stopped ones.
            for process in processes { kill(process.id, SIGKILL) }
            close(descriptor)
            var status: Int32 = 0
            waitpid(shell, &status, 0)
        }

        /// Types keys: `\r` is Return, `\u{3}` Ctrl-C, `\u{1A}` Ctrl-Z, `\u{1B}` Escape.
        package func type(_ keys: String) throws {
            let bytes = Array(keys.utf8)
            if bytes.isEmpty { return }
            guard write(descriptor, bytes, bytes.count) == bytes.count else { throw Failure(code: errno) }
        }

        /// Waits until a text appears after what was waited for before; returns false on a timeout.
        ///
        /// - Parameter milliseconds: the limit between two pieces of output.
        package func waits(for text: String, milliseconds: Int32 = 600_000) -> Bool {
            unread.withLock { unread in
                while true {
                    if let range = unread.firstRange(of: text) {
                        unread = String(unread[range.upperBound...])
                        return true
                    }
                    var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
                    var buffer = [UInt8](repeating: 0, count: 65_536)
                    let count = read(descriptor, &buffer, buffer.count)
                    guard count > 0 else { return false }
                    unread += String(decoding: buffer[..<count], as: UTF8.self)
                }
            }
        }

        /// The output that hasn't been waited for.
        package var rest: String { unread.withLock(\.self) }

        /// The programs in the terminal, each with the letter of its state: `T` is stopped (proc(5), `/proc/pid/stat`).
        package var processes: [(id: Int32, name: String, state: String)] {
            let ids = (try? FileManager.default.contentsOfDirectory(atPath: "/proc"))?.compactMap { pid_t($0) } ?? []
            return ids.compactMap { id in
                guard let text = try? String(contentsOfFile: "/proc/\(id)/stat", encoding: .utf8),
                    let open = text.firstIndex(of: "("), let close = text.lastIndex(of: ")")
                else { return nil }
                let fields = text[text.index(after: close)...].split(separator: " ")
                guard fields.count > 3, fields[3] == "\(shell)" else { return nil }
                return (id, String(text[text.index(after: open)..<close]), String(fields[0]))
            }
        }

        /// Waits until there are programs besides the shell, all of them stopped; returns false on a timeout.
        ///
        /// The shell prints its prompt as soon as its own child is stopped, when the signal may not have reached that
        /// child's children yet. No event announces that it has, so their states are read again and again.
        package func waitsForStop() -> Bool {
            let clock = ContinuousClock()
            let end = clock.now + .seconds(60)
            while clock.now < end {
                let jobs = processes.filter { $0.id != shell }
                if !jobs.isEmpty, jobs.allSatisfy({ $0.state == "T" }) { return true }
                usleep(10_000)
            }
            return false
        }

        private static func spawn(
            _ arguments: [String], _ environment: [String: String], _ terminal: String
        ) throws -> pid_t {
            var (attributes, actions) = (posix_spawnattr_t(), posix_spawn_file_actions_t())
            posix_spawnattr_init(&attributes)
            posix_spawn_file_actions_init(&actions)
            defer {
                posix_spawnattr_destroy(&attributes)
                posix_spawn_file_actions_destroy(&actions)
            }
            // POSIX_SPAWN_SETSID: the first terminal that the leader of a session opens is its own.
            posix_spawnattr_setflags(&attributes, 0x80)
            posix_spawn_file_actions_addopen(&actions, 0, terminal, O_RDWR, 0)
            posix_spawn_file_actions_adddup2(&actions, 0, 1)
            posix_spawn_file_actions_adddup2(&actions, 0, 2)
            var words = arguments.map { strdup($0) } + [nil]
            var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
            defer { for text in words + variables { free(text) } }
            var child: pid_t = 0
            let code = posix_spawn(&child, arguments[0], &actions, &attributes, &words, &variables)
            guard code == 0 else { throw Failure(code: code) }
            return child
        }
    }
#endif

internal import Foundation

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Runs a program in the terminal while this one waits, such as a text editor.
///
/// The program stays in this program's process group, because the terminal would stop a program in a group of its own
/// at its first read (termios(3), "SIGTTIN"). So both programs receive the terminal's signals. SIGINT and SIGQUIT are
/// meant for the program in the foreground and are ignored here, as in system(3); SIGTSTP stops both, and SIGCONT
/// resumes both.
package enum ForegroundProgram {
    package enum End: Hashable, Sendable {
        case exited(Int32)
        case killed(signal: Int32)
    }

    /// The system's reason why a program couldn't be started.
    package struct StartError: Error, CustomStringConvertible {
        package let description: String

        fileprivate init(_ code: Int32) {
            description = String(cString: strerror(code))
        }
    }

    /// Runs a program and waits until it ends.
    ///
    /// - Parameters:
    ///   - name: the program; without a slash, it is looked up on the path.
    ///   - arguments: the arguments after the name.
    package static func run(_ name: String, _ arguments: [String]) throws(StartError) -> End {
        let ignored = [SIGINT, SIGQUIT]
        let before = ignored.map { signal($0, SIG_IGN) }
        defer { for (number, action) in zip(ignored, before) { signal(number, action) } }
        return wait(for: try spawn([name] + arguments))
    }

    private static func wait(for child: pid_t) -> End {
        while true {
            var (report, status) = (siginfo_t(), Int32(0))
            guard waitid(P_PID, id_t(child), &report, WEXITED | WSTOPPED | WNOWAIT) == 0 || errno == EINTR else {
                return .exited(127)
            }
            // If the whole group is stopped, this program may stop a moment after the child. It is then resumed
            // together with the child; only a program that stopped alone is still stopped.
            if report.si_code == CLD_STOPPED { waitAwake() }
            guard waitpid(child, &status, WUNTRACED | WNOHANG) == child else { continue }
            // The macros of <sys/wait.h> aren't visible in Swift.
            let signal = status & 0x7F
            if signal == 0 { return .exited(status >> 8 & 0xFF) }
            guard signal == 0x7F else { return .killed(signal: signal) }
            stopGroup()
            kill(child, SIGCONT)
        }
    }

    /// Waits until this program hasn't been stopped for a tenth of a second.
    private static func waitAwake() {
        let clock = ContinuousClock()
        var start: ContinuousClock.Instant
        repeat {
            start = clock.now
            usleep(100_000)
        } while start.duration(to: clock.now) > .milliseconds(300)
    }

    /// Stops the process group, and returns when it has been resumed, or at once if nobody can resume it (an orphaned
    /// group, setpgid(2)).
    private static func stopGroup() {
        kill(0, SIGTSTP)
        // Another thread may receive the signal a moment later.
        usleep(500_000)
    }

    private static func spawn(_ arguments: [String]) throws(StartError) -> pid_t {
        #if canImport(Darwin)
            var attributes: posix_spawnattr_t?
        #else
            var attributes = posix_spawnattr_t()
        #endif
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var (defaults, mask) = (sigset_t(), sigset_t())
        sigemptyset(&defaults)
        for number in [SIGINT, SIGQUIT, SIGPIPE] { sigaddset(&defaults, number) }
        sigemptyset(&mask)
        posix_spawnattr_setsigdefault(&attributes, &defaults)
        posix_spawnattr_setsigmask(&attributes, &mask)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        var words = arguments.map { strdup($0) } + [nil]
        var environment = ProcessInfo.processInfo.environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for text in words + environment { free(text) } }
        var child: pid_t = 0
        let code = posix_spawnp(&child, arguments[0], nil, &attributes, &words, &environment)
        guard code == 0 else { throw StartError(code) }
        return child
    }
}

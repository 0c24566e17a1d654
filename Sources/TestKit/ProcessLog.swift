internal import Foundation
internal import Testing

/// The processes that tests start, one line each, in the file that `SENNIGHT_TEST_PROCESSES` names.
///
/// `scripts/test` counts the lines.
enum ProcessLog {
    /// - Parameter command: the program and its arguments.
    static func add(_ command: [String]) {
        guard let path = ProcessInfo.processInfo.environment["SENNIGHT_TEST_PROCESSES"] else { return }
        let words = [Test.current.map { "\($0.id)" } ?? "no test"] + command
        let line = words.map { $0.prefix { !$0.isNewline } }.joined(separator: " ") + "\n"
        let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return }
        let bytes = Array(line.utf8)
        // A single call, so that lines of several tests aren't interleaved (write(2), O_APPEND).
        _ = write(descriptor, bytes, bytes.count)
        close(descriptor)
    }
}

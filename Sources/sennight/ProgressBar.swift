internal import Newsletter
internal import Synchronization
internal import Text

/// The progress of long work, on one line of the terminal; shows nothing if stderr isn't a terminal.
final class ProgressBar: Sendable {
    private let label: String
    private let isShown: Bool
    private let shown = Mutex<PrintableText>("")

    init(_ label: String) {
        self.label = label
        isShown = Terminal.isWatched
    }

    /// Runs some work with a bar, and clears the line when the work ends, even if it throws.
    static func showing<Result>(_ label: String, _ work: (ProgressBar) async throws -> Result) async rethrows -> Result
    {
        let bar = ProgressBar(label)
        defer { bar.clear() }
        return try await work(bar)
    }

    /// Redraws the bar, unless it would look the same.
    ///
    /// - Parameter note: what follows the bar, such as the rate.
    func show(_ done: Int, of count: Int, note: String = "") {
        guard isShown, count > 0 else { return }
        let bar = Self.text(label, done, of: count)
        let text: PrintableText = note.isEmpty ? bar : "\(bar), \(note)\u{1B}[K"
        shown.withLock { shown in
            guard shown != text else { return }
            shown = text
            Terminal.say(text, endsLine: false)
        }
    }

    /// Clears the line.
    func clear() {
        guard isShown else { return }
        shown.withLock { shown in
            if shown != "" { Terminal.say("\r\u{1B}[K", endsLine: false) }
            shown = ""
        }
    }

    /// The text of the bar: `Links ████████░░░░░░░░ 50 % (100 of 200)`.
    static func text(_ label: String, _ done: Int, of count: Int) -> PrintableText {
        let filled = done * width / count
        let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
        // Whole per cents only, so that ten thousand steps don't cause ten thousand redraws.
        let percent = done * 100 / count
        let counts = count < 1000 || done == count ? " (\(done) of \(count))" : ""
        return "\r\(label) \(bar) \(percent) %\(counts)"
    }

    private static let width = 24
}

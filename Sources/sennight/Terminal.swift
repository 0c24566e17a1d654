internal import Context
internal import Newsletter
internal import Text

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Writes results to stdout and messages to stderr, and decides whether they are coloured.
///
/// No other code writes to these streams, and only text that is safe to print is accepted.
enum Terminal {
    /// The streams: those of this process, unless a test sets its own.
    @TaskLocal static var streams = Streams.process

    /// Makes the program exit quietly if the reader of a pipe closes it, as `head` does.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_DFL)
    }

    /// Prints a message: progress, hints, errors.
    ///
    /// - Parameter endsLine: whether the next message starts a new line.
    static func say(_ text: PrintableText, endsLine: Bool = true) {
        write(bytes(text, endsLine: endsLine), to: .messages)
    }

    /// Prints a result.
    ///
    /// - Parameter hasCommands: whether its lines may contain commands for a build log.
    static func print(_ text: PrintableText, endsLine: Bool = true, hasCommands: Bool = false) {
        printResult(bytes(text, endsLine: endsLine, hasCommands: hasCommands))
    }

    /// Prints a file's content; to a file or another program, byte for byte.
    static func print(content bytes: [UInt8]) {
        guard streams.isTerminal(.results) else { return printResult(bytes) }
        print("\(lines: String(decoding: bytes, as: UTF8.self))", endsLine: false)
    }

    private static func bytes(_ text: PrintableText, endsLine: Bool, hasCommands: Bool = false) -> [UInt8] {
        let text = !hasCommands && BuildLog.isWritten(streams.variable) ? BuildLog.escaped(text.text) : text.text
        return Array((endsLine ? text + "\n" : text).utf8)
    }

    /// Ends the program if the result can't be written completely, as on a full disk: a partial result must not look
    /// like a complete one.
    private static func printResult(_ bytes: [UInt8]) {
        if let reason = write(bytes, to: .results) {
            say(
                "error: the result could not be written completely (\(reason)). Free some"
                    + " disk space and run the command again."
            )
            exit(2)
        }
    }

    /// Whether stderr is a terminal.
    static var isWatched: Bool { streams.isTerminal(.messages) }

    static func report(_ findings: Diagnostics, color choice: ColorChoice) {
        let color = choice.isWanted(on: .messages)
        for finding in findings.all { say(finding.printed(isColored: color)) }
        say(
            findings.all.count == 1
                ? "1 error; nothing was changed." : "\(findings.all.count) errors; nothing was changed.")
    }

    /// Whether to use colour: determined by `NO_COLOR` and `CLICOLOR_FORCE` (no-color.org, bixense.com/clicolors), and
    /// otherwise by whether stderr is a terminal.
    static func usesColor(_ stream: Streams.Stream) -> Bool {
        if let flag = streams.variable("NO_COLOR"), !flag.isEmpty { return false }
        if let flag = streams.variable("CLICOLOR_FORCE"), !flag.isEmpty, !flag.hasPrefix("0") { return true }
        return streams.isTerminal(stream)
    }

    /// - Returns: the reason if some bytes couldn't be written; nil on success.
    @discardableResult
    private static func write(_ bytes: [UInt8], to stream: Streams.Stream) -> String? {
        streams.write(streams.redactor.redacted(bytes), stream)
    }
}

extension ColorChoice {
    func isWanted(on stream: Streams.Stream) -> Bool {
        self == .always || self == .auto && Terminal.usesColor(stream)
    }
}

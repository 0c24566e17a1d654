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

/// Results on stdout, messages on stderr, colour only where it is wanted.
///
/// The only place that writes to either, and it takes only text that is safe to print.
enum Terminal {
    /// Where it is all written: to this process's streams, unless a test gives its own.
    @TaskLocal static var streams = Streams.process

    /// A reader that goes away, as `head` does, ends the program quietly.
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
    /// - Parameter hasCommands: whether its lines are meant as commands to a build log.
    static func print(_ text: PrintableText, endsLine: Bool = true, hasCommands: Bool = false) {
        printResult(bytes(text, endsLine: endsLine, hasCommands: hasCommands))
    }

    /// Prints a file's content, byte for byte where it goes into a file or another program.
    static func print(content bytes: [UInt8]) {
        guard streams.isTerminal(.results) else { return printResult(bytes) }
        print("\(lines: String(decoding: bytes, as: UTF8.self))", endsLine: false)
    }

    private static func bytes(_ text: PrintableText, endsLine: Bool, hasCommands: Bool = false) -> [UInt8] {
        let text = !hasCommands && BuildLog.isWritten(streams.variable) ? BuildLog.escaped(text.text) : text.text
        return Array((endsLine ? text + "\n" : text).utf8)
    }

    /// Ends the program where the result can't be written whole, as on a full disk: nobody must take it for whole.
    private static func printResult(_ bytes: [UInt8]) {
        if let reason = write(bytes, to: .results) {
            say("error: the result could not be written completely (\(reason)). Make room and run the command again.")
            exit(2)
        }
    }

    /// Whether a person watches the messages.
    static var isWatched: Bool { streams.isTerminal(.messages) }

    static func report(_ findings: Diagnostics, color choice: ColorChoice) {
        let color = choice.isWanted(on: .messages)
        for finding in findings.all { say(finding.printed(isColored: color)) }
        say(
            findings.all.count == 1
                ? "1 error; nothing was changed." : "\(findings.all.count) errors; nothing was changed.")
    }

    /// By `NO_COLOR` and `CLICOLOR_FORCE` (no-color.org, bixense.com/clicolors), else whether somebody watches.
    static func usesColor(_ stream: Streams.Stream) -> Bool {
        if let flag = streams.variable("NO_COLOR"), !flag.isEmpty { return false }
        if let flag = streams.variable("CLICOLOR_FORCE"), !flag.isEmpty, !flag.hasPrefix("0") { return true }
        return streams.isTerminal(stream)
    }

    /// - Returns: why not all of it was written.
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

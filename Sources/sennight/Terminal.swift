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
    /// A reader that goes away, as `head` does, ends the program quietly.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_DFL)
    }

    /// Prints a message: progress, hints, errors.
    ///
    /// - Parameter endsLine: whether the next message starts a new line.
    static func say(_ text: PrintableText, endsLine: Bool = true) {
        write(bytes(text, endsLine: endsLine), to: STDERR_FILENO)
    }

    /// Prints a result.
    ///
    /// - Parameter hasCommands: whether its lines are meant as commands to a build log.
    static func print(_ text: PrintableText, endsLine: Bool = true, hasCommands: Bool = false) {
        printResult(bytes(text, endsLine: endsLine, hasCommands: hasCommands))
    }

    /// Prints a file's content, byte for byte where it goes into a file or another program.
    static func print(content bytes: [UInt8]) {
        guard isatty(STDOUT_FILENO) != 0 else { return printResult(bytes) }
        print("\(lines: String(decoding: bytes, as: UTF8.self))", endsLine: false)
    }

    private static func bytes(_ text: PrintableText, endsLine: Bool, hasCommands: Bool = false) -> [UInt8] {
        let text = BuildLog.isWritten && !hasCommands ? BuildLog.escaped(text.text) : text.text
        return Array((endsLine ? text + "\n" : text).utf8)
    }

    /// Ends the program where the result can't be written whole, as on a full disk: nobody must take it for whole.
    private static func printResult(_ bytes: [UInt8]) {
        if let reason = write(bytes, to: STDOUT_FILENO) {
            say("error: the result was not written whole (\(reason)). Make room, and give the command once more.")
            exit(2)
        }
    }

    /// Whether a person looks at the talk.
    static var isWatched: Bool { isatty(STDERR_FILENO) != 0 }

    static func report(_ findings: Diagnostics, color choice: ColorChoice) {
        let color = choice.isWanted(on: STDERR_FILENO)
        for finding in findings.all { say(finding.printed(isColored: color)) }
        say(
            findings.all.count == 1
                ? "1 error; nothing was changed." : "\(findings.all.count) errors; nothing was changed.")
    }

    /// By `NO_COLOR` and `CLICOLOR_FORCE` (no-color.org, bixense.com/clicolors), else whether somebody looks.
    static func usesColor(_ descriptor: Int32) -> Bool {
        if let flag = getenv("NO_COLOR"), flag[0] != 0 { return false }
        if let flag = getenv("CLICOLOR_FORCE"), flag[0] != 0, flag[0] != 0x30 { return true }
        return isatty(descriptor) != 0
    }

    /// - Returns: why not all of it was written.
    @discardableResult
    private static func write(_ bytes: [UInt8], to descriptor: Int32) -> String? {
        let bytes = Redactor.process.redacted(bytes)
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                #if canImport(Darwin)
                    Darwin.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #elseif canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #else
                    Musl.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #endif
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return String(cString: strerror(errno)).lowercased() }
            offset += count
        }
        return nil
    }
}

extension ColorChoice {
    /// - Parameter descriptor: 1 for the result, 2 for talk.
    func isWanted(on descriptor: Int32) -> Bool {
        self == .always || self == .auto && Terminal.usesColor(descriptor)
    }
}

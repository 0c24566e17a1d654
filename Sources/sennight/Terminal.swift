internal import Context
internal import Newsletter

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The person's end of the program: results on stdout, talk on stderr, colour only where it is wanted.
enum Terminal {
    /// A reader that goes away, as `head` does, ends the program quietly.
    static func ignoreBrokenPipes() {
        signal(SIGPIPE, SIG_DFL)
    }

    /// Talk: progress, hints, faults.
    ///
    /// - Parameter endsLine: whether the next words stand below.
    static func say(_ text: String, endsLine: Bool = true) {
        write(Array((endsLine ? text + "\n" : text).utf8), to: STDERR_FILENO)
    }

    /// The result. Where it cannot be written whole, as on a full disk, the program ends: nobody must take it for whole.
    static func print(_ bytes: [UInt8]) {
        if let reason = write(bytes, to: STDOUT_FILENO) {
            say("error: the result was not written whole (\(reason)). Make room, and give the command once more.")
            exit(2)
        }
    }

    static func print(_ text: String) {
        print(Array((text + "\n").utf8))
    }

    /// Whether a person looks at the talk.
    static var isWatched: Bool { isatty(STDERR_FILENO) != 0 }

    static func report(_ findings: Diagnostics, color choice: ColorChoice) {
        let color = choice.isWanted(on: STDERR_FILENO)
        for finding in findings.all {
            let text = finding.description
            guard color, let range = text.firstRange(of: "\(finding.severity.rawValue):") else {
                say(text)
                continue
            }
            say(text[..<range.lowerBound] + "\u{1B}[1;31m" + text[range] + "\u{1B}[0m" + text[range.upperBound...])
        }
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

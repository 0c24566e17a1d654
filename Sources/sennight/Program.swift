internal import Context
internal import Text

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Facts about the program itself.
enum Program {
    static let version = "0.1.0"

    /// The arguments that the user typed after the program's name.
    static var words: [String] { Array(CommandLine.arguments.dropFirst()) }

    /// A fingerprint that changes with every build of the program, so that what an older program made is made again.
    ///
    /// - Parameter code: the fingerprint of the loaded code, if known.
    static func fingerprint(_ files: Files, code: Fingerprint?) -> Fingerprint {
        let code = code ?? Fingerprint(.text(version))
        guard let status = files.status("/proc/self/exe") ?? files.status(CommandLine.arguments[0]) else {
            return Fingerprint(.text(version), .fingerprint(code))
        }
        return Fingerprint(
            .text(version), .number(status.size), .number(status.modified), .fingerprint(code))
    }

    static func exit(withStatus status: Int32) -> Never {
        #if canImport(Darwin)
            Darwin.exit(status)
        #elseif canImport(Glibc)
            Glibc.exit(status)
        #else
            Musl.exit(status)
        #endif
    }

    static var processorCount: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

    static var processNumber: Int { Int(getpid()) }

    /// The machine's name; empty if the system doesn't know it.
    static var hostName: String {
        var name = [CChar](repeating: 0, count: 256)
        guard gethostname(&name, name.count - 1) == 0 else { return "" }
        return String(decoding: name.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}

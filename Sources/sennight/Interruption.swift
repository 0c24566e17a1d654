internal import Dispatch

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Lets a command end cleanly when a person presses Ctrl-C, or the system ends the program.
final class Interruption {
    private let sources: [any DispatchSourceSignal]

    /// - Parameter act: called for each signal, on another thread.
    init(_ act: @escaping @Sendable () -> Void) {
        sources = [SIGINT, SIGTERM].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { act() }
            source.activate()
            return source
        }
    }

    /// Restores what signals do otherwise.
    func end() {
        for source in sources { source.cancel() }
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}

internal import Hummingbird
internal import NIOCore
internal import Newsletter

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension Application {
    /// Serves until the task is cancelled.
    ///
    /// - Throws: a ``Diagnostic`` if the program can't listen on the port.
    func serve(on port: Int) async throws {
        do {
            try await runService(gracefulShutdownSignals: [])
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw Diagnostic(
                "another program uses port \(port)", remedy: "Stop it, or pass another port with --port")
        } catch let error as IOError where error.errnoCode == EACCES {
            throw Diagnostic(
                "this user may not listen on port \(port)", remedy: "Pass a port above 1023 with --port")
        } catch let error as IOError where error.errnoCode == EADDRNOTAVAIL {
            throw Diagnostic(
                "this machine doesn't have the address to listen on", remedy: "Pass one of its own with --host")
        }
    }
}

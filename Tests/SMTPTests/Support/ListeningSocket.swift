import TestKit

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A socket on a free port, whose one connection the test serves itself.
final class ListeningSocket: Sendable {
    let port: Int
    private let descriptor: Int32

    init() throws { (descriptor, port) = try LoopbackListener.open(version6: false) }

    deinit { close(descriptor) }

    func accept() throws -> Served {
        #if canImport(Glibc)
            let connection = Glibc.accept(descriptor, nil, nil)
        #elseif canImport(Musl)
            let connection = Musl.accept(descriptor, nil, nil)
        #else
            let connection = Darwin.accept(descriptor, nil, nil)
        #endif
        guard connection >= 0 else { throw LoopbackListener.Failure(code: errno) }
        return Served(descriptor: connection)
    }

    struct Served: Sendable {
        let descriptor: Int32

        func say(_ text: String) { _ = write(descriptor, text, text.utf8.count) }

        /// Reads byte by byte, and nothing after the text.
        func reads(until text: String) {
            var all: [UInt8] = []
            var byte: UInt8 = 0
            while !all.reversed().starts(with: text.utf8.reversed()), read(descriptor, &byte, 1) == 1 {
                all.append(byte)
            }
        }

        func close() {
            #if canImport(Glibc)
                Glibc.close(descriptor)
            #elseif canImport(Musl)
                Musl.close(descriptor)
            #else
                Darwin.close(descriptor)
            #endif
        }
    }
}

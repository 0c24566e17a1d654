package import Address
internal import Context
internal import NIOPosix
internal import Synchronization

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Resolves host names to addresses.
package struct HostResolver: Sendable {
    /// Returns all addresses, best first, or none if the host doesn't exist; throws ``HostResolver/NoAnswer`` if no
    /// name server responded or the task was cancelled.
    package var addresses: @Sendable (_ name: String) async throws(NoAnswer) -> [IPAddress]

    /// The name servers couldn't be reached.
    package struct NoAnswer: Error, Hashable, Sendable {
        package init() {}
    }

    package init(addresses: @escaping @Sendable (_ name: String) async throws(NoAnswer) -> [IPAddress]) {
        self.addresses = addresses
    }
}

extension HostResolver {
    /// The system's resolver, on threads of its own because it blocks, for seconds if a name server doesn't respond.
    package static let system = HostResolver { name throws(NoAnswer) in
        let waiting = PendingLookup()
        let found = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                waiting.begin(continuation)
                threads.submit { state in
                    guard state == .active, waiting.isWanted else { return waiting.end(nil) }
                    waiting.end(lookUp(name))
                }
            }
        } onCancel: {
            waiting.end(nil)
        }
        guard let found else { throw NoAnswer() }
        return found
    }

    /// The threads for lookups, which exist as long as the program runs.
    private static let threads: NIOThreadPool = {
        let pool = NIOThreadPool(numberOfThreads: 16)
        pool.start()
        return pool
    }()

    /// Nil if no name server responded.
    private static func lookUp(_ name: String) -> [IPAddress]? {
        var hints = addrinfo()
        #if canImport(Darwin)
            hints.ai_socktype = SOCK_STREAM
        #else
            hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        #endif
        hints.ai_family = AF_UNSPEC
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(name, nil, &hints, &list)
        guard status == 0 else { return status == EAI_NONAME ? [] : nil }
        defer { freeaddrinfo(list) }
        var found: [IPAddress] = []
        var next = list
        while let entry = next?.pointee {
            // An address that can't be parsed couldn't be validated.
            guard let address = address(of: entry) else { return nil }
            if !found.contains(address) { found.append(address) }
            next = entry.ai_next
        }
        return found
    }

    private static func address(of entry: addrinfo) -> IPAddress? {
        guard let pointer = UnsafeRawPointer(entry.ai_addr) else { return nil }
        switch entry.ai_family {
        case AF_INET:
            let address = pointer.loadUnaligned(as: sockaddr_in.self).sin_addr
            return withUnsafeBytes(of: address) { IPAddress(bytes: $0) }
        case AF_INET6:
            let address = pointer.loadUnaligned(as: sockaddr_in6.self).sin6_addr
            return withUnsafeBytes(of: address) { IPAddress(bytes: $0) }
        default: return nil
        }
    }
}

/// A lookup that a task waits for until it ends or is cancelled, whichever comes first.
private final class PendingLookup: Sendable {
    private enum State: Sendable {
        case fresh
        case waiting(CheckedContinuation<[IPAddress]?, Never>)
        case ended
    }

    private let state = Mutex(State.fresh)

    func begin(_ continuation: CheckedContinuation<[IPAddress]?, Never>) {
        let isOver = state.withLock { state in
            if case .ended = state { return true }
            state = .waiting(continuation)
            return false
        }
        if isOver { continuation.resume(returning: nil) }
    }

    func end(_ found: [IPAddress]?) {
        let continuation: CheckedContinuation<[IPAddress]?, Never>? = state.withLock { state in
            defer { state = .ended }
            if case .waiting(let continuation) = state { return continuation }
            return nil
        }
        continuation?.resume(returning: found)
    }

    var isWanted: Bool {
        state.withLock { state in
            if case .waiting = state { return true }
            return false
        }
    }
}

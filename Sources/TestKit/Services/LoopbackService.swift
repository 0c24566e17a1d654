internal import Synchronization

/// A fake service on a port of this machine, for the program as a process of its own. It runs as long as this object
/// exists.
package final class LoopbackService<Service: FakeService>: Sendable {
    package let service: Service
    private let server: LoopbackServer

    /// - Parameter make: makes the service, whose root is the URL that it is given.
    package init(_ make: (_ root: String) -> Service) throws {
        let box = Box()
        let server = try LoopbackServer { question in
            box.value.withLock(\.self)?.reply(to: question) ?? .answer(503)
        }
        let service = make(server.address)
        box.value.withLock { $0 = service }
        self.server = server
        self.service = service
    }

    /// The URL without a trailing slash.
    package var address: String { server.address }

    /// The service, which is made only after its server.
    private final class Box: Sendable {
        let value = Mutex<Service?>(nil)
    }
}

import Context
import Live
import Send
import Store

extension Context {
    /// This machine, whose effects follow a script. Reading is always possible: it changes nothing.
    static func interrupted(by script: EffectScript) -> Context {
        var context = Context.live
        context.git = Git { command throws(GitError) in
            let fault = GitError(command: command.arguments, reason: .notRun("the connection was lost"))
            guard let name = Self.name(of: command) else { return try await Git.live.run(command) }
            return try await script.perform(name, fault: fault) { () throws(GitError) in
                try await Git.live.run(command)
            }
        }
        let files = context.files
        let write = { (write: @escaping @Sendable (String, [UInt8]) throws(FileError) -> Void) in
            { @Sendable (path: String, bytes: [UInt8]) throws(FileError) in
                try script.perform("write \(Self.last(path))", fault: FileError(path: path, reason: "no space")) {
                    () throws(FileError) in try write(path, bytes)
                }
            }
        }
        context.files.write = write(files.write)
        context.files.writeSecret = write(files.writeSecret)
        context.files.writeDurably = write(files.writeDurably)
        context.files.move = { path, newPath throws(FileError) in
            try script.perform("move \(Self.last(path))", fault: FileError(path: path, reason: "no space")) {
                () throws(FileError) in try files.move(path, newPath)
            }
        }
        context.files.remove = { path throws(FileError) in
            try script.perform("remove \(Self.last(path))", fault: FileError(path: path, reason: "read-only")) {
                () throws(FileError) in try files.remove(path)
            }
        }
        context.publisher = { place in
            Publisher(open: {
                if script.isDead { throw FileError(path: place.folder, reason: "no space") }
                let publish = try await FolderPublisher(place).publisher.open()
                return { products in
                    let fault: any Error = FileError(path: place.folder, reason: "no space")
                    return try await script.perform("publish \(Self.last(place.folder))", fault: fault) {
                        try await publish(products)
                    }
                }
            })
        }
        return context
    }

    /// The name of an effect of git; nil for a command that only reads, or writes what nothing refers to yet.
    private static func name(of command: GitCommand) -> String? {
        let words = command.arguments.filter { !$0.hasPrefix("-") }
        guard let verb = words.first, ["add", "commit", "tag", "push", "merge", "update-ref"].contains(verb) else {
            return nil
        }
        guard verb == "push", let ref = words.last?.split(separator: ":").last else { return "git \(verb)" }
        return "git push \(ref)"
    }

    private static func last(_ path: String) -> String { path.split(separator: "/").last.map(String.init) ?? path }
}

extension HTTP {
    /// The same web for a run whose effects follow a script.
    func interrupted(by script: EffectScript) -> HTTP {
        HTTP { request throws(HTTPError) in
            // Looking has no effect.
            if request.method == "GET", !script.isDead { return try await send(request) }
            let fault = HTTPError(url: request.url, reason: .unreachable("the connection was lost"))
            return try await script.perform("\(request.method) \(request.url)", fault: fault) {
                () throws(HTTPError) in try await send(request)
            }
        }
    }
}

extension MailDelivery {
    /// The same mail server for a run whose effects follow a script.
    func interrupted(by script: EffectScript) -> MailDelivery {
        MailDelivery(destination: destination) { () throws(DeliveryFault) in
            if script.isDead { throw DeliveryFault(.temporary, "the connection was lost") }
            return InterruptedConnection(connection: try await open(), script: script)
        }
    }
}

private struct InterruptedConnection: MailConnection {
    let connection: any MailConnection
    let script: EffectScript

    private struct Lost: Error {}

    func deliver(_ message: OutgoingMessage) async -> DeliveryOutcome {
        do {
            return try await script.perform("mail", fault: Lost()) { () throws(Lost) in
                await connection.deliver(message)
            }
        } catch {
            return .uncertain(reason: "the connection was lost")
        }
    }

    func close() async { await connection.close() }
}

/// A store whose transactions follow a script.
struct InterruptedStore: StoreBackend {
    let store: any StoreBackend
    let script: EffectScript

    var location: String { store.location }

    func read<Result: Sendable>(_ work: @Sendable (any StoreConnection) throws -> Result) async throws -> Result {
        try await store.read(work)
    }

    func write<Result: Sendable>(
        ending: TransactionEnding, _ work: @Sendable (any StoreConnection) throws -> Result
    ) async throws -> Result {
        let fault: any Error = StoreError(.unreliable, location: location)
        return try await script.perform("store", fault: fault) { try await store.write(ending: ending, work) }
    }

    func backUp(to path: String) async throws { try await store.backUp(to: path) }
    func faults() async throws -> [String] { try await store.faults() }
    func compact() async throws { try await store.compact() }
    func close() async { await store.close() }
}

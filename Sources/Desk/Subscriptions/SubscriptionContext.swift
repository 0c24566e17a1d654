internal import Hummingbird
internal import NIOCore

/// What the server knows about a request besides its content.
struct SubscriptionContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// Who has opened the connection: the client, or a proxy.
    let peer: SocketAddress?

    init(source: ApplicationRequestContextSource) {
        coreContext = .init(source: source)
        peer = source.channel.remoteAddress
    }
}

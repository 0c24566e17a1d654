import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOTLS
import TestKit

/// An HTTPS server for `good.example` that answers everything with the name that the client greeted it by.
final class SecuredServer: Sendable {
    let port: Int
    private let channel: any Channel
    var endpoint: String { "127.0.0.1:\(port)" }

    init() async throws {
        let certificates = try NIOSSLCertificate.fromPEMBytes(TestCertificates.server)
        let key = try NIOSSLPrivateKey(bytes: TestCertificates.key, format: .pem)
        let configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key))
        let context = try NIOSSLContext(configuration: configuration)
        channel = try await ServerBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    let greeting = ByteToMessageHandler(
                        SNIHandler { result in
                            var name = "nobody"
                            if case .hostname(let greeted) = result { name = greeted }
                            return channel.eventLoop.makeCompletedFuture {
                                let pipeline = channel.pipeline.syncOperations
                                try pipeline.addHandler(NIOSSLServerHandler(context: context))
                                try pipeline.configureHTTPServerPipeline()
                                try pipeline.addHandler(Answerer(name: name))
                            }
                        })
                    try channel.pipeline.syncOperations.addHandler(greeting)
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        port = channel.localAddress?.port ?? 0
    }

    deinit { channel.close(promise: nil) }
}

private final class Answerer: ChannelInboundHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias OutboundOut = HTTPServerResponsePart

    private let name: String

    init(name: String) { self.name = name }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .end = unwrapInboundIn(data) else { return }
        let head = HTTPResponseHead(
            version: .http1_1, status: .ok, headers: ["Content-Length": String(name.utf8.count)])
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(string: name)))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }
}

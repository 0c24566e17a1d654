internal import AsyncHTTPClient
internal import Context
internal import NIOCore
internal import NIOHTTP1
internal import NIOHTTPCompression
internal import NIOSSL

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Translates errors of the network libraries into ``HTTPError``.
enum FailureReading {
    static func reason(_ error: any Error, maximumBytes: Int, timeout: Int) -> HTTPError.Reason {
        switch error {
        case let error as HTTPError: error.reason
        case is TimedOut: .timedOut(seconds: timeout)
        case is CancellationError: .unreachable("the request was cancelled")
        case is Exchange.TooLarge, NIOHTTPDecompression.DecompressionError.limit: .tooLarge(limit: maximumBytes)
        case is NIOHTTPDecompression.DecompressionError, is NIOHTTPDecompression.ExtraDecompressionError:
            .unreachable("the compressed response is damaged")
        case is HostResolver.NoAnswer: .unreachable("the name servers don't respond")
        case let error as HTTPClientError: reason(error)
        case HTTPParserError.invalidEOFState, is ChannelError: .unreachable("the server closed the connection")
        case let error as IOError: .unreachable(String(cString: strerror(error.errnoCode)).lowercased())
        case NIOSSLError.handshakeFailed(let inner): handshake("\(inner)")
        case is NIOSSLError: .unreachable("the secure connection was interrupted")
        case is NIOSSLExtraError: .certificate("the certificate is for another host name")
        default: .unreachable("the server doesn't speak HTTP")
        }
    }

    private static func reason(_ error: HTTPClientError) -> HTTPError.Reason {
        switch error {
        case .connectTimeout: .unreachable("the server doesn't accept connections")
        case .remoteConnectionClosed: .unreachable("the server closed the connection")
        case .tlsHandshakeTimeout: .unreachable("the server doesn't establish a secure connection")
        case .cancelled: .unreachable("the request was cancelled")
        default: .unreachable(error.shortDescription.lowercased())
        }
    }

    private static func handshake(_ text: String) -> HTTPError.Reason {
        text.contains("CERTIFICATE_VERIFY_FAILED")
            ? .certificate("the certificate has expired, or isn't signed by a trusted authority")
            : .unreachable("no secure connection could be established")
    }

    /// Whether the server didn't accept a connection in time.
    static func isConnectTimeout(_ error: any Error) -> Bool { error as? HTTPClientError == .connectTimeout }

    /// Whether connecting failed, so that another address of the same host may work.
    static func isConnecting(_ error: any Error) -> Bool {
        if let error = error as? HTTPClientError { return error == .connectTimeout }
        guard let error = error as? IOError else { return false }
        return [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, ETIMEDOUT, EADDRNOTAVAIL].contains(error.errnoCode)
    }

    /// Whether no connection was established, so that the server has received nothing of the request.
    static func isBeforeSending(_ error: any Error) -> Bool {
        switch error {
        case is HostResolver.NoAnswer, NIOSSLError.handshakeFailed, is NIOSSLExtraError: true
        case let error as HTTPClientError: error == .connectTimeout || error == .tlsHandshakeTimeout
        case let error as IOError:
            [ECONNREFUSED, EHOSTUNREACH, ENETUNREACH, EADDRNOTAVAIL].contains(error.errnoCode)
        default: false
        }
    }

    /// Whether the server closed a kept connection just when it was used again (RFC 9112, section 9.3.1).
    static func isStale(_ error: any Error) -> Bool {
        if let error = error as? HTTPClientError { return error == .remoteConnectionClosed }
        if let error = error as? HTTPParserError { return error == .invalidEOFState }
        if error is ChannelError { return true }
        guard let error = error as? IOError else { return false }
        return [ECONNRESET, EPIPE].contains(error.errnoCode)
    }
}

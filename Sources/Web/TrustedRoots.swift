package import NIOSSL

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The certificate authorities that are trusted.
package enum TrustedRoots {
    /// The configuration of a client that verifies certificates and host names.
    ///
    /// - Parameter certificates: further roots, in PEM.
    package static func configuration(adding certificates: [UInt8]) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.minimumTLSVersion = .tlsv12
        if let system { configuration.trustRoots = .certificates(system) }
        // Without them, connections fail with an error.
        if !certificates.isEmpty, let more = try? NIOSSLCertificate.fromPEMBytes(certificates) {
            configuration.additionalTrustRoots = [.certificates(more)]
        }
        return configuration
    }

    /// The system's certificates, read once for all clients: otherwise each client would parse and keep its own copies
    /// of more than a hundred certificates. If the value is nil, the library searches for them.
    private static let system: [NIOSSLCertificate]? = {
        #if canImport(Darwin)
            return nil
        #else
            let named = getenv("SSL_CERT_FILE").map { String(cString: $0) }
            let usual = [
                "/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem",
            ]
            for path in named.map({ [$0] }) ?? usual {
                // The next of the usual locations may have them.
                if let certificates = try? NIOSSLCertificate.fromPEMFile(path), !certificates.isEmpty {
                    return certificates
                }
            }
            return nil
        #endif
    }()
}

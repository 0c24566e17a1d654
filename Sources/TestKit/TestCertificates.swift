/// Certificates for tests alone, good until 2126, made with `openssl`. Nobody else trusts their root.
package enum TestCertificates {
    /// The root that has signed ``server``, in PEM.
    package static let root = armoured(
        "CERTIFICATE",
        """
        MIIBojCCAUegAwIBAgIUBcemdgxOiIgH8BgjvRjruPVGc8gwCgYIKoZIzj0EAwIw
        HTEbMBkGA1UEAwwSU2VubmlnaHQgdGVzdCByb290MCAXDTI2MTEyMzExNDYzNloY
        DzIxMjYxMDMwMTE0NjM2WjAdMRswGQYDVQQDDBJTZW5uaWdodCB0ZXN0IHJvb3Qw
        WTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARuky1UK8mFBrp5/B7qR5Ol4KxiCrXW
        jVhzdRR/TvGsY68d8OeQ4MHhVfSyxEOSHIvgsWM1FXnEFBff/CodyFgmo2MwYTAd
        BgNVHQ4EFgQUjSFoYJ40n8EtcPBCPNVF5UWHGPUwHwYDVR0jBBgwFoAUjSFoYJ40
        n8EtcPBCPNVF5UWHGPUwDwYDVR0TAQH/BAUwAwEB/zAOBgNVHQ8BAf8EBAMCAgQw
        CgYIKoZIzj0EAwIDSQAwRgIhAN4UOj86jLVJ9m1UZPrNIPT3+lm3LOZvCJZPeSKW
        pk36AiEAsoS3A4C+bNaSjshkvt8gRV0XzbtpUGUFAEbgHp7T4cM=
        """)

    /// For `good.example`, in PEM.
    package static let server = armoured(
        "CERTIFICATE",
        """
        MIIBnTCCAUSgAwIBAgIUSD5WDOlmGvFYj4N6oem5kgqhQPcwCgYIKoZIzj0EAwIw
        HTEbMBkGA1UEAwwSU2VubmlnaHQgdGVzdCByb290MCAXDTI2MTEyMzExNDYzNloY
        DzIxMjYxMDMwMTE0NjM2WjAXMRUwEwYDVQQDDAxnb29kLmV4YW1wbGUwWTATBgcq
        hkjOPQIBBggqhkjOPQMBBwNCAAS3WuQj7TTHQ03TBGngbfRtV9+wkC8XZe10t9Pz
        R4VMAP5niSL7+lFhF4ffLu+MsO7qxXdOa4S1vu+MvyLTHFXio2YwZDAXBgNVHREE
        EDAOggxnb29kLmV4YW1wbGUwCQYDVR0TBAIwADAdBgNVHQ4EFgQUxYW3HKFt9/DC
        PRwZgQuqXcwxE6IwHwYDVR0jBBgwFoAUjSFoYJ40n8EtcPBCPNVF5UWHGPUwCgYI
        KoZIzj0EAwIDRwAwRAIgIgw+DFM5A61yyia22XSYG69OY76h1FAo+mE88lG+Zo8C
        IEBJOj2RP0ZWHjpKlVbOSr/iey1IZ8JxMMfyxKVC52a0
        """)

    /// The key of ``server``, in PEM. It guards nothing.
    package static let key = armoured(
        "PRIVATE KEY",
        """
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgykuXexvSoO55paTp
        NMz/KzzjtSxeTacZCkRKcstESDahRANCAAS3WuQj7TTHQ03TBGngbfRtV9+wkC8X
        Ze10t9PzR4VMAP5niSL7+lFhF4ffLu+MsO7qxXdOa4S1vu+MvyLTHFXi
        """)

    private static func armoured(_ kind: String, _ text: String) -> [UInt8] {
        Array("-----BEGIN \(kind)-----\n\(text)\n-----END \(kind)-----\n".utf8)
    }
}

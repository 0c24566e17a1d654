package import Address
package import Context

/// The settings of the HTTP client.
package struct WebSettings: Sendable {
    /// The user agent that servers see.
    package var userAgent = Self.userAgent(contact: nil)
    /// Decides which machines may be contacted.
    package var addressGuard: AddressGuard
    /// How many requests run at once, and how many of them to one host.
    package var requestsAtOnce = 32
    package var requestsPerHost = 2
    /// The timeout for connecting to one address, in seconds, within the request's own timeout.
    package var connectTimeout = 5
    /// The longest pause, in seconds, that a server may ask for.
    package var patience = 60
    /// The number of hosts whose connections are kept for further requests.
    package var keptHosts = 64
    /// Whether a host that has timed out once is skipped afterwards, so that a slow host costs one timeout instead of
    /// many.
    package var leavesSlowHosts = false
    package var resolver = HostResolver.system
    package var clock: Clock
    /// Random numbers from 0 up to 1, so that retries of many clients don't coincide.
    package var random: @Sendable () -> Double = { Double.random(in: 0..<1) }
    /// Certificates in PEM that are trusted in addition to the system's.
    package var trustedCertificates: [UInt8] = []
    /// The store of responses for validation; nil if responses aren't stored.
    package var cache: HTTPCache?
    /// Receives the secrets that requests send, and removes them from responses and errors.
    package var redactor = Redactor()

    package init(addressGuard: AddressGuard = .publicOnly, clock: Clock) {
        self.addressGuard = addressGuard
        self.clock = clock
    }

    /// `Sennight/0.1.0 (+https://…)`: the URL tells a server's operator whom to contact.
    package static func userAgent(contact: String?) -> String {
        "Sennight/0.1.0" + (contact.map { " (+\($0))" } ?? "")
    }
}

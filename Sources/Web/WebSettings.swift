package import Address
package import Context

/// How the web is asked.
package struct WebSettings: Sendable {
    /// What the program calls itself towards servers.
    package var userAgent = Self.userAgent(contact: nil)
    /// Which machines may be asked.
    package var addressGuard: AddressGuard
    /// How many requests are in flight at once, and how many of them at one host.
    package var requestsAtOnce = 32
    package var requestsPerHost = 2
    /// For one address, in seconds; the request's own timeout runs beside it.
    package var connectTimeout = 5
    /// The longest pause, in seconds, that a server may ask for and get.
    package var patience = 60
    /// How many hosts' connections are kept for the next request.
    package var keptHosts = 64
    /// Whether a host that took too long once is left alone from then on, so that it costs one timeout and not many.
    package var leavesSlowHosts = false
    package var resolver = HostResolver.system
    package var clock: Clock
    /// Chance, from 0 up to 1, so that retries of many don't come at once.
    package var random: @Sendable () -> Double = { Double.random(in: 0..<1) }
    /// Certificates in PEM that are trusted beside the system's.
    package var trustedCertificates: [UInt8] = []
    /// Where answers are stored for validation; nil for nowhere.
    package var cache: HTTPCache?
    /// Learns what requests prove themselves with, and takes it out of answers and errors.
    package var redactor = Redactor()

    package init(addressGuard: AddressGuard = .publicOnly, clock: Clock) {
        self.addressGuard = addressGuard
        self.clock = clock
    }

    /// `Sennight/0.1.0 (+https://…)`: the address tells a server's keeper whom to ask.
    package static func userAgent(contact: String?) -> String {
        "Sennight/0.1.0" + (contact.map { " (+\($0))" } ?? "")
    }
}

/// Decides which machines may be contacted: public ones, and those explicitly allowed.
package struct AddressGuard: Sendable {
    /// Endpoints that are allowed although they aren't public.
    private var opened: Set<Endpoint> = []

    private struct Endpoint: Hashable {
        var address: IPAddress
        var port: Int
    }

    /// - Parameter allowing: addresses with their ports, such as `127.0.0.1:8080` and `[::1]:8080`.
    package init(allowing: [String] = []) throws(Diagnosis) {
        for text in allowing {
            guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
                let host = try? WebHost(text[..<colon]), case .address(let address) = host
            else { throw Diagnosis(text: text) }
            opened.insert(Endpoint(address: address, port: port))
        }
    }

    /// An endpoint that can't be parsed.
    package struct Diagnosis: Error, Hashable, CustomStringConvertible {
        package var text: String

        package var description: String {
            "\(text): error: not an IP address with a port. Write it as 127.0.0.1:8080 or [::1]:8080"
        }
    }

    /// The reason why a host with these addresses must not be contacted, or nil if requests are allowed.
    ///
    /// A single address that isn't public is enough: at the next lookup, the same name could resolve to that address.
    package func refusal(of addresses: [IPAddress], port: Int) -> String? {
        for address in addresses where !opened.contains(Endpoint(address: address, port: port)) {
            if let use = address.specialUse { return "\(address) \(use)" }
        }
        return nil
    }
}

extension AddressGuard {
    /// A guard that allows public addresses only.
    package static let publicOnly = AddressGuard()

    private init() {}
}

/// Decides which machines may be asked: public ones, and those that are named.
package struct AddressGuard: Sendable {
    /// Endpoints that are open although they are not public.
    private var opened: Set<Endpoint> = []

    private struct Endpoint: Hashable {
        var address: IPAddress
        var port: Int
    }

    /// - Parameter allowing: Addresses with their ports, such as `127.0.0.1:8080` and `[::1]:8080`.
    package init(allowing: [String] = []) throws(Diagnosis) {
        for text in allowing {
            guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]),
                let host = try? WebHost(text[..<colon]), case .address(let address) = host
            else { throw Diagnosis(text: text) }
            opened.insert(Endpoint(address: address, port: port))
        }
    }

    /// An endpoint that cannot be read.
    package struct Diagnosis: Error, Hashable, CustomStringConvertible {
        package var text: String

        package var description: String {
            "\(text): error: this isn't an address with a port. Write it as 127.0.0.1:8080 or [::1]:8080"
        }
    }

    /// Why a host with these addresses is not asked; nil where it may be.
    ///
    /// One address that is not public is enough: the same name could lead there at the next look.
    package func refusal(of addresses: [IPAddress], port: Int) -> String? {
        for address in addresses where !opened.contains(Endpoint(address: address, port: port)) {
            if let use = address.specialUse { return "\(address) \(use)" }
        }
        return nil
    }
}

extension AddressGuard {
    /// Opens nothing but public addresses.
    package static let publicOnly = AddressGuard()

    private init() {}
}

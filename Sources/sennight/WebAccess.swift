internal import Address
internal import Context
internal import Foundation
internal import Live
internal import Newsletter
internal import Settings
internal import Web

/// The program's way into the web.
enum WebAccess {
    /// Names machines that are asked although they are not public, `127.0.0.1:8080 [::1]:8080`: for tests, and for a
    /// forge that stands in the editors' own house.
    static let openedVariable = "SENNIGHT_OPEN_HOSTS"

    /// Names the endpoint at which `sennight replay` answers, `127.0.0.1:8766`; then nobody else is asked.
    static let replayVariable = "SENNIGHT_REPLAY"

    /// One client for a whole run.
    ///
    /// - Parameters:
    ///   - perHost: how many requests one host gets at once.
    ///   - leavesSlowHosts: whether a host that took too long once gets no more requests.
    /// - Throws: a ``Diagnostic`` where the environment names what is no endpoint.
    static func live(
        _ location: PublicationLocation, publication: Publication, perHost: Int = 2, leavesSlowHosts: Bool = false
    ) throws(Diagnostic) -> HTTP {
        var settings = WebSettings()
        settings.requestsPerHost = perHost
        settings.leavesSlowHosts = leavesSlowHosts
        settings.requestsAtOnce = max(settings.requestsAtOnce, perHost)
        settings.userAgent = WebSettings.userAgent(contact: publication.address)
        settings.cache = HTTPCache(folder: location.cache("http", .live), files: .live)
        return try live(settings)
    }

    /// A client that asks whom the environment lets it ask; without settings of its own one that knows no publication.
    ///
    /// - Throws: as ``live(_:publication:perHost:)``.
    static func live(_ settings: WebSettings = WebSettings()) throws(Diagnostic) -> HTTP {
        let environment = ProcessInfo.processInfo.environment
        let replay = try replayEndpoint(environment[replayVariable])
        let opened = (environment[openedVariable] ?? "").split { $0 == " " || $0 == "," }.map(String.init)
        var settings = settings
        settings.redactor = .process
        do throws(AddressGuard.Diagnosis) {
            settings.addressGuard = try AddressGuard(allowing: opened + [replay].compactMap { $0 })
        } catch {
            throw Diagnostic(
                "'\(error.text)' in \(openedVariable) is no address with a port",
                remedy: "Write it as 127.0.0.1:8080 or [::1]:8080")
        }
        let http = HTTP.live(settings)
        return replay.map { http.replayed(by: "http://\($0)") } ?? http
    }

    /// - Throws: a ``Diagnostic`` for an endpoint on another machine, which would see everybody's tokens.
    private static func replayEndpoint(_ text: String?) throws(Diagnostic) -> String? {
        guard let text, !text.isEmpty else { return nil }
        guard let address = try? WebAddress("http://\(text)/"), case .address(let machine) = address.host,
            machine.isThisMachine
        else {
            throw Diagnostic(
                "'\(text)' in \(replayVariable) is no endpoint on this machine",
                remedy: "Write what sennight replay prints, such as 127.0.0.1:8766")
        }
        return "\(address.host.text):\(address.port)"
    }
}

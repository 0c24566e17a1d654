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

    /// One client for a whole run.
    ///
    /// - Parameters:
    ///   - perHost: how many requests one host gets at once.
    /// - Throws: a ``Diagnostic`` where the environment names what is no endpoint.
    static func live(
        _ location: PublicationLocation, publication: Publication, perHost: Int = 2
    ) throws(Diagnostic) -> HTTP {
        var settings = try Self.settings()
        settings.requestsPerHost = perHost
        settings.requestsAtOnce = max(settings.requestsAtOnce, perHost)
        settings.userAgent = WebSettings.userAgent(contact: publication.address)
        settings.cache = HTTPCache(folder: location.cache("http", .live), files: .live)
        return .live(settings)
    }

    /// For a client that knows no publication.
    ///
    /// - Throws: as ``live(_:publication:perHost:)``.
    static func settings() throws(Diagnostic) -> WebSettings {
        let opened = ProcessInfo.processInfo.environment[openedVariable] ?? ""
        var settings = WebSettings()
        do throws(AddressGuard.Diagnosis) {
            settings.addressGuard = try AddressGuard(
                allowing: opened.split { $0 == " " || $0 == "," }.map(String.init))
        } catch {
            throw Diagnostic(
                "'\(error.text)' in \(openedVariable) is no address with a port",
                remedy: "Write it as 127.0.0.1:8080 or [::1]:8080")
        }
        return settings
    }
}

internal import Address
internal import Context
internal import Foundation
internal import Live
internal import Newsletter
internal import Newsroom
internal import SMTP
internal import Send
internal import Settings
internal import Signing
internal import Text
internal import Web

/// Makes the real context of this process, with access to the files, the web and git.
enum LiveContext {
    /// The variable that lists hosts that may receive requests although they aren't public, such as `127.0.0.1:8080
    /// [::1]:8080`: for tests, and for a forge in the editors' own network.
    static let openedVariable = "SENNIGHT_OPEN_HOSTS"

    /// The variable with the endpoint that `sennight replay` listens on, such as `127.0.0.1:8766`. While the variable
    /// is set, no other host receives a request.
    static let replayVariable = "SENNIGHT_REPLAY"

    /// Holds the DNS server that is asked instead of the system's, such as `127.0.0.1:5353`: for tests.
    static let dnsVariable = "SENNIGHT_DNS"

    static let cryptography = Cryptography.live

    static let mailRoute = MailRoute(smtp: { .smtp($0) })

    static let dns = DNS.live(server: environment.variable(dnsVariable))

    static let context = context(on: .live, environment, redactor: .process)

    /// Access to everything outside, from one machine.
    ///
    /// - Parameters:
    ///   - machine: its files, clock, git and locks.
    ///   - redactor: learns each secret that is read.
    static func context(on machine: Context, _ environment: ProcessEnvironment, redactor: Redactor) -> Context {
        var context = machine
        let (clock, files) = (machine.clock, machine.files)
        context.redactor = redactor
        context.environment = environment
        context.secrets = .reading(environment, files, masking: redactor)
        context.http = { settings in
            try client(settings, clock, files, environment, redactor)
        }
        context.signer = Signer(cryptography)
        return context
    }

    /// What hands over the messages of a campaign, and how many connections it uses.
    struct Transport: Sendable {
        var delivery: MailDelivery
        var connections: Int
    }

    /// The transport that the settings name; a folder if they name none.
    static func mailDelivery(_ session: DraftSession) throws -> Transport {
        Transport(
            delivery: try mailRoute.delivery(session, cryptography),
            connections: session.publication.mail.smtp?.connections ?? 8)
    }

    /// Opens a file in the user's text editor and waits until the editor exits.
    ///
    /// - Returns: whether the file was saved.
    static func edit(_ file: String) throws -> Bool {
        try TextEditor.open(file, variable: environment.variable)
    }

    /// Opens a page in the user's web browser.
    static func browse(_ url: String) throws {
        try WebBrowser.open(url, variable: environment.variable)
    }

    private static let environment = ProcessEnvironment(
        variable: { name in ProcessInfo.processInfo.environment[name] }, command: Program.words,
        program: CommandLine.arguments[0], processors: Program.processorCount,
        fingerprint: { Program.fingerprint(.live, code: LoadedCode.fingerprint) })

    /// A client that sends requests only where the environment allows it.
    ///
    /// - Throws: a ``Diagnostic`` if a variable's value isn't an endpoint.
    private static func client(
        _ settings: HTTPSettings, _ clock: Clock, _ files: Files, _ environment: ProcessEnvironment,
        _ redactor: Redactor
    ) throws(Diagnostic) -> HTTP {
        let replay = try replayEndpoint(environment.variable(replayVariable))
        let opened = (environment.variable(openedVariable) ?? "").split { $0 == " " || $0 == "," }.map(String.init)
        let allowed: AddressGuard
        do throws(AddressGuard.Diagnosis) {
            allowed = try AddressGuard(allowing: opened + [replay].compactMap { $0 })
        } catch {
            throw Diagnostic(
                "'\(error.text)' in \(openedVariable) isn't an IP address with a port",
                remedy: "Write it as 127.0.0.1:8080 or [::1]:8080")
        }
        var web = WebSettings(addressGuard: allowed, clock: clock)
        web.redactor = redactor
        web.requestsPerHost = settings.requestsPerHost
        web.leavesSlowHosts = settings.leavesSlowHosts
        web.requestsAtOnce = max(web.requestsAtOnce, settings.requestsPerHost)
        web.userAgent = WebSettings.userAgent(contact: settings.contact)
        web.cache = settings.cache.map { HTTPCache(folder: $0, files: files) }
        let http = HTTP.live(web)
        return replay.map { http.replayed(by: "http://\($0)") } ?? http
    }

    /// - Throws: a ``Diagnostic`` for an endpoint on another machine, which would see all tokens.
    private static func replayEndpoint(_ text: String?) throws(Diagnostic) -> String? {
        guard let text, !text.isEmpty else { return nil }
        // What isn't an address is refused below.
        guard let address = try? WebAddress("http://\(text)/"), case .address(let machine) = address.host,
            machine.isThisMachine
        else {
            throw Diagnostic(
                "'\(text)' in \(replayVariable) isn't an endpoint on this machine",
                remedy: "Set it to what 'sennight replay' prints, such as 127.0.0.1:8766")
        }
        return "\(address.host.text):\(address.port)"
    }
}

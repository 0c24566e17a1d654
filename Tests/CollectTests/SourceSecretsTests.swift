import Address
import Context
import Foundation
import Live
import Synchronization
import TestKit
import Testing
import Web

@testable import Collect

/// A source that sends secrets, for the program's own web client.
struct SecretSource: Sendable, CustomTestStringConvertible {
    /// A mapping of YAML; `SERVER` stands for the server's address.
    var yaml: String
    var answer: @Sendable (WebQuestion) -> WebReply
    /// Of an address in the settings.
    var inAddress: String?

    var testDescription: String { String(yaml.prefix { $0 != "," }) }

    /// What the environment holds.
    static let password = "pass+word/0123456789~A"
    /// What a server gives for it.
    static let session = "session.0123456789-abcdef"

    static let all: [SecretSource] =
        SourceTrial.all.filter(\.isSecret).map { trial in
            SecretSource(yaml: "source: \(trial.source), \(trial.keys)") { question in
                trial.answer(to: question).replacing("S3CRET", with: session)
            }
        }
        + ServiceCase.all.filter(\.usesToken).map { service in
            SecretSource(yaml: service.yaml.replacing("API", with: "SERVER")) { question in
                service.answer(to: question.target).map { .text($0) } ?? .answer(404)
            }
        } + [redditApplication] + addresses

    private static let redditApplication = SecretSource(
        yaml: "source: reddit, communities: rust, site: \"SERVER\", api: \"SERVER\", client: abc"
    ) { question in
        question.target == "/api/v1/access_token"
            ? .text(#"{"access_token": "\#(session)"}"#)
            : .text(
                #"{"data": {"children": [{"data": {"title": "A", "permalink": "/r/a", "created_utc": 1783000000}}]}}"#)
    }

    private static let addresses = [
        SecretSource(
            yaml: "source: feeds, feeds: \"SERVER/feed?api_key=key-0123456789\"",
            answer: { _ in
                .text(
                    #"{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": "1", "url": "/x", "title": "A"}]}"#
                )
            }, inAddress: "key-0123456789"),
        SecretSource(
            yaml: "source: icalendar, calendars: [{ url: \"SERVER/ical/private-0123456789abcdef/basic.ics\" }]",
            answer: { _ in
                .text(
                    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nSUMMARY:A\r\nDTSTART:20260709T170000Z\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
                )
            }, inAddress: "private-0123456789abcdef"),
        SecretSource(
            yaml: "source: json-ld, pages: [{ url: \"SERVER/p?token=key-0123456789\" }]",
            answer: { _ in
                .text(
                    #"<script type="application/ld+json">[{"@type": "Event", "title": "", "name": "A", "startDate": "2026-07-09T19:00:00+02:00"}]</script>"#
                )
            }, inAddress: "key-0123456789"),
    ]
}

/// Secrets stay with the one origin that they belong to, and get into nothing that the sources bring.
///
/// One after the other: hundreds of servers at once would use up this process's files.
@Suite(.serialized) struct SourceSecretsTests {
    /// What a secret looks like in any text, found without the code under test.
    private func forms(_ secret: String) -> [String] {
        let base64 = Data(secret.utf8).base64EncodedString()
        let hexadecimal = secret.utf8.map { "%" + String($0, radix: 16) }.joined()
        return [
            secret, String(base64.dropLast(4)), hexadecimal, WebAddressText.escaped(secret),
            WebAddressText.escaped(secret).uppercased(), WebAddressText.json(secret),
            Data("abc:\(secret)".utf8).base64EncodedString(), String(secret.prefix(secret.count * 3 / 4)),
        ]
    }

    private func leaks(in text: String, _ source: SecretSource) -> [String] {
        [SecretSource.password, SecretSource.session, source.inAddress].compactMap(\.self).flatMap(forms).filter {
            text.contains($0)
        }
    }

    /// - Parameter good: how many questions are answered properly before.
    private func run(_ source: SecretSource, _ leak: SecretLeak, after good: Int) async throws {
        let scratch = try ScratchFolder()
        let stranger = try LoopbackServer { _ in .text("[]") }
        let count = Mutex(0)
        let server = try LoopbackServer { question in
            let isGood = count.withLock { count in
                count += 1
                return count <= good
            }
            let proper = source.answer(question)
            return isGood ? proper : leak.reply(to: question, proper: proper, stranger: stranger.address)
        }
        let redactor = Redactor()
        if let secret = source.inAddress { redactor.add(secret) }
        var settings = WebSettings(
            addressGuard: try AddressGuard(allowing: [server.endpoint, stranger.endpoint]),
            clock: Clock(now: { 1_783_000_000_000_000_000 }, sleep: { _ in }))
        settings.connectTimeout = 600
        settings.redactor = redactor
        settings.cache = HTTPCache(folder: scratch.path("cache"), files: .live)
        let web = HTTP.live(settings)
        let result = try await collect("  - { \(source.yaml.replacing("SERVER", with: server.address)) }\n") {
            access in
            access.http = HTTP { request throws(HTTPError) in
                var request = request
                request.maximumBytes = min(request.maximumBytes, 1 << 20)
                request.timeout = 600
                return try await web.send(request)
            }
            access.secret = { _ in
                redactor.add(SecretSource.password)
                return SecretSource.password
            }
            access.sign = { _, _ throws(CommandError) in [UInt8](repeating: 0xA5, count: 64) }
        }
        #expect(!server.questions.isEmpty)
        let brought = "\(result) \(result.faults.map(\.description))"
        // A source's own address comes from the settings; what is written of it is redacted later.
        #expect(leaks(in: source.inAddress == nil ? brought : redactor.redacted(brought), source) == [])
        let heard = stranger.questions.map {
            "\($0.method) \($0.target) \($0.fields) \(String(decoding: $0.body, as: UTF8.self))"
        }
        for text in heard {
            #expect(leaks(in: text, source) == [])
            #expect(!text.contains("assertion") && !text.contains("authorization"))
        }
        for file in try scratch.files() {
            #expect(leaks(in: file + String(decoding: try scratch.bytes(file), as: UTF8.self), source) == [])
        }
    }

    @Test(arguments: SecretSource.all, SecretLeak.allCases)
    func staysWithItsServer(source: SecretSource, leak: SecretLeak) async throws {
        // Also once a session has begun.
        for good in 0...1 { try await run(source, leak, after: good) }
    }

    @Test func showsNoSecretThatIsWrittenIntoTheSettings() async throws {
        for name in ["ghp_0123456789abcdef", String(repeating: "A", count: 65), "password of mine"] {
            let result = try await collect("  - { source: mastodon, mentions: true, token: \"\(name)\" }\n")
            #expect(
                result.faults.map(\.description) == [
                    "mastodon: the settings don't name an environment variable for the secret. Put the secret into a variable such as MY_TOKEN, and write that name in the settings"
                ])
        }
    }

    @Test(arguments: [
        ("https://a.example/?api_key=abc", "https://a.example/?api_key=…"),
        ("https://user:password@a.example/x", "https://a.example/x"),
        ("https://a.example/private-0123456789abcdef/c.ics", "https://a.example/…/c.ics"), ("../rust", "../rust"),
    ])
    func keepsSecretsOutOfFaults(address: String, shown: String) {
        let fault = SourceFault("is missing", source: "feeds", address: address, field: "channel")
        #expect(fault.description == "feeds: \(shown): 'channel' is missing")
    }
}

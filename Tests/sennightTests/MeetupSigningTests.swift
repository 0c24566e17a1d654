import CryptoExtras
import Foundation
import TestKit
import Testing

/// How the program proves to Meetup who it is (RFC 7523, section 2.1).
@Suite struct MeetupSigningTests {
    private static let event = """
        {"id": "1", "title": "Talks", "dateTime": "2999-03-20T19:00+01:00", \
        "eventUrl": "https://www.meetup.com/ulm/events/1/", "group": {"name": "Ulm", "city": "Ulm", "country": "de"}}
        """

    private let server: LoopbackServer
    private let weekly: WeeklyFolder

    init() throws {
        server = try LoopbackServer { question in
            if question.target == "/token" { return .text(#"{"access_token": "of-an-hour"}"#) }
            return .text(
                #"{"data": {"groupByUrlname": {"events": {"pageInfo": {"hasNextPage": false}, "edges": [{"node": \#(Self.event)}]}}}}"#
            )
        }
        weekly = try WeeklyFolder()
        let sources = """
            sources:
              - source: meetup
                client: abc
                member: "42"
                key-id: k1
                api: \(server.address)/gql
                token-address: \(server.address)/token
                groups: [{ group: ulm }]

            """
        try weekly.scratch.write("sennight.yaml", WeeklyFolder.settings + sources)
    }

    private func collect(_ environment: [String: String]) async throws -> CommandRun {
        await CommandRun.inProcess(
            ["collect", "--since", "2999-03-03", "--until", "2999-03-10"], in: weekly.scratch.path,
            environment: environment.merging(["SENNIGHT_OPEN_HOSTS": server.endpoint]) { $1 })
    }

    @Test(arguments: [false, true])
    func asksForATokenThatThePublicKeyVerifies(isInFile: Bool) async throws {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let scratch = try ScratchFolder()
        let file = try scratch.write("key.pem", key.pkcs8PEMRepresentation)
        let run = try await collect(isInFile ? ["MEETUP_KEY_FILE": file] : ["MEETUP_KEY": key.pemRepresentation])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.scratch.text("candidates/7/meetup.jsonl").contains("Talks"))

        let form = String(decoding: try #require(server.questions.first?.body), as: UTF8.self)
        #expect(form.hasPrefix("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Ajwt-bearer&assertion="))
        let parts = try #require(form.split(separator: "=").last).split(separator: ".")
        try #require(parts.count == 3)
        let signature = _RSA.Signing.RSASignature(rawRepresentation: try data(parts[2]))
        let signed = Data("\(parts[0]).\(parts[1])".utf8)
        #expect(key.publicKey.isValidSignature(signature, for: signed, padding: .insecurePKCS1v1_5))
        let header = try JSONDecoder().decode([String: String].self, from: data(parts[0]))
        #expect(header == ["alg": "RS256", "typ": "JWT", "kid": "k1"])
        let claims = try JSONDecoder().decode(Claims.self, from: data(parts[1]))
        #expect(claims.sub == "42" && claims.iss == "abc" && claims.aud == "api.meetup.com")
        #expect(claims.exp > Int(Date.now.timeIntervalSince1970))
        #expect(server.questions.last?.fields["authorization"] == "Bearer of-an-hour")
        try expectNothing(
            of: [key.pemRepresentation, key.pkcs8PEMRepresentation, "of-an-hour", String(parts[2])], in: run)
    }

    @Test func tellsOfAKeyThatSignsNothingWithoutShowingIt() async throws {
        let run = try await collect(["MEETUP_KEY": "not-a-key-but-secret"])
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "meetup: MEETUP_KEY can't sign: the key isn't a private RSA key in PEM format. Put the private key in PEM format into this variable"
            )
        )
        #expect(server.questions.isEmpty)
        try expectNothing(of: ["not-a-key-but-secret"], in: run)
    }

    private struct Claims: Decodable {
        var sub: String
        var iss: String
        var aud: String
        var exp: Int
    }

    /// Base64 for addresses, without padding.
    private func data(_ text: Substring) throws -> Data {
        let plain = text.replacing("-", with: "+").replacing("_", with: "/")
        return try #require(Data(base64Encoded: plain + String(repeating: "=", count: (4 - plain.count % 4) % 4)))
    }

    /// Neither said nor written down, not even a line of it.
    private func expectNothing(of secrets: [String], in run: CommandRun) throws {
        var texts = [run.output, run.errors]
        for file in try weekly.scratch.files() {
            texts.append(
                String(decoding: try Data(contentsOf: URL(filePath: weekly.scratch.path(file))), as: UTF8.self))
        }
        for secret in secrets {
            for line in secret.split(separator: "\n") where !line.hasPrefix("-----") {
                #expect(!texts.contains { $0.contains(line) })
            }
        }
    }
}

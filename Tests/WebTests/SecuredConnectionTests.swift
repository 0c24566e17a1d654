import Address
import Context
import TestKit
import Testing
import Web

@Suite struct SecuredConnectionTests {
    private func asking(_ server: SecuredServer, trusting: Bool) throws -> Asking {
        let guarded = try AddressGuard(allowing: [server.endpoint])
        return try Asking(names: ["good.example": ["127.0.0.1"], "other.example": ["127.0.0.1"]]) { settings in
            settings.addressGuard = guarded
            if trusting { settings.trustedCertificates = TestCertificates.root }
        }
    }

    @Test func greetsTheServerByItsName() async throws {
        let server = try await SecuredServer()
        let answer = try await asking(server, trusting: true).get("https://good.example:\(server.port)/")
        #expect(String(decoding: answer.body, as: UTF8.self) == "good.example")
    }

    @Test func believesNobodyUnknown() async throws {
        let server = try await SecuredServer()
        let reason = try await asking(server, trusting: false).failure("https://good.example:\(server.port)/")
        #expect(reason == .certificate("the certificate has expired, or isn't signed by a trusted authority"))
    }

    @Test("Believes no certificate of another name", arguments: ["other.example", "127.0.0.1"])
    func believesNoOtherName(host: String) async throws {
        let server = try await SecuredServer()
        let reason = try await asking(server, trusting: true).failure("https://\(host):\(server.port)/")
        #expect(reason == .certificate("the certificate is for another host name"))
    }

    @Test func saysThatAServerIsNotSecured() async throws {
        let server = try LoopbackServer { _ in .text("") }
        let reason = try await Asking(server).failure("https://\(server.endpoint)/")
        #expect(reason == .unreachable("no secure connection could be established"))
    }
}

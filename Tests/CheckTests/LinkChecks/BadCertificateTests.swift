import Context
import Newsletter
import Testing

@testable import Check

@Suite struct BadCertificateTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(
                BadCertificate.self, .failure(.certificate("the certificate is for another host name"))) == [
                    "the server's certificate isn't valid (the certificate is for another host name)"
                ])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(BadCertificate.self, .page()).isEmpty)
        #expect(try Checking().summaries(BadCertificate.self, .failure(.unreachable("reset"))).isEmpty)
    }
}

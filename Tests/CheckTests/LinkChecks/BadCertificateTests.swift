import Context
import Newsletter
import Testing

@testable import Check

@Suite struct BadCertificateTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(BadCertificate.self, .failure(.certificate("it is for another name"))) == [
                "the server's certificate isn't valid (it is for another name)"
            ])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(BadCertificate.self, .page()).isEmpty)
        #expect(try Checking().summaries(BadCertificate.self, .failure(.unreachable("reset"))).isEmpty)
    }
}

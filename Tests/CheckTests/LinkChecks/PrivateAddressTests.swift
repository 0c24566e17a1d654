import Context
import Newsletter
import Testing

@testable import Check

@Suite struct PrivateAddressTests {
    @Test func finds() throws {
        #expect(
            try Checking().summaries(PrivateAddress.self, .failure(.refused("10.0.0.1 is in a private network"))) == [
                "the link wasn't requested: 10.0.0.1 is in a private network"
            ])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(PrivateAddress.self, .page()).isEmpty)
        #expect(try Checking().summaries(PrivateAddress.self, .failure(.unknownHost)).isEmpty)
    }
}

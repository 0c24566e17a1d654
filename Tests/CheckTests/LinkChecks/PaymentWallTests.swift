import Context
import Newsletter
import Testing

@testable import Check

@Suite struct PaymentWallTests {
    @Test func findsPagesThatCost() throws {
        #expect(try Checking().summaries(PaymentWall.self, .page { $0.wall = .payment }).count == 1)
        #expect(try Checking().summaries(PaymentWall.self, .status(402)).count == 1)
    }

    @Test func keepsOthersAndMarkedOnes() throws {
        #expect(try Checking().summaries(PaymentWall.self, .page()).isEmpty)
        let text = "# Links\n* [paywall] [Some title](https://example.org/page)\n"
        #expect(try Checking().summaries(PaymentWall.self, .page { $0.wall = .payment }, to: text).isEmpty)
    }
}

import Foundation
import Newsroom
import TestKit
import Testing

/// Reports that Exim 4.96 wrote, with the tokens replaced.
@Suite struct EximReportTests {
    @Test(arguments: [
        ("multi", BounceOutcome.suppressed), ("known", .suppressed), ("unknown", .suppressed),
        ("tempfull", .counted), ("full", .counted), ("disabled", .counted), ("plain", .counted),
        ("ann", .counted), ("bob", .counted), ("policy", .policy), ("size", .content),
    ])
    func reads(name: String, outcome: BounceOutcome) async throws {
        let path = TestData.packageRoot + "/Tests/Fixtures/bounces/exim-\(name).eml"
        let text = try String(contentsOfFile: path, encoding: .utf8)
            .replacing(String(repeating: "TOKEN", count: 9) + "TOK", with: "{B}")
        let weekly = try await BouncedWeekly()
        #expect(try await weekly.read(try await weekly.filled(text)).counts == [outcome: 1])
    }
}

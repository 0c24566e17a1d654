import Context
import Live
import Testing
import TestKit

@Suite struct ConcurrentPublishTests {
    @Test("Ends every one of several publishings whole", arguments: [false, true])
    func endsEachWhole(besideForeignFiles: Bool) async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "0"])
        if besideForeignFiles { try scratch.write("site/CNAME", "mine") }
        let sites = (1...6).map { number in
            Dictionary(
                uniqueKeysWithValues: (0..<40).map { ("\($0)/\(number % 2)/page.html", "\(number)") } + [
                    ("index.html", "\(number)")
                ])
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for site in sites { group.addTask { try await scratch.publish(site) } }
            try await group.waitForAll()
        }
        var end = try scratch.site()
        end["CNAME"] = nil
        #expect(sites.contains(end), "one of them, and all of it")
        #expect(scratch.names(in: "site").filter { $0.hasPrefix(".") } == [".sennight-manifest"])
    }
}

import Context
import Foundation
import Live
import TestKit
import Testing
import Text

@testable import Publish

@Suite struct FolderTargetTests {
    private static let settings = "    - { target: folder, path: www }\n"

    private func weekly(_ settings: String = Self.settings) throws -> (DeployedWeekly, any PublishTarget) {
        let weekly = try DeployedWeekly(deploy: settings)
        return (weekly, try #require(weekly.targets.first))
    }

    @Test func copiesTheSite() async throws {
        let (weekly, target) = try weekly()
        try weekly.build(["index.html": "home", "a/b.html": "b", ".well-known/x": "x", ".sennight-manifest": "build"])
        let attempt = try await weekly.attempt(target)
        #expect(try await target.presence(weekly.request(), attempt) == .absent)
        let result = try await target.perform(weekly.request(), attempt)
        #expect(result.summary == "3 files changed in www, 0 removed")
        guard case .present = try await target.presence(weekly.request(), attempt) else {
            Issue.record("the folder doesn't have the site")
            return
        }
        let files = try weekly.scratch.files(below: "www")
        #expect(files == [".sennight-deployed", ".sennight-manifest", ".well-known/x", "a/b.html", "index.html"])
        let again = try await target.perform(weekly.request(), attempt)
        #expect(again.summary == "0 files changed in www, 0 removed")
    }

    @Test func recognizesTheSameContentWhenFilesWereWrittenAgain() async throws {
        let (weekly, target) = try weekly()
        try weekly.build(["index.html": "home", "b.html": "b"])
        let first = try await weekly.attempt(target)
        try await weekly.deploy(target)
        try weekly.build(["index.html": "home", "b.html": "b"])
        #expect(try await weekly.attempt(target).payload == first.payload)
        #expect(try await weekly.deploy(target).summary == "0 files changed in www, 0 removed")
        try weekly.build(["index.html": "home", "c.html": "b"])
        #expect(try await weekly.attempt(target).payload != first.payload)
        #expect(try await weekly.deploy(target).summary == "1 file changed in www, 1 removed")
    }

    @Test func keepsFilesWithHashFor30Days() async throws {
        let (weekly, target) = try weekly()
        try weekly.build([
            "index.html": "1", "style.aaaaaaa1.css": "one", "style.css": "one", "search/d-a1b2-0.txt": "d",
        ])
        try await weekly.deploy(target)
        try weekly.build(["index.html": "2", "style.aaaaaaa2.css": "two", "style.css": "two"])
        try await weekly.deploy(target)
        #expect(try weekly.scratch.text("www/style.aaaaaaa1.css") == "one")
        #expect(try weekly.scratch.text("www/search/d-a1b2-0.txt") == "d")
        #expect(try weekly.scratch.text("www/style.css") == "two")
        weekly.wait(days: 29)
        try weekly.build(["index.html": "3", "style.aaaaaaa3.css": "three"])
        try await weekly.deploy(target)
        #expect(weekly.scratch.exists("www/style.aaaaaaa1.css"))
        #expect(!weekly.scratch.exists("www/style.css"))
        weekly.wait(days: 2)
        try weekly.build(["index.html": "4", "style.aaaaaaa3.css": "three"])
        try await weekly.deploy(target)
        #expect(!weekly.scratch.exists("www/style.aaaaaaa1.css"))
        #expect(weekly.scratch.exists("www/style.aaaaaaa2.css"))
        // A style sheet that is used again counts as new.
        try weekly.build(["index.html": "5", "style.aaaaaaa2.css": "two"])
        try await weekly.deploy(target)
        weekly.wait(days: 40)
        try weekly.build(["index.html": "6", "style.aaaaaaa2.css": "two"])
        try await weekly.deploy(target)
        #expect(weekly.scratch.exists("www/style.aaaaaaa2.css"))
    }

    @Test func keepsFilesOfSiteThatWasBuiltIntoTheFolder() async throws {
        let (weekly, target) = try weekly()
        try weekly.build(["index.html": "2"])
        try weekly.scratch.write("old/style.aaaaaaa1.css", "one")
        try await publishOld(weekly.scratch)
        try await weekly.deploy(target)
        #expect(try weekly.scratch.text("www/style.aaaaaaa1.css") == "one")
    }

    /// A function of its own: the folder is locked until what publishes into it is gone.
    private func publishOld(_ scratch: ScratchFolder) async throws {
        let publish = try await FolderPublisher(folder: scratch.path("www"), jobs: 1, adopts: false).publisher.open()
        _ = try await publish([
            Product(
                path: "style.aaaaaaa1.css", fingerprint: .init(of: [1]),
                content: .copy(of: scratch.path("old/style.aaaaaaa1.css")))
        ])
    }

    @Test func usesFolderOfOthersOnlyIfAllowed() async throws {
        let (weekly, target) = try weekly()
        try weekly.build(["index.html": "home"])
        try weekly.scratch.write("www/CNAME", "weekly.example")
        let problem =
            "www has files that Sennight didn't write, such as CNAME. Choose another folder, or write 'adopt: true' for"
            + " the target 'folder' to use this one"
        #expect(await target.preview(weekly.request()).problems == [problem])
        let attempt = try await weekly.attempt(target)
        let fault = await #expect(throws: StepFault.self) { try await target.perform(weekly.request(), attempt) }
        #expect(fault?.effect == StepFault.Effect.none)
        let (adopting, other) = try self.weekly("    - { target: folder, path: www, adopt: true }\n")
        try adopting.build(["index.html": "home"])
        try adopting.scratch.write("www/CNAME", "weekly.example")
        #expect(await other.preview(adopting.request()).problems == [])
        try await adopting.deploy(other)
        #expect(try adopting.scratch.text("www/CNAME") == "weekly.example")
        #expect(try adopting.scratch.text("www/index.html") == "home")
    }

    @Test(arguments: [
        ("site", nil as String?), ("site/www", nil), (".", nil), ("www", "there is no built site in"),
    ])
    func refusesWhatCannotBeDeployed(path: String, problem: String?) async throws {
        let (weekly, target) = try weekly("    - { target: folder, path: \(path) }\n")
        if problem == nil { try weekly.build(["index.html": "home", "www/x": "x"]) }
        let attempt = StepAttempt(key: "k", payload: "p", started: 0, count: 1)
        let fault = await #expect(throws: StepFault.self) { try await target.perform(weekly.request(), attempt) }
        #expect(fault?.problem.contains(problem ?? "contain each other") == true, "\(String(describing: fault))")
    }

    @Test func refusesSiteThatIsNotThePlannedOne() async throws {
        let (weekly, target) = try weekly()
        try weekly.build(["index.html": "home"])
        let attempt = try await weekly.attempt(target)
        try weekly.build(["index.html": "other"])
        let fault = await #expect(throws: StepFault.self) { try await target.perform(weekly.request(), attempt) }
        #expect(fault?.problem.hasSuffix("isn't the one that was planned") == true)
        #expect(!weekly.scratch.exists("www"))
    }

    @Test func reportsFailureOfPublishingAsPossibleEffect() async throws {
        let (weekly, target) = try weekly()
        try weekly.build(["index.html": "home"])
        var context = weekly.context
        context.publisher = { place in
            Publisher { _ in throw FileError(path: place.folder, reason: "No space left on device") }
        }
        let request = weekly.request(context)
        let attempt = try await weekly.attempt(target)
        let fault = await #expect(throws: StepFault.self) { try await target.perform(request, attempt) }
        #expect(fault?.effect == .possible)
        #expect(fault?.problem.contains("No space left on device") == true)
        #expect(try await target.presence(request, attempt) == .absent)
    }

    @Test(arguments: [false, true]) func readersSeeWholeSites(amongOthersFiles: Bool) async throws {
        let (weekly, target) = try weekly("    - { target: folder, path: www, adopt: \(amongOthersFiles) }\n")
        if amongOthersFiles { try weekly.scratch.write("www/CNAME", "weekly.example") }
        try weekly.build(version: 0)
        try await weekly.deploy(target)
        let reader = ReaderLoop(folder: weekly.scratch.path("www"), pages: 30)
        for version in 1...20 {
            try weekly.build(version: version)
            try await weekly.deploy(target)
        }
        let (faults, rounds) = reader.stop()
        #expect(faults == [])
        #expect(rounds > 2)
    }
}

import Address
import Check
import Context
import Live
import Markdown
import Newsletter
import Synchronization
import TestKit
import Testing
import Web

/// Links of an issue, asked of servers on this machine.
@Suite struct LinkRunTests {
    @Test func callsEachAnswerByItsName() async throws {
        let server = try Site()
        let found = try await server.findings(
            "page", "moved", "found", "loop", "missing", "gone", "forbidden", "fault", "pause", "reset", "closes",
            "bomb",
            "huge", "private", "noise")
        #expect(
            found == [
                "moved": ["moved-link"], "loop": ["redirect-loop"], "missing": ["dead-link"], "gone": ["dead-link"],
                "forbidden": ["refusing-server"], "fault": ["broken-server"], "pause": ["paused-server"],
                "reset": ["unreachable-server"], "closes": ["unreachable-server"], "bomb": ["large-page"],
                "huge": ["large-page"], "private": ["private-address"], "noise": ["unreachable-server"],
            ])
    }

    @Test func givesUpWhereAnAnswerDrips() async throws {
        let server = try Site()
        #expect(try await server.findings("slow", timeout: 1) == ["slow": ["slow-server"]])
    }

    @Test func asksForEachAddressOnce() async throws {
        let server = try Site()
        _ = try await server.findings("page", "page", "page#part", "missing")
        #expect(server.asked == ["GET /missing", "GET /page"])
    }

    @Test func asksOnlyForTheHeadOfLinksThatAreNoEntries() async throws {
        let server = try Site()
        #expect(
            try await server.report("A [page](\(server.address)/page) and [one](\(server.address)/headless).").isEmpty)
        #expect(server.asked == ["GET /headless", "HEAD /headless", "HEAD /page"])
    }

    @Test func leavesFilmsUnread() async throws {
        let server = try Site()
        #expect(try await server.findings("film") == [:])
    }

    @Test func remembersGoodAnswersAlone() async throws {
        let server = try Site()
        let first = try await server.run("page", "moved", "missing", memory: LinkCache(now: 1000, hours: 1))
        #expect(first.requested == 3 && first.remembered == 0)
        let kept = first.memory.bytes
        let second = try await server.run("page", "moved", "missing", memory: LinkCache(kept, now: 4000, hours: 1))
        #expect(second.requested == 1 && second.remembered == 2)
        #expect(second.findings == first.findings)
        let late = try await server.run("page", "moved", "missing", memory: LinkCache(kept, now: 5000, hours: 1))
        #expect(late.requested == 3)
    }

    @Test func keepsTheNumberOfQuestionsAtOnce() async throws {
        let gauge = Gauge(capacity: 3)
        let server = try Site(gauge: gauge)
        _ = try await server.findings(names: (0..<40).map { "busy/\($0)" }, perHost: 3)
        #expect(gauge.most == 3)
    }

    /// A name that leads to the public when it is first looked up, and home afterwards.
    @Test func neverAsksAPrivateAddress() async throws {
        let canary = try LoopbackServer { _ in .text("tweet") }
        let server = try Site()
        let names = Mutex(["rebound.example": ["93.184.216.34"], "inside.example": ["127.0.0.1"]])
        var settings = WebSettings(addressGuard: try AddressGuard(allowing: [server.endpoint]), clock: .live)
        settings.connectTimeout = 600
        settings.resolver = HostResolver { name throws(HostResolver.NoAnswer) in
            let found = names.withLock { names in
                defer { if name == "rebound.example" { names[name] = ["127.0.0.1"] } }
                return names[name] ?? []
            }
            return found.compactMap { IPAddress($0) }
        }
        let targets = [
            "http://127.0.0.1:\(canary.port)/", "http://127.1:\(canary.port)/", "http://2130706433:\(canary.port)/",
            "http://[::1]:\(canary.port)/", "http://[::ffff:127.0.0.1]:\(canary.port)/",
            "http://localhost:\(canary.port)/",
            "http://inside.example:\(canary.port)/", "\(server.address)/to?127.0.0.1:\(canary.port)",
            "\(server.address)/to?inside.example:\(canary.port)", "http://169.254.169.254/latest/",
        ]
        let text = "# Links\n" + targets.map { "* [Some page](\($0))\n" }.joined()
        let report = try await server.run(text: text, settings: settings)
        #expect(report.findings.map(\.id) == targets.map { _ in "private-address" })
        #expect(canary.questions.isEmpty && canary.connections == 0)
    }

    @Test func heedsWhatTheIssueAndTheSettingsSay() async throws {
        let server = try Site()
        let text = """
            # Links
            * [Missing](\(server.address)/missing) <!-- sennight-ignore: dead-link -->
            * [Gone](\(server.address)/gone)
            """
        var publication = Site.publication
        publication.checks.severities["dead-link"] = .hint
        let report = try await server.run(text: text, publication: publication)
        #expect(report.findings.map(\.severity) == [.hint])
        publication.checks.links.skippedHosts = ["127.0.0.1"]
        #expect(try await server.run(text: text, publication: publication).requested == 0)
    }

    @Test func tellsHowFarItIs() async throws {
        let server = try Site()
        let steps = Mutex<[Int]>([])
        _ = try await server.run(text: server.issue(["page", "gone"])) { done, count in
            #expect(count == 2)
            steps.withLock { $0.append(done) }
        }
        #expect(steps.withLock { $0.sorted() } == [0, 1, 2])
    }
}

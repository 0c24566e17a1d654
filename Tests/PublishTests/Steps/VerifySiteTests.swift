import Context
import Newsletter
import Settings
import Synchronization
import TestKit
import Testing
import Text

@testable import Publish

@Suite struct VerifySiteTests {
    private static let rss =
        "<?xml version=\"1.0\"?>\n<rss><channel><item><link>https://weekly.example/7/</link></item></channel></rss>\n"
    private static let built = [
        "7/index.html": "<p>seven</p>", "index.html": "<a href=\"https://weekly.example/7/\">7</a>", "rss.xml": rss,
        "feed.json": "{\"items\": [{\"url\": \"https:\\/\\/weekly.example\\/7\\/\"}]}",
        "events.ics": "BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
    ]
    private static let addresses = [
        "7/index.html": "https://weekly.example/7/", "index.html": "https://weekly.example/",
        "rss.xml": "https://weekly.example/rss.xml", "feed.json": "https://weekly.example/feed.json",
        "events.ics": "https://weekly.example/events.ics",
    ]

    /// A weekly whose addresses return what was built, except for some.
    private final class Trial: Sendable {
        let web: ScriptedHTTP
        let request: PublishRequest
        private let slept: SleptTime

        init(_ answers: [String: ScriptedHTTP.Answer] = [:], built: [String: String] = VerifySiteTests.built) throws {
            var script: [String: ScriptedHTTP.Answer] = [:]
            for (file, url) in VerifySiteTests.addresses {
                script["GET \(url)"] = answers[file] ?? .response(body: built[file] ?? "")
            }
            web = ScriptedHTTP(script)
            slept = SleptTime()
            let files = MemoryFiles(Dictionary(uniqueKeysWithValues: built.map { ("/site/\($0)", $1) }))
            var context = Context.failing
            context.files = files.files
            context.clock = slept.clock
            let publication = try SettingsReader.publication(
                from: "title: W\nurl: https://weekly.example/\npublish: { wait: 100 }\n", file: "sennight.yaml"
            ) { _ in "" }
            request = PublishRequest(
                context: context, http: web.http, publication: publication, root: "/", site: "/site", state: "/state",
                issue: PublishedIssue(
                    number: 7, title: "W 7", date: CalendarDate(clampingDaysSince1970: 20_000),
                    url: "https://weekly.example/7/", page: "7/index.html", file: "content/7.md",
                    highlights: IssueHighlights()))
        }

        var pauses: [Int] { slept.pauses.withLock { $0 } }

        func verify() async throws(StepFault) -> StepResult {
            let step = VerifySite(site: "https://weekly.example/", after: ["folder"])
            return try await step.perform(request, StepAttempt(key: "k", payload: "", started: 0, count: 1))
        }
    }

    private final class SleptTime: Sendable {
        let pauses = Mutex<[Int]>([])

        var clock: Clock {
            Clock(
                now: { [self] in (1_800_000_000 + pauses.withLock { $0.reduce(0, +) }) * 1_000_000_000 },
                sleep: { [self] length in pauses.withLock { $0.append(Int(length.components.seconds)) } })
        }
    }

    @Test func waitsForDeploymentsOnly() {
        let step = VerifySite(site: "https://weekly.example/", after: ["main-site", "mirror"])
        #expect(step.name == "verify" && step.needs == ["main-site", "mirror"] && !step.isFinal)
    }

    @Test func comparesEachAddressWithItsFile() async throws {
        let trial = try Trial()
        let result = try await trial.verify()
        #expect(result == StepResult("5 addresses return what was built", url: "https://weekly.example/7/"))
        #expect(trial.web.asked.map(\.url).sorted() == Self.addresses.values.sorted())
        #expect(trial.web.asked.allSatisfy { $0.headers["Cache-Control"] == "no-cache" && !$0.usesCache })
        #expect(trial.pauses == [])
    }

    @Test func waitsForCaches() async throws {
        let trial = try Trial([
            "index.html": .sequence([
                .response(body: "old"), .response(status: 503, headers: ["Retry-After": "20"]),
                .failure(.timedOut(seconds: 30)),
                .response(body: "<a href=\"https://weekly.example/7/\">7</a>"),
            ])
        ])
        #expect(try await trial.verify().summary == "5 addresses return what was built")
        #expect(trial.pauses == [2, 20, 8])
        #expect(trial.web.asked.count == 8)
    }

    @Test(arguments: [
        (
            "7/index.html", ScriptedHTTP.Answer.response(status: 404),
            "https://weekly.example/7/ returns the status 404 after 100 seconds"
        ),
        (
            "7/index.html", .response(body: "<p>SEVEN</p>"),
            "https://weekly.example/7/ returns another version, of the same length, that differs from byte 4 on after 100 seconds"
        ),
        (
            "7/index.html", .response(body: "<p>seven</p><script></script>"),
            "https://weekly.example/7/ returns another version (29 bytes instead of 12) after 100 seconds"
        ),
        (
            "rss.xml", .response(body: "<rss></rss>"),
            "https://weekly.example/rss.xml returns an older version without issue 7 (11 bytes instead of 104) after 100 seconds"
        ),
        (
            "events.ics", .failure(.unreachable("reset")),
            "https://weekly.example/events.ics can't be reached (reset) after 100 seconds"
        ),
    ])
    func saysWhatDiffersOnceThePatienceIsOver(file: String, answer: ScriptedHTTP.Answer, problem: String) async throws {
        let trial = try Trial([file: answer])
        let fault = await #expect(throws: StepFault.self) { try await trial.verify() }
        #expect(fault?.problem == problem)
        #expect(fault?.effect == StepFault.Effect.none)
        #expect(fault?.remedy.hasSuffix(", then run 'sennight publish' again") == true)
        #expect(trial.pauses == [2, 4, 8, 16, 30, 30, 10])
    }

    @Test func doesNotWaitForWhatCannotChange() async throws {
        let trial = try Trial(["index.html": .failure(.refused("its address is private"))])
        let fault = await #expect(throws: StepFault.self) { try await trial.verify() }
        #expect(fault?.problem == "https://weekly.example/ isn't requested: its address is private")
        #expect(trial.pauses == [])
    }

    @Test func waitsNoLongerThanAllowed() async throws {
        let trial = try Trial(["index.html": .response(status: 429, headers: ["Retry-After": "86400"])])
        let fault = await #expect(throws: StepFault.self) { try await trial.verify() }
        #expect(fault?.retryAfter == 86_400)
        #expect(trial.pauses == [100])
    }

    @Test(arguments: [
        ("rss.xml", "<rss><channel></rss>", "the built rss.xml can't be parsed"),
        ("rss.xml", "<rss/>", "the built rss.xml doesn't have issue 7"),
        ("feed.json", "{\"items\": [}", "the built feed.json can't be parsed"),
        ("events.ics", "BEGIN:VCALENDAR\r\n", "the built events.ics can't be parsed"),
    ])
    func refusesFeedsWithoutTheIssueBeforeAnyRequest(file: String, text: String, problem: String) async throws {
        var built = Self.built
        built[file] = text
        let trial = try Trial(built: built)
        let fault = await #expect(throws: StepFault.self) { try await trial.verify() }
        #expect(fault?.problem == problem)
        #expect(trial.web.asked == [])
    }

    @Test func acceptsFeedsWithoutAnOlderIssue() async throws {
        var built = Self.built
        built["rss.xml"] = "<rss/>"
        let trial = try Trial(built: built)
        let step = VerifySite(site: "https://weekly.example/", after: [], isNewest: false)
        let attempt = StepAttempt(key: "k", payload: "", started: 0, count: 1)
        #expect(try await step.perform(trial.request, attempt).summary == "5 addresses return what was built")
    }

    @Test func needsTheBuiltSite() async throws {
        let trial = try Trial(built: ["index.html": "x"])
        let fault = await #expect(throws: StepFault.self) { try await trial.verify() }
        #expect(fault?.problem == "/site/7/index.html can't be read: there is no such file")
    }
}

@Suite struct MarkupBalanceTests {
    @Test(arguments: [
        ("<a/>", true), ("<?xml version='1.0'?><!-- <b> --><a x='>'><![CDATA[<c>]]><b/>t</a>\n", true),
        ("<!DOCTYPE a><a>&lt;</a>", true), ("<a><b></a></b>", false), ("<a>", false), ("<a></a><b/>", false),
        ("", false),
        ("<a></a>x", false), ("<a><!-- </a>", false), ("<a x='></a>", false), ("</a>", false), ("< a></ a>", false),
    ])
    func findsXMLThatIsCut(text: String, isBalanced: Bool) {
        #expect(MarkupBalance.isBalanced(Array(text.utf8)) == isBalanced)
    }

    @Test(arguments: [
        ("{}", true), ("[{\"a\": \"]\\\"\", \"b\": [1, null]}]\n", true), ("{", false), ("{}{}", false), ("{]", false),
        ("{\"a}", false), ("", false), ("{\"a\": \"\n\"}", false),
    ])
    func findsJSONThatIsCut(text: String, isBalanced: Bool) {
        #expect(JSONBalance.isBalanced(Array(text.utf8)) == isBalanced)
    }
}

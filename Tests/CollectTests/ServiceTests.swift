import Context
import Newsletter
import Synchronization
import TestKit
import Testing

@testable import Collect

/// Every source against a server that speaks HTTP and has its moods.
@Suite struct ServiceTests {
    private func collected(_ service: ServiceCase, _ server: LoopbackServer, _ client: PlainHTTP) async throws
        -> CollectionResult
    {
        try await collect("  - { \(service.yaml.replacing("API", with: server.address)) }\n") { access in
            access.http = client.http
            access.secret = { _ in "s3cret" }
            access.pause = { _ in }
        }
    }

    /// Answers as the service does, unless `mood` has another reply to the question of that number, counted from 0.
    private func server(
        _ service: ServiceCase, mood: @escaping @Sendable (_ number: Int, WebQuestion) -> WebReply?
    ) throws -> LoopbackServer {
        let count = Mutex(0)
        return try LoopbackServer { question in
            let number = count.withLock { count in
                count += 1
                return count - 1
            }
            let answer = service.answer(to: question.target)
            var reply = mood(number, question) ?? answer.map { WebReply.text($0) } ?? WebReply.answer(404)
            reply.steps.append(.close)
            return reply
        }
    }

    @Test(arguments: ServiceCase.all)
    func bringsWhatTheServiceHas(service: ServiceCase) async throws {
        let server = try server(service) { _, _ in nil }
        let result = try await collected(service, server, PlainHTTP())
        #expect(result.faults == [])
        #expect(result.candidates.map(\.title) == service.titles)
        #expect(server.questions.count > 0)
    }

    @Test(arguments: ServiceCase.all)
    func asksForNothingTwice(service: ServiceCase) async throws {
        let server = try server(service) { _, question in
            if question.fields["if-none-match"] == "\"1\"" { return .answer(304) }
            return service.answer(to: question.target).map { .text($0, ["ETag: \"1\""]) }
        }
        let client = PlainHTTP()
        let first = try await collected(service, server, client)
        let asked = server.questions.count
        let second = try await collected(service, server, client)
        #expect(second == first)
        #expect(second.candidates.map(\.title) == service.titles)
        let later = server.questions.dropFirst(asked)
        #expect(later.count == asked)
        #expect(later.allSatisfy { $0.fields["if-none-match"] == "\"1\"" })
    }

    @Test(arguments: ServiceCase.all, [429, 503])
    func triesAgain(service: ServiceCase, status: Int) async throws {
        let server = try server(service) { number, _ in number == 0 ? .answer(status, ["Retry-After: 7"]) : nil }
        let client = PlainHTTP()
        let result = try await collected(service, server, client)
        #expect(result.faults == [])
        #expect(result.candidates.map(\.title) == service.titles)
        #expect(client.pauses == ["7"])
    }

    @Test(arguments: ServiceCase.all, [429, 500, 401])
    func saysThatTheServiceDoesNotAnswer(service: ServiceCase, status: Int) async throws {
        let server = try server(service) { _, _ in .answer(status) }
        let result = try await collected(service, server, PlainHTTP())
        #expect(result.candidates == [] && result.totals == [])
        let fault = try #require(result.faults.first)
        #expect(fault.address?.hasPrefix(server.address + "/") == true)
        #expect(fault.problem.contains("(\(status))"))
        #expect(!fault.remedy.isEmpty)
    }

    @Test(arguments: ServiceCase.all)
    func saysThatTheAnswerIsNoJSON(service: ServiceCase) async throws {
        let server = try server(service) { number, _ in .text("[{\"number\": 1, ") }
        let result = try await collected(service, server, PlainHTTP())
        #expect(result.candidates == [] && result.totals == [])
        let fault = try #require(result.faults.first)
        #expect(fault.address?.hasPrefix(server.address + "/") == true)
        #expect(fault.problem == "the response isn't JSON")
    }

    @Test(arguments: ServiceCase.all)
    func namesTheMissingMember(service: ServiceCase) async throws {
        let server = try server(service) { number, _ in number == 0 ? .text(service.withoutMember) : nil }
        let result = try await collected(service, server, PlainHTTP())
        let fault = try #require(result.faults.first)
        #expect(fault.address?.hasPrefix(server.address + "/") == true)
        #expect(fault.field == service.member)
        #expect(fault.problem == "is missing")
    }

    /// The server sends back what it was told, as an unfriendly one may.
    @Test(arguments: ServiceCase.all, [200, 403])
    func keepsTheTokenToItself(service: ServiceCase, status: Int) async throws {
        let server = try server(service) { number, question in
            number > 0 || status == 200 ? nil : .answer(status, body: Array("\(question.fields)".utf8))
        }
        let result = try await collected(service, server, PlainHTTP())
        if service.usesToken {
            #expect(server.questions.allSatisfy { $0.fields["authorization"] == "Bearer s3cret" })
        } else {
            #expect(server.questions.allSatisfy { $0.fields["authorization"] == nil })
        }
        #expect(!result.candidates.isEmpty || !result.faults.isEmpty)
        #expect(!"\(result)".contains("s3cret"))
        #expect(server.questions.allSatisfy { !$0.target.contains("s3cret") })
    }
}

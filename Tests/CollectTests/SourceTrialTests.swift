import Context
import Newsletter
import TestKit
import Testing

@testable import Collect

/// Every source against a server that speaks its protocol, well and badly.
@Suite struct SourceTrialTests {
    @Test func triesEverySourceThatAsksAServer() {
        let tried = Set(SourceTrial.all.map(\.source) + ServiceCase.all.map(\.source))
        let missing = allSources.map { $0.name }.filter { $0 != Git.name && !tried.contains($0) }
        #expect(
            missing.isEmpty, "write a SourceTrial into Tests/CollectTests/Trials, or a ServiceCase, for: \(missing)")
    }

    @Test(arguments: SourceTrial.all)
    func bringsAllPages(trial: SourceTrial) async throws {
        let server = try LoopbackServer { trial.answer(to: $0) }
        let result = try await trial.result(from: server)
        #expect(result.titles == trial.brings)
        #expect(result.faults == [])
        // A note that has a signal's name would be another fact once it has been in a file.
        for fact in result.candidates.flatMap(\.facts) {
            #expect(Candidate.Fact(name: fact.name, value: fact.value) == fact)
        }
        let sent = server.questions.contains { question in
            question.fields.values.contains { $0.contains(SourceTrial.secret) }
                || String(decoding: question.body, as: UTF8.self).contains(SourceTrial.secret)
        }
        #expect(sent == trial.isSecret)
    }

    @Test(arguments: SourceTrial.all)
    func asksOnConditionTheSecondTime(trial: SourceTrial) async throws {
        let server = try LoopbackServer { trial.answer(to: $0) }
        let web = SocketWeb()
        let first = try await trial.result(from: server, web)
        let asked = server.questions
        #expect(try await trial.result(from: server, web) == first)
        let second = server.questions.dropFirst(asked.count).filter { $0.method == "GET" }
        #expect(second.count == asked.count { $0.method == "GET" })
        #expect(second.allSatisfy { $0.fields["if-none-match"] != nil })
    }

    @Test(arguments: SourceTrial.all, [429, 503])
    func getsOverTrouble(trial: SourceTrial, status: Int) async throws {
        let asked = AskedBefore()
        let server = try LoopbackServer { question in
            asked.count(question) < 2 ? .answer(status, ["Retry-After: 0"]) : trial.answer(to: question)
        }
        let result = try await trial.result(from: server)
        #expect(result.titles == trial.brings)
        #expect(result.faults == [])
    }

    @Test(arguments: SourceTrial.all, [(429, "(429)"), (500, "(500)"), (403, "(403)"), (404, "(404)")])
    func saysThatAServerRefuses(trial: SourceTrial, status: (code: Int, words: String)) async throws {
        let server = try LoopbackServer { _ in .answer(status.code, ["Retry-After: 0"]) }
        try await expectSentences(of: trial, from: server) { $0.problem.contains(status.words) }
    }

    @Test(arguments: SourceTrial.all)
    func namesAMissingMember(trial: SourceTrial) async throws {
        let server = try LoopbackServer { trial.answer(to: $0, with: [trial.lacking] + trial.pages) }
        let result = try await trial.result(from: server)
        if let field = trial.field {
            let fault = try #require(result.faults.first)
            #expect(fault.field == field)
            #expect(fault.source == trial.source)
            #expect(fault.address?.hasPrefix(server.address) == true, "\(fault)")
        } else {
            #expect(result.faults == [])
            #expect(!result.titles.isEmpty)
        }
    }

    @Test(arguments: SourceTrial.all, ["<html><p>Sorry", #"{"a": [1, "#, "", "\u{0}\u{FFFF}"])
    func saysThatAnAnswerIsMalformed(trial: SourceTrial, body: String) async throws {
        let server = try LoopbackServer { _ in .text(body) }
        try await expectSentences(of: trial, from: server) {
            $0.field != nil || $0.problem == "the response isn't JSON"
        }
    }

    @Test(arguments: SourceTrial.all)
    func endsAnEndlessAnswer(trial: SourceTrial) async throws {
        let head = Array("HTTP/1.1 200 It\r\n\r\n".utf8)
        let server = try LoopbackServer { _ in
            WebReply(steps: [.bytes(head), .forever([UInt8](repeating: 0x20, count: 65_536), everyMilliseconds: 0)])
        }
        try await expectSentences(of: trial, from: server) { $0.problem.contains("is larger than") }
    }

    @Test(arguments: SourceTrial.all)
    func endsASlowAnswer(trial: SourceTrial) async throws {
        let head = Array("HTTP/1.1 200 It\r\nContent-Length: 1000000\r\n\r\n".utf8)
        let server = try LoopbackServer { _ in
            WebReply(steps: [.bytes(head), .forever([0x20], everyMilliseconds: 1)])
        }
        let web = SocketWeb(patience: 3)
        try await expectSentences(of: trial, from: server, web) { $0.problem.contains("no answer within") }
    }

    /// That nothing comes, and at least one sentence says why, with source and address.
    private func expectSentences(
        of trial: SourceTrial, from server: LoopbackServer, _ web: SocketWeb = SocketWeb(),
        sourceLocation: Testing.SourceLocation = #_sourceLocation, _ isRight: (SourceFault) -> Bool
    ) async throws {
        let result = try await trial.result(from: server, web)
        #expect(result.titles == [], sourceLocation: sourceLocation)
        #expect(!result.faults.isEmpty, sourceLocation: sourceLocation)
        for fault in result.faults {
            #expect(fault.source == trial.source, sourceLocation: sourceLocation)
            #expect(fault.address?.hasPrefix(server.address) == true, "\(fault)", sourceLocation: sourceLocation)
            #expect(isRight(fault), "\(fault)", sourceLocation: sourceLocation)
        }
    }
}

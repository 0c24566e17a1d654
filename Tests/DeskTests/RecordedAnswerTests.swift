import Address
import Context
import Newsletter
import Testing

@testable import Desk

@Suite struct RecordedAnswerTests {
    private func answer(_ text: String) throws -> RecordedAnswer {
        try RecordedAnswer(Array(text.utf8), file: "a.http")
    }

    @Test func readsQuestionFieldsAndBody() throws {
        let answer = try answer(
            "POST https://a.example/api\nBody: berlin\nBody: page\n\n201\nLink: <https://a.example/?a:b>\nETag: \"1\"\n\n{\n\n}\n"
        )
        #expect(answer.method == "POST" && answer.address.description == "https://a.example/api")
        #expect(answer.bodyTexts == ["berlin", "page"])
        #expect(answer.status == 201)
        #expect(answer.fields.map(\.name) == ["Link", "ETag"])
        #expect(answer.fields.first?.value == "<https://a.example/?a:b>")
        #expect(String(decoding: answer.body, as: UTF8.self) == "{\n\n}\n")
    }

    @Test func needsNoFieldsAndNoBody() throws {
        let answer = try answer("GET https://a.example/\n\n404\n")
        #expect(answer.status == 404 && answer.fields.isEmpty && answer.body.isEmpty)
    }

    @Test(arguments: [
        ("", 0, "isn't a request"), ("GET a.example\n\n200\n", 1, "isn't a request"),
        ("GET https://a.example/\nX: y\n\n200\n", 2, "isn't part of a request"),
        ("GET https://a.example/\n\nOK\n", 3, "no status"), ("GET https://a.example/\n\n99\n", 3, "no status"),
        ("GET https://a.example/\n\n200\nfield\n", 4, "isn't a header field"),
    ])
    func tellsTheLineThatIsAtFault(text: String, line: Int, problem: String) {
        let fault = #expect(throws: Diagnostic.self) { try answer(text) }
        #expect(fault?.summary.contains(problem) == true)
        #expect(fault?.location?.line == line && fault?.file == "a.http")
    }

    private func fitness(_ question: String, of recorded: String, body: String = "") throws -> Int? {
        try answer("GET \(recorded)\n\n200\n").fitness("GET", try WebAddress(question), body: body)
    }

    @Test func fitsQuestionsWithMoreParametersInAnyOrder() throws {
        let recorded = "https://a.example/s?q=tea&page=2"
        #expect(try fitness("https://a.example/s?page=2&since=3&q=tea", of: recorded) == 2)
        #expect(try fitness("https://a.example/s?page=3&q=tea", of: recorded) == nil)
        #expect(try fitness("https://a.example/s?q=tea", of: recorded) == nil)
        #expect(try fitness("https://a.example/t?page=2&q=tea", of: recorded) == nil)
        #expect(try fitness("http://a.example/s?page=2&q=tea", of: recorded) == nil)
        #expect(try fitness("https://b.example/s?page=2&q=tea", of: recorded) == nil)
    }

    @Test func fitsBodiesWithItsTextsAndNoOtherMethod() throws {
        let recorded = try answer("POST https://a.example/\nBody: berlin\n\n200\n")
        let address = try WebAddress("https://a.example/")
        #expect(recorded.fitness("POST", address, body: "group=berlin") == 1)
        #expect(recorded.fitness("POST", address, body: "group=oslo") == nil)
        #expect(recorded.fitness("GET", address, body: "group=berlin") == nil)
    }
}

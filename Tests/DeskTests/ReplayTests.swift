import TestKit
import Testing

@Suite("replay", .serialized, .startsProcesses)
struct ReplayTests {
    private func server(_ answers: [String: String]) throws -> (RunningServer, ScratchFolder) {
        let scratch = try ScratchFolder()
        for (name, text) in answers { try scratch.write("answers/\(name)", text) }
        return (try RunningServer([scratch.path("answers")], command: "replay"), scratch)
    }

    @Test func answersWhatFitsBest() throws {
        let (server, _) = try server([
            "a/any.http": "GET https://a.example/s\n\n200\nContent-Type: text/plain\n\nany",
            "a/second.http": "GET https://a.example/s?page=2\n\n200\n\nsecond", "a/notes.txt": "no answer",
        ])
        let any = try server.get("/https/a.example/s?page=1")
        #expect(any.hasPrefix("HTTP/1.1 200") && any.hasSuffix("\r\n\r\nany") && any.contains("text/plain"))
        #expect(try server.get("/https/a.example/s?page=2").hasSuffix("\r\n\r\nsecond"))
        #expect(try server.get("/https/b.example/s").hasPrefix("HTTP/1.1 404"))
        #expect(try server.get("/s").hasPrefix("HTTP/1.1 400"))
    }

    @Test func tellsValidatorsThatNothingHasChanged() throws {
        let (server, _) = try server([
            "tag.http": "GET https://a.example/tag\n\n200\nETag: \"7\"\n\nbody",
            "date.http": "GET https://a.example/date\n\n200\nLast-Modified: Mon, 16 Nov 2026 07:30:00 GMT\n\nbody",
        ])
        let same = try server.get("/https/a.example/tag", fields: ["If-None-Match: \"6\", \"7\""])
        #expect(same.hasPrefix("HTTP/1.1 304") && !same.contains("body"))
        #expect(try server.get("/https/a.example/tag", fields: ["If-None-Match: \"6\""]).hasSuffix("\r\n\r\nbody"))
        let since = "If-Modified-Since: Mon, 16 Nov 2026 07:30:00 GMT"
        #expect(try server.get("/https/a.example/date", fields: [since]).hasPrefix("HTTP/1.1 304"))
        // Whoever brings a tag is judged by it alone.
        #expect(
            try server.get("/https/a.example/date", fields: [since, "If-None-Match: \"6\""]).hasPrefix("HTTP/1.1 200"))
    }

    @Test func keepsRedirectsOnThisMachine() throws {
        let (server, _) = try server([
            "here.http": "GET https://a.example/old\n\n301\nLocation: /new\n",
            "there.http": "GET https://a.example/gone\n\n302\nLocation: https://b.example/x?y\n",
        ])
        #expect(try server.get("/https/a.example/old").lowercased().contains("location: /https/a.example/new\r\n"))
        #expect(try server.get("/https/a.example/gone").lowercased().contains("location: /https/b.example/x?y\r\n"))
    }
}

import Testing

@testable import Text

@Suite struct JSONLinesTests {
    private struct Tea: Decodable, Equatable { var name: String }

    private func names(in text: String, isValid: (Tea) -> Bool = { _ in true }) throws(JSONLines.InvalidLine)
        -> [String]
    {
        var names: [String] = []
        try JSONLines.read(Tea.self, from: Array(text.utf8), version: 2) { tea in
            names.append(tea.name)
            return isValid(tea)
        }
        return names
    }

    @Test(arguments: ["", "\n", "\n \r\n\t\n"])
    func readsNothingFromBlankLines(text: String) throws {
        #expect(try names(in: text) == [])
    }

    @Test func readsLinesInOrder() throws {
        let text = "{\"name\":\"Assam\"}\r\n\n{\"kind\":1,\"name\":\"Sencha\"}\n{\"name\":\"Assam\"}"
        #expect(try names(in: text) == ["Assam", "Sencha", "Assam"])
    }

    @Test func skipsConflictMarkers() throws {
        let text = """
            <<<<<<< HEAD
            {"name":"Assam"}
            ||||||| base
            =======
            {"name":"Sencha"}
            >>>>>>> branch
            """
        #expect(try names(in: text) == ["Assam", "Sencha"])
    }

    @Test(arguments: ["{}", "{\"name\":", "name", "{\"name\":1}", "[]", "<<< HEAD", "{\"name\":\"a\"}{\"name\":\"b\"}"])
    func reportsTheFirstInvalidLine(line: String) {
        let error = #expect(throws: JSONLines.InvalidLine.self) {
            try names(in: "{\"name\":\"Assam\"}\n\n\(line)\n{}\n")
        }
        #expect(error?.number == 3)
    }

    @Test func readsLinesOfEveryKnownVersion() throws {
        #expect(try names(in: "{\"name\":\"Assam\",\"v\":1}\n{\"name\":\"Sencha\",\"v\":2}") == ["Assam", "Sencha"])
    }

    @Test(arguments: ["{\"name\":\"Assam\",\"v\":3}", "{\"v\":3}", "{\"name\":[],\"v\":3}"])
    func reportsALineOfALaterVersion(line: String) {
        let error = #expect(throws: JSONLines.InvalidLine.self) { try names(in: "{\"name\":\"Assam\"}\n\(line)\n") }
        #expect(error == JSONLines.InvalidLine(number: 2, laterVersion: 3))
    }

    @Test(arguments: ["{\"name\":\"Assam\",\"v\":\"2\"}", "{\"name\":\"Assam\",\"v\":2.5}"])
    func reportsAVersionThatIsNoNumber(line: String) {
        let error = #expect(throws: JSONLines.InvalidLine.self) { try names(in: line) }
        #expect(error == JSONLines.InvalidLine(number: 1))
    }

    @Test func reportsALineWhoseValueIsRefused() {
        let error = #expect(throws: JSONLines.InvalidLine.self) {
            try names(in: "{\"name\":\"Assam\"}\n{\"name\":\"Mud\"}\n") { $0.name != "Mud" }
        }
        #expect(error?.number == 2)
    }

    @Test func leavesOutUnreadableLinesOfACache() {
        let text = "{\"name\":\"Assam\"}\n{\n\n{\"name\":\"Sencha\"}\n{\"na"
        #expect(JSONLines.readable(Tea.self, in: Array(text.utf8)).map(\.name) == ["Assam", "Sencha"])
    }

    @Test func writesALineEach() throws {
        let bytes = JSONLines.bytes(of: [.object([("name", .text("Assam\n"))]), .object([("name", .text("Sencha"))])])
        #expect(String(decoding: bytes, as: UTF8.self) == "{\"name\":\"Assam\\n\"}\n{\"name\":\"Sencha\"}\n")
        #expect(try names(in: String(decoding: bytes, as: UTF8.self)) == ["Assam\n", "Sencha"])
        #expect(JSONLines.bytes(of: []) == [])
    }
}

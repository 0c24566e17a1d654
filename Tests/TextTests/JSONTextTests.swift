import Foundation
import Testing

@testable import Text

@Suite struct JSONTextTests {
    @Test func writesOnOneLineInTheOrderGiven() {
        let value = JSONText.object([
            ("b", .number(-1)), ("a", .list([.flag(true), .null, .optional(nil), .optional("x")])), ("gone", nil),
            ("c", .object([])),
        ])
        #expect(text(value.bytes) == #"{"b":-1,"a":[true,null,null,"x"],"c":{}}"#)
    }

    @Test func indentsByTwoBlanks() {
        let value = JSONText.object([("a", .list([.number(1), .list([])])), ("b", .flag(false))])
        #expect(
            text(value.indentedBytes) == """
                {
                  "a": [
                    1,
                    []
                  ],
                  "b": false
                }
                """)
    }

    @Test func escapesWhatTextMayNotHold() throws {
        let hostile = "\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{2028}é🦀</script>"
        let bytes = JSONText.text(hostile).bytes
        #expect(text(bytes) == "\"\\\"\\\\/\\n\\r\\t\\u0000\\u001f\\u007f\\u2028é🦀</script>\"")
        #expect(try JSONDecoder().decode(String.self, from: Data(bytes)) == hostile)
    }

    private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
}

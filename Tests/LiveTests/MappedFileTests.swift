import Context
import Live
import TestKit
import Testing
import Text

struct MappedFileTests {
    private func text(_ bytes: FileBytes) -> String { bytes.withBytes { String(decoding: $0, as: UTF8.self) } }

    @Test("Maps what reading reads", arguments: ["", "a", String(repeating: "ab\n", count: 100_000)])
    func mapsWhatReadingReads(content: String) throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("file", content)
        #expect(text(try Files.live.map(path)) == content)
        #expect(try Files.live.map(path).count == content.utf8.count)
    }

    @Test func staysWhatItWasWhenTheFileIsWrittenAnew() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("file", "before")
        let bytes = try Files.live.map(path)
        try Files.live.write(path, Array("after, and longer".utf8))
        #expect(text(bytes) == "before")
        #expect(text(try Files.live.map(path)) == "after, and longer")
    }

    @Test func saysWhatIsMissing() throws {
        let scratch = try ScratchFolder()
        #expect(throws: FileError.self) { try Files.live.map(scratch.path("none")) }
        #expect(throws: FileError.self) { try Files.live.map(scratch.path) }
    }
}

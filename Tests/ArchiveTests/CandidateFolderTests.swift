import Archive
import Context
import Newsletter
import TestKit
import Testing

@Suite struct CandidateFolderTests {
    private func link(_ source: String, _ name: String) -> Candidate {
        Candidate(source: source, kind: .links, title: name, url: "https://\(name).example")
    }

    private func file(_ candidates: Candidate...) -> CandidateFile {
        var file = CandidateFile()
        file.add(candidates)
        return file
    }

    @Test func keepsAFileForEachSourceOfAnIssue() {
        #expect(CandidateFolder.path(ofIssue: 665) == "candidates/665")
        let folder = CandidateFolder("w/candidates/665", files: MemoryFiles().files)
        #expect(folder.path(of: "Hacker News") == "w/candidates/665/hacker-news.jsonl")
    }

    @Test func makesAPoolOfAllFiles() throws {
        let memory = MemoryFiles()
        let folder = CandidateFolder("candidates/7", files: memory.files)
        #expect(try folder.pool().candidates.isEmpty)
        _ = try folder.write(file(link("one", "a")), of: "one", Redactor())
        _ = try folder.write(file(link("two", "b"), link("two", "a")), of: "two", Redactor())
        try memory.files.write("candidates/7/notes.txt", Array("no candidate".utf8))
        #expect(try folder.pool().candidates.map(\.title) == ["a", "b"])
        #expect(try folder.file(of: "two").candidates.map(\.title) == ["a", "b"])
        #expect(try folder.file(of: "three").candidates.isEmpty)
    }

    @Test func keepsALineOfALaterVersionByRefusingToReadIt() throws {
        let memory = MemoryFiles()
        let folder = CandidateFolder("candidates/7", files: memory.files)
        let line = Array(#"{"identity":"a","kind":"hologram","source":"one","title":"T","v":3}"#.utf8)
        try memory.files.write("candidates/7/one.jsonl", line)
        let error = #expect(throws: Diagnostic.self) { try folder.pool() }
        #expect(error?.file == "candidates/7/one.jsonl")
        #expect(error?.remedy == "Update Sennight; the file was not changed")
        #expect(throws: Diagnostic.self) { try folder.file(of: "one") }
        #expect(try folder.bytes(of: "one") == line)
    }
}

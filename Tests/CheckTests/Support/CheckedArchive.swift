import Archive
import Markdown
import Newsletter
import TestKit
import Text

@testable import Check

/// The issues of a publication, each checked against the others.
struct CheckedArchive: Sendable {
    let context: CheckContext
    /// By file.
    let texts: [String: SourceText]
    /// By file.
    let findings: [String: [Finding]]

    init(of publication: Publication, issues: [String: [UInt8]]) async throws {
        let memory = MemoryFiles()
        for (file, bytes) in issues { memory.write(file, bytes) }
        let reading = try await ArchiveReader(
            files: memory.files, publication: publication, root: { $0 }, cache: "index",
            basis: Fingerprint(.text("test")), jobs: 2
        ).read(now: 0)
        let context = CheckContext(publication: publication, archive: reading.index)
        let files = reading.index.issues.map { (bytes: issues[$0.file] ?? [], file: $0.file) }
        let results = await Checker(context).findings(in: files, jobs: 2)
        var findings: [String: [Finding]] = [:]
        for (file, result) in zip(files, results) { findings[file.file] = try result.get() }
        self.context = context
        self.texts = issues.mapValues { SourceText($0) }
        self.findings = findings
    }
}

import Archive
import Context
import Foundation
import Markdown
import Newsletter
import Settings
import TestKit
import Testing

@testable import Check
import Text

/// The back issues with their shipped settings, read once for all tests.
enum ThisWeek {
    static func publication() throws -> Publication {
        let file = TestData.packageRoot + "/Examples/this-week-in-rust/sennight.yaml"
        return try SettingsReader.publication(from: try String(contentsOfFile: file, encoding: .utf8), file: file) {
            _ in ""
        }
    }

    struct Archive: Sendable {
        var context: CheckContext
        var texts: [String: SourceText]
        /// By file.
        var findings: [String: [Finding]]
    }

    private static let task = Task { () throws -> Archive in
        let publication = try Self.publication()
        var texts: [String: [UInt8]] = [:]
        let memory = MemoryFiles()
        for name in TestData.issues {
            let bytes = try TestData.bytes(ofIssue: name)
            texts["content/" + name] = bytes
            memory.write("content/" + name, bytes)
        }
        let reading = try await ArchiveReader(
            files: memory.files, publication: publication, root: { $0 }, cache: "index",
            basis: Fingerprint(.text("test")),
            jobs: 2
        ).read(now: 0)
        let context = CheckContext(publication: publication, archive: reading.index)
        let files = reading.index.issues.map { (bytes: texts[$0.file] ?? [], file: $0.file) }
        let results = await Checker(context).findings(in: files, jobs: 2)
        var findings: [String: [Finding]] = [:]
        for (file, result) in zip(files, results) { findings[file.file] = try result.get() }
        return Archive(context: context, texts: texts.mapValues(SourceText.init), findings: findings)
    }

    static var archive: Archive {
        get async throws { try await task.value }
    }
}

extension Trait where Self == ConditionTrait {
    /// For suites over the back issues: enabled where the data is.
    static var withBackIssues: Self { .enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)) }
}

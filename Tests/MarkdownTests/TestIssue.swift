import Foundation
import Markdown
import Newsletter
import Settings
import TestKit
import Testing

/// An issue that the suites over whole issues run over: a sample, or a back issue where the test data is.
struct TestIssue: Sendable, CustomTestStringConvertible {
    let name: String
    let isSample: Bool

    static let samples = SampleIssues.names.map { TestIssue(name: $0, isSample: true) }
    static let backIssues = TestData.issues.map { TestIssue(name: $0, isSample: false) }
    static let all = samples + backIssues

    var testDescription: String { name }

    /// How often a test repeats what it does by chance: samples are few.
    var rounds: Int { isSample ? 10 : 1 }

    func bytes() throws -> [UInt8] {
        isSample ? try SampleIssues.bytes(of: name) : try TestData.bytes(ofIssue: name)
    }

    /// With the settings of its publication.
    func reader() throws -> IssueReader {
        isSample ? try Self.sampleReader.get() : try BackIssues.reader.get()
    }

    func read() throws -> Newsletter.Issue {
        try reader().read(bytes(), file: name, parts: .sections).issue
    }

    private static let sampleReader: Result<IssueReader, any Error> = Result {
        let text = try String(contentsOfFile: SampleIssues.settingsFile, encoding: .utf8)
        let publication = try SettingsReader.publication(from: text, file: SampleIssues.settingsFile) { _ in "" }
        return IssueReader(rules: SectionRules(publication.sections))
    }
}

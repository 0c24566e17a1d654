import Foundation
import Markdown
import Newsletter
import Settings
import TestKit
import Testing

/// What tests over the back issues share: a reader by the shipped settings, and why they are skipped without data.
enum BackIssues {
    static let reader: Result<IssueReader, any Error> = Result {
        let file = TestData.packageRoot + "/Examples/this-week-in-rust/sennight.yaml"
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let publication = try SettingsReader.publication(from: text, file: file) { _ in "" }
        return IssueReader(rules: SectionRules(publication.sections))
    }

    static func read(_ name: String, parts: IssueReader.Parts = .sections) throws -> IssueReader.Reading {
        try reader.get().read(TestData.bytes(ofIssue: name), file: name, parts: parts)
    }

    /// `2013-06-07` of `2013-06-07-this-week-in-rust.markdown`.
    static func day(of name: String) -> String { String(name.prefix(10)) }
}

extension Trait where Self == ConditionTrait {
    /// For suites over the back issues: enabled where the data is.
    static var withBackIssues: Self { .enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)) }
}

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

    private static let task = Task { () throws -> CheckedArchive in
        var texts: [String: [UInt8]] = [:]
        for name in TestData.issues { texts["content/" + name] = try TestData.bytes(ofIssue: name) }
        return try await CheckedArchive(of: try Self.publication(), issues: texts)
    }

    static var archive: CheckedArchive {
        get async throws { try await task.value }
    }
}

extension Trait where Self == ConditionTrait {
    /// For suites over the back issues: enabled where the data is.
    static var withBackIssues: Self { .enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)) }
}

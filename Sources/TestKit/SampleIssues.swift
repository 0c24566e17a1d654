internal import Foundation

/// Newsletter issues of a fictitious publication, written for the tests: every kind of section, and forms that are easy
/// to get wrong (line endings, underlined headings, nested lists, fences, raw HTML, tables, reference links, scripts).
///
/// The suites that run on real back issues also run on these, so that they find bugs without the test data.
package enum SampleIssues {
    private static let folder = TestData.packageRoot + "/Tests/Fixtures/issues"

    /// The settings of the publication.
    package static let settingsFile = TestData.packageRoot + "/Tests/Fixtures/issues.yaml"

    /// Their file names, sorted; none if the folder is missing, which a test notices.
    package static let names: [String] = {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.filter { $0.hasSuffix(".md") }.sorted()
    }()

    package static func bytes(of name: String) throws -> [UInt8] {
        try TestData.bytes(at: folder + "/" + name)
    }
}

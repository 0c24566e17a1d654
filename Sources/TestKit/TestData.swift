internal import Foundation

/// The real data that tests use if it is available: back issues, merges, baselines.
package enum TestData {
    /// The folder of the data, or nil if there is none.
    ///
    /// `SENNIGHT_TESTDATA` names it; the default is `../shared` relative to the package's root.
    package static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["SENNIGHT_TESTDATA"]
        let path = named ?? packageRoot + "/../shared"
        return FileManager.default.fileExists(atPath: path + "/archive/content") ? path : nil
    }()

    package static var isPresent: Bool { folder != nil }

    /// The message of a skipped test, for `.enabled(if:)`.
    package static let hint = "needs the test data in ../shared, or where SENNIGHT_TESTDATA points to"

    /// A path in the data folder, for tests that are only enabled if there is one.
    package static func path(_ relative: String) -> String { (folder ?? ".") + "/" + relative }

    /// The back issues' file names, sorted.
    package static let issues: [String] = {
        guard let folder else { return [] }
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder + "/archive/content")) ?? []
        return names.filter { $0.hasSuffix(".md") || $0.hasSuffix(".markdown") }.sorted()
    }()

    package static func bytes(ofIssue name: String) throws -> [UInt8] {
        try bytes(at: path("archive/content/" + name))
    }

    /// All bytes of a file.
    package static func bytes(at path: String) throws -> [UInt8] {
        try Array(Data(contentsOf: URL(filePath: path)))
    }

    /// The root of this package.
    package static let packageRoot: String = {
        let file = URL(filePath: #filePath)
        return file.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path
    }()
}

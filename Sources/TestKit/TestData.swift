internal import Foundation

/// The real data that tests read where it is there: back issues, merges, baselines.
package enum TestData {
    /// The folder of the data; nil where there is none.
    ///
    /// `SENNIGHT_TESTDATA` names it, else it is `../shared` from the package's root.
    package static let folder: String? = {
        let named = ProcessInfo.processInfo.environment["SENNIGHT_TESTDATA"]
        let path = named ?? packageRoot + "/../shared"
        return FileManager.default.fileExists(atPath: path + "/archive/content") ? path : nil
    }()

    package static var isPresent: Bool { folder != nil }

    /// For `.enabled(if:)`: what a skipped test says.
    package static let hint = "needs the test data in ../shared, or where SENNIGHT_TESTDATA says"

    /// A path in the data folder; in a test that is enabled only where there is one.
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

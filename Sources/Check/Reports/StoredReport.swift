package import Newsletter

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A ``JSONReport`` read back from a file.
///
/// It may come from a run on a stranger's pull request, and the stranger may have written it: only its structure can be
/// relied on.
package struct StoredReport: Hashable, Sendable, Decodable {
    package struct Item: Hashable, Sendable, Decodable {
        package var id: String
        package var severity: String
        package var file: String
        package var line: Int
        package var summary: String
    }

    package var diagnostics: [Item]

    /// In bytes.
    package static let largest = 4 << 20

    /// - Throws: a ``Diagnostic`` if these bytes aren't such a report.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        guard bytes.count <= Self.largest else {
            throw Diagnostic(
                "the report has more than \(Self.largest >> 20) MB", remedy: "Check fewer files at once", file: file)
        }
        do {
            self = try JSONDecoder().decode(Self.self, from: Data(bytes))
        } catch {
            throw Diagnostic(
                "this isn't a report of 'sennight check'", remedy: "Write one with 'sennight check --format json'",
                file: file)
        }
    }
}

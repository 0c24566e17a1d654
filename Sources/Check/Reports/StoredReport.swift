package import Newsletter

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// What a ``JSONReport`` says, read back.
///
/// It may come from a run over a stranger's pull request, and the stranger may have written it: nothing in it is to be
/// trusted but its shape.
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

    /// - Throws: a ``Diagnostic`` where these bytes are no such report.
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

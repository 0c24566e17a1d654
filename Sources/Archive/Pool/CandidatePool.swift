internal import FoundationEssentials
package import Newsletter

/// What one source brought for one issue, as everybody sees it: a file of sorted lines under git.
package struct CandidatePool: Sendable {
    private var byIdentity: [String: Candidate] = [:]

    package init() {}

    /// Sorted by identity.
    package var candidates: [Candidate] {
        byIdentity.sorted { $0.key < $1.key }.map(\.value)
    }

    package subscript(identity: String) -> Candidate? { byIdentity[identity] }

    /// Adds what a source brought; what it brought before and does not bring any more stays, for feeds forget.
    package mutating func add(_ candidates: [Candidate]) {
        for candidate in candidates { byIdentity[candidate.identity] = candidate }
    }

    package mutating func remove(_ identity: String) {
        byIdentity[identity] = nil
    }

    /// Where an issue's candidates are, from the publication's root.
    package static func folder(ofIssue number: Int) -> String { "candidates/\(number)" }

    /// The file of a source in that folder.
    package static func file(of source: String) -> String { "\(Slug.of(source)).jsonl" }

    /// Reads what ``bytes`` gave; git's conflict markers are passed over, of two lines on one thing the later counts.
    ///
    /// - Throws: a ``Diagnostic`` for a line that is no candidate.
    package init(_ bytes: [UInt8], file: String) throws(Diagnostic) {
        let decoder = JSONDecoder()
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if line.allSatisfy({ $0 <= 0x20 }) || ConflictMarker.isBegun(by: line) { continue }
            guard let read = try? decoder.decode(CandidateLine.self, from: Data(line)), let candidate = read.candidate
            else {
                throw Diagnostic(
                    "this line is no candidate", remedy: "Take the line out, or collect anew", file: file,
                    at: SourceLocation(line: number + 1, column: 1))
            }
            byIdentity[candidate.identity] = candidate
        }
    }

    package var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return candidates.reduce(into: []) { output, candidate in
            guard let line = try? encoder.encode(CandidateLine(candidate)) else { return }
            output += Array(line) + [0x0A]
        }
    }
}

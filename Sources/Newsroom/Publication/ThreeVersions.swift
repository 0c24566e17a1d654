package import Context
internal import Draft
internal import Newsletter

/// Three versions of an issue, which are merged entry by entry.
package struct ThreeVersions {
    let files: Files
    let base: String
    let main: String
    let branch: String

    /// - Parameters:
    ///   - base: the file with the version that both sides started from.
    ///   - main: the file with the version to merge into.
    ///   - branch: the file with the version to merge.
    package init(base: String, main: String, branch: String, context: Context) {
        files = context.files
        self.base = base
        self.main = main
        self.branch = branch
    }

    package struct Outcome: Sendable {
        package var bytes: [UInt8]
        /// The decisions that the merge made, as sentences without a full stop.
        package var notes: [String]
        /// The conflicts that a person must resolve, between git's markers in the text.
        package var conflicts: [String]

        init(_ outcome: IssueMerge.Outcome) {
            bytes = outcome.bytes
            notes = outcome.notes
            conflicts = outcome.conflicts
        }
    }

    /// - Throws: ``Diagnostics`` if one of the versions isn't an issue; ``FileError``.
    package func merged() throws -> Outcome {
        let versions = try versions(names: [base, main, branch])
        return Outcome(
            IssueMerge.merge(base: versions[0].bytes, main: versions[1].bytes, branch: versions[2].bytes))
    }

    func versions(names: [String]) throws -> [MergeGuard.Version] {
        let versions = try zip(names, [base, main, branch]).map { name, file in
            MergeGuard.Version(name: name, bytes: try files.read(file, atMost: Files.largestText))
        }
        try MergeGuard.check(base: versions[0], main: versions[1], branch: versions[2])
        return versions
    }
}

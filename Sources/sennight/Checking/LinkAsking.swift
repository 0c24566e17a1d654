internal import Check
internal import Newsletter

/// `check --links`.
enum LinkAsking {
    /// What the web says of the documents' links.
    static func findings(in documents: [Document], _ surroundings: Surroundings) async throws -> [Finding] {
        throw Diagnostic("links cannot be asked yet", remedy: "Leave --links out")
    }
}

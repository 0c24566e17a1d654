/// An issue that a build leaves out.
package struct HeldBackIssue: Hashable, Sendable {
    /// The path from the publication's root.
    package var file: String
    /// The field of the header or the setting that says so.
    package var reason: String
}

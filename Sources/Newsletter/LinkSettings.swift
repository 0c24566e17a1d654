/// A publication's settings for the checks that request its links.
package struct LinkSettings: Hashable, Sendable {
    /// An article counts as old if it was published this many weeks before the issue.
    package var oldAfterWeeks = 26
    /// For how many hours a successful response is remembered.
    package var rememberedHours = 24
    /// Hosts that aren't requested, in lower case.
    package var skippedHosts: Set<String> = []

    package init() {}
}

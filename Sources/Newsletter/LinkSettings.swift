/// What a publication says of the checks that ask its links.
package struct LinkSettings: Hashable, Sendable {
    /// How many weeks before its issue an article was published that is called old.
    package var oldAfterWeeks = 26
    /// For how many hours a good answer is remembered.
    package var rememberedHours = 24
    /// Hosts that are not asked, in lower case.
    package var skippedHosts: Set<String> = []

    package init() {}
}

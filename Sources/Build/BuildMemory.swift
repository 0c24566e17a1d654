internal import Context
internal import Newsletter

/// What one build leaves to the next in the same process, so that a small change costs little.
package struct BuildMemory: Sendable {
    /// Nil before the first build.
    var cards: CardMemory?
    var theme: Theme?
    /// Sections that some output has read, by their file's fingerprint.
    var sections: [Fingerprint: [Section]] = [:]

    package init() {}
}

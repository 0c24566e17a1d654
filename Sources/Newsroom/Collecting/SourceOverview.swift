internal import Collect
internal import Newsletter
internal import Settings

/// All sources, with the result of the last run of each.
package struct SourceOverview: Sendable {
    package struct Row: Sendable {
        package var name: String
        /// The result of the last run; nil for a source that was never collected.
        package var state: SourceState?
    }

    package let rows: [Row]

    /// - Throws: ``InvalidSettings``; a ``Diagnostic`` if the publication has no sources.
    package init(_ session: DraftSession) throws {
        let sources = session.publication.sources
        try Collector.checkSettings(sources)
        guard !sources.isEmpty else {
            throw Diagnostic(
                "the publication has no sources",
                remedy: "Add sources under 'sources:' in the settings (see Guides/sources.md)",
                file: session.location.settings)
        }
        let states = SourceState.all(session)
        rows = sources.map { Row(name: $0.name, state: states[$0.name]) }
    }
}

extension Collector {
    /// - Throws: ``InvalidSettings``.
    static func checkSettings(_ sources: [SourceSettings]) throws {
        _ = try made(sources)
    }

    /// - Throws: ``InvalidSettings``.
    static func made(_ sources: [SourceSettings]) throws -> Collector {
        do throws(Diagnostics) {
            return try Collector(sources)
        } catch {
            throw InvalidSettings(faults: error)
        }
    }
}

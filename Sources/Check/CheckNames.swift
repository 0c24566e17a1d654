package import Newsletter
internal import Text

/// The names of all checks, and the messages for unknown names.
package enum CheckNames {
    package static let all = (CheckPages.ids + LinkCheckPages.ids).sorted()

    /// The check of which `finish` reports the findings, too.
    package static var unchangedGreeting: String { UnchangedGreeting.id }

    /// A check's page, or nil if no check has this name.
    package static func page(of name: String) -> String? { CheckPages.page(name) ?? LinkCheckPages.page(name) }

    /// Whether a check needs the web, because it evaluates what servers answer.
    package static func needsWeb(_ name: String) -> Bool { LinkCheckPages.page(name) != nil }

    /// A summary without full stop and a remedy for an unknown name; nil if a check has this name.
    package static func fault(of name: String) -> (summary: String, remedy: String)? {
        guard !known.contains(name) else { return nil }
        let remedy = nearest(to: name).map { "Did you mean '\($0)'?" } ?? "Run 'sennight explain' to list all checks"
        return ("unknown check '\(name)'", remedy)
    }

    /// One diagnostic for each name in the settings that no check has.
    ///
    /// - Parameter file: the settings file, as messages name it.
    package static func faults(in settings: CheckSettings, file: String) -> [Diagnostic] {
        settings.severityPlaces.sorted { ($0.value.line, $0.key) < ($1.value.line, $1.key) }.compactMap { name, place in
            fault(of: name).map { Diagnostic($0.summary, remedy: $0.remedy, file: file, at: place) }
        }
    }

    /// The highest severity of a check's findings, unless the settings say otherwise.
    static func severity(of name: String) -> Finding.Severity? { severities[name] }

    private static let severities = Dictionary(
        uniqueKeysWithValues: allChecks.map { ($0.id, $0.severity) } + allLinkChecks.map { ($0.id, $0.severity) })

    static func nearest(to name: String) -> String? { ClosestMatch.of(name, among: all) }

    static func isKnown(_ name: String) -> Bool { known.contains(name) }

    private static let known = Set(all)
}

internal import Context
package import Settings

/// Publishes the site into a folder of this machine, in one step, so that readers see the old site or the new one.
///
///     - target: folder
///       path: /srv/www/weekly
package struct FolderTarget: PublishTarget {
    package static let kind = "folder"
    package static let role = TargetRole.deploy
    package static let summary = "a folder of this machine, exchanged in one step"
    package static let keys = SettingsMapping([
        Setting(
            "path", .text, "The folder, absolute or from the publication's root.", required: true,
            example: "/srv/www/weekly")
    ])
    package let name: String
    private let path: String

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        path = fields.text("path")
    }

    package var target: String { path }
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        StepPreview(changes: ["publish the site into \(path)"])
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        .absent
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        throw StepFault("deploying to a folder isn't there yet", remedy: "Use another target")
    }
}

package import Newsletter
package import Settings

/// A kind of place where an issue is published: a way to deploy the site, or a service where it is announced.
///
/// To add one, add a file to `Targets`, a line to ``allTargets`` and a test.
package protocol PublishTarget: PublishStep {
    /// The name of the kind, as in `target:` in the settings.
    static var kind: String { get }
    static var role: TargetRole { get }
    /// A few words about what it does.
    static var summary: String { get }
    /// Its own keys, besides `target` and `name`.
    static var keys: SettingsMapping { get }

    /// Reads its own keys, and reports faults that aren't about types to the fields.
    ///
    /// - Parameter name: the name of the step.
    init(_ fields: SettingsFields, name: String)
}

/// Which list of the settings a target belongs to.
package enum TargetRole: String, Sendable {
    /// `publish.deploy`: puts the built site somewhere.
    case deploy
    /// `publish.announce`: tells others about the issue once its page is online.
    case announce
}

/// Every kind of target, in alphabetical order; a test compares the list with the folder.
package let allTargets: [any PublishTarget.Type] = [
    BlueskyTarget.self,
    BranchTarget.self,
    CommandTarget.self,
    DiscourseTarget.self,
    FolderTarget.self,
    MastodonTarget.self,
    RsyncTarget.self,
]

extension PublishTarget {
    package static var declaration: KindDeclaration {
        KindDeclaration(
            name: kind, summary: summary, keys: keys,
            common: role == .deploy ? PublishSettingsReader.deployment : PublishSettingsReader.announcement)
    }

    package var isRepeatedIfChanged: Bool { Self.role == .deploy }

    /// A deployment runs when all before it have succeeded; announcements depend on the verified page alone, so that
    /// the failure of one stops no other.
    package var needs: [String] { Self.role == .announce ? [StepName.build, StepName.verify] : [StepName.build] }
}

/// The names of the steps that others depend on.
package enum StepName {
    package static let finish = "finish"
    package static let commit = "commit"
    package static let tag = "tag"
    package static let push = "push"
    package static let build = "build"
    package static let verify = "verify"
    package static let mail = "mail"
    package static let send = "send"
    package static let redirect = "redirect"
    package static let next = "next"
}

/// The targets that the settings name.
package enum TargetList {
    /// - Throws: every fault of the keys, with its location.
    package static func targets(_ settings: [TargetSettings]) throws(Diagnostics) -> [any PublishTarget] {
        var (targets, faults): ([any PublishTarget], [Diagnostic]) = ([], [])
        for item in settings {
            guard let type = allTargets.first(where: { $0.kind == item.kind && $0.role.rawValue == item.list }) else {
                let kinds = allTargets.filter { $0.role.rawValue == item.list }.map { $0.kind }
                faults.append(
                    Diagnostic(
                        "'\(item.kind)' isn't a target of 'publish.\(item.list)'",
                        remedy: "Write one of: \(kinds.joined(separator: ", "))", file: item.file,
                        at: item.values.location))
                continue
            }
            do throws(Diagnostics) {
                targets.append(try read(type, item))
            } catch {
                faults += error.all
            }
        }
        guard faults.isEmpty else { throw Diagnostics(faults) }
        return targets
    }

    private static func read<Target: PublishTarget>(_ type: Target.Type, _ item: TargetSettings) throws(Diagnostics)
        -> any PublishTarget
    {
        try item.read(type.declaration.mapping) { Target($0, name: item.name) }
    }
}

internal import Context
internal import GitHub
package import Newsletter
internal import Text

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Comments on the pull requests whose entries are in the issue, and closes them if the settings say so.
///
/// A hidden line in the comment shows what was done, so that a step that was stopped only does the rest.
package struct PullRequestsStep: PublishStep {
    /// The numbers of the pull requests whose entries are in the issue.
    package typealias Numbers = @Sendable () async throws -> [Int]

    package let name = "pull-requests"
    package let target: String
    package let isFinal = true
    package let needs = [StepName.verify]
    private let rules: IntakeRules
    private let mode: PublishedPullRequests
    private let numbers: Numbers

    package init(_ publication: Publication, numbers: @escaping Numbers) {
        rules = publication.intake
        mode = publication.publishing.pullRequests
        target = rules.repository ?? "no repository"
        self.numbers = numbers
    }

    package func preview(_ request: PublishRequest) async -> StepPreview {
        var preview = StepPreview(changes: [])
        do throws(StepFault) {
            let pulls = try await pulls()
            let list = pulls.map { "#\($0)" }.joined(separator: ", ")
            let verb = mode == .close ? "comment on and close" : "comment on"
            if !pulls.isEmpty {
                preview.changes = ["\(verb) \(pulls.count.counted("pull request")) of \(target): \(list)"]
            }
            let client = try client(request)
            do throws(PublishedPullRequestClient.Failure) { try await client.check() } catch { throw error.fault }
        } catch {
            preview.problems.append(request.context.redactor.redacted(error.description))
        }
        return preview
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        let words = Localization.of(request.publication.language)
        let title = AnnouncementText.quoted(request.issue.title, .markdown)
        let comment = words["published_pull_request"].replacing("{title}", with: title)
            .replacing("{url}", with: request.issue.url)
        return JSONText.members([
            ("pulls", .list(try await pulls().map { .number($0) })), ("comment", .text(comment)),
            ("close", .flag(mode == .close)),
        ]).line
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        let (plan, client) = (try plan(attempt), try client(request))
        do throws(PublishedPullRequestClient.Failure) {
            for pull in plan.pulls where try await client.rest(of: plan, pull) != .nothing { return .absent }
        } catch {
            throw error.fault
        }
        return .present(result(plan))
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let (plan, client) = (try plan(attempt), try client(request))
        var faults: [(pull: Int, fault: StepFault)] = []
        for pull in plan.pulls {
            do throws(PublishedPullRequestClient.Failure) {
                try await client.finish(plan, pull)
            } catch {
                faults.append((pull, error.fault))
                guard error.concernsOne else { break }
            }
        }
        guard let first = faults.first else { return result(plan) }
        var fault = first.fault
        let failed = faults.map { "#\($0.pull)" }.joined(separator: ", ")
        fault.problem = "\(failed): \(fault.problem)"
        if faults.contains(where: { $0.fault.effect == .possible }) { fault.effect = .possible }
        fault.retryAfter = faults.compactMap(\.fault.retryAfter).max()
        throw fault
    }

    // MARK: Parts

    private func pulls() async throws(StepFault) -> [Int] {
        do {
            return Array(Set(try await numbers())).sorted()
        } catch {
            throw StepFault("\(error)", remedy: "Fix it, then retry")
        }
    }

    private func client(_ request: PublishRequest) throws(StepFault) -> PublishedPullRequestClient {
        guard let repository = rules.repository else {
            throw StepFault(
                "the settings don't name the repository of the pull requests",
                remedy: "Write 'intake: { repository: OWNER/NAME }'")
        }
        let api = GitHubAPI(
            root: rules.api, http: request.http, token: try request.secret("GITHUB_TOKEN"), maximumBytes: 8 << 20,
            usesCache: false)
        return PublishedPullRequestClient(api: api, repository: repository, clock: request.context.clock)
    }

    private func plan(_ attempt: StepAttempt) throws(StepFault) -> PublishedPullRequestClient.Plan {
        do {
            var plan = try JSONDecoder().decode(
                PublishedPullRequestClient.Plan.self, from: Data(attempt.payload.utf8))
            plan.marker = "<!-- sennight: \(attempt.key) -->"
            return plan
        } catch {
            throw StepFault(
                "the journal's list of pull requests can't be read", remedy: "Abandon the plan and make a new one")
        }
    }

    private func result(_ plan: PublishedPullRequestClient.Plan) -> StepResult {
        let count = plan.pulls.count.counted("pull request")
        return StepResult(plan.close ? "\(count) commented on and closed" : "\(count) commented on")
    }
}

internal import Address
internal import Context
package import Newsletter
internal import Text

/// Makes the issue's permanent address for its discussion, `/issues/N/discuss`, lead to the discussion that an
/// announcement has opened.
package struct RedirectStep: PublishStep {
    /// Writes down where the address of an issue's discussion leads to, by the issue's number. It changes nothing if
    /// it leads there already.
    package typealias Change = @Sendable (_ issue: Int, _ url: String) async throws -> Void
    /// Builds the site and deploys these files of it again.
    package typealias Deployment = @Sendable (_ request: PublishRequest, _ paths: [String]) async throws -> Void

    package let name = StepName.redirect
    package let target: String
    package let isFinal = false
    /// The step whose result has the discussion's address.
    private let source: String
    /// Whether the site can be read to see the change.
    private let isOnline: Bool
    private let change: Change
    private let deployment: Deployment

    /// - Parameters:
    ///   - source: the name of the step that opens the discussion, such as ``discussion(_:)`` returns.
    ///   - isOnline: whether the publication's address leads to the site that is deployed; a rehearsal may have none.
    package init(
        _ publication: Publication, source: String, isOnline: Bool = true, change: @escaping Change,
        deployment: @escaping Deployment
    ) {
        target = publication.address
        self.source = source
        self.isOnline = isOnline
        self.change = change
        self.deployment = deployment
    }

    /// The name of the target that opens the discussion: the first one with `discussion: true`, or else the first
    /// Discourse forum; nil if there is neither.
    package static func discussion(_ targets: [TargetSettings]) -> String? {
        let announcements = targets.filter { $0.list == TargetRole.announce.rawValue }
        return
            (announcements.first(where: AnnouncementSettings.opensDiscussion)
            ?? announcements.first { $0.kind == DiscourseTarget.kind })?
            .name
    }

    package var needs: [String] { [source] }

    package func preview(_ request: PublishRequest) async -> StepPreview {
        StepPreview(changes: ["redirect \(address(request)) to the discussion that '\(source)' opens"])
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        guard let url = discussion(request) else { return .present(Self.nothing(source)) }
        return await leads(request, to: url) ? .present(result(request, url)) : .absent
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        guard let url = discussion(request) else { return Self.nothing(source) }
        do {
            try await change(request.issue.number, url)
            let site = SiteAddress(request.publication)
            let paths = [SiteAddress.Page.discuss(request.issue.number), .jobs].map {
                SiteAddress.pageFile(of: site.path(of: $0))
            }
            try await deployment(request, paths)
        } catch let fault as StepFault {
            throw fault
        } catch {
            // Doing both again does no harm.
            throw StepFault(
                request.context.redactor.redacted("\(error)"), remedy: "Fix it, then retry", effect: .possible)
        }
        return result(request, url)
    }

    package func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult)
        async throws(StepFault)
    {
        guard isOnline, let url = discussion(request) else { return }
        let clock = request.context.clock
        let end = clock.seconds + request.publication.publishing.patience
        while await !leads(request, to: url) {
            guard clock.seconds < end, !Task.isCancelled else {
                throw StepFault(
                    "\(address(request)) doesn't redirect to \(url) yet", remedy: "Check the deployment, then retry")
            }
            await clock.sleep(.seconds(5))
        }
    }

    private func address(_ request: PublishRequest) -> String {
        SiteAddress(request.publication).url(.discuss(request.issue.number))
    }

    /// Nil if the announcement was skipped, or has no address.
    private func discussion(_ request: PublishRequest) -> String? { request.results[source]?.url }

    private static func nothing(_ source: String) -> StepResult {
        StepResult("'\(source)' has opened no discussion to redirect to")
    }

    private func result(_ request: PublishRequest, _ url: String) -> StepResult {
        StepResult("\(address(request)) now redirects to \(url)", url: address(request))
    }

    /// Whether the site's address leads to another one now, by a redirect or a page with a link; false if it can't be
    /// read.
    private func leads(_ request: PublishRequest, to url: String) async -> Bool {
        guard isOnline else { return false }
        var question = HTTPRequest(address(request), timeout: 30, retries: 1)
        question.headers["Cache-Control"] = "no-cache"
        // A page that can't be read is deployed again, which does no harm.
        guard let response = try? await request.http.send(question) else { return false }
        let wanted = CanonicalURL(url)
        return response.hops.contains { CanonicalURL($0.url) == wanted }
            || PostedLinks.links(String(decoding: response.body, as: UTF8.self), to: url)
    }
}

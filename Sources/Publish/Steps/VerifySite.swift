internal import Context
internal import Newsletter
internal import Text

/// Makes sure that readers get the pages that were built: the issue's page, the home page, the feeds and the calendar.
///
/// Caches may return older pages for a while, so each address is requested until it returns the built bytes.
package struct VerifySite: PublishStep {
    package let name = StepName.verify
    package let target: String
    package let needs: [String]
    package let isFinal = false
    private let isNewest: Bool

    /// - Parameters:
    ///   - site: the site's address, for people.
    ///   - deployments: the names of the steps that deploy it.
    ///   - isNewest: whether the issue is new, so that the feeds must have it.
    package init(site: String, after deployments: [String], isNewest: Bool = true) {
        target = site
        needs = deployments
        self.isNewest = isNewest
    }

    package func preview(_ request: PublishRequest) async -> StepPreview {
        StepPreview(changes: [
            "request the issue's page, the home page, feeds and calendar from \(target)"
                + ", for up to \(request.publication.publishing.patience.counted("second"))"
        ])
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        // Looking is all that there is to do.
        .absent
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let pages = try VerifiedPage.all(of: request)
        for page in pages { try page.requireValidity(with: isNewest ? request.issue : nil) }
        let clock = request.context.clock
        let end = clock.seconds + request.publication.publishing.patience
        var (open, pause) = (pages, 2)
        while true {
            var differing: [(page: VerifiedPage, difference: PageDifference)] = []
            for page in open {
                if let difference = await page.difference(request) { differing.append((page, difference)) }
            }
            guard let first = differing.first(where: { $0.difference.isLasting }) ?? differing.first else { break }
            let left = end - clock.seconds
            if first.difference.isLasting || left <= 0 {
                throw first.difference.fault(page: first.page, after: request.publication.publishing.patience)
            }
            let asked = differing.compactMap(\.difference.retryAfter).max() ?? 0
            await clock.sleep(.seconds(min(left, max(pause, asked))))
            pause = min(30, pause * 2)
            open = differing.map(\.page)
        }
        return StepResult(
            "\(pages.count.counted("address", "addresses")) return what was built", url: request.issue.url)
    }
}

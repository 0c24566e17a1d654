internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Settings
internal import Text

/// The steps of publishing an issue, in their order, as the settings and the clone require them.
struct PublishingSteps {
    /// In the order in which they run.
    let steps: [any PublishStep]
    /// The remote that holds the journal; nil if the publication has none.
    let remote: String?
    /// What publishing commits.
    let files: PublishedFiles
    let deployments: [any PublishStep]
    let clone: PublicationClone?
    let saving: CloneSaving?

    /// - Parameter isStopped: whether a person wants to stop.
    /// - Throws: ``InvalidSettings``; ``GitError``.
    init(
        _ publishing: Publishing, _ selection: IssueSelection, _ choice: IssuePublishing.Choice,
        isStopped: @escaping @Sendable () -> Bool
    ) async throws {
        let session = try publishing.session()
        let (publication, issue) = (session.publication, selection.issue)
        let settings = publication.publishing
        // A rehearsal has a repository of its own, with one branch.
        let branch = publishing.isRehearsal ? nil : settings.branch
        let listed = publishing.isRehearsal ? settings.rehearsal?.targets ?? [] : settings.targets
        let targets: [any PublishTarget]
        do {
            targets = try TargetList.targets(listed)
        } catch {
            throw InvalidSettings(faults: error)
        }
        var steps: [any PublishStep] = [
            FinishStep(
                publishing: publishing, issue: issue.number, ignored: choice.ignored, notBefore: choice.notBefore)
        ]
        let place = try await PlanPlace(publishing, session)
        (clone, remote) = (place.clone, place.remote)
        let files = PublishedFiles(
            issue: issue.file, drafts: publication.folders.drafts, shared: SharedFiles.folders)
        self.files = files
        if let clone {
            saving = CloneSaving(
                clone, remote: remote, branch: branch, driver: GitSetup.driver(session.context))
            steps += Self.gitSteps(clone, saving, settings, session, selection, files, branch: branch)
        } else {
            saving = nil
        }
        steps.append(BuildStep(publishing: publishing))
        let deployments = targets.filter { type(of: $0).role == .deploy }.map { $0 as any PublishStep }
        self.deployments = deployments
        steps += deployments
        let names = deployments.map(\.name)
        if publishing.isRehearsal, settings.rehearsal?.address == nil {
            steps.append(UnverifiedStep(needs: names))
        } else {
            steps.append(
                VerifySite(site: publication.address, after: names, isNewest: selection.newer == nil))
        }
        if publishing.isRehearsal {
            let readers = settings.rehearsal?.readers ?? []
            if !readers.isEmpty { steps.append(TestMailStep(publishing: publishing, readers: readers)) }
        } else if publication.mail.from != nil {
            steps.append(MailStep(publishing: publishing, skipsPreFlight: choice.skipsPreFlight))
            steps.append(SendStep(publishing: publishing, isStopped: isStopped))
        }
        steps += targets.filter { type(of: $0).role == .announce }.map { $0 as any PublishStep }
        if let source = RedirectStep.discussion(listed) {
            steps.append(
                Self.redirect(
                    publishing, publication, source, saving,
                    Redeployment(publishing: publishing, deployments: deployments)))
        }
        if !publishing.isRehearsal, settings.pullRequests != .leave, publication.intake.repository != nil {
            steps.append(
                PullRequestsStep(publication) { try await Self.pulls(publishing, issue.number) })
        }
        steps.append(NextDraftStep(publishing: publishing, saving: saving))
        self.steps = steps
    }

    private static func gitSteps(
        _ clone: PublicationClone, _ saving: CloneSaving?, _ settings: PublishSettings, _ session: DraftSession,
        _ selection: IssueSelection, _ files: PublishedFiles, branch: String?
    ) -> [any PublishStep] {
        let (publication, issue) = (session.publication, selection.issue)
        // Finishing keeps the file's name. A run that continues after it finds no draft, but its removal isn't committed yet.
        let name = issue.file.split(separator: "/").last.map(String.init) ?? issue.file
        let draft = "\(publication.folders.drafts)/\(name)"
        var steps: [any PublishStep] = [
            CommitStep(clone, files: files, draft: draft, branch: branch)
        ]
        if let tag = settings.tag { steps.append(TagStep(clone, pattern: tag, issue: issue)) }
        if let saving, saving.hasRemote { steps.append(PushStep(saving, tag: settings.tag, issue: issue)) }
        return steps
    }

    private static func redirect(
        _ publishing: Publishing, _ publication: Publication, _ source: String, _ saving: CloneSaving?,
        _ redeployment: Redeployment
    ) -> RedirectStep {
        let isOnline = !publishing.isRehearsal || publication.publishing.rehearsal?.address != nil
        return RedirectStep(
            publication, source: source, isOnline: isOnline,
            change: { issue, url in
                let outcome = try await RedirectEditing(try publishing.session()).set(.discussion(of: issue), to: url)
                if let other = outcome.overridden {
                    throw StepFault(
                        "the settings redirect the discussion to \(other)",
                        remedy: "Remove it from 'redirects:' in the settings, or skip this step")
                }
                try await saving?.commit([Self.redirects], message: "Link the discussion of issue \(issue)")
                try await saving?.push()
            }, deployment: { request, _ in try await redeployment.run(request) })
    }

    /// The file with the redirects that commands write.
    static let redirects = "points.yaml"

    /// The pull requests of which the finished issue has entries.
    private static func pulls(_ publishing: Publishing, _ number: Int) async throws -> [Int] {
        let session = try publishing.session()
        let selection = try await IssueSelection(session, named: "\(number)")
        let bytes = try session.files.read(selection.draft ?? session.location.path(selection.issue.file))
        let folder = try IntakeFolder(
            files: session.files, folder: session.location.path("intake"), draft: bytes)
        return PublishedPulls(in: bytes, folder.present).numbers
    }
}

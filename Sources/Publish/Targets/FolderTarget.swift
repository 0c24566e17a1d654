internal import Context
package import Settings
internal import Text

/// Publishes the site into a folder of this machine, in one step, so that readers see the old site or the new one.
/// Style sheets, scripts and other files with a hash in their names stay for 30 days after the last page that needs them.
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
            example: "/srv/www/weekly"),
        Setting(
            "adopt", .flag,
            "Whether to use a folder with files that Sennight didn't write; the site's files replace those with the same"
                + " path, of which a copy is kept next to the folder.", default: false),
    ])
    package let name: String
    private let path: String
    private let adopts: Bool

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        path = fields.text("path")
        adopts = fields.flag("adopt")
    }

    package var target: String { path }
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        let problems = fault(request).map { ["\($0)"] } ?? []
        return StepPreview(changes: ["publish the site into \(path)"], problems: problems)
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        try await SiteContent(of: request).digest
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        guard try record(request)?.site == attempt.payload else { return .absent }
        return .present(StepResult("\(path) has the site already"))
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        if let fault = fault(request) { throw fault }
        let (files, folder) = (request.context.files, folder(request))
        let content = try await SiteContent(of: request, attempt)
        let record = DeploymentRecord(
            content, remembering: content.hashedPaths, after: try previous(request), now: request.context.clock.seconds)
        // Files that pages need are first, where the file system can't exchange the whole folder.
        let (assets, pages) = (
            content.files.filter { DeploymentRecord.isHashed($0.path) },
            content.files.filter { !DeploymentRecord.isHashed($0.path) }
        )
        var products = (assets + pages).map {
            Product(path: $0.path, fingerprint: $0.content, content: .copy(of: "\(request.site)/\($0.path)"))
        }
        for kept in record.kept.keys.sorted() {
            let source = "\(folder)/\(kept)"
            // Somebody may have removed it.
            guard let bytes = try? files.read(source) else { continue }
            products.append(Product(path: kept, fingerprint: Fingerprint(of: bytes), content: .copy(of: source)))
        }
        let bytes = record.bytes
        products.append(
            Product(path: DeploymentRecord.name, fingerprint: Fingerprint(of: bytes), content: .bytes { bytes }))
        let report = try await publish(products, request)
        // The record is the only other file.
        let written = max(0, report.written - 1)
        return StepResult("\(written.counted("file")) changed in \(path), \(report.removed) removed")
    }

    private func publish(_ products: [Product], _ request: PublishRequest) async throws(StepFault) -> PublishReport {
        let place = PublishingPlace(
            folder: folder(request), jobs: request.context.environment.processors, adopts: adopts)
        do {
            let publish = try await request.context.publisher(place).open()
            return try await publish(products)
        } catch {
            throw StepFault(
                "the site can't be published into \(path): \(error)",
                remedy: "Fix this, then run 'sennight publish' again", effect: .possible)
        }
    }

    private func folder(_ request: PublishRequest) -> String {
        path.hasPrefix("/") ? path : "\(request.root)/\(path)"
    }

    private func record(_ request: PublishRequest) throws(StepFault) -> DeploymentRecord? {
        do throws(FileError) {
            return try request.context.files.readIfPresent("\(folder(request))/\(DeploymentRecord.name)")
                .flatMap(DeploymentRecord.init)
        } catch {
            throw StepFault("\(error.path) can't be read: \(error.reason)", remedy: "Check the folder's permissions")
        }
    }

    /// The record, or what the folder has if only builds were published into it.
    private func previous(_ request: PublishRequest) throws(StepFault) -> DeploymentRecord? {
        if let record = try record(request) { return record }
        // A folder that can't be listed can't be published into, which is reported then.
        guard let listed = try? request.context.files.list(folder(request)) else { return nil }
        return DeploymentRecord(ofUnknownSiteWith: listed.map(\.path).filter(DeploymentRecord.isHashed))
    }

    /// Why the folder can't be used.
    private func fault(_ request: PublishRequest) -> StepFault? {
        let (files, folder) = (request.context.files, folder(request))
        let (site, own) = (files.realPath(request.site) ?? request.site, files.realPath(folder) ?? folder)
        if "\(site)/".hasPrefix("\(own)/") || "\(own)/".hasPrefix("\(site)/") {
            return StepFault(
                "\(path) and the folder that the site is built in contain each other",
                remedy: "Choose another folder for 'path:' of the target '\(name)'")
        }
        guard !adopts, files.status("\(folder)/.sennight-manifest") == nil,
            // A folder that can't be listed can't be published into, which is reported then.
            let first = (try? files.listAll(folder))?.first
        else { return nil }
        return StepFault(
            "\(path) has files that Sennight didn't write, such as \(first.path)",
            remedy: "Choose another folder, or write 'adopt: true' for the target '\(name)' to use this one")
    }
}

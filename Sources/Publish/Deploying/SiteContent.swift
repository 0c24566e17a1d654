internal import Context
internal import Text

/// The files of the built site.
struct SiteContent: Sendable {
    struct File: Hashable, Sendable {
        /// The path from the site's root.
        var path: String
        var content: Fingerprint
    }

    /// In byte order of the paths.
    let files: [File]
    /// The same for the same paths with the same bytes, whenever they were written.
    let digest: String
    let paths: Set<String>

    /// Reads all files.
    ///
    /// - Throws: a fault if the site hasn't been built.
    init(of request: PublishRequest) async throws(StepFault) {
        let (files, site) = (request.context.files, request.site)
        let listed: [String]
        do throws(FileError) {
            listed = try files.listAll(site).map(\.path).filter { !$0.hasPrefix(Self.reservedPrefix) }
        } catch {
            throw StepFault("the built site in \(site) can't be read: \(error.reason)", remedy: Self.remedy)
        }
        guard !listed.isEmpty else { throw StepFault("there is no built site in \(site)", remedy: Self.remedy) }
        let read = await Window.map(listed, jobs: request.context.environment.processors) { path in
            Result { () throws(FileError) in
                File(path: path, content: Fingerprint(of: try files.read("\(site)/\(path)")))
            }
        }
        var all: [File] = []
        var mixer = FingerprintMixer()
        for file in read {
            do throws(FileError) {
                let file = try file.get()
                mixer.add(.text(file.path))
                mixer.add(.fingerprint(file.content))
                all.append(file)
            } catch {
                throw StepFault("\(error.path) can't be read: \(error.reason)", remedy: Self.remedy)
            }
        }
        self.files = all
        digest = mixer.fingerprint.description
        paths = Set(listed)
    }

    /// The site that an attempt is about.
    ///
    /// - Throws: a fault if the site was built from something else than when it was planned.
    init(of request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) {
        try await self.init(of: request)
        guard attempt.payload == digest else {
            throw StepFault(
                "the site in \(request.site) isn't the one that was planned",
                remedy: "Undo what has changed since, or abandon the plan and publish again")
        }
    }

    /// Those of its files whose names have a hash, sorted.
    var hashedPaths: [String] { files.map(\.path).filter(DeploymentRecord.isHashed) }

    /// Files that a build and a deployment keep for themselves.
    private static let reservedPrefix = ".sennight-"
    private static let remedy = "Build the site again"
}

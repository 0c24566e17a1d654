import TestKit
import Build
import Context
import Newsletter
import Settings
import TestKit
import Text

/// A publication and its site, both in memory, built as often as a test likes.
final class MemoryPublication {
    let folder = MemoryFiles()
    let site: MemoryPublisher
    private var memory = BuildCache()
    private let builder: Builder

    /// - Parameter files: paths from the publication's root with their texts.
    init(_ files: [String: String], program: String = "test", liveReload: String? = nil) {
        folder.open("/weekly/.sennight")
        site = MemoryPublisher(files: folder.files)
        builder = Builder(
            context: Context(files: folder.files, clock: Clock(now: { [folder] in folder.now })),
            location: PublicationLocation(root: "/weekly"), publisher: site.publisher, jobs: 2,
            program: Fingerprint(.text(program)), liveReload: liveReload)
        for (path, text) in files.sorted(by: { $0.key < $1.key }) { write(path, text) }
    }

    func write(_ path: String, _ text: String) { folder.write("/weekly/" + path, text) }

    @discardableResult
    func build() async throws -> Builder.Report { try await builder.build(remembering: &memory) }

    /// Builds as a new process does, which remembers only what lies in the state folder.
    @discardableResult
    func buildAnew() async throws -> Builder.Report {
        memory = BuildCache()
        return try await build()
    }

    /// The faults of a build that has to fail, one line each.
    func faults() async throws -> [String] {
        do {
            try await build()
            return []
        } catch let error as Diagnostics {
            return error.all.map(\.description)
        } catch let error as InvalidSettings {
            return error.faults.all.map(\.description)
        } catch let error as Diagnostic {
            return [error.description]
        }
    }

    /// What stands at a path of the site; empty where nothing does.
    func text(_ path: String) -> String { site.text(path) ?? "" }
}

extension MemoryPublication {
    /// Builds a publication of these files.
    static func built(_ files: [String: String]) async throws -> MemoryPublication {
        let publication = MemoryPublication(files)
        try await publication.build()
        return publication
    }
}

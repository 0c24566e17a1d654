internal import Build
internal import Collect
package import Context
package import Newsletter
package import Settings

/// Builds a publication's site into a folder.
package struct SiteBuild {
    private let context: Context
    private let location: PublicationLocation

    package init(_ location: PublicationLocation, context: Context) {
        self.location = location
        self.context = context
    }

    package enum Outcome: Sendable {
        case published(Site)
        /// The issues have faults, and the site is unchanged.
        case refused(Diagnostics)
    }

    package struct Site: Sendable {
        /// The publication's title.
        package var title: String
        package var issues: Int
        /// The issues that aren't published, and why.
        package var heldBack: [(file: String, reason: String)]
        /// The published issues' files with the paths of their pages, without a leading slash.
        package var paths: [(file: String, path: String)]
        package var published: PublishReport
        /// What leads nowhere.
        package var warnings: [Diagnostic]
    }

    /// - Parameter place: the output folder, and how the site is published into it.
    /// - Throws: ``InvalidSettings``; errors of writing the output.
    package func build(into place: PublishingPlace) async throws -> Outcome {
        let builder = Builder(
            context: context, location: location, publisher: context.publisher(place), jobs: place.jobs,
            program: context.environment.fingerprint(), validates: { try Collector.checkSettings($0.sources) })
        var memory = BuildCache()
        do throws(any Error) {
            let report = try await builder.build(remembering: &memory)
            return .published(
                Site(
                    title: report.publication.title, issues: report.issues,
                    heldBack: report.heldBack.map { ($0.file, $0.reason) }, paths: report.paths,
                    published: report.published, warnings: report.warnings))
        } catch let faults as Diagnostics {
            return .refused(faults)
        }
    }
}

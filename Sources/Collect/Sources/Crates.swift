package import Newsletter
package import Settings
internal import Text

/// Details from crates.io about nominated crates.
///
///     - source: crates
///       crates:
///         - serde
///         - https://crates.io/crates/itertools     # a name or a URL
///
/// Each crate is a pick with its description, repository, newest stable version, downloads, and the day of its last
/// change. The source sends one request a second, as https://crates.io/data-access requires.
package struct Crates: Source {
    package static let name = "crates"
    package static let summary = "details from crates.io about nominated crates"
    package static let keys = SettingsMapping(
        [
            Setting(
                "crates", .list(.text), "Names of crates, or addresses of their pages.", required: true,
                example: ["serde", "https://crates.io/crates/itertools"]),
            Setting(
                "api", .address, "The URL of the API, for mirrors and tests.",
                default: "https://crates.io/api/v1"),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var crates: [String]
        /// The API's URL, for tests and mirrors.
        var api: String
    }

    package init(_ fields: SettingsFields) {
        let listed = fields.texts("crates")
        settings = Settings(
            crates: listed.compactMap { Self.crate(in: $0) }, api: fields.text("api"))
        for text in listed where Self.crate(in: text) == nil {
            fields.report("crates", "isn't a crate: '\(text)'", remedy: "Write a crate's name or its URL")
        }
    }

    package func collect(_ sourceRequest: SourceRequest) async throws(SourceFault) -> CollectionResult {
        var result = CollectionResult()
        for (index, crate) in settings.crates.enumerated() {
            if index > 0 { await sourceRequest.access.pause(.seconds(1)) }
            do throws(SourceFault) {
                result.candidates.append(try await Self.candidate(for: crate, sourceRequest, api: settings.api))
            } catch {
                result.faults.append(error)
            }
        }
        return result
    }

    /// The candidate for one crate.
    package static func candidate(
        for crate: String, _ sourceRequest: SourceRequest, api: String = "https://crates.io/api/v1"
    ) async throws(SourceFault) -> Candidate {
        let answer = try await sourceRequest.client.json(Answer.self, "\(api)/crates/\(crate)").value.crate
        var facts: [Candidate.Fact] = []
        func add(_ fact: (String) -> Candidate.Fact, _ value: String?) {
            if let value = value?.collapsingBlanks, !value.isEmpty { facts.append(fact(value)) }
        }
        add({ .signal(.description, $0) }, answer.description)
        add({ .note("repository", $0) }, answer.repository)
        add({ .note("version", $0) }, answer.max_stable_version ?? answer.max_version)
        add({ .note("downloads", $0) }, answer.downloads.map { String($0) })
        add({ .note("recent downloads", $0) }, answer.recent_downloads.map { String($0) })
        let time = answer.updated_at.flatMap { Timestamp.rfc3339($0) }
        add({ .note("updated", $0) }, time.map { freshness($0, now: sourceRequest.access.now) })
        return sourceRequest.candidate(
            .pick, title: answer.name, url: "https://crates.io/crates/\(answer.name)", content: .pick, time: time,
            facts: facts)
    }

    /// The name of a crate, from the name itself or from the URL of a page about the crate.
    package static func crate(in text: String) -> String? {
        var name = text.trimmedBlanks[...]
        for opening in [
            "https://crates.io/crates/", "https://lib.rs/crates/", "https://docs.rs/crate/", "https://docs.rs/",
        ]
        where name.hasPrefix(opening) {
            name = name.dropFirst(opening.count).prefix { !"/?#".contains($0) }
            break
        }
        let isName =
            name.utf8.count <= 64
            && name.utf8.allSatisfy { byte in
                0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == 0x2D || byte == 0x5F
            }
        return isName && !name.isEmpty ? String(name) : nil
    }

    private static func freshness(_ time: Int, now: Int) -> String {
        let days = max(0, (now - time) / 86_400)
        return "\(Timestamp.text(time).prefix(10)) (\(days == 1 ? "1 day" : "\(days) days") ago)"
    }

    // MARK: What crates.io answers

    private struct Answer: Decodable {
        var crate: Crate
    }

    private struct Crate: Decodable {
        var name: String
        var description: String?
        var repository: String?
        /// The newest stable version; nil if there are only pre-releases.
        var max_stable_version: String?
        var max_version: String?
        var downloads: Int?
        var recent_downloads: Int?
        var updated_at: String?
    }
}

internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// The beginning of a compiler's weekly performance report, and a link to that version of the whole report.
///
///     - source: triage
///       repository: rust-lang/rustc-perf
///       folder: triage                 # reports are FOLDER/YYYY/YYYY-MM-DD.md
///
/// The source returns reports whose date is in the window, up to the first `####`, without the title; this text is the
/// candidate's fact `text`. `token` names the environment variable with a GitHub token, by default `GITHUB_TOKEN`; the
/// token is optional.
package struct Triage: Source {
    package static let name = "triage"
    package static let summary = "the beginning of a compiler's weekly performance report"
    package static let keys = SettingsMapping(
        [
            Setting("repository", .text, "The repository with the reports.", required: true, example: "example/perf"),
            Setting(
                "folder", .text, "The folder of the reports, which are named `FOLDER/YYYY/YYYY-MM-DD.md`.",
                default: "triage"),
            Setting(
                "token", .secret, "The environment variable with a GitHub token, which small projects don't need.",
                default: "GITHUB_TOKEN"),
            Setting(
                "api", .address, "The URL of the API, for mirrors and tests.",
                default: "https://api.github.com"),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var repository: String
        var folder: String
        var token: String
        /// The API's URL, for tests and GitHub Enterprise.
        var api: String
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            repository: fields.text("repository"), folder: fields.text("folder"),
            token: fields.text("token"), api: fields.text("api"))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let github = GitHubClient(request, api: settings.api, token: settings.token)
        var reports: [(file: File, time: Int)] = []
        var result = CollectionResult()
        for year in years(of: request.window) {
            let listed = try await github.get(
                LenientList<File>.self, "/repos/\(settings.repository)/contents/\(settings.folder)/\(year)")
            result.faults += listed.faults
            for file in listed.value.items where file.name.hasSuffix(".md") {
                guard let time = Timestamp.rfc3339(String(file.name.dropLast(3))) else { continue }
                if request.window.contains(time) { reports.append((file, time)) }
            }
        }
        for report in reports.sorted(by: { $0.time < $1.time }) {
            do throws(SourceFault) {
                result.candidates.append(try await candidate(report.file, report.time, github, request))
            } catch {
                result.faults.append(error)
            }
        }
        return result
    }

    private func candidate(
        _ file: File, _ time: Int, _ github: GitHubClient, _ request: SourceRequest
    ) async throws(SourceFault) -> Candidate {
        let history = "/repos/\(settings.repository)/commits?path=\(PercentEncoding.parameter(file.path))&per_page=1"
        guard let commit = try await github.get(LenientList<Commit>.self, history).value.items.first?.sha else {
            throw request.fault("is missing", address: github.address(history), field: "[0].sha")
        }
        let contents = "/repos/\(settings.repository)/contents/\(file.path)?ref=\(commit)"
        let answer = try await github.get(GitHubFile.self, contents)
        guard let text = answer.value.bytes.flatMap({ String(validating: $0, as: UTF8.self) }) else {
            throw request.fault("isn't Base64 text", address: github.address(contents), field: "content")
        }
        guard let report = TriageReport(text) else {
            throw request.fault(
                "has no text before its first '####'", address: github.address(contents), field: "content",
                remedy: "Open the report to see its form")
        }
        return request.candidate(
            .triage, title: "Full report", url: "https://github.com/\(settings.repository)/blob/\(commit)/\(file.path)",
            content: .triage, time: time, facts: [.signal(.text, report.excerpt)])
    }

    /// The years of a window.
    private func years(of window: TimeWindow) -> [Int] {
        let years = [window.since, max(window.since, window.until - 1)].compactMap { Int(Timestamp.text($0).prefix(4)) }
        guard let first = years.first, let last = years.last, first <= last else { return [] }
        return Array(first...last)
    }

    // MARK: What GitHub answers

    private struct File: Decodable {
        var name: String
        var path: String
    }

    private struct Commit: Decodable {
        var sha: String
    }
}

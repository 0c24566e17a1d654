internal import Archive
internal import Context
internal import Foundation
internal import Live
internal import Newsletter
internal import Search
internal import Settings
internal import Text

/// Measures the search of an archive in one process.
///
/// - `records` prints what is indexed, one JSON object a line.
/// - `build` prints the milliseconds that the index takes, given the archive's records.
/// - `write FOLDER` writes the index's files.
/// - `search [N]` reads queries from standard input, one a line, and prints for each the nanoseconds of the fastest of five
///   runs and the numbers of the first N (20) records, as JSON.
///
/// Usage: SearchBenchmark ROOT SETTINGS CACHE records|build|write|search [FOLDER|N]
@main
struct SearchBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5 else {
            FileHandle.standardError.write(
                Data("usage: SearchBenchmark ROOT SETTINGS CACHE records|build|write|search [FOLDER|N]\n".utf8))
            exit(64)
        }
        let location = PublicationLocation(root: arguments[1], settings: arguments[2])
        let publication = try location.publication(.live)
        let archive = try await ArchiveReader(
            files: .live, publication: publication, root: location.path, cache: arguments[3],
            basis: Fingerprint(.number(0)), jobs: 2
        ).read(now: Int(Date().timeIntervalSince1970 * 1e9)).index
        let issues = await archive.searchIssues(SiteAddress(publication))
        switch arguments[4] {
        case "records": printRecords(issues)
        case "build":
            let start = ContinuousClock.now
            let files = await SearchIndexWriter.files(
                of: archive.searchIssues(SiteAddress(publication)), language: publication.language)
            print((ContinuousClock.now - start) / .milliseconds(1), files.files.count)
        case "write":
            for (name, bytes) in await SearchIndexWriter.files(of: issues, language: publication.language).files {
                try Files.live.write("\(arguments[5])/\(name)", bytes)
            }
        default: try await search(issues, publication, limit: arguments.count > 5 ? Int(arguments[5]) ?? 20 : 20)
        }
    }

    private static func printRecords(_ issues: [SearchIssue]) {
        var number = 0
        for issue in issues {
            for record in issue.records {
                let line = JSONText.object([
                    ("record", .number(number)), ("title", .text(record.title)), ("context", .text(record.context)),
                    ("url", .text(record.url)), ("issue", .text(issue.path)), ("section", .text(record.section.title)),
                    ("cost", .number(record.cost)), ("repeated", .flag(record.isRepeated)),
                ])
                print(String(decoding: line.bytes, as: UTF8.self))
                number += 1
            }
        }
    }

    private static func search(_ issues: [SearchIssue], _ publication: Publication, limit: Int) async throws {
        let files = await SearchIndexWriter.files(of: issues, language: publication.language)
        guard let index = SearchContainer(files).flatMap({ SearchIndex($0) }) else { exit(2) }
        while let line = readLine() {
            var best = Duration.seconds(60)
            var records: [Int] = []
            for _ in 0..<5 {
                let start = ContinuousClock.now
                records = try index.results(of: QueryParser.query(line), limit: limit).hits.map(\.record)
                best = min(best, ContinuousClock.now - start)
            }
            let json = JSONText.object([
                ("query", .text(line)), ("nanoseconds", .number(Int(best / .nanoseconds(1)))),
                ("records", .list(records.map { .number($0) })),
            ])
            print(String(decoding: json.bytes, as: UTF8.self))
        }
    }
}

internal import Archive
internal import Check
internal import Context
internal import Foundation
internal import Live
internal import Newsletter
internal import Settings
internal import Text

/// Loads the archive's index and checks issues against it, as often as wanted, in one process.
///
/// Prints milliseconds: for the index, and for the checking of each round. With `list` it prints what was found instead.
///
/// Usage: CheckBenchmark ROOT SETTINGS INDEX archive|list|FILE [ROUNDS]
@main
struct CheckBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count >= 5 else {
            FileHandle.standardError.write(
                Data("usage: CheckBenchmark ROOT SETTINGS INDEX archive|list|FILE [ROUNDS]\n".utf8))
            exit(64)
        }
        let location = PublicationLocation(root: arguments[1], settings: arguments[2])
        let publication = try location.publication(.live)
        let start = ContinuousClock.now
        let archive = try await ArchiveReader(
            files: .live, publication: publication, root: location.path, cache: arguments[3],
            basis: Fingerprint(.number(0)), jobs: 2
        ).read(now: Int(Date().timeIntervalSince1970 * 1e9)).index
        print("index", (ContinuousClock.now - start) / .milliseconds(1))

        let isWhole = arguments[4] == "archive" || arguments[4] == "list"
        for _ in 0..<(arguments.count > 5 ? Int(arguments[5]) ?? 1 : 1) {
            let start = ContinuousClock.now
            let checker = Checker(CheckContext(publication: publication, archive: archive))
            let files = try (isWhole ? archive.issues.map(\.file) : [arguments[4]]).map {
                (bytes: try Files.live.read(isWhole ? location.path($0) : $0), file: $0)
            }
            let results = await checker.findings(in: files, jobs: 2)
            let spent = (ContinuousClock.now - start) / .milliseconds(1)
            let findings = try results.flatMap { try $0.get() }
            guard arguments[4] != "list" else {
                print(JSONReport().text(findings, texts: [:]).text)
                return
            }
            print("check", spent, "findings", findings.count)
        }
    }
}

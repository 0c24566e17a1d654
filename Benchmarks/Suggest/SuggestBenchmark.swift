internal import Archive
internal import Context
internal import Foundation
internal import Live
internal import Newsletter
internal import Settings
internal import Text

/// Asks the section model for every link from a day on, trained on what stood before, and writes the links down so that
/// another program can be given the same work.
///
/// Usage: SuggestBenchmark ROOT SETTINGS DAY EXAMPLES.jsonl [END]
///
/// Links of issues on or after END aren't used: for tuning without a look at them.
@main
struct SuggestBenchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard (5...6).contains(arguments.count), let day = CalendarDate(iso8601: arguments[3]),
            let end = arguments.count < 6 ? day.adding(days: 36_500) : CalendarDate(iso8601: arguments[5])
        else {
            FileHandle.standardError.write(Data("usage: SuggestBenchmark ROOT SETTINGS DAY EXAMPLES [END]\n".utf8))
            exit(64)
        }
        let location = PublicationLocation(root: arguments[1], settings: arguments[2])
        let publication = try location.publication(.live)
        let archive = try await ArchiveReader(
            files: .live, publication: publication, root: location.path, cache: arguments[4] + ".index",
            basis: Fingerprint(.number(0)), jobs: 2
        ).read(now: 0).index
        let sections = publication.draft.suggested
        func examples(before date: CalendarDate) -> [SectionModel.Example] {
            SectionModel.examples(
                from: archive, before: date, sections: sections, headings: publication.draft.headings)
        }
        let training = examples(before: day)
        let tests = Array(examples(before: end).dropFirst(training.count))
        try write(training, tests, to: arguments[4])

        let start = ContinuousClock.now
        let model = SectionModel(training)
        let trained = ContinuousClock.now
        let guesses = tests.map { model.guesses(title: $0.title, url: $0.url, tags: $0.tags) }
        let finished = ContinuousClock.now
        let result: [String: Double] = [
            "training": Double(training.count), "links": Double(tests.count),
            "first": share(zip(tests, guesses)) { $0.section == $1.first },
            "firstTwo": share(zip(tests, guesses)) { $1.prefix(2).contains($0.section) },
            "macroF1": macroF1(tests.map(\.section), guesses.map { $0.first ?? "" }, of: sections),
            "trainMilliseconds": (trained - start) / .milliseconds(1),
            "guessMicroseconds": (finished - trained) / .microseconds(1) / Double(max(1, tests.count)),
        ]
        FileHandle.standardOutput.write(try JSONSerialization.data(withJSONObject: result, options: .sortedKeys))
    }

    private static func write(
        _ training: [SectionModel.Example], _ tests: [SectionModel.Example], to path: String
    ) throws {
        var lines = Data()
        for (set, examples) in [("training", training), ("test", tests)] {
            for example in examples {
                lines += try JSONSerialization.data(
                    withJSONObject: [
                        "set": set, "title": example.title, "url": example.url, "section": example.section,
                        "tags": example.tags,
                    ])
                lines.append(0x0A)
            }
        }
        try lines.write(to: URL(filePath: path))
    }

    private static func share(
        _ pairs: Zip2Sequence<[SectionModel.Example], [[String]]>, where holds: (SectionModel.Example, [String]) -> Bool
    ) -> Double {
        Double(pairs.count { holds($0, $1) }) / Double(max(1, pairs.underestimatedCount))
    }

    private static func macroF1(_ truth: [String], _ guesses: [String], of classes: [String]) -> Double {
        let scores = classes.map { name -> Double in
            let right = zip(truth, guesses).count { $0 == name && $1 == name }
            let said = guesses.count { $0 == name }
            let meant = truth.count { $0 == name }
            return said + meant == 0 ? 0 : 2 * Double(right) / Double(said + meant)
        }
        return scores.reduce(0, +) / Double(max(1, scores.count))
    }
}

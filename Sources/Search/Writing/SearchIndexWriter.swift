internal import Context

/// Makes the files of an archive's index (`FORMAT.md`).
package struct SearchIndexWriter {
    private let issues: [SearchIssue]
    /// The first record of each issue, and the number of records.
    private let starts: [Int]
    private let jobs: Int
    private var files = SearchFiles()

    /// The files of an index, the same for the same input.
    ///
    /// - Parameters:
    ///   - issues: from the oldest to the newest.
    ///   - language: the publication's language, as a language tag.
    ///   - jobs: how many parts of the archive are processed at once.
    package static func files(of issues: [SearchIssue], language: String, jobs: Int = 1) async -> SearchFiles {
        var writer = SearchIndexWriter(issues: issues, jobs: jobs)
        await writer.write(language: language)
        return writer.files
    }

    private init(issues: [SearchIssue], jobs: Int) {
        self.issues = issues
        self.jobs = jobs
        var starts = [0]
        for issue in issues { starts.append(starts[starts.count - 1] + issue.records.count) }
        self.starts = starts
    }

    private mutating func write(language: String) async {
        let (issues, starts) = (issues, starts)
        let parts = await Window.map(IndexPart.ranges(starts, count: jobs), jobs: jobs) {
            IndexPart(issues[$0], first: starts[$0.lowerBound])
        }
        var manifest = SearchManifest()
        manifest.records = starts[issues.count]
        manifest.years = years
        manifest.weights = ImpactModel.weights
        for blocks in parts.flatMap(\.documents) {
            manifest.blockNames += files.add(group: blocks.map(\.bytes)[...], kind: .documents)
            manifest.blockCounts.append(blocks.map(\.count))
        }
        let basis = issues.isEmpty ? 0 : 1 << (Int.bitWidth - 1 - issues.count.leadingZeroBitCount)
        let terms = TermWriter(
            table: FormTable(parts.map(\.postings)), starts: starts, basis: basis,
            stemmer: Stemmer(language: language))
        manifest.common = terms.commonWords(oneIn: 8)
        manifest.frequent = terms.commonWords(oneIn: 24).filter { !manifest.common.contains($0) }
        manifest.bounds = terms.bounds
        for (level, shards) in await terms.levels(jobs: jobs) {
            manifest.levels.append(
                SearchManifest.Level(
                    starts: level.starts, every: level.every, names: files.add(shards, kind: .terms)))
        }
        for (letter, list) in terms.spelling() {
            manifest.spelling.append((letter, files.add([list], kind: .spelling)))
        }
        manifest.facets = files.add([facets], kind: .facets)
        files.add(manifest: manifest.bytes)
    }

    private var years: [(year: Int, record: Int)] {
        var years: [(year: Int, record: Int)] = []
        for (issue, start) in zip(issues, starts) where years.last?.year != issue.year {
            years.append((issue.year, start))
        }
        return years
    }

    private var facets: [UInt8] {
        var titles: [String] = []
        var numbers: [String: Int] = [:]
        var lines: [String] = []
        for issue in issues {
            var runs: [(section: Int, count: Int)] = []
            var section: SearchSection?
            var number = 0
            for record in issue.records {
                if record.section != section {
                    section = record.section
                    var title = record.section.title
                    if title.utf8.contains(UInt8(ascii: "\t")) { title.replace("\t", with: " ") }
                    number = numbers[title] ?? titles.count
                    if number == titles.count {
                        numbers[title] = number
                        titles.append(title)
                    }
                }
                if runs.last?.section == number { runs[runs.count - 1].count += 1 } else { runs.append((number, 1)) }
            }
            let text = runs.map { "\($0.section)*\($0.count)" }.joined(separator: " ")
            lines.append("\(issue.number.map(String.init) ?? "")\t\(issue.date)\t\(text)\n")
        }
        return Array((titles.joined(separator: "\t") + "\n" + lines.joined()).utf8)
    }
}

/// The file of an index that readers load first (`FORMAT.md`, The manifest).
package struct SearchManifest: Sendable {
    package struct Level: Sendable {
        /// For each shard, the first of its finest shards; empty if all shards have the same number of finest shards.
        package var starts: [Int] = []
        package var every = 1
        package var names: String

        /// The position of the shard that contains one of the finest shards.
        func position(of finest: Int) -> Int {
            guard !starts.isEmpty else { return finest / every }
            return (starts.firstIndex { $0 > finest } ?? starts.count) - 1
        }

        fileprivate var division: String {
            starts.isEmpty ? String(every) : starts.map(String.init).joined(separator: ",")
        }
    }

    package var records = 0
    package var years: [(year: Int, record: Int)] = []
    package var weights: [Int] = []
    /// Common words, which are ignored if a query has other words.
    package var common: [String] = []
    /// Frequent words, which a matching record needn't have.
    package var frequent: [String] = []
    /// The numbers of records in the blocks of each issue that has records.
    package var blockCounts: [[Int]] = []
    package var blockNames = ""
    package var levels: [Level] = []
    package var spelling: [(letter: String, name: String)] = []
    package var facets = ""
    package var bounds: [[UInt8]] = []

    init() {}

    static let format = "sennight-search 1"

    var bytes: [UInt8] {
        var lines = [
            Self.format, "records \(records)",
            "years " + years.map { "\($0.year):\($0.record)" }.joined(separator: " "),
            "weights " + weights.map(String.init).joined(separator: " "),
            "common " + common.joined(separator: " "), "frequent " + frequent.joined(separator: " "),
            "blocks "
                + blockCounts.map { String(decoding: $0.map { UInt8(clamping: $0 + 48) }, as: UTF8.self) }
                .joined(separator: "!"),
            "block-names " + blockNames,
        ]
        for level in levels { lines.append("level \(level.division) \(level.names)") }
        lines.append("spelling " + spelling.map { "\($0.letter):\($0.name)" }.joined(separator: " "))
        lines.append("facets " + facets)
        lines.append("bounds " + bounds.map { String(decoding: $0, as: UTF8.self) }.joined(separator: " "))
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    /// Reads a manifest; nil for any other bytes, such as those of another version.
    package init?(_ bytes: UnsafeRawBufferPointer) {
        let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        guard let first = lines.first, first.elementsEqual(Self.format.utf8) else { return nil }
        for line in lines.dropFirst() {
            let parts = line.split(separator: UInt8(ascii: " "), omittingEmptySubsequences: true)
            guard let key = parts.first.map({ String(decoding: $0, as: UTF8.self) }) else { continue }
            let values = parts.dropFirst()
            if key == "bounds" {
                bounds = values.map(Array.init)
            } else if key == "blocks" {
                blockCounts =
                    values.first?.split(separator: UInt8(ascii: "!")).map { $0.map { max(0, Int($0) - 48) } } ?? []
            } else {
                set(key, values.map { String(decoding: $0, as: UTF8.self) })
            }
        }
        guard !bounds.isEmpty, weights.count == 8, !levels.isEmpty else { return nil }
    }

    private mutating func set(_ key: String, _ values: [String]) {
        func pairs() -> [(String, String)] {
            values.compactMap { value in
                guard let colon = value.lastIndex(of: ":") else { return nil }
                return (String(value[..<colon]), String(value[value.index(after: colon)...]))
            }
        }
        switch key {
        case "records": records = values.first.flatMap { Int($0) } ?? 0
        case "years":
            years = pairs().compactMap { pair in Int(pair.0).flatMap { year in Int(pair.1).map { (year, $0) } } }
        case "weights": weights = values.compactMap { Int($0) }
        case "common": common = values
        case "frequent": frequent = values
        case "block-names": blockNames = values.first ?? ""
        case "level":
            let numbers = values.first?.split(separator: ",").compactMap { Int($0) } ?? []
            let names = values.dropFirst().first ?? ""
            if let first = numbers.first, first == 0 {
                levels.append(Level(starts: numbers, names: names))
            } else if let every = numbers.first, every > 0 {
                levels.append(Level(every: every, names: names))
            }
        case "spelling": spelling = pairs()
        case "facets": facets = values.first ?? ""
        default: break
        }
    }
}

/// Ranges of a text that fixes are going to change; ranges of different fixes never touch.
struct TakenRanges {
    /// The ranges, sorted by start. Ranges of the same fix may touch each other.
    private var ranges: [Range<Int>] = []
    /// For each index, the greatest end of the ranges up to that index.
    private var ends: [Int] = []

    /// Whether a range touches one of these ranges.
    func touch(_ range: Range<Int>) -> Bool {
        let next = index(after: range.upperBound)
        return next > 0 && ends[next - 1] >= range.lowerBound
    }

    mutating func insert(_ range: Range<Int>) {
        var index = index(after: range.lowerBound)
        ranges.insert(range, at: index)
        ends.insert(index > 0 ? max(ends[index - 1], range.upperBound) : range.upperBound, at: index)
        while index + 1 < ends.count, ends[index + 1] < ends[index] {
            index += 1
            ends[index] = ends[index - 1]
        }
    }

    /// The index of the first range that begins after an offset.
    private func index(after offset: Int) -> Int {
        var (low, high) = (0, ranges.count)
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].lowerBound > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

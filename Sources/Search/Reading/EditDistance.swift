/// Counts the letters that must be inserted, removed, changed or swapped to turn one word into another.
enum EditDistance {
    /// - Returns: the distance, or a number above `limit` if it is greater than that.
    static func distance(_ first: [UInt32], _ second: [UInt32], limit: Int) -> Int {
        guard abs(first.count - second.count) <= limit else { return limit + 1 }
        var before = [Int](repeating: 0, count: second.count + 1)
        var last = Array(0...second.count)
        var row = before
        for i in first.indices {
            row[0] = i + 1
            var least = row[0]
            for j in second.indices {
                var best = min(last[j] + (first[i] == second[j] ? 0 : 1), last[j + 1] + 1, row[j] + 1)
                if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
                    best = min(best, before[j - 1] + 1)
                }
                row[j + 1] = best
                least = min(least, best)
            }
            if least > limit { return limit + 1 }
            (before, last, row) = (last, row, before)
        }
        return last[second.count]
    }
}

/// A level of terms: how finely it is divided, and how often each part is brought up to date (`FORMAT.md`, Levels).
struct UpdateLevel: Equatable {
    /// How many of the finest shards make one of this level.
    var every: Int
    /// Each group of four shards is renewed once in so many issues.
    var period: Int
    /// Where this level's shards begin among the finest, if not every so many.
    var starts: [Int] = []

    /// The levels for some number of the finest shards, a power of two.
    ///
    /// - Parameter recent: for each of the finest, how much of it a few issues have; the last level is divided by this.
    static func levels(shards: Int, recent: [Int]) -> [UpdateLevel] {
        let fine = UpdateLevel(every: 1, period: max(1, shards / SearchFileName.groupSize))
        let middle = UpdateLevel(every: 8, period: max(1, shards / 8 / SearchFileName.groupSize))
        var levels = [fine]
        if fine.period > 1, middle.period > 1 { levels.append(middle) }
        if fine.period > 1 {
            let count = max(1, shards / 100)
            levels.append(UpdateLevel(every: shards, period: 1, starts: starts(of: count, recent)))
        }
        return levels
    }

    /// Divides some sizes into parts that are about equal.
    private static func starts(of count: Int, _ sizes: [Int]) -> [Int] {
        let sum = sizes.reduce(0, +)
        var starts = [0]
        var passed = 0
        for (position, size) in sizes.enumerated() {
            if starts.count < count, position > 0, passed * count >= sum * starts.count { starts.append(position) }
            passed += size
        }
        return starts
    }

    /// Up to which issue a shard has been brought, for a number of issues.
    ///
    /// - Parameter finest: one of the finest shards in it.
    func point(of finest: Int, issues: Int) -> Int {
        let group = finest / every / SearchFileName.groupSize
        // Neighbours are renewed far apart, so that of a range of forms about the same share is always recent.
        let past = (issues - group * (period * 5 / 8 | 1)) % period
        return max(0, issues - (past < 0 ? past + period : past))
    }

    /// The position of the shard that has one of the finest.
    func position(of finest: Int) -> Int {
        starts.isEmpty ? finest / every : (starts.firstIndex { $0 > finest } ?? starts.count) - 1
    }
}

/// A level of terms, with the size of its shards and how often each of them is updated (`FORMAT.md`, Levels).
struct UpdateLevel: Equatable {
    /// The number of finest shards in a shard of this level.
    var every: Int
    /// The number of issues after which a group of four shards is updated.
    var period: Int
    /// The period of the next level if groups of this level are updated together with theirs; otherwise nil.
    var inner: Int?
    /// The finest shard at which each shard of this level begins, unless all shards have the same size.
    var starts: [Int] = []

    /// The levels for some number of the finest shards, a power of two.
    ///
    /// - Parameter recent: for each finest shard, the size of the part that a few issues have, by which the last level
    ///   is divided.
    static func levels(shards: Int, recent: [Int]) -> [UpdateLevel] {
        let middle = UpdateLevel(every: ratio, period: max(1, shards / ratio / SearchFileName.groupSize))
        let fine = UpdateLevel(
            every: 1, period: max(1, shards / SearchFileName.groupSize), inner: middle.period)
        var levels = [fine]
        if fine.period > 1, middle.period > 1 { levels.append(middle) }
        if fine.period > 1 {
            let count = max(1, shards / 100)
            levels.append(UpdateLevel(every: shards, period: 1, starts: starts(of: count, recent)))
        }
        return levels
    }

    /// How many shards make one of the next level.
    private static let ratio = 8

    /// When a group is updated: at numbers of issues that have this remainder by the period.
    private func phase(of group: Int) -> Int {
        guard let inner else { return group * (period * 5 / 8 | 1) }
        // Shards are updated together with the shard of the next level that takes what they don't have, so that an
        // issue changes one group in each of the levels.
        return group / Self.ratio * (inner * 5 / 8 | 1) + inner * (group % Self.ratio * 5 % Self.ratio)
    }

    /// Divides a list of sizes into parts of about equal size.
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

    /// The issue up to which a shard has been updated, for a number of issues.
    ///
    /// - Parameter finest: one of the finest shards in the shard.
    func point(of finest: Int, issues: Int) -> Int {
        let group = finest / every / SearchFileName.groupSize
        // Neighbours are renewed far apart, so that of a range of forms about the same share is always recent.
        let past = (issues - phase(of: group)) % period
        return max(0, issues - (past < 0 ? past + period : past))
    }

    /// The position of the shard that contains one of the finest shards.
    func position(of finest: Int) -> Int {
        starts.isEmpty ? finest / every : (starts.firstIndex { $0 > finest } ?? starts.count) - 1
    }
}

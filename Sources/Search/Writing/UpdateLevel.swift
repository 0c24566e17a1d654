/// A level of terms: how finely it is divided, and how often each part is brought up to date (`FORMAT.md`, Levels).
struct UpdateLevel: Equatable {
    /// How many of the finest shards make one of this level.
    var every: Int
    /// Each group of four shards is renewed once in so many issues.
    var period: Int

    /// The levels for some number of the finest shards, a power of two.
    static func levels(shards: Int) -> [UpdateLevel] {
        var levels: [UpdateLevel] = []
        for every in [1, 8, 128] {
            let count = max(1, shards / every)
            let period = every == 128 ? 1 : max(1, count / SearchFileName.groupSize)
            levels.append(UpdateLevel(every: min(every, shards), period: period))
            if period == 1 { break }
        }
        return levels
    }

    /// Up to which issue a shard has been brought, for a number of issues.
    ///
    /// - Parameter finest: one of the finest shards in it.
    func point(of finest: Int, issues: Int) -> Int {
        let group = finest / every / SearchFileName.groupSize
        let past = (issues - group) % period
        return max(0, issues - (past < 0 ? past + period : past))
    }
}

/// Brings what two sides ordered into one order.
enum OrderMerge {
    /// - Parameters:
    ///   - items: what is to be ordered.
    ///   - places: each item's place on a side, nil where that side does not have it.
    /// - Returns: the items so that each side's additions stand behind what they stood behind; where both sides added
    ///   at one place, main's come first. A side that moved nothing follows the other's order.
    static func ordered<Item: AnyObject>(
        _ items: [Item], base: (Item) -> Int?, main: (Item) -> Int?, branch: (Item) -> Int?
    ) -> [Item] {
        let common = items.filter { base($0) != nil && main($0) != nil }.sorted { base($0)! < base($1)! }
        let mainMoved = zip(common, common.dropFirst()).contains { main($0)! > main($1)! }
        let (lead, other) = mainMoved ? (main, branch) : (branch, main)
        var result = items.filter { lead($0) != nil }.sorted { lead($0)! < lead($1)! }
        let rest = items.filter { lead($0) == nil && other($0) != nil }.sorted { other($0)! < other($1)! }
        let ofOther = items.filter { other($0) != nil }.sorted { other($0)! < other($1)! }
        for item in rest {
            let before = ofOther.prefix { other($0)! < other(item)! }.reversed()
            var place = 0
            for neighbour in before {
                if let found = result.firstIndex(where: { $0 === neighbour }) {
                    place = found + 1
                    break
                }
            }
            if mainMoved {
                // What main added at the same place comes first.
                while place < result.count, base(result[place]) == nil, branch(result[place]) == nil { place += 1 }
            }
            result.insert(item, at: place)
        }
        return result
    }
}

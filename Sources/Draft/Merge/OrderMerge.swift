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
        let common = sorted(items.filter { main($0) != nil }, by: base)
        let mainMoved = zip(common, common.dropFirst()).contains { main($0) ?? 0 > main($1) ?? 0 }
        let (lead, other) = mainMoved ? (main, branch) : (branch, main)
        var result = Chain(sorted(items, by: lead))
        var previous: Item?
        for item in sorted(items, by: other) {
            defer { previous = item }
            guard lead(item) == nil else { continue }
            // All that the other side has before it is in the result already, and the last of these is its neighbour.
            var place = previous
            if mainMoved {
                // What main added at the same place comes first.
                while let next = result.item(after: place), base(next) == nil, branch(next) == nil { place = next }
            }
            result.insert(item, after: place)
        }
        return result.items
    }

    private static func sorted<Item>(_ items: [Item], by place: (Item) -> Int?) -> [Item] {
        items.compactMap { item in place(item).map { (place: $0, item: item) } }.sorted { $0.place < $1.place }
            .map(\.item)
    }

    /// A list in which an item can be inserted after another one at once.
    private struct Chain<Item: AnyObject> {
        private var first: Item?
        private var following: [ObjectIdentifier: Item] = [:]

        init(_ items: [Item]) {
            first = items.first
            following.reserveCapacity(items.count)
            for (item, next) in zip(items, items.dropFirst()) { following[ObjectIdentifier(item)] = next }
        }

        /// - Parameter item: nil for the beginning.
        func item(after item: Item?) -> Item? {
            item.map { following[ObjectIdentifier($0)] } ?? first
        }

        mutating func insert(_ item: Item, after neighbour: Item?) {
            following[ObjectIdentifier(item)] = self.item(after: neighbour)
            if let neighbour { following[ObjectIdentifier(neighbour)] = item } else { first = item }
        }

        var items: [Item] {
            var items: [Item] = []
            items.reserveCapacity(following.count + 1)
            var next = first
            while let item = next {
                items.append(item)
                next = following[ObjectIdentifier(item)]
            }
            return items
        }
    }
}

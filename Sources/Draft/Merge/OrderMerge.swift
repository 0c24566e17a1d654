/// Merges the orders of two sides into one.
enum OrderMerge {
    /// - Parameters:
    ///   - items: the items to order.
    ///   - places: each item's index on a side; nil if that side doesn't have it.
    /// - Returns: the items, with each side's additions after the item that they followed; if both sides added items at
    ///   the same position, main's come first. A side that moved nothing follows the other side's order.
    static func ordered<Item>(
        _ items: [Item], base: (Item) -> Int?, main: (Item) -> Int?, branch: (Item) -> Int?
    ) -> [Item] {
        let (bases, mains, branches) = (items.map(base), items.map(main), items.map(branch))
        let common = sorted(by: bases).filter { mains[$0] != nil }.map { mains[$0] ?? 0 }
        let mainMoved = zip(common, common.dropFirst()).contains { $0 > $1 }
        let (lead, other) = mainMoved ? (mains, branches) : (branches, mains)
        var chain = Chain(sorted(by: lead), count: items.count)
        var before: Int?
        for item in sorted(by: other) {
            if lead[item] == nil {
                var place = before
                if mainMoved {
                    // What main added at the same position comes first.
                    while let next = chain.next(after: place), bases[next] == nil, branches[next] == nil {
                        place = next
                    }
                }
                chain.insert(item, after: place)
            }
            before = item
        }
        return chain.order.map { items[$0] }
    }

    /// The indices of items that have a position, sorted by it.
    private static func sorted(by places: [Int?]) -> [Int] {
        places.indices.compactMap { index in places[index].map { (place: $0, index: index) } }
            .sorted { $0.place < $1.place }.map(\.index)
    }

    /// A linked list of item indices, into which others can be inserted without moving any.
    private struct Chain {
        private var first: Int?
        private var followers: [Int?]

        init(_ order: [Int], count: Int) {
            first = order.first
            followers = [Int?](repeating: nil, count: count)
            for (item, next) in zip(order, order.dropFirst()) { followers[item] = next }
        }

        /// The item after another one; nil means the beginning.
        func next(after item: Int?) -> Int? { item.map { followers[$0] } ?? first }

        mutating func insert(_ item: Int, after place: Int?) {
            followers[item] = next(after: place)
            if let place { followers[place] = item } else { first = item }
        }

        var order: [Int] {
            var order: [Int] = []
            var next = first
            while let item = next {
                order.append(item)
                next = followers[item]
            }
            return order
        }
    }
}

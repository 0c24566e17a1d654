internal import Newsletter

/// A section's list, with items to be inserted at their positions.
struct GatheredList {
    /// An item to be inserted.
    struct Item {
        var lines: String
        /// The section's index.
        var section: Int
        /// The item's order among events; nil if it isn't read as an event.
        var order: EventOrder?
        var hasAddress: Bool
        var identity: String
    }

    /// Items, each with the line, counted from 1, above which it is inserted.
    typealias Insertion = (line: Int, item: Item)

    private let entries: [Entry]
    private var items: [Item] = []
    /// The list in order, as indices of entries, and of items after all entries.
    private var sequence: [Int]
    /// For each position in the sequence, the element with the greatest order up to that position.
    private var latest: [Int?]
    private var orders: [EventOrder?]

    init(_ section: Section) {
        entries = section.entries.filter { $0.content != .prose }
        sequence = Array(entries.indices)
        orders = entries.map { EventOrder($0) }
        latest = []
        for index in sequence { latest.append(Self.later(latest.last ?? nil, index, orders)) }
    }

    /// Inserts an item before the first event with a greater order, or else at the end.
    mutating func add(_ item: Item, before order: EventOrder?) {
        let index = entries.count + items.count
        let place = order.map(firstPlace) ?? sequence.count
        items.append(item)
        orders.append(item.order)
        sequence.insert(index, at: place)
        latest.insert(Self.later(place > 0 ? latest[place - 1] : nil, index, orders), at: place)
        var next = place + 1
        while next < latest.count, Self.later(latest[next], index, orders) == index {
            latest[next] = index
            next += 1
        }
    }

    /// The position of the first entry with a greater order, found by binary search, as the greatest order so far never
    /// decreases.
    private func firstPlace(after order: EventOrder) -> Int {
        var (low, high) = (0, sequence.count)
        while low < high {
            let middle = (low + high) / 2
            let isAfter = latest[middle].flatMap { orders[$0] }.map { order < $0 } ?? false
            if isAfter { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// The one of two elements that has the greater order; nil if neither has one.
    private static func later(_ one: Int?, _ other: Int, _ orders: [EventOrder?]) -> Int? {
        guard let own = orders[other] else { return one }
        guard let one, let known = orders[one] else { return other }
        return known < own ? other : one
    }

    /// The items in the order of the text.
    var insertions: [Insertion] {
        var insertions: [Insertion] = []
        var line = (entries.last?.range.end.line ?? 0) + 1
        for index in sequence.reversed() {
            if index < entries.count {
                line = entries[index].range.start.line
            } else {
                insertions.append((line, items[index - entries.count]))
            }
        }
        return insertions.reversed()
    }
}

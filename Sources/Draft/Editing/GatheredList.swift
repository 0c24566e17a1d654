internal import Newsletter

/// A section's list with the items that are to come into it, each at its place.
struct GatheredList {
    /// An item that is to come in.
    struct Item {
        var lines: String
        /// The section's index.
        var section: Int
        /// As the entry will be read; nil for what isn't read as an event.
        var order: EventOrder?
        var hasAddress: Bool
        var identity: String
    }

    /// Items and the line, counted from 1, above which they go.
    typealias Insertion = (line: Int, item: Item)

    private let entries: [Entry]
    private var items: [Item] = []
    /// The list in its order, entries by their index, items by theirs behind all entries.
    private var sequence: [Int]
    /// At each place of the sequence, which of those up to there has the greatest order.
    private var latest: [Int?]
    private var orders: [EventOrder?]

    init(_ section: Section) {
        entries = section.entries.filter { $0.content != .prose }
        sequence = Array(entries.indices)
        orders = entries.map { EventOrder($0) }
        latest = []
        for index in sequence { latest.append(Self.later(latest.last ?? nil, index, orders)) }
    }

    /// Puts an item before the first event that comes after it, else at the end.
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

    /// Of the place where the first entry with a greater order is: the greatest so far never falls.
    private func firstPlace(after order: EventOrder) -> Int {
        var (low, high) = (0, sequence.count)
        while low < high {
            let middle = (low + high) / 2
            let isAfter = latest[middle].flatMap { orders[$0] }.map { order < $0 } ?? false
            if isAfter { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// Which of two has the greater order; nil where neither has one.
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

/// Entries of one identity that a side removed, until each is found at the position to which it was moved.
struct RemovedNodes {
    /// The removed nodes in the order of the text, and how many of them have been found.
    private var nodes: [Lack: (all: [(place: Int, node: MergeNode)], taken: Int)] = [:]
    private var count = 0

    /// The sides that no longer have the entry.
    private struct Lack: Hashable {
        var main: Bool
        var branch: Bool
    }

    mutating func add(_ node: MergeNode) {
        let lack = Lack(main: node.main == nil, branch: node.branch == nil)
        nodes[lack, default: ([], 0)].all.append((count, node))
        count += 1
    }

    /// The first removed node that a new entry can be, because the sides that have the new one lack the old one.
    mutating func take(for new: MergeNode) -> MergeNode? {
        var first: (place: Int, lack: Lack)?
        for (lack, group) in nodes where group.taken < group.all.count {
            guard new.main == nil || lack.main, new.branch == nil || lack.branch else { continue }
            let place = group.all[group.taken].place
            if place < first?.place ?? .max { first = (place, lack) }
        }
        guard let lack = first?.lack, let taken = nodes[lack]?.taken else { return nil }
        nodes[lack]?.taken += 1
        return nodes[lack]?.all[taken].node
    }
}

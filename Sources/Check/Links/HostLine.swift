internal import Synchronization

/// The queue of links to one host, shared by the tasks that request them.
final class HostLine: Sendable {
    let links: [AskedLink]
    private let taken = Atomic(0)

    init(_ links: [AskedLink]) {
        self.links = links
    }

    /// The next link, or nil if none is left.
    func next() -> AskedLink? {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < links.count ? links[index] : nil
    }

    /// The queues, those with the most links first because they take longest; each appears as often as requests to its
    /// host may run at once.
    static func lines(of links: [AskedLink], perHost: Int) -> [HostLine] {
        var hosts: [String: Int] = [:]
        var groups: [[AskedLink]] = []
        for link in links {
            if let index = hosts[link.host] {
                groups[index].append(link)
            } else {
                hosts[link.host] = groups.count
                groups.append([link])
            }
        }
        let order = groups.indices.sorted { (-groups[$0].count, $0) < (-groups[$1].count, $1) }
        return order.flatMap { index in
            let line = HostLine(groups[index])
            return [HostLine](repeating: line, count: min(max(perHost, 1), groups[index].count))
        }
    }
}

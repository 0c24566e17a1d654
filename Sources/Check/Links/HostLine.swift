internal import Synchronization

/// The links of one host; those who ask take one after the other.
final class HostLine: Sendable {
    let links: [AskedLink]
    private let taken = Atomic(0)

    init(_ links: [AskedLink]) {
        self.links = links
    }

    /// Nil when all are taken.
    func next() -> AskedLink? {
        let index = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return index < links.count ? links[index] : nil
    }

    /// Those with most links first, for they take longest; each as often as its links may be asked at once.
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

/// A page of a list, with the URL of the next one.
struct ListPage<Item> {
    var items: [Item]
    /// The URL of the next page; nil after the last page that is needed.
    var next: String?
    var faults: [SourceFault] = []
}

extension SourceRequest {
    /// The items of all pages. If a later page fails, the result has the items of the earlier ones and a fault.
    ///
    /// - Parameter most: the maximum number of pages; if there are more, the result has a fault.
    /// - Throws: the error of the first page.
    func items<Item>(
        from first: String, most: Int = 20, _ page: (String) async throws(SourceFault) -> ListPage<Item>
    ) async throws(SourceFault) -> (items: [Item], faults: [SourceFault]) {
        var found = try await page(first)
        var requested: Set<String> = [first]
        while let next = found.next, requested.insert(next).inserted {
            guard requested.count <= most else {
                let problem = "there are more than \(most) pages for this window"
                found.faults.append(fault(problem, address: first, remedy: "Narrow the search in the settings"))
                break
            }
            do throws(SourceFault) {
                let more = try await page(next)
                found.items += more.items
                found.faults += more.faults
                found.next = more.next
            } catch {
                found.faults.append(error)
                break
            }
        }
        return (found.items, found.faults)
    }
}

/// A page of a list, and where the next one is.
struct ListPage<Item> {
    var items: [Item]
    /// Its address; nil behind the last page that matters.
    var next: String?
    var faults: [SourceFault] = []
}

extension SourceRequest {
    /// The items of all pages. A later page that fails is a fault beside what the earlier ones brought.
    ///
    /// - Parameter most: pages; more of them are not asked for, and that is a fault too.
    /// - Throws: why there is no first page.
    func items<Item>(
        from first: String, most: Int = 20, _ page: (String) async throws(SourceFault) -> ListPage<Item>
    ) async throws(SourceFault) -> (items: [Item], faults: [SourceFault]) {
        var found = try await page(first)
        var asked: Set<String> = [first]
        while let next = found.next, asked.insert(next).inserted {
            guard asked.count <= most else {
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

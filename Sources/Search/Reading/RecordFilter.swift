/// Selects the records that a query's filters and excluded words allow.
struct RecordFilter {
    /// The allowed records; nil if all are allowed.
    private var allowed: RecordSet?

    init(_ query: SearchQuery, manifest: SearchManifest, lists: WordLists, facets: () -> FacetTable) {
        guard !query.filters.isEmpty || !query.excluded.isEmpty else { return }
        let count = manifest.records
        var allowed = RecordSet(count: count, holdsAll: true)
        var table: FacetTable?
        func known() -> FacetTable {
            let facets = table ?? facets()
            table = facets
            return facets
        }
        for filter in query.filters {
            var set = RecordSet(count: count, holdsAll: false)
            switch filter.kind {
            case .term(let form):
                var postings: [UInt32] = []
                lists.exact(form, into: &postings)
                for posting in postings { set.insert(Int(posting >> 3)) }
            case .section(let part):
                let facets = known()
                let isMeant = facets.sections.map {
                    String(decoding: TextFolding.folded($0), as: UTF8.self).contains(part)
                }
                for range in facets.records(where: { section, _ in isMeant[section] }) {
                    for record in range { set.insert(record) }
                }
            case .issue(let number):
                let facets = known()
                for range in facets.records(where: { facets.issues[$1].number == number }) {
                    for record in range { set.insert(record) }
                }
            case .years(let years):
                for (index, year) in manifest.years.enumerated() where years.contains(year.year) {
                    let end = index + 1 < manifest.years.count ? manifest.years[index + 1].record : count
                    for record in year.record..<max(year.record, end) { set.insert(record) }
                }
            }
            if filter.isNegated { allowed.subtract(set) } else { allowed.formIntersection(set) }
        }
        for word in query.excluded {
            var postings: [UInt32] = []
            lists.exact(word, into: &postings)
            var set = RecordSet(count: count, holdsAll: false)
            for posting in postings { set.insert(Int(posting >> 3)) }
            allowed.subtract(set)
        }
        self.allowed = allowed
    }

    func allows(_ record: Int) -> Bool { allowed?.contains(record) ?? true }
}

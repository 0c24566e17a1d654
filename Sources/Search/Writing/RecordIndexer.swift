/// Splits records into forms.
struct RecordIndexer {
    private(set) var table = FormTable()
    private(set) var count = 0
    private var inTitle: [Int32] = []
    private var inContext: [Int32] = []
    private var touched: [Int] = []
    /// The forms of each host.
    private var sites: [String: [Int]] = [:]

    mutating func add(_ record: SearchRecord) {
        if !record.isRepeated { addWords(of: record) }
        if let host = record.host {
            let forms = sites[host] ?? Self.sites(of: host).map { form(of: "@site:" + $0) }
            sites[host] = forms
            for form in forms { table.add(form, record: count, code: 0) }
        }
        for tag in record.tags {
            let form = form(of: "@tag:" + SearchQuery.filterValue(tag))
            table.add(form, record: count, code: 0)
        }
        count += 1
    }

    private mutating func addWords(of record: SearchRecord) {
        let titleLength = count(record.title, in: \.inTitle, atMost: .max) { _ in true }
        let contextLength = count(
            record.context, in: \.inContext, atMost: ImpactModel.longestContext, where: Self.tellsMuch)
        for form in touched {
            let code = ImpactModel.code(
                title: Int(inTitle[form]), context: Int(inContext[form]), titleLength: titleLength,
                contextLength: contextLength)
            table.add(form, record: count, code: code)
            inTitle[form] = 0
            inContext[form] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func form(of filter: String) -> Int {
        let form = table.index(of: Array(filter.utf8.prefix(200)))
        makeRoom()
        return form
    }

    /// A host and the domains above it: `site:rust-lang.org` also finds links to `blog.rust-lang.org`.
    private static func sites(of host: String) -> [String] {
        let labels = host.split(separator: ".")
        guard labels.count > 2 else { return [host] }
        return (0...(labels.count - 2)).map { labels[$0...].joined(separator: ".") }
    }

    /// Whether a word outside a title is indexed; numbers and words of one or two letters aren't.
    private static func tellsMuch(_ form: ArraySlice<UInt8>) -> Bool {
        form.count > 2 && form.contains { $0 > UInt8(ascii: "9") }
    }

    private mutating func count(
        _ text: String, in counts: WritableKeyPath<RecordIndexer, [Int32]>, atMost limit: Int,
        where isMeant: (ArraySlice<UInt8>) -> Bool
    ) -> Int {
        guard !text.isEmpty else { return 0 }
        let folded = TextFolding.folded(text)
        var length = 0
        var ranges: [Range<Int>] = []
        Tokenizer.scan(folded, isForIndex: true) { range, covered in
            guard length < limit else { return }
            ranges.append(range)
            if covered == 0 { length += 1 }
        }
        for range in ranges where isMeant(folded[range]) {
            let form = table.index(of: folded[range])
            makeRoom()
            if inTitle[form] == 0, inContext[form] == 0 { touched.append(form) }
            self[keyPath: counts][form] += 1
        }
        return length
    }

    private mutating func makeRoom() {
        guard inTitle.count < table.count else { return }
        inTitle.append(0)
        inContext.append(0)
    }
}

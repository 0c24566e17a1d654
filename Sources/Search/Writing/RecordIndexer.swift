/// Splits records into forms.
struct RecordIndexer {
    private(set) var postings = PostingList()
    /// The number of the next record.
    private var next: Int
    private var inTitle: [Int32] = []
    private var inContext: [Int32] = []
    private var touched: [Int] = []
    private var ranges: [Range<Int>] = []
    /// The forms of each host.
    private var sites: [String: [Int]] = [:]

    /// - Parameter first: the number of the first record.
    init(first: Int) {
        next = first
    }

    mutating func add(_ record: SearchRecord) {
        if !record.isRepeated { addWords(of: record) }
        if let host = record.host {
            let forms = sites[host] ?? Self.sites(of: host).map { form(of: "@site:" + $0) }
            sites[host] = forms
            for form in forms { postings.add(form, record: next, code: 0) }
        }
        for tag in record.tags {
            let form = form(of: "@tag:" + SearchQuery.filterValue(tag))
            postings.add(form, record: next, code: 0)
        }
        next += 1
    }

    private mutating func addWords(of record: SearchRecord) {
        let titleLength = count(record.title, isTitle: true)
        let contextLength = count(record.context, isTitle: false)
        for form in touched {
            let code = ImpactModel.code(
                title: Int(inTitle[form]), context: Int(inContext[form]), titleLength: titleLength,
                contextLength: contextLength)
            postings.add(form, record: next, code: code)
            inTitle[form] = 0
            inContext[form] = 0
        }
        touched.removeAll(keepingCapacity: true)
    }

    private mutating func form(of filter: String) -> Int {
        Array(filter.utf8.prefix(200)).withUnsafeBufferPointer { form($0) }
    }

    /// A host and the domains above it: `site:rust-lang.org` also finds links to `blog.rust-lang.org`.
    private static func sites(of host: String) -> [String] {
        let labels = host.split(separator: ".")
        guard labels.count > 2 else { return [host] }
        return (0...(labels.count - 2)).map { labels[$0...].joined(separator: ".") }
    }

    /// Whether a word outside a title is indexed; numbers and words of one or two letters aren't.
    private static func tellsMuch(_ form: UnsafeBufferPointer<UInt8>) -> Bool {
        form.count > 2 && form.contains { $0 > UInt8(ascii: "9") }
    }

    /// Counts the words of a title, or of the text around it.
    ///
    /// - Returns: the number of words.
    private mutating func count(_ text: String, isTitle: Bool) -> Int {
        guard !text.isEmpty else { return 0 }
        let folded = TextFolding.folded(text)
        let limit = isTitle ? Int.max : ImpactModel.longestContext
        var length = 0
        ranges.removeAll(keepingCapacity: true)
        Tokenizer.scan(folded, isForIndex: true) { range, covered in
            guard length < limit else { return }
            ranges.append(range)
            if covered == 0 { length += 1 }
        }
        folded.withUnsafeBufferPointer { bytes in
            for range in ranges {
                let word = UnsafeBufferPointer(rebasing: bytes[range])
                guard isTitle || Self.tellsMuch(word) else { continue }
                let form = form(word)
                if inTitle[form] == 0, inContext[form] == 0 { touched.append(form) }
                if isTitle { inTitle[form] += 1 } else { inContext[form] += 1 }
            }
        }
        return length
    }

    private mutating func form(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let form = postings.form(bytes)
        if form == inTitle.count {
            inTitle.append(0)
            inContext.append(0)
        }
        return form
    }
}

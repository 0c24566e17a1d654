/// The forms of some consecutive issues, with the records that have them.
struct PostingList: Sendable {
    /// A form in a record.
    struct Posting: Sendable {
        var form: UInt32
        /// `record << 3 | code`.
        var value: UInt32
    }

    private(set) var forms = FormList()
    /// Sorted by record.
    private(set) var postings: [Posting] = []
    /// For each form, the last record that has it.
    private var last: [Int32] = []

    /// The number of a form, which is added unless it is known.
    mutating func form(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        let form = forms.index(of: bytes)
        if form == last.count { last.append(-1) }
        return form
    }

    /// Adds a posting, unless the record already has the form. Records must be added in order.
    mutating func add(_ form: Int, record: Int, code: Int) {
        guard Int(last[form]) != record else { return }
        last[form] = Int32(record)
        postings.append(Posting(form: UInt32(form), value: UInt32(record << 3 | code)))
    }
}

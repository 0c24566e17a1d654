/// All forms of an archive, with the records of each.
struct FormTable: Sendable {
    let forms: FormList
    /// The postings of all forms, one form after the other, as `record << 3 | code`, sorted by record.
    private let postings: [UInt32]
    /// For each form, the position of its first posting; and the number of postings.
    private let starts: [Int]

    /// - Parameter parts: the parts of the archive, in order; forms get the numbers that they would get in a single part.
    init(_ parts: [PostingList]) {
        var forms = parts.first?.forms ?? FormList()
        // For each part, the numbers here of its forms.
        let numbers = parts.enumerated().map { position, part in
            (0..<part.forms.count).map { position == 0 ? $0 : forms.index(of: part.forms.bytes($0)) }
        }
        var next = [Int](repeating: 0, count: forms.count + 1)
        for (part, numbers) in zip(parts, numbers) {
            for posting in part.postings { next[numbers[Int(posting.form)] + 1] += 1 }
        }
        for form in 0..<forms.count { next[form + 1] += next[form] }
        starts = next
        var sorted = [UInt32](repeating: 0, count: next[forms.count])
        for (part, numbers) in zip(parts, numbers) {
            for posting in part.postings {
                let form = numbers[Int(posting.form)]
                sorted[next[form]] = posting.value
                next[form] += 1
            }
        }
        postings = sorted
        self.forms = forms
    }

    func postings(_ form: Int) -> ArraySlice<UInt32> { postings[starts[form]..<starts[form + 1]] }
}

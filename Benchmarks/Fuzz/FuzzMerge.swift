internal import Draft

/// Three texts, separated by lines of `%%`, are merged as versions of one issue. Where one side changed nothing, the result
/// must be the other side's bytes; where both did, it must be the same each time.
struct FuzzMerge: FuzzTarget {
    func test(_ bytes: [UInt8]) {
        var versions: [[UInt8]] = [[]]
        for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
            if line.elementsEqual("%%".utf8), versions.count < 3 {
                versions.append([])
            } else {
                versions[versions.count - 1] += line + [0x0A]
            }
        }
        let (base, main) = (versions[0], versions.count > 1 ? versions[1] : versions[0])
        let branch = versions.count > 2 ? versions[2] : base
        try? MergeGuard.check(
            base: .init(name: "base", bytes: base), main: .init(name: "main", bytes: main),
            branch: .init(name: "branch", bytes: branch))
        let outcome = IssueMerge.merge(base: base, main: main, branch: branch)
        let again = IssueMerge.merge(base: base, main: main, branch: branch)
        if outcome.bytes != again.bytes || outcome.notes != again.notes || outcome.conflicts != again.conflicts {
            fatalError("two merges of the same versions differ")
        }
        if IssueMerge.merge(base: base, main: base, branch: branch).bytes != branch { fatalError("the branch is lost") }
        if IssueMerge.merge(base: base, main: main, branch: base).bytes != main { fatalError("main is lost") }
    }
}

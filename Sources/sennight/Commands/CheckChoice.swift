import ArgumentParser
internal import Newsroom

/// The options for the checks that a command runs.
struct CheckChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp("Run only these checks, even if the settings switch them off.", valueName: "id,…"),
        completion: .list(CheckCatalog.names))
    var select: [String] = []

    @OptionGroup var ignoring: IgnoredChecks

    var selected: Set<String> { IgnoredChecks.names(select) }

    func validate() throws {
        if !select.isEmpty, selected.isEmpty { throw ValidationError("--select needs at least one check.") }
        try IgnoredChecks.check(selected)
    }
}

/// The checks that a command skips.
struct IgnoredChecks: ParsableArguments {
    @Option(
        help: ArgumentHelp("Skip these checks.", valueName: "id,…"), completion: .list(CheckCatalog.names))
    var ignore: [String] = []

    var ignored: Set<String> { Self.names(ignore) }

    func validate() throws { try Self.check(ignored) }

    static func names(_ words: [String]) -> Set<String> {
        Set(words.flatMap { $0.split { $0 == "," || $0 == " " } }.map(String.init))
    }

    static func check(_ names: Set<String>) throws {
        for name in names.sorted() {
            guard let fault = CheckCatalog.fault(of: name) else { continue }
            let words = fault.summary.prefix(1).uppercased() + fault.summary.dropFirst()
            throw ValidationError("\(words). \(fault.remedy)")
        }
    }
}

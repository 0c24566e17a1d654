package import Text

/// A page or feed of the published site, compared with what a build makes now.
package struct PublishedPage: Hashable, Sendable {
    package var url: String
    package var state: State

    package init(url: String, state: State) {
        self.url = url
        self.state = state
    }

    package enum State: Hashable, Sendable {
        case same
        /// The site has another version: something was never deployed.
        case differs(Difference)
        /// The site has no such page.
        case missing(status: Int)
        /// It couldn't be looked at, so nothing is known about it.
        case unreachable(String)
    }

    /// The first line that differs.
    package struct Difference: Hashable, Sendable {
        /// From 1.
        package var line: Int
        /// The line as it is published, shortened to where it differs; nil if the published text ends before it.
        package var published: String?
        /// The same of the build.
        package var built: String?
    }
}

extension PublishedPage.State {
    static func comparing(_ published: [UInt8], with built: [UInt8]) -> Self {
        guard published != built else { return .same }
        let (old, new) = (lines(published), lines(built))
        let line = zip(old, new).enumerated().first { $1.0 != $1.1 }?.offset ?? min(old.count, new.count)
        let (before, after) = (line < old.count ? old[line] : nil, line < new.count ? new[line] : nil)
        // Lines of a feed are as long as an issue.
        let start =
            before.flatMap { before in
                after.map { zip(before, $0).prefix { $0 == $1 }.count }
            } ?? 0
        return .differs(
            .init(
                line: line + 1, published: before.map { part(of: $0, around: start) },
                built: after.map { part(of: $0, around: start) }))
    }

    private static func lines(_ bytes: [UInt8]) -> [ArraySlice<UInt8>] {
        bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    }

    private static func part(of line: ArraySlice<UInt8>, around offset: Int) -> String {
        let start = max(0, offset - 30)
        let part = String(decoding: line.dropFirst(start).prefix(120), as: UTF8.self)
        return (start > 0 ? "…" : "") + part + (line.count > start + 120 ? "…" : "")
    }
}

extension PublishedPage: PrintableTextConvertible {
    package var printableText: PrintableText {
        switch state {
        case .same: "\(url): matches the build"
        case .missing(let status): "\(url): isn't on the site (\(status))"
        case .unreachable(let reason): "\(url): couldn't be compared: \(reason)"
        case .differs(let difference):
            "\(url): differs from the current build: line \(difference.line) is '\(difference.published ?? "")' on the site and '\(difference.built ?? "")' in the build"
        }
    }
}

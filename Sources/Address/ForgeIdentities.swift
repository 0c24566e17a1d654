/// Forges, on which owners and repositories may be written in any case.
enum ForgeIdentities {
    static func unify(_ parts: inout AddressParts) {
        if parts.host == "gist.github.com" {
            // `gist.github.com/ann/0123…` and `gist.github.com/0123…`
            if parts.segments.count == 2, parts.segments[1].utf8.count >= 20 { parts.segments.removeFirst() }
            return
        }
        for index in parts.segments.indices.prefix(2) { parts.segments[index] = parts.segments[index].lowercased() }
        switch parts.host {
        case "github.com":
            // Views of a pull request, and the file that a repository's page shows anyway.
            if parts.segments.count == 4, parts.segments[2] == "pull" { parts.parameters = [] }
            if parts.fragment.lowercased() == "readme-ov-file" { parts.fragment = "" }
            parts.parameters.removeAll { $0 == "tab=readme-ov-file" }
        case "gitlab.com":
            if let mark = parts.segments.firstIndex(of: "merge_requests"), mark > 1, mark + 1 < parts.segments.count {
                let project = parts.segments[..<mark].filter { $0 != "-" }.map { $0.lowercased() }
                parts.segments = project + ["-", "merge_requests", parts.segments[mark + 1]]
            }
        default:
            if parts.segments.count > 4, parts.segments[2] == "pulls" { parts.segments.removeSubrange(4...) }
        }
        if parts.segments.count == 2, parts.segments[1].hasSuffix(".git") { parts.segments[1].removeLast(4) }
    }
}

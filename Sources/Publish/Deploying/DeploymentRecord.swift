internal import Newsletter
internal import Text

/// What a deployment leaves in the target, for the next one: a file of the deployed site.
struct DeploymentRecord: Hashable, Sendable {
    /// The site's ``SiteContent/digest``.
    var site: String
    /// Files of the site that the next deployment has to know, sorted.
    var files: [String]
    /// Files with a hash in their names that earlier sites had, by path: since when no page links to them, in seconds
    /// since 1970.
    var kept: [String: Int]

    static let name = ".sennight-deployed"
    private static let format = "sennight deployment 1"
    /// How long files with a hash are kept for pages that browsers and caches still have, in seconds.
    static let retention = 30 * 86_400

    static func isHashed(_ path: String) -> Bool { AssetName.isHashed(path) }

    /// The record of a deployment.
    ///
    /// - Parameters:
    ///   - files: the files to remember; those with a hash in their names must be among them.
    ///   - previous: the target's record before this deployment.
    ///   - now: in seconds since 1970.
    init(_ content: SiteContent, remembering files: [String], after previous: DeploymentRecord?, now: Int) {
        site = content.digest
        self.files = files
        kept = [:]
        for path in previous?.files ?? [] where !content.paths.contains(path) && Self.isHashed(path) {
            kept[path] = now
        }
        for (path, time) in previous?.kept ?? [:] where !content.paths.contains(path) && now - time < Self.retention {
            kept[path] = time
        }
    }

    /// The record of a site whose deployment left none.
    init(ofUnknownSiteWith files: [String]) {
        site = ""
        self.files = files
        kept = [:]
    }

    /// Reads a record; nil if it isn't complete.
    init?(_ bytes: [UInt8]) {
        let lines = bytes.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
        guard lines.count > 2, lines[0] == Self.format, lines.last == "end", lines[1].hasPrefix("site ") else {
            return nil
        }
        site = String(lines[1].dropFirst(5))
        files = []
        kept = [:]
        for line in lines[2...].dropLast() {
            let words = line.split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { return nil }
            if words[0] == "file" {
                guard Self.isInside(words[1]) else { return nil }
                files.append(words[1])
            } else {
                let fields = words[1].split(separator: " ", maxSplits: 1).map(String.init)
                guard words[0] == "kept", fields.count == 2, let time = Int(fields[0]), Self.isInside(fields[1]) else {
                    return nil
                }
                kept[fields[1]] = time
            }
        }
    }

    var bytes: [UInt8] {
        var text = "\(Self.format)\nsite \(site)\n"
        for path in files { text += "file \(path)\n" }
        for (path, time) in kept.sorted(by: { $0.key < $1.key }) { text += "kept \(time) \(path)\n" }
        return Array((text + "end\n").utf8)
    }

    /// Whether a path stays within the site: anyone may have written the record.
    private static func isInside(_ path: String) -> Bool {
        !path.isEmpty
            && path.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !$0.isEmpty && $0 != "." && $0 != ".." && $0.lowercased() != ".git"
            }
    }
}

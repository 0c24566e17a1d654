internal import Context

/// The commands of git that the test's repository answers, each as its manual page describes it.
extension MemoryRepository.State {
    /// Nil for a command that isn't known here.
    mutating func answer(_ command: GitCommand, root: String) -> GitOutput? {
        let words = command.arguments
        switch words.first {
        case "rev-parse": return parsed(words, folder: command.folder ?? root, root: root)
        case "symbolic-ref": return Self.line("main")
        case "config": return configuration[words.last ?? ""].map(Self.line) ?? GitOutput(status: 1)
        case "check-ignore": return GitOutput(status: 1)
        case "merge-base": return mergeBase(words[1], words[2])
        case "rev-list":
            let known = Set(ancestors(of: String(words[2].dropFirst())))
            return Self.lines(ancestors(of: words[1]).filter { !known.contains($0) })
        case "for-each-ref": return references(words[1], words[2])
        case "log": return commits[words.last ?? ""].map { Self.line(([$0.tree] + $0.parents).joined(separator: " ")) }
        case "diff-tree": return differences(words[words.count - 2], words[words.count - 1])
        case "ls-tree": return listing(words)
        case "cat-file": return blobs[words[2]].map { GitOutput(status: 0, bytes: $0) } ?? GitOutput(status: 128)
        default: return change(words, command.input)
        }
    }

    private mutating func change(_ words: [String], _ input: [UInt8]) -> GitOutput? {
        switch words.first {
        case "hash-object": return Self.line(store(input))
        case "mktree":
            let entries = Self.records(input).map { ($0.path, (mode: $0.words[0], object: $0.words[2])) }
            return Self.line(tree(entries: Dictionary(uniqueKeysWithValues: entries)))
        case "commit-tree":
            let parents = words.indices.filter { words[$0] == "-p" }.map { words[$0 + 1] }
            let message = String(decoding: input, as: UTF8.self)
            return Self.line(commit(tree: words[words.count - 1], parents: parents, message: message))
        case "update-ref":
            let (name, new, old) = (words[3], words[4], words[5])
            guard (refs[name] ?? String(repeating: "0", count: old.count)) == old else {
                return GitOutput(status: 128, standardError: "fatal: cannot lock ref '\(name)'")
            }
            refs[name] = new
            return GitOutput(status: 0)
        case "update-index":
            let parts = words[words.count - 1].split(separator: ",", maxSplits: 2).map(String.init)
            staged[parts[2]] = (parts[0], parts[1])
            return GitOutput(status: 0)
        case "ls-files":
            let path = words[words.count - 1].replacing(":(top,literal)", with: "")
            let file =
                staged[path]
                ?? refs["refs/heads/main"].flatMap { files(ofCommit: $0)?[path] }.map { ($0.mode, $0.object) }
            return Self.zeroEnded(file.map { ["\($0.mode) \($0.blob) 0\t\(path)"] } ?? [])
        case "push":
            pushes.append((words[words.count - 2], words[words.count - 1]))
            return GitOutput(status: 0)
        default: return nil
        }
    }

    // MARK: Names

    private func parsed(_ words: [String], folder: String, root: String) -> GitOutput {
        if words.contains("--show-toplevel") { return Self.line(root) }
        if words.contains("--show-prefix") {
            return Self.line(folder == root ? "" : folder.dropFirst(root.count + 1) + "/")
        }
        let name = words[words.count - 1]
        if words.contains("--git-path") { return Self.line(".git/" + name) }
        guard let commit = resolved(name.replacing("^{commit}", with: "").replacing("^{tree}", with: "")) else {
            return GitOutput(status: 1)
        }
        return Self.line(name.hasSuffix("^{tree}") ? commits[commit]?.tree ?? "" : commit)
    }

    private func resolved(_ name: String) -> String? {
        if name == "HEAD" { return refs["refs/heads/main"] }
        return refs[name] ?? refs["refs/heads/\(name)"] ?? (commits[name] == nil ? nil : name)
    }

    private func references(_ format: String, _ pattern: String) -> GitOutput {
        let prefix = pattern.prefix { $0 != "*" }
        let found = refs.filter { pattern.hasSuffix("*") ? $0.key.hasPrefix(prefix) : $0.key == pattern }
        let isPlace = format.contains("worktreepath")
        return Self.lines(
            found.sorted { $0.key < $1.key }.map { isPlace ? "" : "\($0.key)\u{0}\($0.value)\u{0}change\u{0}Test" })
    }

    private func mergeBase(_ one: String, _ other: String) -> GitOutput {
        let known = Set(ancestors(of: other))
        return ancestors(of: one).first(where: known.contains).map(Self.line) ?? GitOutput(status: 1)
    }

    // MARK: Trees

    private func listing(_ words: [String]) -> GitOutput? {
        if words.contains("-r") || words.contains("--"), let at = words.firstIndex(of: "--full-tree") {
            guard let files = resolved(words[at + 1]).flatMap({ self.files(ofCommit: $0) }) else { return nil }
            let isListed = { (path: String) in words.contains("-r") || path == words.last }
            return Self.zeroEnded(
                files.filter { isListed($0.key) }.sorted { $0.key < $1.key }
                    .map { "\($0.value.mode) blob \($0.value.object)\t\($0.key)" })
        }
        guard let entries = trees[words[words.count - 1]] else { return nil }
        return Self.zeroEnded(
            entries.sorted { $0.key < $1.key }.map { name, entry in
                "\(entry.mode) \(entry.mode == "040000" ? "tree" : "blob") \(entry.object)\t\(name)"
            })
    }

    private func differences(_ old: String, _ new: String) -> GitOutput? {
        guard let before = files(ofCommit: old), let after = files(ofCommit: new) else { return nil }
        let none = (mode: "000000", object: String(repeating: "0", count: 40))
        return Self.zeroEnded(
            Set(before.keys).union(after.keys).sorted().flatMap { path -> [String] in
                let (left, right) = (before[path] ?? none, after[path] ?? none)
                guard left != right else { return [] }
                let kind = before[path] == nil ? "A" : after[path] == nil ? "D" : "M"
                return [":\(left.mode) \(right.mode) \(left.object) \(right.object) \(kind)", path]
            })
    }

    /// `MODE TYPE OBJECT⇥PATH`, each ended by a zero byte.
    private static func records(_ bytes: [UInt8]) -> [(words: [String], path: String)] {
        bytes.split(separator: 0).compactMap { record in
            let parts = String(decoding: record, as: UTF8.self).split(separator: "\t", maxSplits: 1)
            guard parts.count == 2 else { return nil }
            return (parts[0].split(separator: " ").map(String.init), String(parts[1]))
        }
    }

    private static func line(_ text: some StringProtocol) -> GitOutput { lines([String(text)]) }

    private static func lines(_ texts: [String]) -> GitOutput {
        GitOutput(status: 0, bytes: Array(texts.map { $0 + "\n" }.joined().utf8))
    }

    private static func zeroEnded(_ texts: [String]) -> GitOutput {
        GitOutput(status: 0, bytes: texts.flatMap { Array($0.utf8) + [0] })
    }
}

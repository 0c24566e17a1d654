/// The files of an index, by name.
package struct SearchFiles: Sendable {
    package private(set) var files: [String: [UInt8]] = [:]

    package init() {}

    /// The files of an existing index.
    init(_ files: [String: [UInt8]]) {
        self.files = files
    }

    mutating func add(manifest: [UInt8]) { files[SearchFileName.manifest] = manifest }

    /// Adds consecutive files of a kind in groups of four.
    ///
    /// - Returns: the hashes of the groups, one after the other.
    mutating func add(_ all: [[UInt8]], kind: SearchFileName.Kind) -> String {
        var hashes = ""
        var start = 0
        while start < all.count {
            let group = all[start..<min(all.count, start + SearchFileName.groupSize)]
            hashes += add(group: group, kind: kind)
            start += SearchFileName.groupSize
        }
        return hashes
    }

    /// Adds one group.
    ///
    /// - Returns: the group's hash.
    mutating func add(group: ArraySlice<[UInt8]>, kind: SearchFileName.Kind) -> String {
        var salt = 0
        while true {
            let hash = SearchFileName.hash(of: group, salt: salt)
            let names = group.indices.map { SearchFileName.name(kind, hash: hash, index: $0 - group.startIndex) }
            if zip(names, group).allSatisfy({ files[$0] == nil || files[$0] == $1 }) {
                for (name, bytes) in zip(names, group) { files[name] = bytes }
                return hash
            }
            salt += 1
        }
    }
}

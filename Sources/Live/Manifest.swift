internal import Context

/// The list of files that a build put into a folder, kept in it; what is not in the list is not ours.
struct Manifest: Sendable {
    /// By path from the folder.
    var fingerprints: [String: Fingerprint] = [:]

    static let name = ".sennight-manifest"
    private static let format = "sennight manifest 1"

    init() {}

    init(_ products: [Product]) {
        fingerprints = Dictionary(products.map { ($0.path, $0.fingerprint) }) { first, _ in first }
    }

    /// The manifest of a folder; nil where there is none, or none that can be read.
    init?(of folder: String) {
        let bytes: [UInt8]
        do {
            bytes = try LiveFiles.read("\(folder)/\(Self.name)")
        } catch {
            return nil
        }
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        guard let head = lines.first, head.elementsEqual(Self.format.utf8) else { return nil }
        fingerprints.reserveCapacity(lines.count)
        for line in lines.dropFirst() {
            guard line.count > 33, let fingerprint = Fingerprint(digits: line.prefix(32)) else { continue }
            let path = String(decoding: line.dropFirst(33), as: UTF8.self)
            if Self.isInside(path) { fingerprints[path] = fingerprint }
        }
    }

    /// Whether a path stays below the folder; a list that came with somebody else's files may say anything.
    static func isInside(_ path: String) -> Bool {
        guard path.utf8.first == UInt8(ascii: "/") || path.contains("..") else { return true }
        return !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }

    var bytes: [UInt8] {
        var output = Array(Self.format.utf8)
        output.append(UInt8(ascii: "\n"))
        for (path, fingerprint) in fingerprints.sorted(by: { $0.key < $1.key }) {
            fingerprint.append(to: &output)
            output.append(UInt8(ascii: " "))
            output += path.utf8
            output.append(UInt8(ascii: "\n"))
        }
        return output
    }
}

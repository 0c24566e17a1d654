internal import Context
internal import Text

/// Reads and writes manifests in this form:
///
///     sennight manifest 2
///     FINGERPRINT SIZE TIME PATH
///     folder TIME PATH
///     end COUNT FINGERPRINT
///
/// The fingerprint in the last line covers all lines above it. The first format had no size, no time and no last line.
enum ManifestText {
    private static let format = "sennight manifest 2"
    private static let firstFormat = "sennight manifest 1"
    private static let newline = UInt8(ascii: "\n")
    private static let space = UInt8(ascii: " ")
    private static let folderWord = Array("folder ".utf8)

    static func bytes(of manifest: Manifest) -> [UInt8] {
        var output: [UInt8] = []
        output.reserveCapacity(manifest.entries.count * 110)
        output += format.utf8
        output.append(newline)
        for (path, entry) in manifest.entries.sorted(by: { $0.key < $1.key }) {
            entry.fingerprint.append(to: &output)
            output.append(space)
            append(entry.stamp?.size ?? -1, to: &output)
            append(entry.stamp?.modified ?? 0, to: &output)
            output += path.utf8
            output.append(newline)
        }
        for (path, modified) in manifest.folders.sorted(by: { $0.key < $1.key }) {
            output += folderWord
            append(modified, to: &output)
            output += path.utf8
            output.append(newline)
        }
        let sum = Fingerprint(of: output)
        output += "end \(manifest.entries.count + manifest.folders.count) \(sum)\n".utf8
        return output
    }

    /// Appends a number and a space.
    private static func append(_ number: Int, to output: inout [UInt8]) {
        if number < 0 { output.append(UInt8(ascii: "-")) }
        let start = output.count
        var rest = number.magnitude
        repeat {
            output.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
            rest /= 10
        } while rest > 0
        output[start...].reverse()
        output.append(space)
    }

    static func manifest(_ bytes: [UInt8]) -> Manifest {
        var manifest = Manifest()
        let firstEnd = bytes.firstIndex(of: newline) ?? bytes.endIndex
        let head = bytes[..<firstEnd]
        let isFirstFormat = head.elementsEqual(firstFormat.utf8)
        guard isFirstFormat || head.elementsEqual(format.utf8), firstEnd < bytes.endIndex else {
            manifest.condition = .damaged
            return manifest
        }
        manifest.condition = isFirstFormat ? .withoutEnd : .damaged
        manifest.entries.reserveCapacity(bytes.count / 100)
        var start = firstEnd + 1
        // Text after the last line break is a truncated line.
        while start < bytes.endIndex, let end = bytes[start...].firstIndex(of: newline) {
            let line = bytes[start..<end]
            if let (path, entry) = isFirstFormat ? firstFormatEntry(line) : entry(line) {
                manifest.entries[path] = entry
            } else if !isFirstFormat, let (path, modified) = folder(line) {
                manifest.folders[path] = modified
            } else if end == bytes.endIndex - 1, !isFirstFormat, isEnd(line, of: manifest, above: bytes[..<start]) {
                manifest.condition = .whole
            }
            start = end + 1
        }
        return manifest
    }

    private static func isEnd(_ line: ArraySlice<UInt8>, of manifest: Manifest, above: ArraySlice<UInt8>) -> Bool {
        line.elementsEqual(
            "end \(manifest.entries.count + manifest.folders.count) \(Fingerprint(of: Array(above)))".utf8)
    }

    private static func firstFormatEntry(_ line: ArraySlice<UInt8>) -> (String, Manifest.Entry)? {
        guard line.count > 33, let fingerprint = Fingerprint(digits: line.prefix(32)) else { return nil }
        return path(line.dropFirst(33)).map { ($0, Manifest.Entry(fingerprint: fingerprint, stamp: nil)) }
    }

    private static func entry(_ line: ArraySlice<UInt8>) -> (String, Manifest.Entry)? {
        guard line.count > 33, let fingerprint = Fingerprint(digits: line.prefix(32)) else { return nil }
        var rest = line.dropFirst(33)
        guard let size = number(&rest), let modified = number(&rest), let path = path(rest) else { return nil }
        let stamp = size < 0 ? nil : FileStamp(size: size, modified: modified)
        return (path, Manifest.Entry(fingerprint: fingerprint, stamp: stamp))
    }

    private static func folder(_ line: ArraySlice<UInt8>) -> (String, Int)? {
        guard line.starts(with: folderWord) else { return nil }
        var rest = line.dropFirst(folderWord.count)
        guard let modified = number(&rest), let path = path(rest) else { return nil }
        return (path, modified)
    }

    /// Parses a number and the space after it.
    private static func number(_ rest: inout ArraySlice<UInt8>) -> Int? {
        var value = 0
        var index = rest.startIndex
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative { index += 1 }
        let digits = index
        while index < rest.endIndex, case let digit = rest[index] &- UInt8(ascii: "0"), digit < 10 {
            value = value &* 10 &+ Int(digit)
            index += 1
        }
        guard index > digits, index < rest.endIndex, rest[index] == space else { return nil }
        rest = rest[(index + 1)...]
        return isNegative ? -value : value
    }

    private static func path(_ bytes: ArraySlice<UInt8>) -> String? {
        let path = String(decoding: bytes, as: UTF8.self)
        return Manifest.isPublishable(path) ? path : nil
    }
}

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Files with one JSON value per line, which editors share in git: a merge keeps the lines of both sides, and conflict
/// markers that nobody resolved are skipped.
///
/// Each line has its format version in the member `v`; without it, the version is 1. A header for the whole file would
/// be wrong after git has merged lines of two versions.
package enum JSONLines {
    /// A line that is neither a valid value nor a conflict marker.
    package struct InvalidLine: Error, Hashable, Sendable {
        /// The line number, from 1.
        package var number: Int
        /// Nil unless the line has a later version than the reader supports.
        package var laterVersion: Int?
    }

    /// Reads the lines in order; blank ones are skipped.
    ///
    /// A line of a later version is an error even if its members can be read: rewriting the file would drop what the
    /// later version has added.
    ///
    /// - Parameters:
    ///   - version: the latest version that the caller supports.
    ///   - isValid: returns whether a value is allowed in the file.
    package static func read<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], version: Int, _ isValid: (Value) -> Bool
    ) throws(InvalidLine) {
        let decoder = JSONDecoder()
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if isBlank(line) || ConflictMarker.isBegun(by: line) { continue }
            // The line's number is enough for a person to find the error.
            guard let read = try? decoder.decode(Versioned<Value>.self, from: Data(line)) else {
                throw InvalidLine(number: index + 1)
            }
            if read.version > version { throw InvalidLine(number: index + 1, laterVersion: read.version) }
            guard let value = read.value, isValid(value) else { throw InvalidLine(number: index + 1) }
        }
    }

    private struct Versioned<Value: Decodable>: Decodable {
        var version: Int
        /// The decoded value; nil if the line has other members.
        var value: Value?

        private enum Key: String, CodingKey {
            case version = "v"
        }

        init(from decoder: any Decoder) throws {
            version = try decoder.container(keyedBy: Key.self).decodeIfPresent(Int.self, forKey: .version) ?? 1
            // For a line of a later version, only the version matters.
            value = try? Value(from: decoder)
        }
    }

    /// The values of the readable lines, for caches, where a lost line does no harm.
    package static func readable<Value: Decodable>(_ type: Value.Type, in bytes: [UInt8]) -> [Value] {
        let decoder = JSONDecoder()
        return bytes.split(separator: 0x0A).compactMap { line in
            // Such a file is rewritten each time, without its unreadable lines.
            try? decoder.decode(type, from: Data(line))
        }
    }

    /// Each value on a separate line. So that git merges files well, write an object's members in a fixed order, and
    /// sort the lines.
    package static func bytes(of values: some Sequence<JSONText>) -> [UInt8] {
        values.reduce(into: []) { output, value in
            output += value.bytes
            output.append(0x0A)
        }
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }
}

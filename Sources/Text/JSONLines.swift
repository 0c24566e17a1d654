#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Files with one JSON value on each line, which editors share in git: lines of both sides of a merge are kept, and
/// the markers of a conflict that nobody resolved are skipped.
///
/// Each line has the version of its format as the member `v`, without which it is of version 1: a header for the whole
/// file would be wrong once git has merged lines of two versions.
package enum JSONLines {
    /// A line that is neither a value of the file nor a conflict marker.
    package struct InvalidLine: Error, Hashable, Sendable {
        /// From 1.
        package var number: Int
        /// Nil unless the line is of a later version than the reader knows.
        package var laterVersion: Int?
    }

    /// Reads the lines in order; blank ones are skipped.
    ///
    /// A line of a later version is an error even where its members can be read: whoever writes the file anew would drop
    /// what the later version has added.
    ///
    /// - Parameters:
    ///   - version: the latest that the caller knows.
    ///   - isValid: takes each value and returns whether the file may have it.
    package static func read<Value: Decodable>(
        _ type: Value.Type, from bytes: [UInt8], version: Int, _ isValid: (Value) -> Bool
    ) throws(InvalidLine) {
        let decoder = JSONDecoder()
        for (index, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            if isBlank(line) || ConflictMarker.isBegun(by: line) { continue }
            // The line's number is all that a person needs to see what is wrong with it.
            guard let read = try? decoder.decode(Versioned<Value>.self, from: Data(line)) else {
                throw InvalidLine(number: index + 1)
            }
            if read.version > version { throw InvalidLine(number: index + 1, laterVersion: read.version) }
            guard let value = read.value, isValid(value) else { throw InvalidLine(number: index + 1) }
        }
    }

    private struct Versioned<Value: Decodable>: Decodable {
        var version: Int
        /// Nil where the members aren't those of the value.
        var value: Value?

        private enum Key: String, CodingKey {
            case version = "v"
        }

        init(from decoder: any Decoder) throws {
            version = try decoder.container(keyedBy: Key.self).decodeIfPresent(Int.self, forKey: .version) ?? 1
            // Of a line of a later version only its version matters.
            value = try? Value(from: decoder)
        }
    }

    /// The values of those lines that can be read, for files that may be lost.
    package static func readable<Value: Decodable>(_ type: Value.Type, in bytes: [UInt8]) -> [Value] {
        let decoder = JSONDecoder()
        return bytes.split(separator: 0x0A).compactMap { line in
            // Such a file is written anew each time, without the lines that can't be read.
            try? decoder.decode(type, from: Data(line))
        }
    }

    /// Each value on a line of its own. For git to merge files well, write an object's members in a fixed order and
    /// sort the lines.
    package static func bytes(of values: some Sequence<JSONText>) -> [UInt8] {
        values.reduce(into: []) { output, value in
            output += value.bytes
            output.append(0x0A)
        }
    }

    private static func isBlank(_ line: ArraySlice<UInt8>) -> Bool { line.allSatisfy { $0 <= 0x20 } }
}

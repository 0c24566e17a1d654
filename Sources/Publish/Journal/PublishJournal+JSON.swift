package import Newsletter

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension PublishJournal {
    /// The journal as JSON with sorted keys, so that equal journals have equal bytes.
    package var bytes: [UInt8] {
        get throws {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
            return Array(try encoder.encode(self)) + [0x0A]
        }
    }

    /// - Parameter place: where the bytes come from, for messages.
    /// - Throws: a ``Diagnostic`` if they aren't a journal that this program can read.
    package init(_ bytes: [UInt8], place: String) throws(Diagnostic) {
        struct Version: Decodable { var version: Int }
        let decoder = JSONDecoder()
        do {
            let version = try decoder.decode(Version.self, from: Data(bytes)).version
            guard version <= Self.version else {
                throw Diagnostic(
                    "this journal was written by a newer Sennight", remedy: "Install the current version of Sennight",
                    file: place)
            }
            self = try decoder.decode(PublishJournal.self, from: Data(bytes))
        } catch let fault as Diagnostic {
            throw fault
        } catch {
            throw Diagnostic(
                "this isn't the journal of publishing an issue",
                remedy: "If nobody publishes this issue now, remove it and look at each target before publishing again",
                file: place)
        }
    }
}

internal import Foundation

/// Compares the program's output with files that a person has reviewed.
package enum Golden {
    /// Nil if `bytes` equal the golden file; otherwise, what to do.
    ///
    /// With `SENNIGHT_UPDATE_GOLDEN=1` in the environment, the file is rewritten; review the change in the diff.
    ///
    /// - Parameter name: path below `Tests/Golden`.
    package static func difference(_ bytes: [UInt8], from name: String) -> String? {
        let url = URL(filePath: TestData.packageRoot + "/Tests/Golden/" + name)
        let wanted = try? Data(contentsOf: url)
        if wanted == Data(bytes) { return nil }
        if ProcessInfo.processInfo.environment["SENNIGHT_UPDATE_GOLDEN"] == "1" {
            try? FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try? Data(bytes).write(to: url)
            return "\(name) was rewritten; review the change and run the tests again"
        }
        let want = String(decoding: wanted ?? Data(), as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false)
        let have = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(want, have).enumerated().first { $1.0 != $1.1 }?.offset ?? min(want.count, have.count)
        return "\(name) differs from line \(line + 1): "
            + "expected '\(line < want.count ? want[line] : "(end)")', got '\(line < have.count ? have[line] : "(end)")'"
    }
}

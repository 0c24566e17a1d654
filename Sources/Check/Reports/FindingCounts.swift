internal import Newsletter

/// How much was found, in words.
package enum FindingCounts {
    /// `2 errors, 1 warning`; `nothing` where there is nothing.
    package static func words(_ findings: [Finding]) -> String {
        let parts = Finding.Severity.allCases.compactMap { severity -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(severity.rawValue)\(count == 1 ? "" : "s")"
        }
        return parts.isEmpty ? "nothing" : parts.joined(separator: ", ")
    }
}

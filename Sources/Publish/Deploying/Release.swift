internal import Text

/// The folder of one site on a server: `20260728T120000Z-1a2b3c4d5e6f`, after the time and the site's digest.
enum Release {
    /// The same name in every attempt of a step, so that an interrupted copy is continued.
    static func name(_ attempt: StepAttempt, _ content: SiteContent) -> String {
        let time = Timestamp.text(attempt.started).filter { $0 != "-" && $0 != ":" }
        return "\(time)-\(content.digest.prefix(12))"
    }

    /// The pattern of such names, for grep(1).
    static let pattern = "^[0-9]{8}T[0-9]{6}Z-[0-9a-f]{12}$"
    /// How many are kept, with the current one.
    static let count = 3
}

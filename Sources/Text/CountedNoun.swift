extension Int {
    /// The number with a noun that agrees with it: `1 file`, `2 files`.
    /// - Parameter plural: by default, the singular with an `s`.
    package func counted(_ singular: String, _ plural: String? = nil) -> String {
        "\(self) \(self == 1 ? singular : plural ?? singular + "s")"
    }
}

internal import Newsletter
internal import Settings

/// The text is read as `sennight.yaml`.
struct FuzzSettings: FuzzTarget {
    func test(_ bytes: [UInt8]) {
        let text = String(decoding: bytes, as: UTF8.self)
        do {
            _ = try SettingsReader.publication(from: text, file: "sennight.yaml") { _ in "text" }
        } catch {
            if error.all.isEmpty { fatalError("the settings are refused without a reason") }
        }
    }
}

import Newsletter
import Settings

/// Reads settings that stand in the test.
func settings(_ text: String) throws(Diagnostics) -> Publication {
    try SettingsReader.publication(from: text, file: "sennight.yaml") { _ in "" }
}

/// What is wrong with settings, a line each; empty where nothing is.
func faults(_ text: String) -> [String] {
    do {
        _ = try settings(text)
        return []
    } catch {
        return error.all.map(\.description)
    }
}

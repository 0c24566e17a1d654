/// Checks the names of the environment variables by which settings refer to secrets.
package enum SecretName {
    /// Whether a text is the name of an environment variable. Any other text may be the secret itself, which some
    /// people write into the settings by mistake.
    package static func isName(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || byte == UInt8(ascii: "_")
            }
    }
}

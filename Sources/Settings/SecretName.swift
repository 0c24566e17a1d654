/// The names by which settings refer to secrets: those of environment variables.
package enum SecretName {
    /// Whether a text is the name of an environment variable; what isn't may be the secret itself, which some people
    /// write into the settings.
    package static func isName(_ text: String) -> Bool {
        text.utf8.count <= 64
            && text.utf8.allSatisfy { byte in
                UInt8(ascii: "A")...UInt8(ascii: "Z") ~= byte || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte
                    || byte == UInt8(ascii: "_")
            }
    }
}

/// Escapes text for the log of an automated build, in which some lines are commands.
///
/// GitHub's runner obeys lines that begin with `::name`, also with leading spaces, and `##[name` anywhere in a line
/// (actions/runner, `ActionCommand.cs`); Azure Pipelines `##vso[name`, TeamCity `##teamcity[name`.
enum BuildLog {
    /// Whether the output goes to the log of an automated build.
    static func isWritten(_ variable: (_ name: String) -> String?) -> Bool {
        ["GITHUB_ACTIONS", "TF_BUILD", "TEAMCITY_VERSION"].contains { variable($0)?.isEmpty == false }
    }

    /// Text in which no line is a command.
    ///
    /// The escapes are also valid in JSON, and mean the same characters there.
    static func escaped(_ text: String) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false).map(escapedLine).joined(separator: "\n")
    }

    private static func escapedLine(_ line: Substring) -> String {
        let blanks = line.prefix(while: \.isWhitespace)
        let rest = line[blanks.endIndex...]
        let isCommand = rest.utf8.starts(with: "::".utf8)
        let text = isCommand ? String(blanks) + #"\u003A"# + rest.dropFirst() : String(line)
        return text.utf8.contains(UInt8(ascii: "[")) ? escapedBrackets(text) : text
    }

    /// `##[`, `##vso[` and the like, which are commands wherever they are in a line.
    private static func escapedBrackets(_ text: String) -> String {
        let bytes = Array(text.utf8)
        var output: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isSecond = byte == UInt8(ascii: "#") && index > 0 && bytes[index - 1] == byte
            let name = isSecond ? bytes[(index + 1)...].prefix { 0x61...0x7A ~= $0 | 0x20 } : []
            let isCommand = isSecond && bytes[(index + 1 + name.count)...].first == UInt8(ascii: "[")
            output += isCommand ? Array(#"\u0023"#.utf8) : [byte]
        }
        return String(decoding: output, as: UTF8.self)
    }
}

import Newsletter
import Testing

@testable import Newsroom

@Suite struct SettingsPlaceholdersTests {
    @Test func namesEachPlaceholder() {
        let text = """
            # Made by 'sennight adopt'. Values that were not found are below.
            title: Tea  # README.md:1
            url: https://weekly.example.org/  # not found
            folders:
              issues: "a # not found"
            address: /{name}/  # the names of the files; not found
            """
        let notices = SettingsPlaceholders.notices(in: text, file: "sennight.yaml")
        #expect(notices.map(\.location?.line) == [3, 6])
        #expect(notices.map(\.summary).first == "'url' has a placeholder, because 'sennight adopt' found no value")
        #expect(notices.allSatisfy { $0.severity == .warning && $0.file == "sennight.yaml" })
    }
}

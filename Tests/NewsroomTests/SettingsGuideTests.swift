import Foundation
import Newsroom
import TestKit
import Testing

/// Keeps the reference of the settings true.
@Suite struct SettingsGuideTests {
    @Test func isWrittenFromTheDeclarations() throws {
        let file = TestData.packageRoot + "/Guides/settings.md"
        let written = FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) }
        if written == SettingsView.guide { return }
        if ProcessInfo.processInfo.environment["SENNIGHT_UPDATE_GOLDEN"] == "1" {
            try SettingsView.guide.write(toFile: file, atomically: true, encoding: .utf8)
            Issue.record("Guides/settings.md was written anew; read the change and run the tests again")
        } else {
            Issue.record(
                "Guides/settings.md differs from the declarations; SENNIGHT_UPDATE_GOLDEN=1 swift test --filter SettingsGuide writes it anew"
            )
        }
    }

    @Test func linksToSectionsThatExist() {
        let guide = SettingsView.guide
        let headings = guide.split(separator: "\n").filter { $0.hasPrefix("## ") }.map { heading in
            heading.dropFirst(3).lowercased().replacing(" ", with: "-").filter {
                $0.isLetter || $0.isNumber || $0 == "-"
            }
        }
        let links = guide.matches(of: /\]\(#([^)]*)\)/).map { String($0.1) }
        #expect(links.count > 20)
        #expect(Set(links).subtracting(headings).isEmpty, "\(Set(links).subtracting(headings))")
        #expect(Set(headings).count == headings.count)
    }
}

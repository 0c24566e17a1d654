import Newsletter
import Testing

@testable import Check

@Suite struct MisspeltSectionTests {
    private var checking: Checking {
        var checking = Checking()
        checking.publication.sections.append(SectionRule(kind: .pick, headings: ["Crate of the Week", "Rust Jobs*"]))
        return checking
    }

    @Test func findsHeadingsWithASlip() throws {
        try checking.expect(
            MisspeltSection.self,
            finds: "# 1️⃣Crate of teh Week2️⃣\na\n# 3️⃣Crate of the Weekn-rust/pulls4️⃣\nb\n## 5️⃣Calls for hnds6️⃣\nc\n")
    }

    @Test func keepsKnownAndOtherOnes() throws {
        try checking.expect(
            MisspeltSection.self,
            finds:
                "# Crate of the Week:\na\n# crate of the week\nb\n# Rust Jobs in May\nc\n# New\n# Crate of the Year\nd\n"
        )
    }

    @Test func keepsOtherYears() throws {
        var checking = Checking()
        checking.publication.sections.append(SectionRule(kind: .links, headings: ["RustConf 2024"]))
        try checking.expect(
            MisspeltSection.self, finds: "## RustConf 2026\na\n## RustConf 2025\nb\n## 1️⃣RustCon 20242️⃣\nc\n")
    }

    @Test func keepsTheSingularAboveOneEntry() throws {
        var checking = Checking()
        checking.publication.sections.append(SectionRule(kind: .links, headings: ["Featured teas", "*"]))
        try checking.expect(
            MisspeltSection.self,
            finds:
                "## Featured tea\n* [A](https://a.org/)\n## 1️⃣Featured tea2️⃣\n* [B](https://b.org/)\n* [C](https://c.org/)\n"
        )
    }

    @Test func writesTheKnownName() throws {
        #expect(try checking.mended(MisspeltSection.self, "## Crate of the Wek\na\n") == "## Crate of the Week\na\n")
    }

    @Test func findsAColonThatTheLastIssuesDoNotHave() async throws {
        let text = "# Asia\na\n# Oceania\nb\n"
        let checking = try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
        try checking.expect(MisspeltSection.self, finds: "# Asia\na\n# Oceania1️⃣:2️⃣\nb\n# Europe:\nc\n")
        #expect(try checking.fixed(MisspeltSection.self, "# Oceania:\nb\n") == "# Oceania\nb\n")
    }

    @Test func keepsAColonThatTheLastIssuesHave() async throws {
        let text = "# Asia\na\n# Oceania:\nb\n"
        try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
            .expect(MisspeltSection.self, finds: text)
    }
}

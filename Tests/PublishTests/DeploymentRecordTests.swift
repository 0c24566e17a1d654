import Testing

@testable import Publish

@Suite struct DeploymentRecordTests {
    @Test func readsWhatItWrites() throws {
        let text = "sennight deployment 1\nsite 1a2b\nfile a b.html\nfile ü.css\nkept 1767225600 old file.css\nend\n"
        let record = try #require(DeploymentRecord(Array(text.utf8)))
        #expect(record.site == "1a2b")
        #expect(record.files == ["a b.html", "ü.css"])
        #expect(record.kept == ["old file.css": 1_767_225_600])
        #expect(String(decoding: record.bytes, as: UTF8.self) == text)
    }

    @Test(arguments: [
        "", "end\n", "sennight deployment 1\nsite a\nfile b\n", "sennight deployment 2\nsite a\nend\n",
        "sennight deployment 1\nsite a\nfile ../b\nend\n", "sennight deployment 1\nsite a\nfile /b\nend\n",
        "sennight deployment 1\nsite a\nkept 5 .git/config\nend\n", "sennight deployment 1\nsite a\nkept x b\nend\n",
        "sennight deployment 1\nsite a\nother b\nend\n", "sennight deployment 1\nfile a\nend\n",
    ])
    func refusesWhatIsCutOrLeadsElsewhere(text: String) {
        #expect(DeploymentRecord(Array(text.utf8)) == nil)
    }
}

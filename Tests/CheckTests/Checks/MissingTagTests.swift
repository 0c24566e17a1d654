import Newsletter
import Testing

@testable import Check

@Suite struct MissingTagTests {
    @Test func findsHostsThatAskForATag() throws {
        try Checking { $0.tagsOfHosts = ["youtube.com": "video", "pod.org": "audio"] }.expect(
            MissingTag.self, finds: "# Links\n* [A](1️⃣https://www.youtube.com/watch?v=12️⃣)\n* [B](3️⃣https://pod.org/14️⃣)\n")
    }

    @Test func followsTheIssueWhereNothingIsSet() throws {
        try Checking().expect(
            MissingTag.self, finds: "# Links\n* [video] [A](https://youtu.be/1)\n* [B](1️⃣https://youtu.be/22️⃣)\n")
        try Checking().expect(MissingTag.self, finds: "# Links\n* [B](https://youtu.be/2)\n")
    }

    @Test func keepsTaggedOnesAndChannels() throws {
        try Checking { $0.tagsOfHosts = ["youtube.com": "video"] }.expect(
            MissingTag.self,
            finds:
                "# Links\n* [Video] [A](https://youtube.com/watch?v=1)\n* [audio] [B](https://youtube.com/watch?v=2)\n* [C](https://youtube.com/@c)\n"
        )
    }

    @Test func keepsSectionsOfNothingButVideos() throws {
        let talks = (1...4).map { "* [Talk \($0)](https://youtu.be/\($0))\n" }.joined()
        try Checking { $0.tagsOfHosts = ["youtu.be": "video"] }.expect(
            MissingTag.self, finds: "# Links\n## RustConf\n\(talks)# Links\n* [A](1️⃣https://youtu.be/92️⃣)\n")
    }

    @Test func addsNoTagToATitleThatHasIt() throws {
        let findings = try Checking { $0.tagsOfHosts = ["youtu.be": "video"] }.findings(
            MissingTag.self, "# Links\n* [[FR] [video] B](https://youtu.be/2)\n* [C (video)](https://youtu.be/3)\n")
        #expect(findings.map(\.fixes) == [[], []])
    }

    @Test func putsTheTagIn() throws {
        #expect(
            try Checking { $0.tagsOfHosts = ["youtu.be": "video"] }.mended(
                MissingTag.self, "# Links\n* [B](https://youtu.be/2)\n")
                == "# Links\n* [video] [B](https://youtu.be/2)\n")
    }
}

import Testing

@testable import Check

@Suite struct FileNameAsTextTests {
    @Test func findsFileNames() throws {
        try Checking().expect(FileNameAsText.self, finds: "# Links\n![1️⃣IMG_2041.JPG2️⃣](/images/a.jpg)\n")
    }

    @Test func keepsDescriptions() throws {
        try Checking().expect(
            FileNameAsText.self,
            finds: "# Links\n![A crab reads main.png](/images/a.png) [b.png](https://a.org/b.png) ![](/images/c.png)\n")
    }
}

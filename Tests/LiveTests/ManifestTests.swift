import Context
import Testing
import TestKit

@testable import Live

@Suite struct ManifestTests {
    @Test func readsWhatItWrites() throws {
        let scratch = try ScratchFolder()
        let products = ["index.html", "blog/a b/ü.html"].map {
            Product(path: $0, fingerprint: Fingerprint(.text($0)), content: .bytes { [] })
        }
        let manifest = Manifest(products)
        try scratch.write("site/.sennight-manifest", manifest.bytes)
        let read = try #require(Manifest(of: scratch.path("site")))
        #expect(read.fingerprints == manifest.fingerprints)
        #expect(read.fingerprints.count == 2)
    }

    @Test("Takes nothing else for a manifest", arguments: ["", "nonsense", "sennight manifest 2\n", "\0\0"])
    func takesNothingElse(text: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("site/.sennight-manifest", text)
        #expect(Manifest(of: scratch.path("site")) == nil)
        #expect(Manifest(of: scratch.path("elsewhere")) == nil)
    }
}

import Context
import Foundation
import Testing
import TestKit

@testable import Live
import Text

@Suite struct ManifestTests {
    private static let manifest = {
        var manifest = Manifest()
        for (index, path) in ["index.html", "blog/a b/ü.html", "end 1 x", "old.html"].enumerated() {
            manifest.entries[path] = Manifest.Entry(
                fingerprint: Fingerprint(.text(path)),
                stamp: index == 3 ? nil : FileStamp(size: index * 1000, modified: 1_700_000_000_123_456_789 - index))
        }
        manifest.folders = ["blog": 1_700_000_000_000_000_001, "blog/a b": -1]
        return manifest
    }()

    private func read(_ bytes: [UInt8]) throws -> Manifest? {
        let scratch = try ScratchFolder()
        try scratch.write("site/.sennight-manifest", bytes)
        return try Manifest(of: FolderHandle(at: scratch.path("site")))
    }

    @Test func readsWhatItWrites() throws {
        let read = try #require(try read(Self.manifest.bytes))
        #expect(read.entries == Self.manifest.entries)
        #expect(read.entries.count == 4 && read.folders == Self.manifest.folders)
        #expect(read.condition == .whole)
    }

    @Test func noticesWhereverItWasCutOff() {
        let bytes = Self.manifest.bytes
        for end in 0..<bytes.count {
            let manifest = ManifestText.manifest(Array(bytes[..<end]))
            #expect(manifest.condition == .damaged, "cut off after \(end) bytes")
            #expect(manifest.entries.allSatisfy { Self.manifest.entries[$0.key] == $0.value })
        }
    }

    @Test func noticesEveryByteThatChanged() {
        let bytes = Self.manifest.bytes
        for index in bytes.indices {
            var changed = bytes
            changed[index] ^= 1
            #expect(ManifestText.manifest(changed).condition == .damaged, "byte \(index)")
        }
    }

    @Test func readsTheFirstFormat() {
        let manifest = ManifestText.manifest(
            Array("sennight manifest 1\n\(Fingerprint(.text("a"))) a b/c.html\n\(Fingerprint(.text("b"))) cut o".utf8))
        #expect(manifest.entries == ["a b/c.html": Manifest.Entry(fingerprint: Fingerprint(.text("a")), stamp: nil)])
        #expect(manifest.condition == .withoutEnd)
    }

    @Test("Takes nothing else for a manifest", arguments: ["", "nonsense", "sennight manifest 3\n", "\0\0"])
    func takesNothingElse(text: String) throws {
        #expect(try read(Array(text.utf8))?.condition == .damaged)
    }

    @Test func findsNoneInAFolderWithout() throws {
        let scratch = try ScratchFolder()
        #expect(try Manifest(of: FolderHandle(at: scratch.path)) == nil)
    }

    @Test(
        "Lists no path that a build would not write",
        arguments: [
            "/etc/passwd", "../a", "a/../../b", "..", ".", "a/./b", "a//b", "a/", ".git/HEAD", "x/.GIT/hooks/a", "a\0b",
        ])
    func listsNoPathOutside(path: String) {
        var manifest = Manifest()
        manifest.entries[path] = Manifest.Entry(fingerprint: Fingerprint(.text("")), stamp: nil)
        #expect(ManifestText.manifest(manifest.bytes).entries.isEmpty)
        #expect(!Manifest.isPublishable(path))
    }

    @Test("Lists every other path", arguments: ["a", "a..b", "..a/b", ".gitignore", "a/.github/x", "...", "a b/ü"])
    func listsOtherPaths(path: String) {
        #expect(Manifest.isPublishable(path))
    }
}

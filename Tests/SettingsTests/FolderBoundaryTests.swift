import Context
import Settings
import Testing

/// What is outside a publication, and what may be.
@Suite struct FolderBoundaryTests {
    /// Of links only; everything else is where it is said to be.
    private static let links = [
        "/w/static/a.png": "/etc/passwd", "/w/static/b.png": "/w/shared/b.png", "/w/static/near.png": "/weekly/x.png",
        "/w/photos": "/mnt/photos", "/w/photos/cat.png": "/mnt/photos/cat.png", "/w/draft/7.md": "/home/7.md",
        "/w/../secret": "/secret", "/w/gone": nil, "/w/link/new.md": nil, "/w/link": "/mnt", "/w/new.md": nil,
    ]

    private func boundary(_ root: String = "/w", _ exceptions: [String] = []) -> FolderBoundary {
        let files = Files(
            read: { _ throws(FileError) in [] }, list: { _ throws(FileError) in [] }, status: { _ in nil },
            realPath: { path in Self.links[path] ?? path }, write: { _, _ throws(FileError) in })
        return FolderBoundary(root: root, exceptions: exceptions, files: files)
    }

    @Test(arguments: [
        ("/w/static/a.png", "/etc/passwd", "static/a.png"), ("/w/static/near.png", "/weekly/x.png", "static/near.png"),
        ("/w/photos/cat.png", "/mnt/photos/cat.png", "photos/cat.png"), ("/w/../secret", "/secret", "../secret"),
        ("/etc/passwd", "/etc/passwd", "/etc/passwd"),
    ]) func reportsWhatIsOutside(path: String, real: String, remedy: String) {
        let error = #expect(throws: FileError.self) { try boundary().check(path) }
        #expect(
            error?.description
                == "\(path): error: the path leads out of the publication, to \(real). Copy the file or folder into the publication, or list "
                + "'\(remedy)' under 'follow-links:' in the settings")
    }

    @Test(arguments: ["/w", "/w/static/b.png", "/w/content/1.md", "/w/gone"]) func takesWhatIsInside(path: String)
        throws
    {
        try boundary().check(path)
    }

    @Test(arguments: [
        ("photos", "/w/photos/cat.png"), ("./photos/", "/w/photos/cat.png"), ("photos/cat.png", "/w/photos/cat.png"),
        ("../secret", "/w/../secret"), ("/etc/passwd", "/etc/passwd"),
    ]) func takesWhatIsListed(exception: String, path: String) throws {
        try boundary("/w", [exception]).check(path)
        #expect(throws: FileError.self) { try boundary("/w", [exception + "x", "phot"]).check(path) }
    }

    @Test(arguments: ["/w/draft/7.md", "/w/photos/new.md", "/w/photos/deep/er/new.md", "/w/link/new.md"])
    func refusesToWriteThroughALinkThatLeadsOut(path: String) {
        let links = Self.links
        let files = Files(
            read: { _ throws(FileError) in [] }, list: { _ throws(FileError) in [] }, status: { _ in nil },
            realPath: { path in links[path] ?? (path.contains("new") || path.contains("deep") ? nil : path) },
            write: { _, _ throws(FileError) in }, remove: { _ throws(FileError) in })
        let guarded = files.writing(inside: FolderBoundary(root: "/w", files: files))
        let error = #expect(throws: FileError.self) { try guarded.write(path, []) }
        #expect(error?.reason.hasPrefix("a symbolic link leads out of the publication, to /") == true)
        #expect(throws: Never.self) { try guarded.write("/w/new.md", []) }
        #expect(throws: Never.self) { try guarded.write("/elsewhere/new.md", []) }
        // A link itself may be removed, but nothing in a folder that it leads to.
        #expect(throws: Never.self) { try guarded.remove("/w/draft/7.md") }
        #expect(throws: FileError.self) { try guarded.remove("/w/photos/cat.png") }
    }

    @Test func looksFromTheCurrentFolder() throws {
        let boundary = boundary(".")
        try boundary.check("content/1.md")
        #expect(throws: FileError.self) { try boundary.check("../secret") }
        #expect(throws: FileError.self) { try boundary.check("/etc/passwd") }
    }
}

internal import Context
internal import Markdown
internal import Newsletter
internal import Settings
internal import Text

/// A folder with a weekly that another program builds.
struct OldSite {
    /// The program that builds the site.
    enum Program: String {
        case jekyll = "Jekyll"
        case hugo = "Hugo"
        case zola = "Zola"
        case pelican = "Pelican"
        /// No known program: only Markdown files.
        case folder = "a plain folder of Markdown"
    }

    let root: String
    let files: Files
    /// All files below the root.
    let listed: [ListedFile]

    func has(_ path: String) -> Bool { files.status(self.path(path)) != nil }

    func path(_ relative: String) -> String { root == "." ? relative : "\(root)/\(relative)" }

    /// The text of a file; nil if there is none, or it isn't UTF-8.
    func text(_ relative: String) -> String? {
        // A file that can't be read is treated as missing: its values become placeholders, which are reported.
        guard let bytes = try? files.read(path(relative), atMost: 1 << 20) else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }

    /// The site's files with settings, and with a table of dates, where there are none yet.
    func settings(_ text: String, _ table: String?) -> Files {
        let location = PublicationLocation(root: root)
        let files = files.adding(text, at: location.settings)
        return table.map { files.adding($0, at: path("issue-dates.csv")) } ?? files
    }

    /// Whether an issue could be read if its date were known.
    func isUndated(_ file: String, _ publication: Publication) -> Bool {
        // A file that can't be read is reported when the site is built.
        guard let bytes = try? files.read(path(file)) else { return false }
        func isRead(_ publication: Publication) -> Bool {
            // Why it can't be read is reported when the site is built.
            (try? IssueReader(publication).read(bytes, file: file, parts: [])) != nil
        }
        guard !isRead(publication) else { return false }
        var dated = publication
        dated.issueRules.dates[IssueFileName(file).stem] = CalendarDate(daysSince1970: 0)
        return isRead(dated)
    }

    /// Why a file can't be an issue; nil if it can.
    func fault(of file: String, _ publication: Publication) -> String? {
        // A file that can't be read is reported when the site is built.
        guard let bytes = try? files.read(path(file)) else { return nil }
        do throws(Diagnostics) {
            _ = try IssueReader(publication).read(bytes, file: file, parts: [])
            return nil
        } catch {
            return error.all.first?.summary
        }
    }

    /// The program whose configuration is at the root, with the configuration's path.
    var program: (Program, configuration: String) {
        for name in ["_config.yml", "_config.yaml", "_config.toml"] where has(name) { return (.jekyll, name) }
        for name in ["pelicanconf.py"] where has(name) { return (.pelican, name) }
        for name in ["config.toml", "zola.toml"] {
            if let text = text(name), ZolaSite.isConfiguration(text) { return (.zola, name) }
        }
        for name in ["hugo", "config", "config/_default/hugo", "config/_default/config"] {
            for ending in ["toml", "yaml", "yml"] where has("\(name).\(ending)") { return (.hugo, "\(name).\(ending)") }
        }
        return listed.contains { $0.path.hasPrefix("_posts/") } ? (.jekyll, "_posts") : (.folder, "")
    }
}

/// The values of a configuration file, by their keys in lower case.
struct OldConfiguration {
    private var fields: [String: FrontMatterDecoder.Field] = [:]
    let file: String

    /// - Throws: a ``Diagnostic`` if the file isn't valid.
    init(_ file: String, text: String?) throws {
        self.file = file
        guard let text else { return }
        let form = file.hasSuffix(".toml") ? FrontMatterDecoder.Form.toml : .yaml
        do throws(FrontMatterDecoder.Fault) {
            for field in try FrontMatterDecoder.standard.fields(text, form) {
                let key = field.key.lowercased()
                fields[key] = fields[key] ?? field
            }
        } catch {
            throw Diagnostic(
                "the configuration can't be read: \(error.summary)", remedy: "Correct the line", file: file,
                at: SourceLocation(line: error.line, column: 1))
        }
    }

    /// The first of several keys that has a value, and where it was read.
    func value(_ keys: String...) -> (text: String, source: String)? {
        for key in keys {
            if let field = fields[key], let text = field.values.first, !text.trimmedBlanks.isEmpty {
                return (text.trimmedBlanks, "\(file):\(field.line), \(field.key)")
            }
        }
        return nil
    }

    /// The keys that begin with a prefix, with their values.
    func values(below prefix: String) -> [(key: String, text: String, source: String)] {
        fields.filter { $0.key.hasPrefix(prefix) }.sorted { $0.value.line < $1.value.line }.compactMap { key, field in
            field.values.first.map { (String(key.dropFirst(prefix.count)), $0, "\(file):\(field.line), \(field.key)") }
        }
    }
}

extension Files {
    /// These files with a text at a path where there is none yet.
    fileprivate func adding(_ text: String, at added: String) -> Files {
        var files = self
        let (read, status) = (read, status)
        let bytes = Array(text.utf8)
        files.read = { path throws(FileError) in path == added ? bytes : try read(path) }
        files.status = { $0 == added ? FileStatus(size: bytes.count, modified: 0, inode: 0) : status($0) }
        return files
    }
}

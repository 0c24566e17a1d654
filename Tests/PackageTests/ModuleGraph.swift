import Foundation
import TestKit

/// The modules of `Sources`, with what they declare in `Package.swift` and what their files import.
struct ModuleGraph {
    /// The modules each one declares as dependencies; only modules of this package.
    private(set) var declared: [String: Set<String>] = [:]
    /// The files that import a module, by importing and imported module.
    private(set) var imports: [String: [String: [String]]] = [:]

    /// The graph of this package.
    static func ofThisPackage() throws -> ModuleGraph {
        let root = TestData.packageRoot
        let manifest = try String(contentsOfFile: root + "/Package.swift", encoding: .utf8)
        let modules = try FileManager.default.contentsOfDirectory(atPath: root + "/Sources").sorted()
        var sources: [String: [String: String]] = [:]
        for module in modules {
            let files = FileManager.default.enumerator(atPath: root + "/Sources/" + module)
            while let path = files?.nextObject() as? String {
                guard path.hasSuffix(".swift") else { continue }
                let text = try String(contentsOfFile: "\(root)/Sources/\(module)/\(path)", encoding: .utf8)
                sources[module, default: [:]]["Sources/\(module)/\(path)"] = text
            }
        }
        return ModuleGraph(manifest: manifest, modules: modules, sources: sources)
    }

    /// - Parameters:
    ///   - manifest: the text of `Package.swift`, whose targets are written with `module("Name", [ … ])` or
    ///     `.executableTarget(name: "Name", dependencies: [ … ])`.
    ///   - modules: the names of the folders in `Sources`.
    ///   - sources: the text of each file, by module and path.
    init(manifest: String, modules: [String], sources: [String: [String: String]]) {
        for module in modules {
            declared[module] = Set(Self.dependencies(of: module, in: manifest)).intersection(modules)
        }
        for (module, files) in sources {
            for (path, text) in files {
                for imported in Self.imports(in: text) where modules.contains(imported) {
                    imports[module, default: [:]][imported, default: []].append(path)
                }
            }
        }
    }

    /// The names in quotation marks between the target's name and the end of its list.
    private static func dependencies(of module: String, in manifest: String) -> [String] {
        // Products have names too.
        let manifest = manifest[(manifest.firstRange(of: "targets: [\n")?.upperBound ?? manifest.startIndex)...]
        let starts = ["module(\"\(module)\"", "module(\n            \"\(module)\"", "name: \"\(module)\""]
        guard let start = starts.lazy.compactMap({ manifest.firstRange(of: $0) }).first else { return [] }
        let rest = manifest[start.upperBound...]
        guard let open = rest.firstIndex(of: "["), let close = rest[open...].firstIndex(of: "]"),
            rest[..<open].allSatisfy({ ",: \n".contains($0) || $0.isLetter })
        else { return [] }
        return rest[open..<close].split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }
            .map { String($0.element) }
    }

    private static func imports(in text: String) -> [String] {
        text.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ")
            guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count,
                words[..<keyword].allSatisfy({ ["package", "public", "internal", "private"].contains($0) })
            else { return nil }
            return String(words[keyword + 1])
        }
    }

    /// The modules of a circle of dependencies, the first one repeated at the end; nil if there is none.
    var cycle: [String]? {
        var done: Set<String> = []
        func search(_ module: String, _ path: [String]) -> [String]? {
            if let start = path.firstIndex(of: module) { return path[start...] + [module] }
            guard done.insert(module).inserted else { return nil }
            for next in declared[module, default: []].sorted() {
                if let found = search(next, path + [module]) { return found }
            }
            return nil
        }
        for module in declared.keys.sorted() {
            if let found = search(module, []) { return found }
        }
        return nil
    }

    /// One line for each module, those it needs above it, with what it imports directly.
    var text: String {
        var lines: [String] = []
        var written: Set<String> = []
        let width = declared.keys.map(\.count).max() ?? 0
        while written.count < declared.count {
            let ready = declared.filter { !written.contains($0.key) && $0.value.isSubset(of: written) }.keys.sorted()
            guard !ready.isEmpty else { return lines.joined(separator: "\n") }
            for module in ready {
                let needed = declared[module, default: []].sorted().joined(separator: ", ")
                let name = module + String(repeating: " ", count: width - module.count)
                lines.append(needed.isEmpty ? module : "\(name) → \(needed)")
            }
            written.formUnion(ready)
        }
        return lines.joined(separator: "\n")
    }
}

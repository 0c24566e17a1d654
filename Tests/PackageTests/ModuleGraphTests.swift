import Foundation
import TestKit
import Testing

/// The rules for dependencies: they point one way, and what is declared is what is used.
@Suite struct ModuleGraphTests {
    /// What passes between them is a value; see CONTRIBUTING.md.
    private static let stages = ["Build", "Check", "Collect", "Draft"]
    /// Chosen by the doors alone.
    private static let live = ["Live", "SMTP", "Signing", "StoreSQLite", "Web"]

    @Test func hasNoCycle() throws {
        let cycle = try ModuleGraph.ofThisPackage().cycle
        #expect(cycle == nil, "these modules depend on each other: \(cycle?.joined(separator: " → ") ?? "")")
    }

    @Test(arguments: stages) func keepsStagesApart(stage: String) throws {
        let graph = try ModuleGraph.ofThisPackage()
        for other in Self.stages + Self.live where other != stage {
            let files = graph.imports[stage]?[other] ?? []
            #expect(files.isEmpty, "\(stage) must not import \(other), but \(files.joined(separator: ", ")) does")
        }
    }

    @Test(arguments: live) func keepsLiveImplementationsOutOfUseCases(module: String) throws {
        let files = try ModuleGraph.ofThisPackage().imports["Newsroom"]?[module] ?? []
        #expect(files.isEmpty, "Newsroom must not import \(module), but \(files.joined(separator: ", ")) does")
    }

    @Test func keepsGRDBInOneModule() throws {
        let root = TestData.packageRoot + "/Sources/"
        let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
        let importers = try paths.filter { $0.hasSuffix(".swift") }.filter { path in
            try String(contentsOfFile: root + path, encoding: .utf8).contains("import GRDB\n")
        }
        #expect(!importers.isEmpty && importers.allSatisfy { $0.hasPrefix("StoreSQLite/") }, "\(importers)")
    }

    @Test func keepsTheGroundFree() throws {
        let graph = try ModuleGraph.ofThisPackage()
        let allowed: [String: Set<String>] = [
            "Text": [], "Address": ["Text"], "Newsletter": ["Text", "Address"], "Context": ["Text", "Address"],
            "Store": ["Address", "Context"],
        ]
        for (module, allowed) in allowed {
            let others = graph.declared[module, default: []].subtracting(allowed).sorted()
            #expect(others.isEmpty, "\(module) must not depend on \(others.joined(separator: ", "))")
        }
    }

    @Test func declaresWhatItImports() throws {
        let graph = try ModuleGraph.ofThisPackage()
        for (module, imports) in graph.imports {
            for (imported, files) in imports where !graph.declared[module, default: []].contains(imported) {
                Issue.record("\(module) imports \(imported) in \(files[0]): add it to its line in Package.swift")
            }
        }
    }

    @Test func importsWhatItDeclares() throws {
        let graph = try ModuleGraph.ofThisPackage()
        for (module, dependencies) in graph.declared {
            for dependency in dependencies.sorted() where graph.imports[module]?[dependency] == nil {
                Issue.record("no file of \(module) imports \(dependency): remove it from its line in Package.swift")
            }
        }
    }

    /// `scripts/module-graph` writes it.
    @Test func isShownInContributing() throws {
        let path = TestData.packageRoot + "/CONTRIBUTING.md"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        let graph = try ModuleGraph.ofThisPackage().text
        let (start, end) = ("<!-- scripts/module-graph writes this -->\n```\n", "\n```\n")
        let first = try #require(text.firstRange(of: start)?.upperBound)
        let last = try #require(text[first...].firstRange(of: end)?.lowerBound)
        if ProcessInfo.processInfo.environment["SENNIGHT_UPDATE_GOLDEN"] == "1" {
            try (text[..<first] + graph + text[last...]).write(toFile: path, atomically: true, encoding: .utf8)
        } else {
            #expect(text[first..<last] == graph, "run scripts/module-graph")
        }
    }

    // MARK: The reading itself

    @Test func findsACycle() {
        let manifest = """
            module("A", ["B"]), module(
                        "B", ["C", yams]), module("C", ["A"])
            """
        let graph = ModuleGraph(manifest: manifest, modules: ["A", "B", "C"], sources: [:])
        #expect(graph.cycle == ["A", "B", "C", "A"])
    }

    @Test func readsImportsAndDependencies() {
        let manifest = #"module("A"), .executableTarget( name: "B", dependencies: [ "A", web], swiftSettings: x)"#
        let graph = ModuleGraph(
            manifest: manifest, modules: ["A", "B"],
            sources: ["B": ["Sources/B/b.swift": "package import A\n// import C\nlet import_B = 1\n"]])
        #expect(graph.declared == ["A": [], "B": ["A"]])
        #expect(graph.imports == ["B": ["A": ["Sources/B/b.swift"]]])
        #expect(graph.cycle == nil)
    }
}

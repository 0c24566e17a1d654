// swift-tools-version: 6.3
import PackageDescription

let house: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func module(
    _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: house)
}

func tests(of name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name), "TestKit"] + dependencies, swiftSettings: house)
}

let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let tomlKit = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let webClient = [
    Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client"),
    .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOHTTP1", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
    .product(name: "NIOHTTPCompression", package: "swift-nio-extras"),
]
let mailClient = [
    Target.Dependency.product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
    .product(name: "NIOTLS", package: "swift-nio"), .product(name: "NIOSSL", package: "swift-nio-ssl"),
]
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let signing = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let subprocess = Target.Dependency.product(name: "Subprocess", package: "swift-subprocess")
let system = Target.Dependency.product(
    name: "SystemPackage", package: "swift-system", condition: .when(platforms: [.linux]))
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
    name: "sennight",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "sennight", targets: ["sennight"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    ],
    targets: [
        .systemLibrary(
            name: "CMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"])]),
        .systemLibrary(
            name: "CLibical", pkgConfig: "libical", providers: [.apt(["libical-dev"]), .brew(["libical"])]),
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .systemLibrary(name: "CStemmer", providers: [.apt(["libstemmer-dev"]), .brew(["snowball"])]),
        .systemLibrary(name: "CResolver"),
        .systemLibrary(name: "CSystemCalls"),
        module("Text"),
        module("Address", ["Text"]),
        module("Newsletter", ["Text"]),
        module("Markdown", ["Text", "Newsletter", "CMarkGFM"]),
        module("Context", ["Text", "Address"]),
        module("Settings", ["Text", "Newsletter", "Context", yams, tomlKit]),
        module(
            "Build", ["Text", "Newsletter", "Markdown", "Archive", "Context", "Search", "Settings", mustache],
            resources: [.embedInCode("Theme")]),
        module("GitHub", ["Text", "Context"]),
        module("Repository", ["Context"]),
        module("Archive", ["Text", "Address", "Newsletter", "Markdown", "Context"]),
        module("Search", ["Text", "Newsletter", "Context", "Archive", "CStemmer"], exclude: ["FORMAT.md"]),
        module(
            "Collect",
            [
                "Text", "Address", "Newsletter", "Context", "Settings", "GitHub", "Repository", "Archive", "CLibical",
                "CLibXML2",
            ]),
        module("Check", ["Text", "Address", "Newsletter", "Markdown", "Archive", "Context"]),
        module("Draft", ["Text", "Address", "Newsletter", "Markdown", "Archive", "Context", "GitHub", "Repository"]),
        module("Publish", ["Text", "Address", "Newsletter", "Context", "Settings", "GitHub", "Repository"]),
        module("Live", ["Text", "Newsletter", "Context", "CResolver", "CSystemCalls", subprocess, system]),
        module("Web", ["Text", "Address", "Context"] + webClient),
        module("Send", ["Context", "Newsletter", "Text"]),
        module("SMTP", ["Newsletter", "Send", "Web"] + mailClient),
        module("Signing", ["Context", crypto, signing]),
        module("Store", ["Address", "Context"], resources: [.embedInCode("SQL")]),
        module("StoreSQLite", ["Store", grdb]),
        module(
            "Desk",
            [
                "Text", "Address", "Build", "Context", "Newsletter", "Newsroom", "Settings", hummingbird, logging,
                crypto, nio,
            ]),
        module(
            "Newsroom",
            [
                "Text", "Address", "Archive", "Build", "Check", "Collect", "Context", "Draft", "Markdown", "Newsletter",
                "Publish", "Repository", "Search", "Send", "Settings", "Store",
            ]),
        .executableTarget(
            name: "sennight",
            dependencies: [
                "Text", "Address", "Context", "Desk", "Live", "Newsletter", "Newsroom", "Publish", "Search", "Send",
                "Settings",
                "Signing", "SMTP",
                "Store", "StoreSQLite", "Web", arguments,
            ],
            swiftSettings: house),
        .executableTarget(
            name: "CheckBenchmark", dependencies: ["Text", "Archive", "Check", "Live", "Settings"],
            path: "Benchmarks/Check", swiftSettings: house),
        .executableTarget(
            name: "MailBenchmark",
            dependencies: ["Build", "Context", "Live", "Newsletter", "Send", "Settings", "Signing", "Text"],
            path: "Benchmarks/Mail", swiftSettings: house),
        .executableTarget(
            name: "MergeBenchmark", dependencies: ["Text", "Draft"], path: "Benchmarks/Merge", swiftSettings: house),
        .executableTarget(
            name: "SearchBenchmark",
            dependencies: ["Text", "Newsletter", "Context", "Archive", "Search", "Live", "Settings"],
            path: "Benchmarks/Search", swiftSettings: house),
        .executableTarget(
            name: "SuggestBenchmark", dependencies: ["Text", "Address", "Archive", "Live", "Settings"],
            path: "Benchmarks/Suggest", swiftSettings: house),

        module("TestKit", ["Context", "CSystemCalls", crypto, subprocess, system]),
        .testTarget(name: "PackageTests", dependencies: ["TestKit"], swiftSettings: house),
        tests(of: "Text"),
        tests(of: "Address", ["Text"]),
        tests(of: "Newsletter", ["Text", "Address"]),
        tests(of: "Markdown", ["Text", "Address", "Newsletter", "Settings", "CMarkGFM"]),
        tests(of: "Context", ["Text", "Address"]),
        tests(of: "GitHub", ["Text", "Context"]),
        tests(of: "Settings", ["Text", "Address", "Newsletter", "Context"]),
        tests(of: "Build", ["Text", "Address", "Context", "Live", "Markdown", "Newsletter", "Settings", mustache]),
        tests(of: "Search", ["Text"]),
        tests(of: "Archive", ["Text", "Address", "Context", "Newsletter"]),
        tests(
            of: "Collect",
            ["Text", "Address", "Archive", "Newsletter", "Context", "Live", "Markdown", "Settings", "Web"]),
        tests(of: "Check", ["Text", "Address", "Archive", "Context", "Markdown", "Newsletter", "Settings"]),
        tests(
            of: "Draft",
            ["Text", "Address", "Archive", "Context", "Live", "Markdown", "Newsletter", "Repository", "Settings"]),
        tests(
            of: "Publish", ["Text", "Address", "Context", "Live", "Newsletter", "Repository", "Settings"]),
        tests(of: "Live", ["Text", "Address", "Context", "Repository"]),
        .testTarget(
            name: "LinkTests",
            dependencies: ["Text", "Address", "Check", "Context", "Live", "Markdown", "Newsletter", "Web", "TestKit"],
            swiftSettings: house),
        tests(
            of: "Web",
            ["Text", "Address", "Context", "Live", .product(name: "NIOTLS", package: "swift-nio")] + webClient),
        tests(of: "Send", ["Context", "Newsletter", "Signing"]),
        tests(of: "SMTP", ["Newsletter", "Send"] + mailClient),
        tests(of: "Signing", ["Context", crypto, signing]),
        tests(of: "Store", ["Text", "Address", "Context", "Signing", "StoreSQLite", grdb]),
        tests(
            of: "Desk",
            [
                "Text", "Address", "Context", "Live", "Newsletter", "Newsroom", "Send", "Settings", "Signing", "Store",
                "StoreSQLite", hummingbird,
            ]),
        tests(
            of: "Newsroom",
            [
                "Text", "Archive", "Check", "Context", "Draft", "Live", "Newsletter", "Search", "Send", "Settings",
                "Signing",
                "Store", "StoreSQLite",
            ]),
        tests(
            of: "sennight",
            ["Text", "Address", "Context", "Draft", "Live", "Newsletter", "Settings", arguments, signing]),
    ]
)

// swift-tools-version: 6.3
import PackageDescription

// What every stage stands on.
let ground = [
    pure("Values"),
    pure("Records", uses: "Values"),
    pure("Statistics"),
    pure("Definitions", uses: "Values", .shipped, .product(name: "Yams", package: "Yams")),
    pure("Linkage", uses: "Values", "Definitions"),
    pure("Ledger", uses: "Values"),
    pure("Access"),
]

// The pathway, in order. A stage may use what comes before it, never what comes after.
let pathway = stages([
    stage(1, "Identify"),
    stage(2, "Refer"),
    stage(3, "Assess"),
    stage(4, "Plan"),
    stage(5, "Deliver"),
    stage(6, "Review"),
    stage(7, "Close"),
    stage(8, "FollowUp"),
    stage(9, "Pay"),
    stage(10, "Report"),
])

// Bytes to facts, and figures to documents: pure as well.
let edges: [Target] = [
    .target(
        name: "ShippedDefinitions",
        path: "Definitions",
        resources: ["contracts", "criteria", "feeds", "instruments", "linkage", "plans", "priorities", "programmes"].map
        {
            .embedInCode($0)
        }
            + ["frameworks", "policies", "publications", "questions", "report-cards", "reviews"].map {
                .embedInCode($0)
            }
            + ["scorecards"].map { .embedInCode($0) },
        swiftSettings: .strict
    ),
    .systemLibrary(
        name: "CZlib",
        path: "Sources/Exchange/CZlib",
        pkgConfig: "zlib",
        providers: [.apt(["zlib1g-dev"])]
    ),
    edge(
        "Exchange",
        uses: "Values",
        "Records",
        "Linkage",
        "Definitions",
        "Identify",
        "CZlib",
        exclude: ["CZlib"]
    ),
    edge("Documents", uses: "Values", "Statistics", "Definitions", "Linkage", "Pay", "Report"),
    edge("Demonstration", uses: "Values", "Records", "Exchange"),
]

// The only places with input and output.
let shell: [Target] = [
    .systemLibrary(
        name: "CXlsxWriter",
        path: "Sources/Shell/Press/CXlsxWriter",
        pkgConfig: "xlsxwriter",
        providers: [.apt(["libxlsxwriter-dev"])]
    ),
    thin("Press", uses: "Values", "Documents", "CXlsxWriter", exclude: ["CXlsxWriter"]),
    thin(
        "Register",
        uses: "Access",
        "Values",
        "Records",
        "Identify",
        .product(name: "Crypto", package: "swift-crypto")
    ),
    thin(
        "RegisterSQLite",
        uses: "Register",
        "Values",
        "Records",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift")
    ),
    thin(
        "Actions",
        uses: "Access",
        "Values",
        "Records",
        "Statistics",
        "Definitions",
        "Linkage",
        "Identify",
        "Refer",
        "Assess",
        "Plan",
        "Deliver",
        "Review",
        "Close",
        "FollowUp",
        "Ledger",
        "Pay",
        "Report",
        "Exchange",
        "Documents",
        "Press",
        "Demonstration",
        "Register",
        "RegisterSQLite",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
        .product(name: "JWTKit", package: "jwt-kit")
    ),
    thin(
        "Web",
        uses: "Access",
        "Values",
        "Records",
        "Statistics",
        "Definitions",
        "Linkage",
        "Identify",
        "Refer",
        "Assess",
        "Plan",
        "Deliver",
        "Review",
        "Close",
        "FollowUp",
        "Ledger",
        "Pay",
        "Report",
        "Exchange",
        "Documents",
        "Press",
        "Register",
        "Actions",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        resources: [.embedInCode("Assets")]
    ),
    thin(
        "CLI",
        uses: "Access",
        "Values",
        "Records",
        "Definitions",
        "Linkage",
        "Identify",
        "Refer",
        "Pay",
        "Report",
        "Exchange",
        "Documents",
        "Press",
        "Register",
        "RegisterSQLite",
        "Actions",
        "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser")
    ),
    .executableTarget(name: "homeward", dependencies: ["CLI"], path: "Sources/Run", swiftSettings: .strict),
]

let tests: [Target] = [
    .target(name: "Invented", dependencies: ["Records", "Values"], path: "Tests/Invented", swiftSettings: .strict),
    test("Values"),
    test("Records", "Values"),
    test("Statistics"),
    test("Definitions", "Values"),
    test("Linkage", "Values", "Definitions"),
    test("Access"),
    test("Identify", "Records", "Values", "Definitions", "Invented"),
    test("Refer", "Records", "Values", "Statistics", "Definitions", "Invented"),
    test("Assess", "Records", "Values", "Statistics", "Definitions"),
    test("Plan", "Records", "Values", "Definitions", "Invented"),
    test("Deliver", "Refer", "Plan", "Records", "Values", "Invented"),
    test("Review", "Deliver", "Records", "Values", "Invented"),
    test("Close", "Plan", "Review", "Records", "Values", "Definitions", "Invented"),
    test("Ledger", "Values"),
    test("FollowUp", "Deliver", "Records", "Values", "Invented"),
    test("Pay", "Identify", "FollowUp", "Ledger", "Definitions", "Statistics", "Records", "Values", "Invented"),
    test(
        "Report",
        "FollowUp",
        "Assess",
        "Identify",
        "Records",
        "Values",
        "Statistics",
        "Definitions",
        "Exchange",
        "Invented"
    ),
    test("Exchange", "Records", "Linkage", "Definitions", "Identify", "Values"),
    test("Documents", "Definitions", "Linkage", "Pay", "Report", "Statistics", "Values"),
    test("Demonstration", "Exchange", "Definitions", "Identify", "Records", "Values"),
    .testTarget(name: "TidyTests", swiftSettings: .strict),
    test("Press", "Documents", "Report", "Values"),
    test("Register", "Access", "RegisterSQLite", "Identify", "Records", "Values"),
    .target(
        name: "Workshop",
        dependencies: [
            "Access", "Actions", "Exchange", "Register", "RegisterSQLite", "Values",
            .product(name: "Crypto", package: "swift-crypto"),
            .product(name: "CryptoExtras", package: "swift-crypto"),
        ],
        path: "Tests/Workshop",
        swiftSettings: .strict
    ),
    test(
        "Actions",
        "Access",
        "Workshop",
        "Register",
        "RegisterSQLite",
        "Exchange",
        "Definitions",
        "Linkage",
        "Identify",
        "Demonstration",
        "Report",
        "Records",
        "Values"
    ),
    test(
        "Web",
        "Access",
        "Workshop",
        "Actions",
        "Deliver",
        "Review",
        "Documents",
        "Exchange",
        "Identify",
        "Refer",
        "Register",
        "Report",
        "Records",
        "Values"
    ),
    test("CLI", "Access", "Workshop", "Actions", "Register", "Records", "Report", "Values"),
]

let package = Package(
    name: "homeward",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "homeward", targets: ["homeward"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types.git", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log.git", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
        .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams.git", exact: "6.2.2"),
        .package(url: "https://github.com/vapor/jwt-kit.git", exact: "5.7.1"),
    ],
    targets: ground + pathway + edges + shell + tests,
    swiftLanguageModes: [.v6]
)

// `make core` sets CORE_ONLY: the pure targets and their tests, and nothing that touches the world.
if Context.environment["CORE_ONLY"] != nil {
    let shells = Set(
        shell.map(\.name) + ["Workshop", "PressTests", "RegisterTests", "ActionsTests", "WebTests", "CLITests"]
    )
    package.products = []
    package.targets = package.targets.filter { !shells.contains($0.name) }
}

// MARK: How targets are made

extension [SwiftSetting] {
    static var strict: [SwiftSetting] {
        [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("InternalImportsByDefault"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .treatAllWarnings(as: .error),
        ]
    }
}

extension Target.Dependency {
    static var shipped: Target.Dependency { .target(name: "ShippedDefinitions") }
}

struct Stage {
    var number: Int
    var name: String
}

func stage(_ number: Int, _ name: String) -> Stage {
    Stage(number: number, name: name)
}

func pure(_ name: String, uses: Target.Dependency...) -> Target {
    .target(name: name, dependencies: uses, path: "Sources/Ground/\(name)", swiftSettings: .strict)
}

func stages(_ stages: [Stage]) -> [Target] {
    stages.indices.map { index in
        let stage = stages[index]
        let ground: [Target.Dependency] = ["Values", "Records", "Statistics", "Definitions", "Ledger"]
        let earlier: [Target.Dependency] = stages[..<index].map { .target(name: $0.name) }
        return .target(
            name: stage.name,
            dependencies: ground + earlier,
            path: "Sources/Pathway/\(stage.number < 10 ? "0" : "")\(stage.number)-\(stage.name)",
            swiftSettings: .strict
        )
    }
}

func edge(_ name: String, uses: Target.Dependency..., exclude: [String] = []) -> Target {
    .target(name: name, dependencies: uses, path: "Sources/\(name)", exclude: exclude, swiftSettings: .strict)
}

func thin(
    _ name: String,
    uses: Target.Dependency...,
    exclude: [String] = [],
    resources: [Resource] = []
) -> Target {
    .target(
        name: name,
        dependencies: uses,
        path: "Sources/Shell/\(name)",
        exclude: exclude,
        resources: resources,
        swiftSettings: .strict
    )
}

func test(_ name: String, _ uses: Target.Dependency...) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.target(name: name)] + uses,
        path: "Tests/\(name)Tests",
        swiftSettings: .strict
    )
}

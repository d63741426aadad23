// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "tonghop",
    products: [.executable(name: "tonghop", targets: ["tonghop"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    ],
    targets: [
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLZ4", pkgConfig: "liblz4", providers: [.apt(["liblz4-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .target(name: "CByteMask"),
        .target(name: "CivilCalendar"),
        .target(name: "Files", dependencies: [.product(name: "SystemPackage", package: "swift-system")]),
        .target(name: "Digest", dependencies: ["CLibCrypto"]),
        .target(name: "ZipPackage", dependencies: ["CZip", "CExpat"]),
        .target(name: "DelimitedText", dependencies: ["CByteMask"]),
        .target(name: "SheetReading", dependencies: ["CivilCalendar", "ZipPackage"]),
        .target(name: "Legibility"),
        .target(name: "Domain", dependencies: ["CivilCalendar", "Legibility"]),
        .target(name: "FastRows", dependencies: ["CByteMask", "DelimitedText", "Domain"]),
        .target(name: "KeptLists", dependencies: ["DelimitedText", "SheetReading", "Domain"]),
        .target(
            name: "CatalogueReading",
            dependencies: [
                "DelimitedText", "SheetReading", "Domain", "KeptLists", .product(name: "Yams", package: "Yams"),
            ]),
        .target(
            name: "Intake",
            dependencies: [
                "DelimitedText", "SheetReading", "Domain", "FastRows", "Digest", "Files", "KeptLists", "ZipPackage",
            ]),
        .target(
            name: "Storage",
            dependencies: [
                "Domain", "Digest", "Files", "CLZ4", "CSQLite", .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        .target(name: "Reporting", dependencies: ["Domain"]),
        .target(
            name: "Spreadsheet", dependencies: ["CXlsxWriter", "CivilCalendar", "Files", "Legibility", "ZipPackage"]),
        .target(name: "WordProcessing", dependencies: ["Legibility", "ZipPackage"]),
        .target(
            name: "Rendering",
            dependencies: [
                "Domain", "Legibility", "Reporting", "Spreadsheet", "DelimitedText", "Digest", "Files",
                "WordProcessing", "ZipPackage", .product(name: "Mustache", package: "swift-mustache"),
            ]),
        .target(
            name: "Office",
            dependencies: [
                "Digest", "DelimitedText", "Domain", "Files", "CatalogueReading", "Intake", "Storage", "Reporting",
                "Legibility", "Spreadsheet", "WordProcessing", "Rendering",
            ]),
        .executableTarget(
            name: "tonghop",
            dependencies: [
                "Office", "CatalogueReading", "DelimitedText", "Domain", "Files", "Intake", "Storage", "Reporting",
                "Legibility", "Rendering",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ]),
        .target(name: "TestSupport", dependencies: ["CatalogueReading", "DelimitedText", "Domain", "ZipPackage"]),
        .testTarget(name: "LegibilityTests", dependencies: ["Legibility"]),
        .testTarget(name: "FilesTests", dependencies: ["Files", "TestSupport"]),
        .testTarget(name: "CivilCalendarTests", dependencies: ["CivilCalendar"]),
        .testTarget(name: "DigestTests", dependencies: ["Digest", "TestSupport"]),
        .testTarget(name: "ZipPackageTests", dependencies: ["ZipPackage", "TestSupport"]),
        .testTarget(
            name: "SheetReadingTests", dependencies: ["SheetReading", "ZipPackage", "TestSupport"],
            exclude: ["Fixtures"]),
        .testTarget(name: "DelimitedTextTests", dependencies: ["DelimitedText", "CByteMask", "TestSupport"]),
        .testTarget(name: "DomainTests", dependencies: ["Domain", "TestSupport"]),
        .testTarget(
            name: "CatalogueReadingTests", dependencies: ["CatalogueReading", "DelimitedText", "Domain", "TestSupport"]),
        .testTarget(
            name: "IntakeTests",
            dependencies: [
                "Intake", "CatalogueReading", "FastRows", "DelimitedText", "Domain", "SheetReading", "TestSupport",
            ],
            exclude: ["Persons/kept-out.csv", "Persons/let-in.csv"]),
        .testTarget(
            name: "StorageTests",
            dependencies: ["Storage", "Digest", "Domain", "TestSupport", .product(name: "GRDB", package: "GRDB.swift")]),
        .testTarget(
            name: "ReportingTests", dependencies: ["Reporting", "CatalogueReading", "Intake", "Domain", "TestSupport"],
            exclude: ["count-chances.csv"]),
        .testTarget(
            name: "SpreadsheetTests", dependencies: ["Spreadsheet", "CivilCalendar", "ZipPackage", "TestSupport"]),
        .testTarget(
            name: "WordProcessingTests", dependencies: ["WordProcessing", "ZipPackage", "TestSupport"]),
        .testTarget(
            name: "RenderingTests",
            dependencies: [
                "Rendering", "Reporting", "Spreadsheet", "CatalogueReading", "Intake", "Digest", "Domain",
                "TestSupport", "WordProcessing", "ZipPackage",
            ]),
        .testTarget(
            name: "OfficeTests", dependencies: ["Office", "Domain", "Intake", "Reporting", "Storage", "TestSupport"]),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "tonghop", "Office", "CatalogueReading", "Domain", "Intake", "Legibility", "Rendering", "Reporting",
                "Spreadsheet", "Storage", "TestSupport", "WordProcessing", "ZipPackage",
            ],
            exclude: ["Cases", "Figures", "Fixtures", "Goldens"]),
    ],
    swiftLanguageModes: [.v6])

// While one works: a warning is an error. Not in what offices build, whose compiler may be newer than ours and warn of more.
for target in package.targets where target.type != .system {
    target.swiftSettings = [.treatAllWarnings(as: .error, .when(configuration: .debug))]
    // The tests start the program some thousand times: unoptimised, they take three times as long.
    if target.type != .test {
        target.swiftSettings?.append(.unsafeFlags(["-O"], .when(configuration: .debug)))
    }
}

// `scripts/fuzz` alone builds this: every target that reads is instrumented then.
if Context.environment["FUZZ"] == "1", let runtime = Context.environment["FUZZ_RUNTIME"] {
    let instrumented: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address"])]
    let readers = [
        "CatalogueReading", "CivilCalendar", "DelimitedText", "Domain", "FastRows", "Files", "Intake", "KeptLists",
        "SheetReading", "TestSupport", "ZipPackage",
    ]
    for target in package.targets where readers.contains(target.name) {
        target.swiftSettings = (target.swiftSettings ?? []) + instrumented
    }
    package.targets.append(
        .executableTarget(
            name: "fuzz-input", dependencies: ["DelimitedText", "Domain", "Intake", "TestSupport"], path: "Tests/Fuzz",
            swiftSettings: [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer,address"])],
            linkerSettings: [.unsafeFlags(["-sanitize=address", runtime, "-lstdc++"])]))
}

// `scripts/bench` alone builds this: the same cells written by the layer over the C library, and by its own calls.
if Context.environment["BENCH"] == "1" {
    package.targets.append(
        .executableTarget(
            name: "bench-workbook", dependencies: ["CXlsxWriter", "CivilCalendar", "Spreadsheet"],
            path: "Benchmarks/Workbook"))
    // Every row of a workbook that others made, as intake reads it.
    package.targets.append(
        .executableTarget(name: "bench-sheets", dependencies: ["SheetReading"], path: "Benchmarks/Sheets"))
}

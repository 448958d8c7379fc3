// swift-tools-version: 6.1
import PackageDescription

// Data flows one way: a target may import only targets declared above it.
let package = Package(
  name: "RetroGait",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "RetroGait", targets: ["RetroGait"]),
    // The target is not called `retrogait`: on a file system that ignores case its folder
    // would be the same as the library's.
    .executable(name: "retrogait", targets: ["RetroGaitCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Without its default traits, which add reading of configuration files.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    // Numbers as text, for tables, files and charts.
    .target(name: "NumberText"),
    // Sentences of pages, and what they are in other languages than English.
    .target(name: "PageLanguage", dependencies: ["NumberText"]),
    // YAML that people write: settings and plans.
    .target(name: "PlainYAML", dependencies: [.product(name: "Yams", package: "Yams")]),
    // What tells files and results apart.
    .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"]), .brew(["nettle"])]),
    .target(name: "FileDigest", dependencies: ["CNettle"]),
    // Files that are written whole, and only in place of our own.
    .target(name: "OutputFiles"),
    // What is measured and found.
    .target(name: "GaitModel"),
    // Tables that other programs open with their types.
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"]), .brew(["zlib"])]),
    .target(name: "ParquetFile", dependencies: ["CZlib"]),
    // Warnings as sentences.
    .target(name: "GaitWords", dependencies: ["GaitModel", "NumberText"]),
    // Numbers: filters, resampling, rotations, robust statistics.
    .target(name: "GaitSignal", dependencies: ["GaitModel"]),

    // Tables that other programs open by their columns, and the one door to libhdf5.
    .systemLibrary(
      name: "CHDF5", pkgConfig: "hdf5", providers: [.apt(["libhdf5-dev"]), .brew(["hdf5"])]),
    .target(name: "HDF5File", dependencies: ["CHDF5"]),

    // Files to recordings.
    .target(
      name: "GaitIngest",
      dependencies: [
        "GaitModel", "GaitWords", "GaitSignal", "NumberText", "FileDigest", "CHDF5", "HDF5File", "CZlib",
      ]),

    // Recordings to strides, strides to measures.
    .target(name: "GaitCore", dependencies: ["GaitModel", "GaitSignal"]),
    .systemLibrary(
      name: "CLAPACK", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"]), .brew(["lapack"])]),
    .target(name: "GaitStatistics", dependencies: ["GaitSignal", "CLAPACK"]),
    .target(
      name: "GaitMeasures",
      dependencies: ["GaitModel", "GaitWords", "GaitSignal", "GaitStatistics", "NumberText"]),

    // What studies measured in healthy people.
    .target(name: "GaitReference", dependencies: ["GaitModel", "GaitMeasures"]),

    // Measures to files, figures and pages.
    .target(name: "GaitExport", dependencies: ["GaitModel", "GaitMeasures", "NumberText"]),
    .target(name: "GaitCharts", dependencies: ["NumberText", "PageLanguage"]),
    // What report and viewer are both made of: markup, tables, the frame of a page, its style.
    .target(name: "GaitPages", dependencies: ["GaitCharts", "NumberText", "PageLanguage"]),

    // Sessions over time.
    .target(
      name: "GaitHistory",
      dependencies: [
        "GaitModel", "GaitMeasures", "GaitStatistics", "FileDigest", "OutputFiles", "NumberText", "PlainYAML",
        .product(name: "GRDB", package: "GRDB.swift"), .product(name: "Yams", package: "Yams"),
      ]),
    // One table per level for research, with its dictionary.
    .target(
      name: "GaitTables",
      dependencies: [
        "GaitModel", "GaitMeasures", "GaitExport", "GaitHistory", "NumberText", "ParquetFile", "HDF5File",
      ]),
    .target(
      name: "GaitReport",
      dependencies: [
        "GaitModel", "GaitMeasures", "GaitReference", "GaitStatistics", "GaitHistory", "GaitCharts", "GaitPages",
        "NumberText", "PageLanguage",
      ]),

    // A walker with known truth.
    .target(name: "GaitSimulation", dependencies: ["GaitModel", "GaitSignal", "GaitStatistics"]),

    // Agreement with other systems, for `evaluate`, and the article about it.
    .target(
      name: "GaitValidation",
      dependencies: [
        "GaitModel", "GaitIngest", "GaitCore", "GaitMeasures", "GaitStatistics", "GaitCharts", "NumberText",
      ]),

    // The public library and the command.
    .target(
      name: "RetroGait",
      dependencies: [
        "GaitModel", "GaitWords", "GaitIngest", "OutputFiles", "GaitCore", "GaitMeasures", "GaitReference",
        "GaitExport",
        "GaitCharts", "GaitHistory",
        "GaitTables", "GaitReport", "GaitSimulation", "GaitStatistics", "PlainYAML", "FileDigest", "NumberText",
        "PageLanguage",
      ]),
    // Many recordings on many machines: a manifest, its shards, and what is put together of their results.
    .target(
      name: "GaitBatch",
      dependencies: [
        "RetroGait", "GaitModel", "GaitWords", "GaitIngest", "GaitCore", "GaitMeasures", "GaitExport", "GaitHistory",
        "GaitTables", "OutputFiles", "FileDigest", "NumberText",
      ]),
    // Pages on the history, served to a browser. Beside the library and not in it, so that programs which use the
    // library carry no web server.
    .target(
      name: "GaitViewer",
      dependencies: [
        "RetroGait", "GaitModel", "GaitWords", "GaitIngest", "GaitMeasures", "GaitCharts", "GaitPages", "GaitHistory",
        "GaitReport",
        "GaitStatistics", "NumberText", "PageLanguage",
        .product(name: "HummingbirdCore", package: "hummingbird"), .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOConcurrencyHelpers", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"), .product(name: "Logging", package: "swift-log"),
      ],
      resources: [
        .embedInCode("Assets/viewer.css"), .embedInCode("Assets/viewer.js"), .embedInCode("Assets/charts.js"),
        .embedInCode("Assets/replay.js"), .embedInCode("Assets/icon.svg"),
      ]),
    .executableTarget(
      name: "RetroGaitCommand",
      dependencies: [
        "RetroGait", "GaitModel", "GaitStatistics", "GaitValidation", "GaitBatch", "GaitViewer", "NumberText",
        "PageLanguage", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Writes the article about agreement, for Scripts/validation.
    .executableTarget(name: "RetroGaitValidation", dependencies: ["GaitValidation"]),

    // Speed and memory, for Scripts/benchmark.
    .executableTarget(name: "RetroGaitBenchmark", dependencies: ["RetroGait", "NumberText"]),

    // False alarms and coverage of the statistics, for Scripts/simulate-statistics.
    .executableTarget(name: "StatisticsSimulation", dependencies: ["GaitStatistics", "NumberText"]),

    .testTarget(name: "NumberTextTests", dependencies: ["NumberText"]),
    .testTarget(name: "PageLanguageTests", dependencies: ["PageLanguage"]),
    .testTarget(name: "PlainYAMLTests", dependencies: ["PlainYAML"]),
    .testTarget(name: "FileDigestTests", dependencies: ["FileDigest"]),
    .testTarget(name: "OutputFilesTests", dependencies: ["OutputFiles"]),
    .testTarget(name: "GaitModelTests", dependencies: ["GaitModel"]),
    .testTarget(name: "GaitWordsTests", dependencies: ["GaitModel", "GaitWords", "PageLanguage"]),
    .testTarget(name: "ParquetFileTests", dependencies: ["ParquetFile", "CZlib"]),
    .testTarget(name: "HDF5FileTests", dependencies: ["HDF5File", "CHDF5"]),
    .testTarget(name: "GaitSignalTests", dependencies: ["GaitModel", "GaitSignal"]),
    .testTarget(
      name: "GaitIngestTests",
      dependencies: ["GaitModel", "GaitIngest", "GaitCore", "GaitSimulation", "CHDF5", "HDF5File", "CZlib"]),
    .testTarget(name: "GaitCoreTests", dependencies: ["GaitModel", "GaitSignal", "GaitCore", "GaitSimulation"]),
    .testTarget(name: "GaitMeasuresTests", dependencies: ["GaitModel", "GaitMeasures", "GaitCore", "GaitSimulation"]),
    .testTarget(
      name: "GaitStatisticsTests", dependencies: ["GaitStatistics", "StatisticsSimulation"], exclude: ["Reference"]),
    .testTarget(name: "GaitReferenceTests", dependencies: ["GaitModel", "GaitMeasures", "GaitReference"]),
    .testTarget(
      name: "GaitExportTests", dependencies: ["GaitModel", "GaitMeasures", "GaitExport", "NumberText"]),
    .testTarget(name: "GaitChartsTests", dependencies: ["GaitCharts"]),
    .testTarget(name: "GaitPagesTests", dependencies: ["GaitPages"]),
    .testTarget(
      name: "GaitHistoryTests",
      dependencies: [
        "GaitModel", "GaitMeasures", "GaitStatistics", "GaitHistory", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Stores"]),
    .testTarget(name: "GaitTablesTests", dependencies: ["GaitExport", "GaitTables", "RetroGait"]),
    .testTarget(
      name: "GaitReportTests",
      dependencies: [
        "GaitModel", "GaitCore", "GaitSimulation", "GaitStatistics", "GaitMeasures", "GaitReference", "GaitHistory",
        "GaitReport", "GaitWords", "PageLanguage",
      ]),
    .testTarget(name: "GaitSimulationTests", dependencies: ["GaitModel", "GaitSignal", "GaitSimulation"]),
    .testTarget(
      name: "GaitBatchTests", dependencies: ["GaitBatch", "RetroGait", "GaitModel", "GaitMeasures", "OutputFiles"]),
    .testTarget(
      name: "CommandTests", dependencies: ["RetroGait", "RetroGaitCommand", "RetroGaitBenchmark", "GaitStatistics"],
      exclude: ["Snapshots"]),
    .testTarget(
      name: "GaitViewerTests",
      dependencies: [
        "GaitModel", "GaitIngest", "GaitMeasures", "GaitHistory", "GaitReport", "GaitViewer", "RetroGait", "CZlib",
        "GaitPages", "PageLanguage",
        .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOEmbedded", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
      ]),
    .testTarget(
      name: "ValidationTests",
      dependencies: [
        "GaitCore", "GaitIngest", "GaitModel", "GaitSignal", "GaitSimulation", "GaitStatistics", "GaitValidation",
        "GaitMeasures",
      ]),
  ]
)

// Fuzzers need a sanitizer's main function; Scripts/fuzz builds them, nothing else does.
if Context.environment["RETROGAIT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "FileFuzzer", dependencies: ["GaitIngest", "GaitModel"], path: "Tests/Fuzz/FileFuzzer",
      swiftSettings: [.unsafeFlags(["-parse-as-library"])]))
}

// A struct's layout comes through every target that holds it, but SwiftPM compiles a target again only if a target that
// it names has changed. So each names all that it rests on; without this a build that goes on from an earlier one crashes.
// A build from nothing needs no such help: with RETROGAIT_DECLARED_ONLY each target names what stands above, and
// `--explicit-target-dependency-import-check error` holds it to that.
extension Target.Dependency {
  fileprivate var targetName: String? {
    switch self {
    case .byNameItem(let name, _), .targetItem(let name, _): name
    default: nil
    }
  }
}
let dependencies = Dictionary(uniqueKeysWithValues: package.targets.map { ($0.name, $0.dependencies) })
for target in package.targets where Context.environment["RETROGAIT_DECLARED_ONLY"] == nil {
  var named = Set(target.dependencies.compactMap(\.targetName))
  var open = Array(named)
  while let name = open.popLast() {
    for next in (dependencies[name] ?? []).compactMap(\.targetName) where named.insert(next).inserted {
      target.dependencies.append(.target(name: next))
      open.append(next)
    }
  }
}

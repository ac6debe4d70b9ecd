// swift-tools-version: 6.1
import PackageDescription

let strict: [SwiftSetting] = [.swiftLanguageMode(.v6)]

let package = Package(
  name: "Hora",
  products: [
    .library(name: "Hora", targets: ["Hora"]),
    .library(name: "HoraData", targets: ["HoraData"]),
    .library(name: "HoraRender", targets: ["HoraRender"]),
    .executable(name: "hora", targets: ["HoraCommand"]),
  ],
  traits: [
    .trait(name: "Readline", description: "Edit lines in the shell with GNU readline (GPL)."),
    .default(enabledTraits: ["Readline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The core: no imports, no operating system.
    .target(name: "HoraSyntax", swiftSettings: strict),
    // A header-only shim for libm.
    .target(name: "CSystem"),
    .target(name: "HoraEngine", dependencies: ["CSystem"], swiftSettings: strict),
    .target(name: "HoraPlan", dependencies: ["HoraSyntax", "HoraEngine"], swiftSettings: strict),
    .target(
      name: "Hora", dependencies: ["HoraSyntax", "HoraEngine", "HoraPlan"], swiftSettings: strict),

    // Around the core.
    .target(name: "HoraData", dependencies: ["HoraEngine"], swiftSettings: strict),
    .target(
      name: "HoraRender", dependencies: ["HoraSyntax", "HoraEngine", "COutlines"],
      swiftSettings: strict),
    // The outlines of countries for maps, by C23 #embed; scripts/make-outlines writes them.
    .target(
      name: "COutlines",
      exclude: ["README.md", "context.geojson", "europe.geojson", "outlines.tsv"]),
    // The built-in network, carried by C23 #embed from examples/networks/balkan-black-sea, and as it is in
    // memory; scripts/make-snapshot writes that.
    .target(name: "CBuiltinNetwork", exclude: ["network.snapshot"]),
    .executableTarget(
      name: "SnapshotMaker", dependencies: ["HoraData", "HoraEngine"], swiftSettings: strict),
    // The pages of Documentation/, by the same means; scripts/embed-documentation lists them.
    .target(name: "CDocumentation"),
    .systemLibrary(name: "CSQLite", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(name: "CReadline", providers: [.apt(["libreadline-dev"])]),
    .executableTarget(
      name: "HoraCommand",
      dependencies: [
        "Hora", "HoraData", "HoraRender", "CBuiltinNetwork", "CDocumentation",
        .target(name: "CReadline", condition: .when(traits: ["Readline"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // Questions over generated networks, timed: scripts/bench.
    .executableTarget(
      name: "BenchmarkRunner", dependencies: ["Hora", "HoraData"], path: "Benchmarks/Runner",
      swiftSettings: strict),

    // The library in less than 60 lines; a test runs it.
    .executableTarget(
      name: "EmbedMinimal", dependencies: ["Hora", "HoraData"], path: "examples/embed-minimal",
      swiftSettings: strict),

    // Tests.
    .testTarget(name: "HoraSyntaxTests", dependencies: ["HoraSyntax"], swiftSettings: strict),
    .testTarget(
      name: "HoraEngineTests", dependencies: ["HoraEngine"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "HoraDataTests", dependencies: ["HoraData"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "HoraTests", dependencies: ["Hora", "HoraData", "EmbedMinimal"], swiftSettings: strict),
    .testTarget(
      name: "HoraRenderTests", dependencies: ["HoraRender", "HoraEngine", "Hora", "HoraData"],
      exclude: ["Golden"],
      swiftSettings: strict),
    // Runs the built executable.
    .testTarget(
      name: "HoraCommandTests",
      dependencies: ["HoraCommand", "HoraData", "HoraEngine", "CBuiltinNetwork"],
      swiftSettings: strict),
    // Every message: its page, its rendered text, its fixes.
    .testTarget(
      name: "DiagnosticTests", dependencies: ["Hora", "HoraData"], swiftSettings: strict),
    // The engine against a naive evaluator of its own, on random programs.
    .testTarget(name: "OracleTests", dependencies: ["Hora", "HoraData"], swiftSettings: strict),
    // The suites of Cypher and CEL, translated.
    .testTarget(
      name: "ConformanceTests", dependencies: ["Hora", "HoraData"], swiftSettings: strict),
    // Every example of the manual.
    .testTarget(
      name: "DocumentationTests",
      dependencies: ["Hora", "HoraSyntax", "HoraPlan", "HoraData", "HoraRender", "HoraCommand"],
      swiftSettings: strict),
    .testTarget(
      name: "SpecTests", dependencies: ["Hora", "HoraData", "CSQLite"], swiftSettings: strict),
  ],
  cLanguageStandard: .c2x
)

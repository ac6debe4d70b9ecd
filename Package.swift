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
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // The core: no imports, no operating system.
    .target(name: "HoraSyntax", swiftSettings: strict),
    .target(name: "HoraEngine", swiftSettings: strict),
    .target(name: "HoraPlan", dependencies: ["HoraSyntax", "HoraEngine"], swiftSettings: strict),
    .target(name: "Hora", dependencies: ["HoraSyntax", "HoraEngine", "HoraPlan"], swiftSettings: strict),
    // Around the core.
    .target(name: "HoraData", dependencies: ["HoraEngine"], swiftSettings: strict),
    .target(name: "HoraRender", dependencies: ["HoraEngine"], swiftSettings: strict),
    .executableTarget(
      name: "HoraCommand",
      dependencies: [
        "Hora", "HoraData", "HoraRender",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(name: "HoraSyntaxTests", dependencies: ["HoraSyntax"], swiftSettings: strict),
    .testTarget(
      name: "HoraEngineTests", dependencies: ["HoraEngine"], exclude: ["Fixtures"],
      swiftSettings: strict),
    .testTarget(
      name: "HoraDataTests", dependencies: ["HoraData"], exclude: ["Fixtures"],
      swiftSettings: strict),
  ]
)

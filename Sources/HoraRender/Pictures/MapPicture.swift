// Comes in: a result with places, or with ties between what stands somewhere. Goes out: a value for
// each country, weighted arcs between countries, and what is on no map: it is listed, never dropped.

import HoraEngine

struct MapPicture {
  struct Place {
    var name: String
    /// Every text it may be known by.
    var texts: [String]
    var value: Double
  }
  struct Arc {
    var a: Int
    var b: Int
    var weight: Double
  }

  var title: String
  var valueName: String
  var unit: String?
  var places: [Place] = []
  var arcs: [Arc] = []
  /// How many rows, or ends of ties, stand nowhere.
  var nowhere = 0
  /// Ties within one place.
  var within = 0.0
  var map = OutlineMap(name: "", width: 1, height: 1, outlines: [], names: [:])
  /// For each place its outline; nil where the map has none.
  var outline: [Int?] = []

  init(_ result: ResultSet) throws(PictureFault) {
    title = ""
    valueName = "rows"
    let infos = result.columns.map(\.info)
    let columns = try Picture.map.columns(in: infos, result.options)
    var collector = PlaceCollector(network: result.network)
    if let place = columns.place {
      let values = result.distinct(place)
      let numbers = columns.values.first.flatMap { result.numbers($0) }
      if let column = columns.values.first {
        valueName = infos[column].name
        unit = infos[column].unit
      }
      let numbered = values.labels.indices.map { collector.place(of: values, $0) }
      for row in 0..<result.rowCount {
        let number = numbers?[row] ?? 1
        guard values.codes[row] >= 0, let index = numbered[Int(values.codes[row])] else {
          nowhere += 1
          continue
        }
        if !number.isNaN { collector.places[index].value += number }
      }
      title = result.options.text(.title) ?? "\(valueName) by \(infos[place].name)"
    } else {
      let graph = try NodesAndTies(result)
      title = result.options.text(.title) ?? graph.title
      valueName = "ties that end there"
      addTies(graph, &collector)
    }
    places = collector.places
    let asked = OutlineMap.all.first { $0.name == result.options.text(.frame) }
    if let found = asked ?? MapPicture.closest(places.map(\.texts)) { map = found }
    let names = map.names
    outline = places.map { place in
      place.texts.lazy.compactMap { names[SearchForm.of($0)] }.first
    }
  }

  private mutating func addTies(_ graph: NodesAndTies, _ collector: inout PlaceCollector) {
    let nodes = graph.entities.map { node in
      node.flatMap { collector.place(ofEntity: $0.row, in: $0.collection) }
    }
    var seen: [Int: Int] = [:]
    for tie in graph.ties {
      guard let a = nodes[tie.a], let b = nodes[tie.b] else {
        nowhere += 1
        continue
      }
      collector.places[a].value += tie.weight
      if a == b {
        within += tie.weight
        continue
      }
      collector.places[b].value += tie.weight
      let key = min(a, b) << 32 | max(a, b)
      if let place = seen[key] {
        arcs[place].weight += tie.weight
      } else {
        seen[key] = arcs.count
        arcs.append(Arc(a: min(a, b), b: max(a, b), weight: tie.weight))
      }
    }
  }

  /// The first map that has every place; else the one that has most of them.
  private static func closest(_ places: [[String]]) -> OutlineMap? {
    var best: OutlineMap?
    var most = -1
    for map in OutlineMap.all {
      let count = places.count { texts in
        texts.contains { map.names[SearchForm.of($0)] != nil }
      }
      if count > most {
        most = count
        best = map
      }
    }
    return best
  }

  var whole: Box { Box(x: 0, y: 0, width: map.width, height: map.height) }

  /// The part of the map around its places, with a rim.
  var closerPart: Box {
    let centres = outline.compactMap { $0.map { map.outlines[$0].centre } }
    let xs = centres.map(\.x)
    let ys = centres.map(\.y)
    guard let left = xs.min(), let right = xs.max(), let top = ys.min(), let bottom = ys.max()
    else { return whole }
    let rim = map.width * 0.11
    let width = min(map.width, max(right - left + 2 * rim, map.width * 0.5))
    let height = min(map.height, max(bottom - top + 2 * rim, width * 0.7))
    return Box(
      x: min(map.width - width, max(0, (left + right - width) / 2)),
      y: min(map.height - height, max(0, (top + bottom - height) / 2)), width: width,
      height: height)
  }

  /// What the map cannot show.
  var remarks: [String] {
    var lines: [String] = []
    let missing = places.indices.filter { outline[$0] == nil }
    if !missing.isEmpty {
      let names = missing.map { "\(places[$0].name) (\(Figures.shown(places[$0].value)))" }
      lines.append("Not on this map: " + names.joined(separator: ", ") + ".")
    }
    if nowhere > 0 {
      lines.append(
        arcs.isEmpty
          ? nowhere == 1
            ? "1 row has no place." : "\(Figures.shown(Double(nowhere))) rows have no place."
          : nowhere == 1
            ? "1 tie has an end without a place."
            : "\(Figures.shown(Double(nowhere))) ties have an end without a place.")
    }
    if within > 0 { lines.append("\(Figures.shown(within)) of the ties stay in one country.") }
    return lines
  }

  /// The places as bars: what a terminal shows.
  var chart: BarChart {
    let order = places.indices.sorted {
      places[$0].value == places[$1].value ? $0 < $1 : places[$0].value > places[$1].value
    }
    let count = places.count == 1 ? "1 place" : "\(places.count) places"
    return BarChart(
      title: title, remark: unit.map { "\(count), in \($0)" } ?? count,
      labels: order.map { places[$0].name }, values: order.map { places[$0].value })
  }
}

/// Finds where things stand: an entity that is a country, or that refers to one.
private struct PlaceCollector {
  let network: Network
  var places: [MapPicture.Place] = []
  private var numbers: [String: Int] = [:]

  init(network: Network) { self.network = network }

  mutating func place(of values: DistinctValues, _ index: Int) -> Int? {
    if let collection = values.collection {
      return place(ofEntity: values.entities[index], in: collection)
    }
    return insert(values.labels[index], [values.labels[index]])
  }

  /// A thing that has a country stands there, and nowhere where the country is missing; a thing that
  /// is a country is one; any other stands where something it refers to is one.
  mutating func place(ofEntity row: Int32, in collection: CollectionID) -> Int? {
    let fields = EntityField.references(network, collection)
    if let country = fields.first(where: { $0.name.lowercased() == "country" }) {
      return country.reference(of: row).map { insert($0.row, of: $0.collection) }
    }
    if isKnown(EntityNames.all(network, collection, row)) { return insert(row, of: collection) }
    for target in fields.compactMap({ $0.reference(of: row) })
    where isKnown(EntityNames.all(network, target.collection, target.row)) {
      return insert(target.row, of: target.collection)
    }
    return insert(row, of: collection)
  }

  private mutating func insert(_ row: Int32, of collection: CollectionID) -> Int {
    insert(
      EntityNames.label(network, collection, row), EntityNames.all(network, collection, row))
  }

  private func isKnown(_ texts: [String]) -> Bool {
    OutlineMap.all.contains { map in texts.contains { map.names[SearchForm.of($0)] != nil } }
  }

  private mutating func insert(_ name: String, _ texts: [String]) -> Int {
    let shown = DisplayWidth.visible(name)
    if let number = numbers[shown] { return number }
    numbers[shown] = places.count
    places.append(MapPicture.Place(name: shown, texts: texts, value: 0))
    return places.count - 1
  }
}

// Draws small networks: tables, fields and values with gaps, repeats, several scripts and extremes.

/// The same numbers in every run (SplitMix64).
struct Random: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func one<T>(_ items: [T]) -> T { items[Int.random(in: 0..<items.count, using: &self)] }
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }
  mutating func happens(_ percent: Int) -> Bool { number(1...100) <= percent }
}

struct RandomNetwork {
  var random: Random
  private var model = Model()

  init(_ seed: UInt64) { random = Random(seed) }

  static let names = [
    "Čačak", "cacak", "Београд", "Beograd", "Novi Sad", "Αθήνα", "İstanbul", "Straße", "agri tech",
    "Agri-Tech", "AI", "data science", "Data", "Retail", "IoT lab", "Lab", "a b c", "Ниш",
  ]
  static let words = [
    "open", "closed", "red", "blue", "Red", "", "on hold", "црвен", "x y", "grün",
  ]
  static let ints: [Int64] = [
    0, 1, 1, 2, 2, 3, 5, 7, 10, 12, 100, -1, -4, 1_000_000, 9_007_199_254_740_993, .max, .min,
  ]
  static let smallInts: [Int64] = [0, 1, 1, 2, 2, 3, 3, 5, 10, -2]
  static let decimals: [Double] = [
    0, 0.25, 0.5, 0.5, 1, 1.5, 2, 2.75, -0.75, -3, 10, 1000.5, 1e15,
  ]
  static let days = [
    "2010-06-15", "2012-02-29", "2015-01-31", "2015-12-01", "2015-12-31", "2016-01-01",
    "2016-03-31", "2020-10-05", "0001-01-01", "9999-12-31", "2015-06-30", "2012-11-01",
  ]

  mutating func draw() -> Model {
    let hasPlaces = random.happens(75)
    let hasTopics = random.happens(80)
    if hasPlaces { addPlaces() }
    addMembers(places: hasPlaces ? 0 : nil)
    let members = model.tables.count - 1
    addProjects(members)
    let projects = members + 1
    addStints(members, projects)
    if hasTopics {
      addTopics()
      addSkills(members, model.tables.count - 1)
    }
    if random.happens(75) { addTies(members) }
    model.settle()
    return model
  }

  // MARK: Tables

  private mutating func add(
    _ name: String, _ singular: String, _ fields: [ModelField], rows: ClosedRange<Int>,
    key: Int? = nil, label: Int? = nil, _ cell: (inout RandomNetwork, Int, Int) -> [Atom]
  ) {
    var table = ModelTable(name: name, singular: singular, fields: fields)
    table.key = key
    table.label = label
    let count = random.happens(4) ? 0 : random.number(rows)
    for row in 0..<count {
      table.rows.append(fields.indices.map { cell(&self, row, $0) })
    }
    model.tables.append(table)
  }

  private mutating func value(_ field: ModelField) -> [Atom] {
    if field.isList {
      return (0..<random.number(0...3)).map { _ in scalar(field.kind, field.name) }
    }
    return random.happens(18) ? [] : [scalar(field.kind, field.name)]
  }

  private mutating func scalar(_ kind: Kind, _ name: String) -> Atom {
    switch kind {
    case .int: return .int(random.one(name == "size" ? Self.ints : Self.smallInts))
    case .decimal: return .decimal(random.one(Self.decimals))
    case .bool: return .bool(random.happens(50))
    case .date: return .date(Calendar.day(random.one(Self.days)) ?? 0)
    default: return .text(random.one(name == "city" ? Self.names : Self.words))
    }
  }

  private mutating func someEntity(_ table: Int, missing: Int) -> [Atom] {
    let count = model.tables[table].rows.count
    if count == 0 || random.happens(missing) { return [] }
    return [.entity(Entity(table: table, row: random.number(0...(count - 1))))]
  }

  private mutating func some(_ fields: [ModelField]) -> [ModelField] {
    var kept: [ModelField] = []
    for field in fields where random.happens(85) { kept.append(field) }
    return kept
  }

  private mutating func name(_ row: Int, _ missing: Int) -> [Atom] {
    random.happens(missing) ? [] : [.text(random.one(Self.names))]
  }

  private mutating func addPlaces() {
    let byName = random.happens(30)
    let fields =
      [ModelField(name: byName ? "name" : "code", kind: .text)]
      + (byName ? [] : [ModelField(name: "name", kind: .text)])
      + some([
        ModelField(name: "region", kind: .text), ModelField(name: "people", kind: .int),
        ModelField(name: "coastal", kind: .bool),
        ModelField(name: "other_names", kind: .text, isList: true),
      ])
    add("places", "place", fields, rows: 2...5, key: 0, label: byName ? 0 : 1) { me, row, place in
      if place == 0 {
        return [.text(byName ? "Place \(["Ниш", "B", "Čačak", "d e", "AI"][row])" : "P\(row)")]
      }
      if fields[place].name == "name" { return me.name(row, 10) }
      return me.value(fields[place])
    }
    if let others = model.tables[0].field("other_names") { model.tables[0].otherNames = [others] }
  }

  private mutating func addMembers(places: Int?) {
    let own = model.tables.count
    var fields = [ModelField(name: "id", kind: .int), ModelField(name: "name", kind: .text)]
    fields += some([
      ModelField(name: "city", kind: .text), ModelField(name: "kind", kind: .text),
      ModelField(name: "score", kind: .decimal), ModelField(name: "active", kind: .bool),
      ModelField(name: "founded", kind: .date), ModelField(name: "tags", kind: .text, isList: true),
      ModelField(name: "grades", kind: .int, isList: true),
    ])
    fields += [ModelField(name: "size", kind: .int), ModelField(name: "staff", kind: .int)]
    if let places { fields.append(ModelField(name: "country", kind: .entity(places))) }
    if random.happens(50) {
      fields.append(ModelField(name: "mentor", kind: .entity(own), inverse: "mentees"))
    }
    add("members", "member", fields, rows: 3...9, key: 0, label: 1) { me, row, place in
      switch fields[place].name {
      case "id": return [.int(Int64(row + 1))]
      case "name": return me.name(row, 10)
      case "country": return me.someEntity(places ?? 0, missing: 20)
      // Set when all rows are there.
      case "mentor": return []
      default: return me.value(fields[place])
      }
    }
    if let mentor = model.tables[own].field("mentor") {
      for row in model.tables[own].rows.indices {
        model.tables[own].rows[row][mentor] = someEntity(own, missing: 35)
      }
    }
  }

  private mutating func addProjects(_ members: Int) {
    let fields =
      [ModelField(name: "code", kind: .text), ModelField(name: "title", kind: .text)]
      + some([
        ModelField(name: "status", kind: .text), ModelField(name: "budget", kind: .decimal),
        ModelField(name: "start", kind: .date), ModelField(name: "end", kind: .date),
        ModelField(name: "cost", kind: .int), ModelField(name: "days", kind: .date, isList: true),
      ]) + [ModelField(name: "lead", kind: .entity(members), inverse: "led")]
    add("projects", "project", fields, rows: 2...8, key: 0, label: 1) { me, row, place in
      switch fields[place].name {
      case "code": return [.text("q\(row)")]
      case "title": return me.name(row, 10)
      case "lead": return me.someEntity(members, missing: 25)
      default: return me.value(fields[place])
      }
    }
  }

  private mutating func addStints(_ members: Int, _ projects: Int) {
    let fields = [
      ModelField(name: "member", kind: .entity(members)),
      ModelField(name: "project", kind: .entity(projects)),
      ModelField(name: "role", kind: .text), ModelField(name: "part", kind: .int),
    ]
    add("stints", "stint", fields, rows: 4...16) { me, _, place in
      fields[place].target.map { me.someEntity($0, missing: 3) } ?? me.value(fields[place])
    }
    model.tables[model.tables.count - 1].isLink = true
  }

  private mutating func addTopics() {
    let own = model.tables.count
    let labels = [
      "ICT", "AI", "machine learning", "Data science", "IoT", "Храна", "agri tech", "AI",
    ]
    let fields =
      [
        ModelField(name: "code", kind: .text), ModelField(name: "label", kind: .text),
        ModelField(name: "parent", kind: .entity(own)),
      ]
      + some([
        ModelField(name: "aka", kind: .text, isList: true), ModelField(name: "rank_no", kind: .int),
      ])
    add("topics", "topic", fields, rows: 4...8, key: 0, label: 1) { me, row, place in
      switch fields[place].name {
      case "code": return [.text("t\(row)")]
      case "label": return [.text(labels[row])]
      case "parent":
        return row == 0 || me.random.happens(25)
          ? [] : [.entity(Entity(table: own, row: me.random.number(0...(row - 1))))]
      default: return me.value(fields[place])
      }
    }
    model.tables[own].parent = 2
    if let aka = model.tables[own].field("aka") { model.tables[own].otherNames = [aka] }
  }

  private mutating func addSkills(_ members: Int, _ topics: Int) {
    let fields = [
      ModelField(name: "member", kind: .entity(members)),
      ModelField(name: "topic", kind: .entity(topics)), ModelField(name: "since", kind: .int),
      ModelField(name: "proof", kind: .text),
    ]
    add("skills", "skill", fields, rows: 4...14) { me, _, place in
      fields[place].target.map { me.someEntity($0, missing: 0) } ?? me.value(fields[place])
    }
    model.tables[model.tables.count - 1].isLink = true
  }

  private mutating func addTies(_ members: Int) {
    let fields = [
      ModelField(name: "one", kind: .entity(members), inverse: "ties_one"),
      ModelField(name: "other", kind: .entity(members), inverse: "ties_other"),
      ModelField(name: "year", kind: .int),
    ]
    add("partnerships", "partnership", fields, rows: 2...12) { me, _, place in
      fields[place].target.map { me.someEntity($0, missing: 3) } ?? me.value(fields[place])
    }
    model.tables[model.tables.count - 1].isLink = true
    model.tables[model.tables.count - 1].tie = "partners"
  }
}

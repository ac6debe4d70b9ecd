// Comes in: a result column. Goes out: its values as text, all in one buffer. Renderers take whole
// columns over the module's border, never single cells.

/// A column of a result, written out.
public struct CellColumn: Sendable {
  public var info: ColumnInfo
  /// All cells end to end, UTF-8.
  public var bytes: [UInt8]
  /// Value `i` is `bytes[offsets[i] ..< offsets[i + 1]]`.
  public var offsets: [Int]
  /// 1 where the value is there, 0 where it is missing.
  public var present: [UInt8]
  /// For lists: row `r` has the values `lists[r] ..< lists[r + 1]`. Nil where each row has one.
  public var lists: [Int32]?

  /// The bytes of one value.
  public func value(_ index: Int) -> ArraySlice<UInt8> {
    bytes[offsets[index]..<offsets[index + 1]]
  }
}

extension ResultSet {
  /// Every column as text: dates in ISO form, decimals in the shortest form that reads back the
  /// same, entities by display name, missing as nothing.
  public func cells() -> [CellColumn] {
    columns.map { column in
      var writer = CellWriter(network: network, type: column.info.type)
      if case .list(let offsets, let elements) = column.values.expanded {
        writer.append(elements)
        return CellColumn(
          info: column.info, bytes: writer.bytes, offsets: writer.offsets, present: writer.present,
          lists: offsets)
      }
      writer.append(column.values)
      return CellColumn(
        info: column.info, bytes: writer.bytes, offsets: writer.offsets, present: writer.present,
        lists: nil)
    }
  }
}

/// Writes values one after the other.
private struct CellWriter {
  let network: Network
  let type: ValueType
  var bytes: [UInt8] = []
  var offsets: [Int] = [0]
  var present: [UInt8] = []

  init(network: Network, type: ValueType) {
    self.network = network
    self.type = type
  }

  private mutating func end(_ isPresent: Bool) {
    offsets.append(bytes.count)
    present.append(isPresent ? 1 : 0)
  }

  private mutating func texts(_ codes: [Int32], _ dictionary: TextDictionary) {
    for code in codes {
      if code >= 0 { dictionary.withText(code) { bytes.append(contentsOf: $0) } }
      end(code >= 0)
    }
  }

  mutating func append(_ vector: Vector) {
    switch vector.expanded {
    case .text(let codes, let dictionary): texts(codes, dictionary)
    case .entity(let rows):
      guard case .entity(let collection) = type else {
        for _ in rows { end(false) }
        return
      }
      let schema = network.schema.collections[collection]
      // Names straight from their column, where every entity has one.
      if let label = schema.label,
        case .scalar(.text(let codes, let dictionary)) = network.collections[collection].columns[
          label]
      {
        for row in rows {
          if row >= 0, codes[Int(row)] >= 0 {
            dictionary.withText(codes[Int(row)]) { bytes.append(contentsOf: $0) }
          } else if row >= 0 {
            bytes.append(contentsOf: EntityNames.key(network, collection, row).utf8)
          }
          end(row >= 0)
        }
        return
      }
      for row in rows {
        if row >= 0 {
          bytes.append(contentsOf: EntityNames.label(network, collection, row).utf8)
        }
        end(row >= 0)
      }
    case .nothing(let count):
      for _ in 0..<count { end(false) }
    case let other:
      for row in 0..<other.count {
        let text = ValueText.plain(other, row)
        if let text { bytes.append(contentsOf: text.utf8) }
        end(text != nil)
      }
    }
  }
}

// Comes in: nothing. Goes out: what a programme asks of the countries in a consortium, with a status for
// each country and what that stands on. The facts are data; see HoraData for how they are read.

/// A dated rule about the countries of a consortium.
public struct EligibilityRule: Sendable, Hashable {
  public enum Status: String, Sendable, Hashable, CaseIterable {
    case member, associated, transitional, other
    /// Nobody has looked it up: counts for nothing, and answers say so.
    case unchecked
  }

  public struct Country: Sendable, Hashable {
    /// How data may write it: codes and names.
    public var names: [String]
    public var status: Status
    /// The first day of the status; nil where it is not known.
    public var since: CivilDate?
    /// Name and date of the list it was read in, or "unchecked".
    public var source: String
    public init(names: [String], status: Status, since: CivilDate?, source: String) {
      self.names = names
      self.status = status
      self.since = since
      self.source = source
    }
  }

  /// At least so many rows in different countries of such a status.
  public struct Requirement: Sendable, Hashable {
    public var countries: Int
    public var statuses: [Status]
    public init(countries: Int, statuses: [Status]) {
      self.countries = countries
      self.statuses = statuses
    }
  }

  public var name: String
  public var title: String
  public var requirements: [Requirement]
  public var countries: [Country]
  /// What the requirements stand on.
  public var source: String

  public init(
    name: String, title: String, source: String, requirements: [Requirement],
    countries: [Country]
  ) {
    self.name = name
    self.title = title
    self.source = source
    self.requirements = requirements
    self.countries = countries
  }

  /// The country that bears one of some names, in search form.
  func country(called names: [String]) -> Country? {
    let forms = Set(names.map { SearchForm.of($0) })
    return countries.first { $0.names.contains { forms.contains(SearchForm.of($0)) } }
  }
}

// Which of several claims counts, by the forms a date may have, and what is no conflict.

import Hora
import HoraData
import Testing

@Suite struct ClaimTests {
  /// Claims as given, about one member.
  private func network(_ claims: String) throws -> Network {
    try NetworkLoader.load([
      .tree(
        MemoryTree(
          name: "made",
          files: [
            ("members.csv", FileBytes(Array("id,name\nm1,One\nm2,Two\n".utf8))),
            ("claims.csv", FileBytes(Array(claims.utf8))),
          ]))
    ]).network
  }

  private let ask = "members select id, v = claim(it, \"p\"), n = count(claims(it, \"p\"))"

  private func counts(_ first: String, _ second: String) throws -> String {
    let rows = try TestNetworks.rows(
      ask,
      network(
        """
        member,property,value,as_of
        m1,p,first,\(first)
        m1,p,second,\(second)
        m2,other,third,undated

        """))
    #expect(rows.count == 2 && rows[1] == "m2|∅|0")
    return String(rows[0].split(separator: "|")[1])
  }

  @Test(arguments: [
    ("2015", "2016"), ("", "2016"), ("undated", "1999"), ("2016", "2016-01"),
    ("2016-05", "2016-05-01"), ("2016-05-31", "2016-06"), ("after 2016", "2015"),
    ("20161", "0001"), ("2016x-05", "2016-05"), ("2015-12 or so", "2016 or so"),
    ("2016-0", "2016-01"), ("12", "1000"),
  ])
  func theNewerCounts(_ older: String, _ newer: String) throws {
    #expect(try counts(older, newer) == "second")
    #expect(try counts(newer, older) == "first")
  }

  @Test(arguments: [
    ("", ""), ("undated", "after 2016"), ("2016", "2016"), ("2016-05", "2016-05 (page)"),
  ])
  func ofEquallyNewOnesTheFirst(_ one: String, _ other: String) throws {
    #expect(try counts(one, other) == "first")
    #expect(try counts(other, one) == "first")
  }

  @Test func datesAndYearsOfTheirOwnType() throws {
    let years = try network(
      "member,property,value,as_of\nm1,p,1,2015\nm1,p,2,2017\nm1,p,3,2016\nm2,p,4,\n")
    #expect(try TestNetworks.rows(ask, years) == ["m1|2|3", "m2|4|1"])
    let days = try network(
      "member,property,value,date\nm1,p,1,2015-01-01\nm1,p,2,2017-02-01\nm1,p,3,\nm2,p,4,\n")
    #expect(try TestNetworks.rows(ask, days) == ["m1|2|3", "m2|4|1"])
  }

  @Test func conflictsAreDifferentValuesOfOneProperty() throws {
    let network = try network(
      """
      member,subject,property,value,several,as_of
      m1,One,p,same,false,2015
      m1,One,p,same,false,2016
      m1,One,q,a,true,2015
      m1,One,q,b,true,2016
      m1,One,r,a,false,2015
      ,Network,r,c,false,2017
      m1,One,r,b,false,
      m1,One,s,,false,2019
      m1,One,s,d,false,2018
      ,Network,r,é,false,2016

      """)
    let rows = try TestNetworks.rows(
      "conflicts select subject, property, value, said = claims.value", network)
    #expect(rows == ["One|r|a|a; b", "Network|r|c|c; é"])
  }

  @Test func withoutASubjectTheReferenceIsIt() throws {
    let network = try network(
      "member,property,value\nm1,p,1\nm2,p,2\nm2,q,3\nm2,q,4\nm1,q,4\n")
    #expect(
      try TestNetworks.rows("conflicts select subject, subject.id, property, value", network)
        == ["Two|m2|q|3"])
  }

  @Test func aNameOfOnesOwnGoesFirst() throws {
    let network = try network("member,property,value\nm1,p,1\nm1,p,2\n")
    #expect(
      try TestNetworks.rows("let conflicts = members; conflicts select id", network) == [
        "m1", "m2",
      ])
    #expect(try TestNetworks.rows("conflicts select property, value", network) == ["p|1"])
    #expect(try TestNetworks.rows("conflicts where property = \"q\"", network) == [])
  }
}

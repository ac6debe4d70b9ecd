import HoraData
import HoraEngine
import Testing

@Suite struct InferenceTests {
  @Test func benchFolder() throws {
    let result = try load(path: "bench-s")
    let network = result.network
    #expect(network.rows("members") == 17)
    #expect(
      network.fields("members") == [
        "id int", "name text", "country text", "city text", "founded int", "size int",
      ])
    #expect(
      network.relationNames("members") == [
        "competences competences*", "member_competences member_competences*",
        "participations participations*",
        "partners members*", "partnerships partnerships*", "partnerships_as_a partnerships*",
        "partnerships_as_b partnerships*", "projects projects*",
      ])
    #expect(
      network.relationNames("projects") == ["members members*", "participations participations*"])
    #expect(
      network.fields("competences") == [
        "id int", "name text", "parent -> competences", "level int",
      ])
    #expect(network.follow("competences", "3", "ancestors").count == 2)
    #expect(network.schema.collections[network.id("competences") ?? 0].parent != nil)
    #expect(result.faults.faultCount == 0)
  }

  @Test func cutOfH2020WithoutItsPackage() throws {
    let network = try load(path: "h2020-cut").network
    #expect(network.rows("organisations") == 366)
    #expect(
      network.relationNames("organisations") == [
        "participations participations*", "projects projects*",
      ])
    #expect(
      network.relationNames("projects") == [
        "organisations organisations*", "participations participations*",
      ])
    #expect(network.relation("participations", "project") != nil)
    #expect(network.relation("participations", "organisation") != nil)
  }

  @Test func renamedColumnsAreFoundByContents() throws {
    let files = [
      (
        "bodies.csv",
        "number,called\n" + (0..<30).map { "\(900_000_000 + $0 * 7919),N\($0)\n" }.joined()
      ),
      (
        "works.csv",
        "reference,heading\n" + (0..<30).map { "\(100_000 + $0 * 977),W\($0)\n" }.joined()
      ),
      (
        "who_did_what.csv",
        "work,body,as\n"
          + (0..<60).map { "\(100_000 + $0 % 30 * 977),\(900_000_000 + ($0 * 11) % 30 * 7919),x\n" }
          .joined()
      ),
    ]
    let network = try load(files).network
    #expect(network.relationNames("bodies").contains("works works*"))
    #expect(network.relationNames("works").contains("bodies bodies*"))
  }

  @Test func namesOfRelationsAndClashes() throws {
    let network = try load([
      ("members.csv", "id,name\n1,A\n2,B\n3,C\n"),
      ("projects.csv", "id,title,lead_id\n10,P,1\n11,Q,1\n12,R,3\n"),
      ("participations.csv", "project,member,role\n10,1,x\n10,2,y\n11,1,x\n10,2,y\n"),
    ]).network
    #expect(
      network.relationNames("members") == [
        "participations participations*", "projects projects*",
      ])
    #expect(network.fields("projects") == ["id int", "title text", "lead_id int"])
    // `lead` is no collection's name; declared it is a reference, whose inverse must not take `projects`.
    let declared = try load([
      (
        "datapackage.json",
        """
        {"name":"n","resources":[
         {"name":"members","path":"members.csv"},
         {"name":"projects","path":"projects.csv","schema":{"fields":[
           {"name":"id","type":"integer"},{"name":"title","type":"string"},{"name":"lead_id","type":"integer"}],
           "foreignKeys":[{"fields":"lead_id","reference":{"resource":"members","fields":"id"}}]}},
         {"name":"participations","path":"participations.csv"}]}
        """
      ),
      ("members.csv", "id,name\n1,A\n2,B\n3,C\n"),
      ("projects.csv", "id,title,lead_id\n10,P,1\n11,Q,1\n12,R,3\n"),
      ("participations.csv", "project,member,role\n10,1,x\n10,2,y\n11,1,x\n10,2,y\n"),
    ])
    let names = declared.network.relationNames("members")
    #expect(
      names == [
        "participations participations*", "projects projects*", "projects_as_lead projects*",
      ])
    #expect(declared.network.follow("members", "1", "projects_as_lead") == ["10", "11"])
    #expect(declared.network.follow("projects", "12", "lead") == ["3"])
    #expect(declared.network.relation("projects", "lead_id") != nil)
    #expect(declared.network.follow("projects", "10", "members") == ["1", "2"])
    #expect(declared.network.links("projects", "10", "members") == ["1 | x", "2 | y", "2 | y"])
    #expect(declared.faults.count(.repeatedLink) == 1)
  }

  @Test func symmetricAndDirectedTies() throws {
    let network = try load([
      ("members.csv", "id,name\n1,A\n2,B\n3,C\n4,D\n"),
      ("partnerships.csv", "a,b,since\n2,1,2001\n3,1,2002\n1,2,2003\n4,4,2004\n"),
      ("follows.csv", "from,to\n1,2\n3,1\n"),
    ]).network
    #expect(network.follow("members", "1", "partners") == ["2", "3"])
    #expect(network.follow("members", "4", "partners") == ["4"])
    #expect(network.links("members", "1", "partners") == ["2 | 2001", "2 | 2003", "3 | 2002"])
    #expect(network.links("members", "4", "partners") == ["4 | 2004"])
    #expect(network.follow("members", "1", "partnerships") == ["0", "1", "2"])
    #expect(network.follow("members", "1", "follows_to") == ["2"])
    #expect(network.follow("members", "1", "follows_from") == ["3"])
    let (partners, _) = try #require(network.relation("members", "partner"))
    #expect(partners.isSymmetric)
    #expect(network.schema.relations[partners.inverse].name == "partners")
  }

  @Test func unresolvedReferencesBecomeEntities() throws {
    let members = "id,name\n" + (1...20).map { "m\($0),N\($0)\n" }.joined()
    let links = "member,project\n" + (1...19).map { "m\($0),p1\n" }.joined() + "m99,p1\nm99,p2\n"
    let result = try load([
      ("members.csv", members), ("projects.csv", "id,title\np1,X\np2,Y\n"), ("links.csv", links),
    ])
    #expect(result.network.rows("members") == 21)
    #expect(result.network.column("members", "id").last == "m99")
    #expect(result.network.column("members", "name").last == "-")
    #expect(result.network.follow("members", "m99", "projects") == ["p1", "p2"])
    #expect(result.faults.count(.unresolvedReference) == 2)
    #expect(result.faults.faults.first?.line == 21)
  }

  @Test func taxonomyRelations() throws {
    let network = try load([
      ("fields.csv", "code,title,parent_code\na,A,\nb,B,a\nc,C,b\nd,D,a\ne,E,\n")
    ]).network
    #expect(network.follow("fields", "c", "parent") == ["b"])
    #expect(network.follow("fields", "a", "children") == ["b", "d"])
    #expect(network.follow("fields", "c", "ancestors") == ["a", "b"])
    #expect(network.follow("fields", "a", "descendants") == ["b", "c", "d"])
    #expect(network.follow("fields", "c", "root") == ["a"])
    #expect(network.follow("fields", "e", "root") == ["e"])
    #expect(network.column("fields", "level") == ["1", "2", "3", "2", "1"])
    #expect(network.relation("fields", "parent_code") != nil)
  }

  @Test func cyclesAreCutAtTheLastEdgeRead() throws {
    let result = try load([("fields.csv", "code,parent\na,c\nb,a\nc,b\nd,d\ne,a\n")])
    #expect(result.faults.count(.taxonomyCycle) == 2)
    #expect(result.network.follow("fields", "c", "parent") == [])
    #expect(result.network.follow("fields", "a", "parent") == ["c"])
    #expect(result.network.follow("fields", "d", "parent") == [])
    #expect(result.network.follow("fields", "e", "ancestors") == ["a", "c"])
  }

  @Test func manyCyclesTakeLinearTime() throws {
    let rows = (0..<20_000).map { "k\($0),k\($0 ^ 1)\n" }.joined()
    let result = try load([("fields.csv", "code,parent\n" + rows)])
    #expect(result.faults.count(.taxonomyCycle) == 10_000)
  }

  @Test func severalParents() throws {
    let network = try load([
      ("skills.csv", "code,broader\na,\nb,\nc,a;b\nd,c\ne,a;b\nf,a;b\n")
    ]).network
    #expect(network.follow("skills", "c", "parents") == ["a", "b"])
    #expect(network.follow("skills", "d", "root") == ["a", "b"])
    #expect(network.column("skills", "level") == ["1", "1", "2", "3", "2", "2"])
  }
}

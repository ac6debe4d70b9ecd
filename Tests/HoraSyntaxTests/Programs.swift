// Programs that must parse: the twenty-five of the reference, those of the benchmark, and more
// that use every production.

enum Programs {
  static let reference: [String] = [
    ###"""
    members where country = "Serbia" and competence ~ "AI"
    """###,
    ###"""
    members select name, city, n = count(projects) sort by n desc take 10
    """###,
    ###"""
    members where year(founded) in 2010..2015 and website is missing
    """###,
    ###"""
    members where country in ["Serbia", "Croatia"] and not competence under "Cybersecurity"
    """###,
    ###"""
    members where exists projects and every projects.status = "closed"
    """###,
    ###"""
    members where at least 2 competences under "Data science"
    """###,
    ###"""
    members where exists projects[programme = "Horizon Europe" and budget > 1_000_000]
    """###,
    ###"""
    members where city ~ "sabac" or description ~ /smart\s+cit(y|ies)/i
    """###,
    ###"""
    members summarize n = count(), avg_size = avg(size) by country sort by n desc
    """###,
    ###"""
    members each competences as c
      summarize n = count() by area = c.root, country   pivot n by country
    """###,
    ###"""
    projects add share = budget / sum(budget) over (programme)
      top 3 per programme by budget   select programme, acronym, budget, share
    """###,
    ###"""
    let balkan = members where country.region = "Western Balkans";
    balkan intersect (members where competence under "IoT")
    """###,
    ###"""
    members["VOICT"].partners minus members["VOICT"].projects.members select name, country
    """###,
    ###"""
    members as m where exists partners[country != m.country]
      select name, abroad = partners[country != m.country].name
    """###,
    ###"""
    members["VOICT"] follow partners{1,3} sort by hops, name select name, country, hops
    """###,
    ###"""
    members where partners{1,2} = members["VOICT"] and no projects.lead = members["VOICT"]
    """###,
    ###"""
    param since: date = 2022-01-01;
    projects where start >= $since
      summarize n = count(), total = sum(budget ?? 0) by yr = year(start) sort by yr show bars
    """###,
    ###"""
    network collab = members via projects weight count(shared);
    paths from members["VOICT"] to members["Sofia ICT"] in collab shortest 3
    """###,
    ###"""
    members where degree(collab) >= 3
      add broker = betweenness(collab), hole = constraint(collab), grp = community(collab)
      top 10 by broker   select name, country, grp, broker, hole
    """###,
    ###"""
    members as a each a.partners as b each b.partners as c
      where c != a and c not in a.partners and a.country != c.country
      summarize bridged = count() by broker = b   top 10 by bridged with ties
    """###,
    ###"""
    competences where it under "ICT" minus members[country = "Serbia"].competences
      add abroad = count(members) sort by abroad desc
    """###,
    ###"""
    let need = ["AI", "Cybersecurity", "Digital twins"];
    members where size >= 20
      cover need by competences max 5 at most 2 per country prefer count(projects) desc
    """###,
    ###"""
    def ready(m, topic, k = 2) = exists m.competences[it under topic] and count(m.projects) >= k;
    members where ready(it, "AI")
    """###,
    ###"""
    pairs members as a, b
      where a.country != b.country and b not in a.partners
      add fit = jaccard(a.competences, b.competences), common = (a.competences intersect b.competences).name
      where fit >= 0.4 top 20 by fit select a.name, b.name, fit, common
    """###,
    ###"""
    test "every project has a lead that takes part" {
      projects where lead is missing or lead not in members expect none, "bad lead in {acronym}"
    }
    """###,
  ]

  static let benchmark: [String] = [
    ###"""
    members where country = "Serbia" and competence ~ "Artificial intelligence"
      select id, name, city
    """###,
    ###"""
    members where country in ["Germany", "France", "Italy"] and founded in 1990..2005 and size is not missing
      top 100 by size
      select id, name, country, founded, size
    """###,
    ###"""
    members each competences as c
      summarize n = count() by country, c
      sort by n desc, country, c.id
      take 1000
      select country, c.name, n
    """###,
    ###"""
    projects where exists members and start_date <= 2022 and (end_date is missing or end_date >= 2022)
      summarize projects = count(), members = count(members), countries = count(members.country) by programme
    """###,
    ###"""
    members where contains(fold(name), "universite") count by country
    """###,
    ###"""
    members where country = "Serbia"
      add german = count(projects.members[country = "Germany"]), met = count(projects[members.country = "Germany"])
      where german > 0
      top 100 by german
      select id, name, german, met
    """###,
    ###"""
    members where competence under "Energy" and no projects count by country
    """###,
    ###"""
    members where at least 3 projects and every projects.start_date >= 2015 count by country
    """###,
    ###"""
    members where exists projects[role = "coordinator" and budget is not missing]
      add total = sum(projects[role = "coordinator"].budget)
      top 3 per country by total
      add place = row_number() over (country)
      select country, place, id, name, total
    """###,
    ###"""
    members[6].partners{2} count by country
    """###,
    ###"""
    hops(members[3], members[17], members.partners)
    """###,
    ###"""
    paths from members[3] to members[17] in members.partners shortest 1
    """###,
    ###"""
    members summarize groups = count(component(partners))
    members count by group = component(partners) take 10 select count
    """###,
    ###"""
    members add rank = pagerank(partners, damping: 0.85, rounds: 20)
      top 20 by rank
      select id, rank
    """###,
    ###"""
    let step = greatest(1, floor(count(members) / 64))
    let starts = members where (id - 1) % step = 0 take 64
    members add score = betweenness(partners, from: starts)
      top 20 by score
      select id, score
    """###,
    ###"""
    network together = members via projects
    together top 50 by weight select a.id, b.id, weight
    """###,
    ###"""
    members each competences as c
      summarize n = count() by country, c
      add quotient = rca(n) over (country, c)
      where n >= 20
      sort by quotient desc, country, c.id
      take 200
      select country, c.name, n, quotient = round(quotient, 4)
    """###,
  ]

  static let everything: [String] = [
    ###"""
    language 1

    ## Counts the ready ones.
    ## In two lines.
    def ready(m, topic, k = 2, `odd name` = "x") = count(m.projects) >= k
    def none_at_all() = 1
    param since: date = 2022-01-01
    param kinds: [text] = ["a", 'b']
    param who: member
    use "lib/common.hora" as common
    network ties = members via partners where since >= 2020 weight sum(shared select 1 / (count(members) - 1))
    network co = (members where size > 3) via projects
    print "found {count(members where country = 'Serbia')} members, {{not this}} {1 + 2}"
    for m in members where size > 3 { print "{m.name}"; m.projects count }
    if count(members) > 10 { members } else if true { print "x" } else { 1 + 1 }
    if 1 = 1 then 2 else 3
    test "t" {

      members expect some rows
      members expect none
      members expect 3 rows, "three {name}"
      members expect $n rows
      members expect limit_ rows
      members expect size > 3, 'too small'
    }
    assert count(members) > 3, "few"
    assert not exists members
    """###,
    ###"""
    pairs members as a, b where a.country != b.country
    pairs (members where size > 3).partners[x = 1] as a, b | count
    """###,
    ###"""
    paths from members["A"] to members[6] in ties shortest 3
    paths from $a to $b in ties all shortest
    paths from a to b in members.partners cheapest 2 select nodes
    paths from a to b in ties max 4
    match members["A"] with (members where size > 3) by competences take 3
    gaps members against "ICT" by competences sort by share desc
    pairs where pairs.x > 1
    match as m where m.x = 1
    """###,
    ###"""
    members select *, n = count(projects), projects.acronym, `EU share` = 1, path, order, count
    members add a = 1, b = 2 drop a, p.order
    members each optional projects as p each partners as q
    members follow partners{1,} select hops
    members summarize by country, city
    members summarize n = count(), total = sum(size) by lead = (role = "coordinator"), country
    members count
    members count by country, k = year(founded)
    members sort by a desc, b asc, c
    members top 3 per country, k = city by size asc with ties
    members top n by size
    members take 3 skip $n distinct
    members distinct country, city
    members distinct count
    members distinct count, name
    members union others intersect others.partners minus (others where x = 1)
    members pivot n by country
    members sample 10 seed 3
    members cover ["AI", "IoT"] by competences max 5 at least 3 different country at most 2 per country with (members where x) without others prefer degree(partners) desc
    members show bars title = "x" width = 30 colour = country
    members save "file.csv"
    members | where size > 3 | select name
    """###,
    ###"""
    members where if a then b else if c then d else e
    members where a or b and not c or not not d
    members where a != 1 and b < 2 and c <= 3 and d > 4 and e >= 5 and f ~ "x" and g !~ /a\/b/
    members where a in [1, 2] and b not in (1, 2) and c in 1..2 and d under "x" and e not under "y" and f is missing and g is not missing
    members where some projects.x = 1 and every it.y and no (projects where z) and at least 3 projects and at most $n projects and exactly k projects.a in 2010..2015
    members where a ?? b ?? 1 = 3 + 4 - 5 * 6 / 7 % 8 and -a = - - b and exists c
    members where f(x, y: 1, by: z) and members[6].partners{2}[a = 1].b and rank() over (country, city sort by n desc, m) = 1 and sum(n) over () > 1 and share(n) over (k) > 0.5 and lag(n) over (sort by y) = 1
    members where x = 2015-12-01 and y = 2015-12 and z = 2015-Q4 and d > 90d and d > 6mo and e < 2y and w = 2w and t = true and f = false and m ?? missing = 1e6 and n = 1_000.5
    members where x = """
      several
      lines
      """
    members[$who]
    ["a", "b"]
    []
    (members where x).name
    count(members as m where m.x = 1)
    """###,
  ]

  static let all = reference + benchmark + everything
}

// The formatter's choices, one by one: what goes in and what must come out, to the byte.

import Testing

@testable import HoraSyntax

@Suite struct FormatGoldenTests {
  @Test(arguments: golden)
  func comesOut(_ name: String, _ program: String, _ expected: String) {
    #expect(format(parse(SourceText(program)).tree) == expected + "\n", "\(name)")
    #expect(FormatTests.problems(program) == [])
  }

  static let golden: [(String, String, String)] = [
    (
      "words, texts, blanks",
      #"Members  WHERE country='Serbia'  AND  competence~"AI"   | select Name,  city"#,
      #"Members where country = "Serbia" and competence ~ "AI" select Name, city"#
    ),
    (
      "quotes", #"f('a', "b", 'say "x"', “typographic”, ‘it’, «say "x"», 'it\'s', '')"#,
      #"f("a", "b", 'say "x"', "typographic", "it", 'say "x"', "it\'s", "")"#
    ),
    (
      "what has no blanks",
      "m [ a = 1 ] . b {1 , 3 } where x in 2010 .. 2015 and - a = - - b and f ( x , y : 1 ) = rank( ) over ( c sort by n DESC )",
      "m[a = 1].b{1,3} where x in 2010..2015 and -a = - -b and f(x, y: 1) = rank() over (c sort by n desc)"
    ),
    ("a dot behind a number", "1 .a", "1 .a"),
    ("one line stays", "members | count", "members count"),
    (
      "several lines: a clause each", "members where a\nselect b, c sort by b",
      """
      members
        where a
        select b, c
        sort by b
      """
    ),
    (
      "a long query",
      #"members where country = "Serbia" and competence ~ "AI" and size > 100 select name, city, country, size"#,
      """
      members
        where country = "Serbia" and competence ~ "AI" and size > 100
        select name, city, country, size
      """
    ),
    (
      "a long condition",
      #"members where country in ["Serbia", "Croatia"] and competence under "Cybersecurity" and (website is missing or size > 1_000)"#,
      """
      members
        where country in ["Serbia", "Croatia"]
          and competence under "Cybersecurity"
          and (website is missing or size > 1_000)
      """
    ),
    (
      "long lists: an item per line",
      #"members where country in ["Bosnia and Herzegovina", "North Macedonia", "Montenegro", "Serbia", "Croatia", "Albania"] select organisation_name, organisation_country, organisation_city, organisation_size, organisation_kind"#,
      """
      members
        where country in [
          "Bosnia and Herzegovina",
          "North Macedonia",
          "Montenegro",
          "Serbia",
          "Croatia",
          "Albania"
        ]
        select organisation_name,
          organisation_country,
          organisation_city,
          organisation_size,
          organisation_kind
      """
    ),
    (
      "long arguments",
      "betweenness(members.partners_in_projects, weight: count(shared_projects), normalised_by: total_number)",
      """
      betweenness(
        members.partners_in_projects,
        weight: count(shared_projects),
        normalised_by: total_number
      )
      """
    ),
    (
      "a query in brackets over several lines", "let n = count(members\nwhere x)",
      """
      let n = count(
        members
          where x
      )
      """
    ),
    (
      "groups and their keys",
      "members\nsummarize n = count(),m=sum(x)  BY a, b\ntop 3 PER a BY n DESC WITH TIES",
      """
      members
        summarize n = count(), m = sum(x) by a, b
        top 3 per a by n desc with ties
      """
    ),
    (
      "statements and blank lines",
      "\n\nlet a = 1;let b = 2\n\n\n\nmembers; ; count(a); members\n;\n",
      """
      let a = 1
      let b = 2

      members
      count(a)
      members
      """
    ),
    (
      "a semicolon that a line end cannot replace", "let a = members; -1; x; (y)",
      """
      let a = members;
      -1
      x
      (y)
      """
    ),
    (
      "a script",
      """
      #!/usr/bin/env hora
      LANGUAGE 1
      ## Since when.
      PARAM since : DATE = 2022-01-01
      param kinds : [ text ] = [ 'a' ]
      use 'lib/common.hora' as common
      def ready ( m , k = 2 ) = count( m.projects )>=k


      for m in members where size > 3 { print '{m.name}' ; m.projects count }
      if count(members)>10 { members } else if true { } else { 1+1 }
      TEST "t" {

        members expect none rows , 'bad {name}'

        assert not exists members , "few" }
      network ties=members via partners where since>=2020 weight count(shared)
      """,
      """
      #!/usr/bin/env hora
      language 1
      ## Since when.
      param since: DATE = 2022-01-01
      param kinds: [text] = ["a"]
      use "lib/common.hora" as common
      def ready(m, k = 2) = count(m.projects) >= k

      for m in members where size > 3 {
        print "{m.name}"
        m.projects count
      }
      if count(members) > 10 {
        members
      } else if true {} else {
        1 + 1
      }
      test "t" {
        members expect none rows, "bad {name}"

        assert not exists members, "few"
      }
      network ties = members via partners where since >= 2020 weight count(shared)
      """
    ),
    (
      "a text of several lines", "members where x = \"\"\"\n  a\n   b\n  \"\"\" select y",
      "members\n  where x = \"\"\"\n  a\n   b\n  \"\"\"\n  select y"
    ),
    ("a conditional", "IF a THEN b ELSE IF c THEN d ELSE e", "if a then b else if c then d else e"),
    (
      "a long conditional",
      "members add kind = if size > 1000 then \"a very large organisation\" else if size > 100 then \"middling\" else \"small\"",
      """
      members
        add kind = if size > 1000
            then "a very large organisation"
            else if size > 100
            then "middling"
            else "small"
      """
    ),
    (
      "cover",
      "members\ncover [\"AI\"] by competences max 5 at least 3 different country prefer degree(partners) desc",
      """
      members
        cover ["AI"] by competences max 5 at least 3 different country prefer degree(partners) desc
      """
    ),
  ]

  @Test(arguments: comments)
  func keepsComments(_ name: String, _ program: String, _ expected: String) {
    #expect(format(parse(SourceText(program)).tree) == expected + "\n", "\(name)")
    #expect(FormatTests.problems(program) == [])
  }

  static let comments: [(String, String, String)] = [
    ("only comments", "  # a\n\n\n\n/* b */  \n", "# a\n\n/* b */"),
    (
      "around statements", "# a\nmembers # b\n# c\n\n# d\nprojects ; # e\n# f",
      "# a\nmembers  # b\n# c\n\n# d\nprojects  # e\n# f"
    ),
    (
      "around clauses", "members # a\n# b\nwhere x # c\n\n| # d\n  select y # e",
      "members  # a\n  # b\n  where x  # c\n  # d\n  select y  # e"
    ),
    (
      "in lists", "f([a, # one\nb # two\n# three\n, c\n# four\n])",
      """
      f(
        [
          a,  # one
          b  # two
            # three
            ,
          c
          # four
        ]
      )
      """
    ),
    ("in empty brackets", "f( # a\n)", "f(  # a\n)"),
    (
      "blocks of comment", "f(/* a */ x /* b */, /* c */ y /* d */) /* e */",
      "f(/* a */ x /* b */, /* c */ y /* d */) /* e */"
    ),
    (
      "in an expression", "members where a # one\n and b + # two\n c",
      """
      members
        where a  # one
          and b
            +  # two
              c
      """
    ),
    (
      "in blocks", "for m in ms { # a\n\n # b\n m # c\n\n # d\n}",
      "for m in ms {  # a\n\n  # b\n  m  # c\n\n  # d\n}"
    ),
    ("an empty block", "for m in ms { # a\n}", "for m in ms {  # a\n}"),
    ("between statements on a line", "a /* x */; /* y */ b", "a /* x */\n/* y */ b"),
    (
      "documentation", "let a = 1\n## One.\n##  Two.\nlet b = 2",
      "let a = 1\n## One.\n##  Two.\nlet b = 2"
    ),
    ("line ends of other systems", "a # x\r\n\r\n\r\nb\rc", "a  # x\n\nb\nc"),
  ]
}

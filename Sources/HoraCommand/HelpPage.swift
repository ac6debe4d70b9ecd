// Goes out: what `hora --help` prints. Written by hand, so that it fits one screen; a test sees to
// it that every option is in it.

enum HelpPage {
  static let version = "0.1.0"
  /// When the man page said something new.
  static let day = "2026-11-23"

  /// All long options of `hora` itself, for the nearest to a misspelt one.
  static let options = [
    "--command", "--file", "--data", "--format", "--output", "--strict", "--today", "--color",
    "--errors", "--param", "--interactive", "--rules",
    "--keep-going", "--no-init", "--help", "--version",
  ]

  static var commands: [String] {
    HoraCommand.configuration.subcommands.map { $0._commandName }
  }

  static let text = """
    hora: ask a collaboration network who is good at what, who worked with whom, who should.

      hora -c 'members where country = "Serbia" and competence ~ "AI"'
      hora --data FOLDER --format csv -o answer.csv -c 'members select name, projects.acronym'
      hora SCRIPT.hora                 a script from a file
      hora < SCRIPT.hora               or from standard input
      hora                             a prompt, where there is a terminal

    Queries
      -c, --command QUERY              answer a query; may be given again
      -f, --file FILE                  run a script; - is standard input; in order with -c
      --keep-going                     go on behind a query or script that failed
      --param NAME=VALUE               a value for a parameter of what is behind -c and -f
      -i, --interactive                a prompt even where input is no terminal
      --no-init                        without ~/.config/hora/init.hora before the first prompt
      --data PATH                      a folder, a file or - (standard input); may be given again;
                                       without it the built-in network of Balkan and Black Sea
                                       ICT clusters answers
      --strict                         faults of the data and doubtful values are errors
      --rules FILE                     a rule that `eligible under` may name; may be given again
      --today DATE                     the day that today() gives; the real one unless said

    Answers
      --format FORMAT                  table (unless said), ascii, plain, record, list, csv, tsv, json,
                                       ndjson, markdown, html, null; of ties dot, graphml, gexf;
                                       pictures bars, hist, spark, matrix, graph, map; svg, svg-bars, …
      -o, --output FILE                write answers to a file; its ending gives the format
      --color auto|always|never        colours; auto asks the terminal, NO_COLOR, CLICOLOR_FORCE
      --errors text|json               how messages are written

    Other commands
      hora check PATHS                 check scripts or folders of them without running them
      hora test PATHS                  run the test blocks of scripts or folders of them
      hora validate [DATA]             list the faults of data: file, line, column, what was done
      hora describe [DATA]             write what was found in data as a Data Package
      hora report TEXT.md -o FILE      make a page of a text whose hora blocks become answers
      hora explain CODE                what a message means, with what to write instead
      hora explain -c QUERY            how a query is understood, and the rows of each step
      hora dump tokens|tree|plan QUERY show how a query is understood
      hora fmt PATHS                   write scripts or folders of them in canonical form
      hora scripts                     list the scripts that were kept at the prompt
      hora generate man|bash|zsh|fish  write the man page, or completions for a shell
      hora help [TOPIC|COMMAND]        the manual: a clause, a function, a topic, a command
      -h, --help                       this page
      --version                        the version

    Options stand before the script; what follows the script belongs to it. Data goes to standard
    output, everything else to standard error. Exit codes: 0 fine, 1 failed while running, 2 usage,
    3 did not parse or check, 4 data unreadable.

    """
}

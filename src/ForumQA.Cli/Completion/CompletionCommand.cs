using System.CommandLine;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Completion;

/// <summary><c>forumqa completion</c>: a script that lets a shell complete commands, options and their values.</summary>
internal static class CompletionCommand
{
    private const string Bash = """
        _forumqa() {
            local IFS=$'\n'
            COMPREPLY=($(forumqa complete "${COMP_LINE:0:$COMP_POINT}"))
        }
        complete -o default -F _forumqa forumqa
        """;

    private const string Zsh = """
        #compdef forumqa
        _forumqa() {
            local -a found=("${(@f)$(forumqa complete "${BUFFER[1,CURSOR]}")}")
            if [[ -n "$found" ]]; then compadd -- $found; else _files; fi
        }
        compdef _forumqa forumqa
        """;

    private const string Fish = """
        complete --command forumqa --arguments '(forumqa complete (commandline --cut-at-cursor))'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName forumqa -ScriptBlock {
            param($word, $line, $cursor)
            $text = $line.ToString().PadRight($cursor).Substring(0, $cursor)
            forumqa complete "$text" | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
        }
        """;

    private static readonly Dictionary<string, string> Scripts = new(StringComparer.Ordinal) { ["bash"] = Bash, ["zsh"] = Zsh, ["fish"] = Fish, ["pwsh"] = PowerShell };

    /// <summary>The command that prints the script.</summary>
    public static Command Create(Terminal terminal)
    {
        var shell = new Argument<string>("shell") { Description = "Which shell" };
        shell.AcceptOnlyFromAmong([.. Scripts.Keys]);
        var command = new Command("completion", "Print a script that lets your shell complete forumqa's commands and options") { shell };
        command.SetAction(result => terminal.Output.Write(Scripts[result.GetRequiredValue(shell)].ReplaceLineEndings("\n") + "\n"));
        return command;
    }

    /// <summary>The command that the scripts call.</summary>
    /// <param name="root">The command <c>forumqa</c>.</param>
    /// <param name="terminal">Where to print.</param>
    public static Command CreateCallee(Command root, Terminal terminal)
    {
        var line = new Argument<string>("line") { Description = "The command line up to the cursor" };
        var command = new Command("complete", "Print what may stand next in a command line") { line };
        command.Hidden = true;
        command.SetAction(result =>
        {
            foreach (var item in Find(root, result.GetRequiredValue(line)))
            {
                terminal.Output.Write(item + "\n");
            }
        });
        return command;
    }

    private static IEnumerable<string> Find(Command root, string line)
    {
        // The first word is how forumqa was called.
        var start = line.IndexOf(' ', StringComparison.Ordinal);
        var rest = start < 0 ? "" : line[(start + 1)..].TrimStart();
        var word = rest[(rest.LastIndexOf(' ') + 1)..];
        return root.Parse(rest).GetCompletions(rest.Length).Select(item => item.Label)
            .Where(label => label.StartsWith(word, StringComparison.Ordinal) && (word.Length > 0 || label[0] is not '-')).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }
}

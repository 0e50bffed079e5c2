using System.Text.RegularExpressions;

namespace ForumQA.Answering.Prompts;

/// <summary>Reads which variables a Handlebars template uses, in branches that no sample reaches too.</summary>
/// <remarks>
/// What it does not know it refuses: only <c>each</c>, <c>if</c>, <c>unless</c> and <c>else</c> mean the same wherever
/// a prompt file is run, and Handlebars renders a misspelt name as nothing.
/// </remarks>
internal sealed partial class TemplateCheck
{
    private readonly PromptContract _contract;
    private readonly Stack<(string Block, SuppliedVariable? Item)> _blocks = new();
    private readonly HashSet<string> _used = new(StringComparer.Ordinal);

    private TemplateCheck(PromptContract contract) => _contract = contract;

    /// <summary>The variables that the template uses.</summary>
    /// <exception cref="FormatException">The template uses what it does not get; the message says where, and what to write.</exception>
    public static IReadOnlySet<string> FindVariables(string template, PromptContract contract)
    {
        var check = new TemplateCheck(contract);
        foreach (var expression in TemplateExpression.ReadAll(template))
        {
            check.Read(expression);
        }

        return check._blocks.TryPeek(out var open)
            ? throw new FormatException($"the template opens '{{{{#{open.Block}}}}}' and does not close it. Add '{{{{/{open.Block}}}}}'.")
            : check._used;
    }

    private void Read(TemplateExpression expression)
    {
        var match = Known().Match(expression.Text);
        if (!match.Success)
        {
            throw Fail(expression, "is not known here. Use the names of variables, and the blocks 'each', 'if' and 'unless'");
        }

        if (match.Groups["close"] is { Success: true, Value: var closed })
        {
            if (!_blocks.TryPop(out var block) || block.Block != closed)
            {
                throw Fail(expression, $"closes what is not open. Open it with '{{{{#{closed} ...}}}}'");
            }

            return;
        }

        if (_blocks.Count == 0 && (expression.Text == "else" || match.Groups["elseif"].Success))
        {
            throw Fail(expression, "stands in no block. Open one before it with '{{#if ...}}'");
        }

        if (match.Groups["path"] is not { Success: true, Value: var path })
        {
            return;
        }

        var (variable, isList) = Resolve(expression, path);
        var name = match.Groups["block"].Value;
        if (name is "each" && !isList)
        {
            throw Fail(expression, "goes through a text. Write it without 'each'");
        }

        if (match.Groups["block"].Success)
        {
            _blocks.Push((name, name is "each" ? variable : Item));
        }
        else if (isList && !match.Groups["elseif"].Success)
        {
            throw Fail(expression, $"is a list of {variable!.Name}. Go through it with '{{{{#each {path}}}}}'");
        }
    }

    /// <summary>What the innermost <c>each</c> goes through; null outside.</summary>
    private SuppliedVariable? Item => _blocks.TryPeek(out var block) ? block.Item : null;

    private (SuppliedVariable? Variable, bool IsList) Resolve(TemplateExpression expression, string path)
    {
        if (path is "@index" or "@first" or "@last")
        {
            return (null, false);
        }

        var atRoot = path.StartsWith("@root.", StringComparison.Ordinal) || Item is null;
        var name = path.Split('.')[^1];
        if (!atRoot && Item is { } item)
        {
            return item.Fields.Contains(name)
                ? (item, false)
                : throw Fail(expression, $"is not part of '{item.Name}', whose items have {Quote(item.Fields, "this.")}. Write one of these, or '@root.' before the name of a variable");
        }

        var variable = _contract.Find(name)
            ?? throw Fail(expression, $"is not a variable that this prompt gets. It gets {_contract.Names}; write one of these or remove it");
        _used.Add(name);
        return (variable, variable.IsList);
    }

    private static string Quote(IEnumerable<string> names, string prefix) => string.Join(", ", names.Select(name => $"'{prefix}{name}'"));

    private static FormatException Fail(TemplateExpression expression, string problem) =>
        new($"'{{{{{expression.Text}}}}}' in line {expression.Line} of the template {problem}.");

    // A path has one name: what prompts get is texts, and lists of items that have texts.
    [GeneratedRegex(@"^(?:else|(?:\#(?<block>each|if|unless)\s+|else\s+(?<elseif>if)\s+)?(?<path>(?:@root\.|this\.)?[A-Za-z_][\w-]*|@index|@first|@last)|/(?<close>each|if|unless))$", RegexOptions.CultureInvariant)]
    private static partial Regex Known();
}

using System.CommandLine;
using System.Globalization;
using ForumQA.Answering.Bundles;
using ForumQA.Cli.CommandLine;
using ForumQA.Cli.Json;
using ForumQA.Cli.Terminals;
using ForumQA.Storage;

namespace ForumQA.Cli.Verify;

/// <summary><c>forumqa verify</c>: whether the quotations of an evidence bundle still hold.</summary>
internal static class VerifyCommand
{
    public static Command Create(CommandRunner runner)
    {
        var bundle = new Argument<string>("bundle") { Description = "File that 'forumqa ask --bundle' wrote" };
        var against = new Option<Source>("--against")
        {
            Description = "Where to look for the quotations: documents (read anew) or index (as it is)",
            DefaultValueFactory = _ => Source.Documents,
        };
        var strict = new Option<bool>("--strict") { Description = "Fail as well when a quotation stands at another place of its document" };
        var command = new Command("verify", "Check the quotations of an answer again") { bundle, against, strict };
        command.SetAction((result, cancellationToken) => runner.RunAsync(
            result,
            (shell, token) => RunAsync(shell, result.GetRequiredValue(bundle), result.GetValue(against), result.GetValue(strict), token),
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Shell shell, string path, Source against, bool strict, CancellationToken cancellationToken)
    {
        var bundle = await EvidenceBundles.ReadAsync(path, cancellationToken).ConfigureAwait(false);
        var checks = against == Source.Index
            ? BundleVerifier.Verify(bundle, shell.Get<IndexStore>())
            : await shell.Get<BundleVerifier>().VerifyAsync(bundle, shell.CorpusPath, cancellationToken).ConfigureAwait(false);
        var ok = checks.All(check => strict ? check.State == QuotationState.Live : check.Holds);
        if (shell.Settings.Json)
        {
            JsonOutput.Write(shell.Terminal.Output, new VerificationJson(
                path, against == Source.Index ? "index" : "documents", ok, [.. checks.Select(QuotationJson.From)]));
        }
        else
        {
            Print(shell.Screen, bundle, checks, ok);
        }

        return ok ? ExitCode.Done : ExitCode.BelowThreshold;
    }

    private static void Print(Screen screen, EvidenceBundle bundle, IReadOnlyList<QuotationCheck> checks, bool ok)
    {
        screen.WriteLine(TerminalText.OneLine(bundle.Question));
        foreach (var check in checks)
        {
            screen.Write($"[{check.Citation.Number}] ", Ink.Number);
            screen.Write($"{Name(check.State),-8}", check.State == QuotationState.Live ? Ink.Good : check.Holds ? Ink.Warning : Ink.Error);
            screen.Indent = 12;
            screen.WriteLine(TerminalText.OneLine(Describe(check)));
            screen.Indent = 0;
        }

        screen.WriteLine(
            checks.Count == 0 ? "The answer quotes nothing."
                : ok ? $"{Quantity.Of(checks.Count, "quotation")}: all hold."
                : $"{checks.Count(check => check.State != QuotationState.Live)} of {Quantity.Of(checks.Count, "quotation")} not where the answer says.",
            ok ? Ink.Good : Ink.Error);
        screen.Flush();
    }

    private static string Describe(QuotationCheck check) => check switch
    {
        { Note: { } note } => $"{check.Citation.DocumentId}: {note}",
        { State: QuotationState.Moved } => string.Create(
            CultureInfo.InvariantCulture, $"{check.Citation.DocumentId}: from {check.Citation.Start} to {check.Start}"),
        { State: QuotationState.Changed } => $"{check.Citation.DocumentId} no longer says: {check.Citation.Quotation}",
        { State: QuotationState.Deleted } => $"{check.Citation.DocumentId} is gone; it said: {check.Citation.Quotation}",
        _ => $"{check.Citation.DocumentId}: {check.Citation.Quotation}",
    };

    private static string Name(QuotationState state) => state switch
    {
        QuotationState.Live => "live",
        QuotationState.Moved => "moved",
        QuotationState.Changed => "changed",
        _ => "deleted",
    };

    private enum Source
    {
        Documents,
        Index,
    }
}

using System.Text;
using ForumQA.Answering;
using ForumQA.Cli.Terminals;

namespace ForumQA.Cli.Answers;

/// <summary>Shows an answer while it comes: each sentence as soon as it is verified, then what the answer rests on.</summary>
internal sealed class AnswerPrinter(Screen screen)
{
    private string? _group;

    /// <returns>The whole answer.</returns>
    public async Task<Answer> PrintAsync(string question, IAsyncEnumerable<AnswerUpdate> updates, CancellationToken cancellationToken)
    {
        var printed = 0;
        string? lead = null;
        var pending = new StringBuilder();
        Answer? answer = null;
        screen.ShowActivity("Searching…");
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            switch (update)
            {
                case EvidenceFound found:
                    PrintSearch(question, found);
                    break;

                case LeadWritten written:
                    PrintLead(lead = written.Text);
                    break;

                // What is not checked yet is shown as work in progress only, and gone when it is.
                case TextDelta delta:
                    screen.ShowActivity(pending.Append(delta.Text).ToString());
                    break;

                case SentenceVerified verified:
                    pending.Clear();
                    PrintSentence(verified.Sentence, first: printed++ == 0, lead is not null);
                    break;

                case SentenceDropped:
                    pending.Clear();
                    break;

                case AnswerRestarted:
                    pending.Clear();
                    screen.EndBegunLine();
                    (lead, _group) = (null, null);
                    printed = 0;
                    break;

                case AnswerCompleted completed:
                    answer = completed.Answer;
                    break;
            }
        }

        if (answer is null)
        {
            throw new InvalidOperationException("The stream of updates ended without an answer.");
        }

        if (lead is null && answer.Lead is not null && printed == 0)
        {
            PrintLead(lead = answer.Lead);
        }

        foreach (var sentence in answer.Sentences.Skip(printed))
        {
            PrintSentence(sentence, first: printed++ == 0, lead is not null);
        }

        PrintEnd(answer, printed > 0);
        screen.Flush();
        return answer;
    }

    private void PrintSearch(string question, EvidenceFound found)
    {
        if (!string.Equals(found.StandaloneQuestion, question, StringComparison.OrdinalIgnoreCase))
        {
            screen.WriteLine($"Searching for: {TerminalText.OneLine(found.StandaloneQuestion)}", Ink.Muted);
        }

        screen.ShowActivity("Reading…");
    }

    private void PrintLead(string lead)
    {
        foreach (var line in lead.ReplaceLineEndings("\n").Split('\n'))
        {
            screen.WriteLine(TerminalText.OneLine(line));
        }

        screen.Flush();
    }

    private void PrintSentence(AnswerSentence sentence, bool first, bool isLed)
    {
        if (sentence.Group is { } group)
        {
            BeginInGroup(group, first, isLed);
        }
        else if (first && isLed)
        {
            screen.WriteLine();
        }
        else if (!first)
        {
            screen.Write(" ");
        }

        screen.Write(TerminalText.OneLine(sentence.Text), sentence.Support == Support.Unsupported ? Ink.Muted : Ink.Text);
        if (sentence.Citations.Count > 0)
        {
            screen.Write(" ");
            screen.Write(string.Concat(sentence.Citations.Select(citation => $"[{citation.Number}]")), Ink.Number);
        }

        if (sentence.Support != Support.Supported)
        {
            screen.Write(sentence.Support == Support.Partial ? " (supported in part)" : " (not supported)", Ink.Warning);
        }

        screen.Flush();
    }

    /// <summary>A heading where a group begins; each of its sentences has a line of its own.</summary>
    private void BeginInGroup(string group, bool first, bool isLed)
    {
        if (!first)
        {
            screen.EndLine();
        }

        if (first || group != _group)
        {
            if (!first || isLed)
            {
                screen.WriteLine();
            }

            screen.WriteLine(TerminalText.OneLine(group), Ink.Strong);
            _group = group;
        }

        screen.Write("- ");
    }

    private void PrintEnd(Answer answer, bool anySentence)
    {
        if (anySentence)
        {
            screen.EndLine();
        }

        if (answer.Notes.Count > 0 && anySentence)
        {
            screen.WriteLine();
        }

        foreach (var note in answer.Notes)
        {
            screen.WriteLine(TerminalText.OneLine(note.Message), Ink.Warning);
        }

        if (answer.Status == AnswerStatus.Conversation)
        {
            return;
        }

        if (answer.Status == AnswerStatus.NotFound)
        {
            new AbstentionPrinter(screen).Print(answer.Abstention);
            return;
        }

        if (answer.Status == AnswerStatus.Partial)
        {
            screen.WriteLine();
            screen.WriteLine(
                answer is { Model: not null, Abstention.Reason: { Length: > 0 } left } ? left
                    : answer.Abstention is { Reason.Length: > 0 } abstention ? $"This may not answer the question, or not all of it. {abstention.Reason}"
                    : "This may not answer the question, or not all of it.",
                Ink.Warning);
        }

        screen.WriteLine();
        new SourceList(screen).PrintShort(answer.Citations);
        if (answer.Model is not null)
        {
            screen.WriteLine();
            screen.WriteLine($"Written by the language model {TerminalText.OneLine(answer.Model)}; every sentence was checked against the documents.", Ink.Muted);
        }
    }
}

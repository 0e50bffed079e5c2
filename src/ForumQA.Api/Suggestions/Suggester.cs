using ForumQA.Answering;
using ForumQA.Api.Access;
using ForumQA.Api.Records;
using ForumQA.Storage;

namespace ForumQA.Api.Suggestions;

/// <summary>Finds what may be asked after an answer: only what the documents answer, each tried before it is suggested.</summary>
internal sealed class Suggester(ReadableCorpus corpus)
{
    /// <summary>Beyond these no candidate is tried: a suggestion is not worth more time than an answer.</summary>
    private const int MostTried = 8;

    /// <summary>The metadata in which a document carries a question that it answers.</summary>
    private const string ExampleName = "example_question";

    /// <summary>Questions that follow on an answer.</summary>
    /// <param name="answer">The answer.</param>
    /// <param name="count">At most so many.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="cancellationToken">Stops trying.</param>
    public async Task<IReadOnlyList<string>> FindAsync(GivenAnswer answer, int count, Caller caller, CancellationToken cancellationToken)
    {
        var readable = await corpus.OpenAsync(caller, cancellationToken).ConfigureAwait(false);
        var store = readable.GetRequiredService<IndexStore>();
        var answerer = readable.GetRequiredService<Answerer>();
        var found = new List<string>();
        var told = answer.Citations.Select(citation => citation.Quotation).ToHashSet(StringComparer.Ordinal);
        foreach (var question in Candidates(answer, store).Take(MostTried))
        {
            var given = await AnswerAsync(answerer, question, cancellationToken).ConfigureAwait(false);

            // What only repeats the answer leads nowhere.
            if (given is { Status: AnswerStatus.Answered } && given.Citations.Any(citation => told.Add(citation.Quotation)))
            {
                found.Add(question);
                if (found.Count == count)
                {
                    break;
                }
            }
        }

        return found;
    }

    private static async Task<Answer?> AnswerAsync(Answerer answerer, string question, CancellationToken cancellationToken)
    {
        var request = new AnswerRequest(question) { Mode = AnswerMode.Extractive };
        return (await answerer.AnswerAsync(request, cancellationToken).OfType<AnswerCompleted>().FirstOrDefaultAsync(cancellationToken).ConfigureAwait(false))?.Answer;
    }

    /// <summary>Of the names nearest to what was quoted, then what the quoted documents carry themselves.</summary>
    private static IEnumerable<string> Candidates(GivenAnswer answer, IndexStore store)
    {
        using var snapshot = store.OpenSnapshot();
        var ids = answer.Citations.Select(citation => citation.DocumentId).Distinct().ToList();
        var near = ids.SelectMany(id => snapshot.Mentions.InDocument(id)
                .Select(mention => (Mention: mention, Distance: answer.Citations.Where(citation => citation.DocumentId == id).Min(citation => Math.Abs(citation.Start - mention.Start)))))
            .OrderBy(place => place.Distance)
            .Select(place => place.Mention)
            .DistinctBy(mention => (mention.Kind, mention.Key))
            .Where(mention => !answer.StandaloneQuestion.Contains(mention.Name, StringComparison.OrdinalIgnoreCase));
        var asked = near.SelectMany(mention => SuggestionTemplate.All.Where(template => template.Kind == mention.Kind).Take(1).Select(template => template.For(mention.Name)));
        var examples = snapshot.Documents.FindMetadata(ids).Values.Select(metadata => metadata.GetValueOrDefault(ExampleName)).OfType<string>();
        return [.. asked.Take(MostTried - 2).Concat(examples).Concat(asked).Distinct(StringComparer.OrdinalIgnoreCase)
            .Where(question => !string.Equals(question, answer.Question, StringComparison.OrdinalIgnoreCase))];
    }
}

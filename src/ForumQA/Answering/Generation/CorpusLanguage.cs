using ForumQA.Storage;
using ForumQA.Text;

namespace ForumQA.Answering.Generation;

/// <summary>The language that the documents of an index are written in. Safe for use by many threads.</summary>
internal sealed class CorpusLanguage(IndexStore store)
{
    private const int SampledDocuments = 9;

    /// <summary>Characters read of each.</summary>
    private const int SampleLength = 2000;

    private volatile Found? _found;

    /// <summary>Its English name; null when the documents are in several, or it is not known.</summary>
    public string? Find()
    {
        var generation = store.ReadGeneration();
        if (_found is not { } found || found.Generation != generation)
        {
            _found = found = new Found(generation, Guess());
        }

        return found.Language;
    }

    private string? Guess()
    {
        var languages = store.Documents.Sample(SampledDocuments, SampleLength).Select(LanguageGuess.Of).Where(language => language is not null).Distinct().ToList();
        return languages.Count == 1 ? languages[0] : null;
    }

    private sealed record Found(long Generation, string? Language);
}

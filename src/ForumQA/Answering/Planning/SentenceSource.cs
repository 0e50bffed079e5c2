using ForumQA.Retrieval;
using ForumQA.Storage;
using ForumQA.Text.Mentions;

namespace ForumQA.Answering.Planning;

/// <summary>Gives sentences of the corpus by document and by who is mentioned in them. For one question and one thread; what was read is kept.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="question">What they are compared with.</param>
/// <param name="matcher">Compares them.</param>
/// <param name="within">The ids of the documents that may be asked; null for all.</param>
/// <param name="hasSaid">Whether a sentence was said already and is not to be said again.</param>
internal sealed class SentenceSource(IndexSnapshot snapshot, Question question, TermMatcher matcher, IReadOnlySet<string>? within, Func<string, bool> hasSaid)
{
    /// <summary>Documents read for one question at most.</summary>
    private const int MostDocuments = 60;

    private readonly Dictionary<string, IReadOnlyList<CorpusSentence>> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<(MentionKind Kind, string Key), IReadOnlyList<CorpusSentence>> _mentioning = [];

    /// <summary>How many documents may be asked.</summary>
    public int DocumentCount => within?.Count ?? snapshot.Documents.Count();

    /// <summary>Whether documents were left out because so many are read for one question: a count is then a minimum.</summary>
    public bool IsCutShort { get; private set; }

    /// <summary>Whether a document may be asked.</summary>
    public bool Allows(string documentId) => within is null || within.Contains(documentId);

    /// <summary>The sentences of a document in reading order, without headings; empty when it may not be asked.</summary>
    public IReadOnlyList<CorpusSentence> Of(string documentId)
    {
        if (!Allows(documentId))
        {
            return [];
        }

        if (!_read.TryGetValue(documentId, out var sentences))
        {
            IsCutShort |= _read.Count >= MostDocuments;
            _read[documentId] = sentences = _read.Count < MostDocuments ? Read(documentId) : [];
        }

        return sentences;
    }

    /// <summary>The sentence of a document that starts at a place; null when none does.</summary>
    public CorpusSentence? At(string documentId, int start) => Of(documentId).FirstOrDefault(sentence => sentence.Sentence.Start == start);

    /// <summary>The sentences that speak of somebody or something, in the order of documents and text: those with the name, those that go on with a pronoun, and all that a person wrote.</summary>
    public IReadOnlyList<CorpusSentence> Mentioning(MentionedName name)
    {
        if (!_mentioning.TryGetValue((name.Kind, name.Key), out var found))
        {
            _mentioning[(name.Kind, name.Key)] = found = FindMentioning(name);
        }

        return found;
    }

    private List<CorpusSentence> FindMentioning(MentionedName name)
    {
        var sentences = new List<CorpusSentence>();
        foreach (var mentions in snapshot.Mentions.Of(name.Kind, name.Key).GroupBy(mention => mention.DocumentId))
        {
            var starts = mentions.Select(mention => mention.SentenceStart).ToHashSet();
            var all = Of(mentions.Key);
            var isAuthor = all.Count > 0 && all[0].Document.Metadata.TryGetValue("author", out var author) && author == name.Name;
            for (var i = 0; i < all.Count; i++)
            {
                var goesOn = i > 0 && sentences.Count > 0 && ReferenceEquals(sentences[^1], all[i - 1])
                    && all[i - 1].Heading == all[i].Heading && SentenceFeatureReader.OpensWithPronoun(all[i].Sentence);
                if (isAuthor || goesOn || starts.Contains(all[i].Sentence.Start))
                {
                    sentences.Add(all[i]);
                }
            }
        }

        var known = sentences.ToHashSet();
        return Naming(name).Where(sentence => !known.Contains(sentence)).ToList() is { Count: > 0 } named ? [.. sentences.Concat(named).InDocumentOrder()] : sentences;
    }

    /// <summary>Sentences with the whole name of a person, also where nothing beside it told the index that it is one: "10:30 | Ada Quill". None in large corpora, whose texts are not read for it.</summary>
    private IEnumerable<CorpusSentence> Naming(MentionedName name) =>
        name.Kind != MentionKind.Person || !name.Name.Contains(' ', StringComparison.Ordinal) || snapshot.Documents.Count() > MostDocuments ? []
        : snapshot.Documents.List().Where(document => Allows(document.Id) && snapshot.Documents.Find(document.Id)?.Text.Contains(name.Name, StringComparison.Ordinal) == true)
            .SelectMany(document => Of(document.Id)).Where(sentence => sentence.Sentence.Text.Contains(name.Name, StringComparison.Ordinal));

    private List<CorpusSentence> Read(string documentId)
    {
        var document = snapshot.Documents.Find(documentId);
        return document is null ? [] :
        [
            .. snapshot.Passages.ListByDocument(documentId)
                .Select(passage => new Evidence { Passage = passage, DocumentTitle = document.Title, DocumentUri = document.Uri, Score = 0 })
                .Select(evidence => PassageProfile.Create(evidence, question, matcher))
                .SelectMany(passage => passage.Sentences.Select((_, place) => new CorpusSentence(document, passage, place)))
                .DistinctBy(sentence => sentence.Sentence.Start)
                .Where(sentence => !hasSaid(sentence.Sentence.Text))
                .OrderBy(sentence => sentence.Sentence.Start),
        ];
    }
}

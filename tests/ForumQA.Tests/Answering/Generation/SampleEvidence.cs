using ForumQA.Retrieval;

namespace ForumQA.Tests.Answering.Generation;

/// <summary>Documents of numbered paragraphs, each a passage.</summary>
internal sealed class SampleEvidence
{
    private readonly Dictionary<string, Document> _documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Passage>> _passages = new(StringComparer.Ordinal);

    /// <summary>Adds a document; <c>text</c> is cut into passages at <c>separator</c>.</summary>
    public SampleEvidence Add(string id, string text, string separator = "\n\n")
    {
        _documents[id] = new Document { Id = id, Title = $"Title of {id}", Uri = id, Text = text };
        var passages = _passages[id] = [];
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf(separator, start, StringComparison.Ordinal) is >= 0 and var found ? found : text.Length;
            passages.Add(new Passage { Id = $"{id}#{passages.Count}", DocumentId = id, Ordinal = passages.Count, Start = start, End = end, Text = text[start..end], Heading = "Part" });
            start = end + separator.Length;
        }

        return this;
    }

    public Document? Find(string id) => _documents.GetValueOrDefault(id);

    public void Replace(string id, string text) => _documents[id] = _documents[id] with { Text = text };

    public void Remove(string id) => _documents.Remove(id);

    /// <summary>Evidence in this order, each written as <c>document#ordinal</c>.</summary>
    public List<Evidence> Of(params IEnumerable<string> ids) => [.. ids.Select(id => Of(_passages[id.Split('#')[0]].Single(passage => passage.Id == id)))];

    public static Evidence Of(Passage passage) => new() { Passage = passage, DocumentTitle = "", DocumentUri = "", Score = 1 };
}

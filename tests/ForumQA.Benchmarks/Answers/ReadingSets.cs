using System.Globalization;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Evaluation.Cases;

namespace ForumQA.Benchmarks.Answers;

/// <summary>The reading material as small folders with questions: some documents of other kinds stand in each, so that there is something beside the right one to find.</summary>
internal static class ReadingSets
{
    /// <summary>Where the material is, relative to the repository.</summary>
    public static readonly string Folder = Path.Combine("tests", "ForumQA.Benchmarks", "Reading");

    /// <summary>More documents in a folder would answer each other's questions.</summary>
    private const int Together = 5;

    /// <summary>The folders, one after the other, each open until the next is asked for.</summary>
    /// <param name="folder">Where the material is.</param>
    /// <param name="embedder">The built-in model; not disposed of.</param>
    public static IEnumerable<FolderSet> All(string folder, KeptEmbeddings embedder)
    {
        var documents = Directory.GetFiles(folder, "*.txt").Order(StringComparer.Ordinal).SelectMany(ReadingDocument.ReadAll).ToList();
        var groups = (documents.Count + Together - 1) / Together;
        for (var group = 0; group < groups; group++)
        {
            // Neighbours are of one kind, and go to different folders.
            var own = documents.Where((_, i) => i % groups == group).ToList();
            var corpus = Directory.CreateTempSubdirectory("forumqa-reading-");
            try
            {
                using var set = new FolderSet(corpus.FullName, Write(corpus.FullName, own), embedder, passages: null);
                yield return set;
            }
            finally
            {
                corpus.Delete(recursive: true);
            }
        }
    }

    private static List<EvalCase> Write(string corpus, List<ReadingDocument> documents)
    {
        var cases = new List<EvalCase>();
        foreach (var (i, document) in documents.Index())
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"{i + 1}.md");
            File.WriteAllText(Path.Combine(corpus, id), document.Text);
            cases.AddRange(document.Questions.Select((question, number) => new EvalCase
            {
                Id = string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{number + 1}"),
                Question = question.Text,
                Citations = [.. question.Answers.Select(answer => new GoldCitation(id, document.Lines[answer]))],
                Answerable = question.Answers.Count > 0,
            }));
        }

        return cases;
    }
}

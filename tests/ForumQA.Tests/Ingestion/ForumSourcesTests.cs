using ForumQA.Ingestion;
using Microsoft.Extensions.Options;

namespace ForumQA.Tests.Ingestion;

public class ForumSourcesTests
{
    /// <summary>Everything around the articles; all other lines of the five files belong to them.</summary>
    private static readonly HashSet<string> Furniture = new(StringComparer.Ordinal)
    {
        "top of page", "bottom of page", "1 view0 comments", "Commentaires", "connexion_panel_edited.jpg", "CXO_8-in-1.png", "subscribe_button.png",
        "We are creating some awesome events for you. Kindly bear with us.", "Send this to a friend",
    };

    [ForumSourcesFact]
    public async Task Trims_all_furniture_and_no_line_of_an_article()
    {
        foreach (var (file, document) in await ReadAllAsync())
        {
            var lines = TextNormalizer.Normalize(await File.ReadAllTextAsync(file.FullPath)).Split('\n');

            Assert.Equal(lines.Where(l => !Furniture.Contains(l)), document.Text.Split('\n').Where(l => l.Length > 0));
        }
    }

    [ForumSourcesFact]
    public async Task Finds_sensible_titles()
    {
        var documents = await ReadAllAsync();

        Assert.Equal(
            [
                "China and Japan Conducted Genuine Discussions on Digital Economy: Jointly Boost Regional Cooperation",
                "The 17th Beijing-Tokyo Forum was held from October 25 to 26 in Beijing and Tokyo online and offline simultaneously",
                "China, Japan Cooperate in Digital Society and AI",
                "Beijing-Tokyo Forum Discusses Building a Digital Future for All",
                "Gao Bo, Professor of the Department of Sociology of Duke University",
            ],
            documents.Select(d => d.Document.Title));
        Assert.Equal("Science and Technology Daily | IUSTC", documents[0].Document.Metadata["source"]);
    }

    private static async Task<List<(CorpusFile File, Document Document)>> ReadAllAsync()
    {
        var readers = new DocumentReaders(Options.Create(new IngestionOptions()));
        var documents = new List<(CorpusFile, Document)>();
        foreach (var file in CorpusFolder.List(ForumSourcesFactAttribute.Folder!, CancellationToken.None).Files)
        {
            documents.Add((file, await readers.ReadFileAsync(file.DocumentId, file.FullPath, CancellationToken.None)));
        }

        return documents;
    }
}

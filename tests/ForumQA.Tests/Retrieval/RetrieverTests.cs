using ForumQA.Retrieval;
using ForumQA.Tests.Models;

namespace ForumQA.Tests.Retrieval;

public class RetrieverTests
{
    private static readonly string[] Texts =
    [
        "An expert compared managing data to controlling water: both need dams and canals.",
        "The port of Singapore handled more containers than any other port in the region in 2019.",
        "Robots welded cars in the factory all through the night, said the minister.",
        "The forum in Nanning was opened by the minister of trade on 27 November 2020.",
        "数字经济论坛在南宁开幕，专家把数据管理比作治水。",
        "今年的天气很好，农民收获了很多大米。",
    ];

    [Theory]
    [InlineData("Who compared managing data to water control?", "0")]
    [InlineData("Which port handled most containers?", "1")]
    [InlineData("What did robots do at night?", "2")]
    [InlineData("When was the forum in Nanning opened?", "3")]
    [InlineData("哪位专家谈到了数据管理？", "4")]
    [InlineData("农民收获了什么？", "5")]
    [InlineData("米", "5")]
    [InlineData("Who cmopared mangaing data to watter control?", "0")]
    [InlineData("What did the robot weld?", "2")]
    public async Task Finds_the_passage_that_speaks_of_the_question(string question, string document)
    {
        using var index = new RetrievalIndex(Texts);

        Assert.Equal(document, (await index.FindAsync(question)).First());
    }

    [Fact]
    public async Task Prefers_the_passage_that_holds_the_words_together()
    {
        using var index = new RetrievalIndex(
            "The trade minister spoke. Rice was sold. Water is scarce in the north. Data are many.",
            "Somebody spoke of data management. Water flows. The north is cold. Rice is sold.",
            "Nobody spoke. The minister for rice trade slept in the cold water of the north.");

        Assert.Equal("2", (await index.FindAsync("Who is the minister for rice trade?")).First());
    }

    [Fact]
    public async Task Says_what_each_leg_made_of_a_passage()
    {
        using var index = new RetrievalIndex(Texts);

        var evidence = await index.SearchAsync("Which port handled most containers?");

        Assert.Equal(1, evidence[0].LexicalScore);
        Assert.Equal(1, evidence[0].VectorScore);
        Assert.All(evidence, found => Assert.InRange(found.VectorScore, 0, 1));
        Assert.Equal(evidence.OrderByDescending(found => found.Score), evidence);
    }

    [Theory]
    [InlineData(null, "0")]
    [InlineData(1.0, "1")]
    public async Task Vectors_of_a_model_that_does_not_understand_the_documents_count_only_when_the_user_wants_it(double? weight, string first)
    {
        using var index = new RetrievalIndex(
            new MeantEmbedder(text => text.Contains("Salz", StringComparison.Ordinal) ? 0.9 : 0.1),
            "Der Hafen wurde von der Bürgermeisterin eröffnet, und die Leute waren da.",
            "Das Salz wurde auf dem Markt verkauft, aber nicht von der Bürgermeisterin.");

        var found = await index.SearchAsync("Wann wurde der Hafen eröffnet?", new RetrievalOptions { VectorWeight = weight });

        Assert.Equal(first, found[0].Passage.DocumentId);
    }

    [Fact]
    public async Task Does_not_let_copies_crowd_out_other_passages()
    {
        const string Copied = "The forum in Nanning was opened by the minister of trade in November, with guests from ten countries of the region.";
        using var index = new RetrievalIndex([.. Enumerable.Repeat(Copied, 5), "The minister of trade opened a forum."]);
        index.Put("long", "-", Copied, Copied + " It rained.");

        var found = (await index.FindAsync("Who opened the forum in Nanning?")).ToList();

        // One copy, one in another document so that both can be cited, then what else there is; no passage is lost.
        Assert.Equal(2, found.IndexOf("5"));
        Assert.Equal(8, found.Count);
    }

    [Fact]
    public async Task Counts_the_title_and_headings_for_what_the_passage_leaves_unsaid()
    {
        using var index = new RetrievalIndex();
        index.Put("a", "Forum of 2019 in Jakarta", "It was opened by the minister of trade.");
        index.Put("b", "Forum of 2020 in Nanning", "It was opened by the minister of industry.");

        Assert.Equal("a", (await index.FindAsync("Who opened the forum in Jakarta?")).First());
        Assert.Equal("b", (await index.FindAsync("Who opened the forum in Nanning?")).First());
    }

    [Fact]
    public async Task Uses_synonyms_of_a_file_of_the_users()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("synonyms.txt", "wares => containers\n");
        using var index = new RetrievalIndex([.. Texts, "Wares are goods."]);

        Assert.Contains("1", await index.FindAsync("wares", new RetrievalOptions { Synonyms = file, VectorCandidates = 0 }));
        Assert.DoesNotContain("1", await index.FindAsync("wares", new RetrievalOptions { VectorCandidates = 0 }));
    }

    [Fact]
    public async Task Works_with_another_model_at_the_weight_it_is_given()
    {
        using var embedder = new FakeEmbedder();
        using var index = new RetrievalIndex(embedder, "zzzz water", "water and so on and on");

        Assert.Equal("1", (await index.FindAsync("water nsoadnon", new RetrievalOptions { VectorWeight = 10 })).First());
        Assert.Equal("0", (await index.FindAsync("water zzzz", new RetrievalOptions { VectorWeight = 0 })).First());
    }

    [Fact]
    public async Task Finds_nothing_in_an_empty_index_and_for_words_that_stand_nowhere()
    {
        using var empty = new RetrievalIndex();
        using var index = new RetrievalIndex("Water.");

        Assert.Empty(await empty.FindAsync("Who compared data to water?"));
        Assert.Empty(await index.FindAsync("Qqqqq?"));
        Assert.Empty(await index.FindAsync("?!"));
    }

    [Theory]
    [InlineData("\"water\" OR NEAR(data) *")]
    [InlineData("port: AND NOT (")]
    [InlineData("data' ; DROP TABLE passages; --")]
    [InlineData("\ud800 water \0 ^")]
    public async Task Takes_any_characters_for_what_they_are(string question)
    {
        using var index = new RetrievalIndex(Texts);

        Assert.NotNull(await index.SearchAsync(question));
    }

    [Fact]
    public async Task Gives_the_same_order_whatever_the_order_of_indexing()
    {
        using var forwards = new RetrievalIndex();
        using var backwards = new RetrievalIndex();
        for (var i = 0; i < Texts.Length; i++)
        {
            forwards.Put($"{i}", "-", Texts[i]);
            backwards.Put($"{Texts.Length - 1 - i}", "-", Texts[Texts.Length - 1 - i]);
        }

        var expected = (await forwards.SearchAsync("the minister of the forum in the region")).Select(found => (found.Passage.Id, found.Score));

        Assert.Equal(expected, (await backwards.SearchAsync("the minister of the forum in the region")).Select(found => (found.Passage.Id, found.Score)));
    }

    [Fact]
    public async Task Stops_when_cancelled()
    {
        using var index = new RetrievalIndex(Texts);
        using var embedder = new FakeEmbedder();
        var retriever = new Retriever(index.Store, embedder, Microsoft.Extensions.Options.Options.Create(new RetrievalOptions()));

        await Assert.ThrowsAsync<OperationCanceledException>(() => retriever.RetrieveAsync("water", new CancellationToken(canceled: true)));
    }
}

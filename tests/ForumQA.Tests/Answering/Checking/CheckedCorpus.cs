using ForumQA.Answering.Checking;
using ForumQA.Retrieval;
using ForumQA.Storage;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA.Tests.Answering.Checking;

/// <summary>A small corpus that texts are checked against.</summary>
public sealed class CheckedCorpus : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private ForumQACorpus? _corpus;

    public async Task InitializeAsync()
    {
        _folder.Write("corpus/town/harbour.md", """
            # The harbour of Lindale

            ## Opening

            Ada Quill opened the new harbour of Lindale on 4 May 1921. The harbour has three docks, one of them dry. It cost 2.5 million dollars.

            ## Traffic

            In 1930 traffic in the harbour rose by 12 percent. Between 400 and 450 ships called at Lindale that year, more than 90 of them from abroad.
            Night landings are not permitted in the harbour. The town cannot do without its harbour.
            """);
        _folder.Write("corpus/town/regatta.md", """
            # The regatta

            The regatta of Lindale was held in June 1950 with 30 boats. The regatta of Lindale was held in June 1951 with 34 boats.
            The regatta is safe for children. The 7th regatta was won by Tom Birch in 12 minutes.
            """);
        _folder.Write("corpus/bakery.txt", "The bakery in Market Street sells rye bread on Tuesdays. Its oven was built by Rosa Klein in 1888.");
        _corpus = await ForumQACorpus.OpenAsync(
            _folder["corpus"], configuration: new ConfigurationBuilder().AddInMemoryCollection([new("Index:Path", _folder["index.db"])]).Build());
    }

    public Task<CheckedText> CheckAsync(string text, params string[] documents) =>
        Checker.CheckAsync(text, new CorpusFilter { Documents = documents }, CancellationToken.None);

    public TextChecker Checker => _corpus!.Services.GetRequiredService<TextChecker>();

    public Document Find(string id) => _corpus!.Services.GetRequiredService<IndexStore>().Documents.Find(id)!;

    public async Task DisposeAsync() => await _corpus!.DisposeAsync();

    public void Dispose() => _folder.Dispose();
}

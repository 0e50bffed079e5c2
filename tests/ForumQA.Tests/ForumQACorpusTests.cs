using ForumQA.Answering;
using Microsoft.Extensions.Configuration;

namespace ForumQA.Tests;

public sealed class ForumQACorpusTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ForumQACorpusTests() => _folder.Write("papers/harbour.md", "# The harbour\n\nAda Quill opened the new harbour of Lindale on 4 May 1921.\n");

    [Fact]
    public async Task Answers_with_citations_and_takes_in_what_is_new()
    {
        await using var qa = await OpenAsync();

        var answer = await qa.AskAsync("Who opened the new harbour of Lindale?");
        _folder.Write("papers/dock.md", "# The dock\n\nBen Rusk closed the dry dock of Lindale in 1950.\n");
        await qa.SynchronizeAsync();
        var later = await qa.AskAsync("Who closed the dry dock of Lindale?");

        Assert.Equal(AnswerStatus.Answered, answer.Status);
        Assert.StartsWith("Ada Quill", Assert.Single(answer.Citations).Quotation, StringComparison.Ordinal);
        Assert.StartsWith("Ben Rusk", Assert.Single(later.Citations).Quotation, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Checks_any_text_against_the_folder()
    {
        await using var qa = await OpenAsync();

        var result = await qa.CheckAsync("Ada Quill opened the new harbour of Lindale in May 1931.");

        Assert.Equal("1921", Assert.Single(Assert.Single(result.Claims).Conflicts).Stated);
    }

    [Fact]
    public async Task A_folder_that_is_missing_is_named()
    {
        var e = await Assert.ThrowsAnyAsync<ForumQAException>(() => ForumQACorpus.OpenAsync(_folder["nowhere"]));

        Assert.Contains(_folder["nowhere"], e.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _folder.Dispose();

    private Task<ForumQACorpus> OpenAsync() => ForumQACorpus.OpenAsync(
        _folder["papers"], configuration: new ConfigurationBuilder().AddInMemoryCollection([new("Index:Path", _folder["index.db"])]).Build());
}

using ForumQA.Answering.Checking;

namespace ForumQA.Tests.Answering.Checking;

public sealed class TextCheckerTests(CheckedCorpus corpus) : IClassFixture<CheckedCorpus>
{
    [Theory]
    [InlineData("Ada Quill opened the new harbour of Lindale in May 1921.")]
    [InlineData("The bakery in Market Street sells rye bread.")]
    [InlineData("The oven of the bakery was built in 1888 by Rosa Klein.")]
    [InlineData("**Ada Quill** opened the _new harbour_ of Lindale on 4 May 1921 [1].")]
    [InlineData("Dear members, the bakery in Market Street sells rye bread on Tuesdays.")]
    public async Task What_a_document_says_is_supported_by_its_words(string text)
    {
        var claim = await CheckAsync(text);

        Assert.Equal(ClaimVerdict.Supported, claim.Verdict);
        Assert.All(claim.Citations, citation => Assert.True(citation.StandsIn(corpus.Find(citation.DocumentId).Text)));
        Assert.NotEmpty(claim.Citations);
        Assert.Empty(claim.Conflicts);
    }

    [Theory]
    [InlineData("Ada Quill opened the new harbour of Lindale on 4 May 1922.", ConflictKind.Date, "1922", "1921")]
    [InlineData("Ada Quill opened the new harbour of Lindale on 5 May 1921.", ConflictKind.Date, "5", "4")]
    [InlineData("Ada Quill opened the new harbour of Lindale on 4 June 1921.", ConflictKind.Date, "June", "May")]
    [InlineData("The harbour of Lindale has four docks.", ConflictKind.Number, "four", "three")]
    [InlineData("The harbour has 4 docks.", ConflictKind.Number, "4", "three")]
    [InlineData("In 1930 traffic in the harbour rose by 15 percent.", ConflictKind.Number, "15 percent", "12 percent")]
    [InlineData("In 1930 traffic in the harbour fell by 12 percent.", ConflictKind.Opposite, "fell", "rose")]
    [InlineData("The regatta is unsafe for children.", ConflictKind.Opposite, "unsafe", "safe")]
    [InlineData("Night landings are permitted in the harbour.", ConflictKind.Negation, null, "not")]
    [InlineData("The regatta is not safe for children.", ConflictKind.Negation, "not", null)]
    [InlineData("The town can do without its harbour.", ConflictKind.Negation, null, "cannot")]
    [InlineData("The bakery in Market Street does not sell rye bread on Tuesdays.", ConflictKind.Negation, "not", null)]
    public async Task What_a_document_says_otherwise_is_contradicted_by_its_words(string text, ConflictKind kind, string? claimed, string? stated)
    {
        var claim = await CheckAsync(text);

        Assert.Equal(ClaimVerdict.Contradicted, claim.Verdict);
        var conflict = Assert.Single(claim.Conflicts);
        Assert.Equal((kind, claimed, stated), (conflict.Kind, conflict.Claimed, conflict.Stated));
        Assert.Contains(stated ?? "", conflict.Citation.Quotation, StringComparison.Ordinal);
        Assert.True(conflict.Citation.StandsIn(corpus.Find(conflict.Citation.DocumentId).Text));
    }

    [Theory]
    [InlineData("The regatta of Lindale was held in June 1952 with 38 boats.")] // Held every year: no year is the one it should have been.
    [InlineData("The 8th regatta was won by Tom Birch in 14 minutes.")] // Another regatta.
    [InlineData("Ben Rusk opened the old harbour of Mere on 9 July 1921.")] // Another harbour.
    [InlineData("Some 110 ships from abroad called at Lindale that year.")]
    [InlineData("About 100 ships from abroad called at Lindale in 1930.")] // "More than 90" may be about 100.
    [InlineData("The lighthouse of Mere was opened in 1955.")]
    [InlineData("The bakery in Hill Street sells six kinds of cake.")]
    public async Task What_speaks_of_something_else_contradicts_nothing(string text)
    {
        var claim = await CheckAsync(text);

        Assert.Contains(claim.Verdict, new[] { ClaimVerdict.NotFound, ClaimVerdict.Partial });
        Assert.Empty(claim.Conflicts);
    }

    [Fact]
    public async Task What_no_document_has_says_which_words_stand_nowhere()
    {
        var claim = await CheckAsync("Sony presented a new robot at the harbour.");

        Assert.Equal(ClaimVerdict.NotFound, claim.Verdict);
        Assert.Equal(["Sony", "robot"], claim.UnmatchedTerms.Intersect(["Sony", "robot"]));
        Assert.Empty(claim.Citations);
    }

    [Fact]
    public async Task It_stands_for_what_was_spoken_of_and_for_nothing_else()
    {
        var harbour = await corpus.CheckAsync("The harbour of Lindale is old. It cost 2.5 million dollars.");
        var bakery = await corpus.CheckAsync("The bakery in Market Street is old. It cost 2.5 million dollars.");

        Assert.Equal(ClaimVerdict.Supported, harbour.Claims[1].Verdict);
        Assert.Equal(ClaimVerdict.NotFound, bakery.Claims[1].Verdict);
    }

    [Fact]
    public async Task Only_the_documents_that_are_named_are_asked()
    {
        var claim = Assert.Single((await corpus.CheckAsync("The bakery in Market Street sells rye bread.", "town/harbour.md")).Claims);

        Assert.Equal(ClaimVerdict.NotFound, claim.Verdict);
    }

    [Fact]
    public async Task Claims_stand_where_they_say_and_a_quotation_keeps_its_number()
    {
        const string Text = "# Notes\n\n- The harbour has four docks.\n- The harbour has three docks, one of them dry.\n\nThe harbour has *three* docks.";

        var result = await corpus.CheckAsync(Text);

        Assert.Equal(["Notes", "The harbour has four docks.", "The harbour has three docks, one of them dry.", "The harbour has *three* docks."], result.Claims.Select(claim => claim.Text));
        Assert.All(result.Claims, claim => Assert.Equal(claim.Text, Text[claim.Start..claim.End]));
        Assert.Equal([1, 1, 1], result.Claims.Skip(1).Select(claim => claim.Citations.Concat(claim.Conflicts.Select(conflict => conflict.Citation)).Single().Number));
        Assert.Single(result.Citations);
        Assert.Equal((2, 1, 1), (result.Count(ClaimVerdict.Supported), result.Count(ClaimVerdict.Contradicted), result.Count(ClaimVerdict.NothingToCheck)));
    }

    [Theory]
    [InlineData("", "text-empty")]
    [InlineData(" \n ", "text-empty")]
    public async Task A_text_without_words_is_refused_with_its_remedy(string text, string code)
    {
        var e = await Assert.ThrowsAsync<ForumQAException>(() => corpus.CheckAsync(text));

        Assert.Equal(code, e.Code);
    }

    [Fact]
    public async Task A_text_that_is_too_long_is_refused_with_its_length()
    {
        var e = await Assert.ThrowsAsync<ForumQAException>(() => corpus.CheckAsync(new string('a', TextChecker.LongestText + 1)));

        Assert.Equal("text-too-long", e.Code);
        Assert.Contains("200,001", e.Message, StringComparison.Ordinal);
        Assert.Contains("in parts", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_document_is_not_contradicted_by_itself()
    {
        foreach (var id in new[] { "town/harbour.md", "bakery.txt" })
        {
            var result = await corpus.CheckAsync(corpus.Find(id).Text);

            Assert.All(result.Claims, claim => Assert.Contains(claim.Verdict, new[] { ClaimVerdict.Supported, ClaimVerdict.NothingToCheck }));
        }
    }

    [Fact]
    public async Task Cancellation_is_passed_on()
    {
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => corpus.Checker.CheckAsync("The harbour has three docks.", null, cancelled.Token));
    }

    private async Task<CheckedClaim> CheckAsync(string text) => Assert.Single((await corpus.CheckAsync(text)).Claims);
}

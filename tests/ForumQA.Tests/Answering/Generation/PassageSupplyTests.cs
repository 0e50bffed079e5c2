using ForumQA.Answering.Generation;
using ForumQA.Answering.Verification;
using ForumQA.Models.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Answering.Generation;

public class PassageSupplyTests
{
    private static readonly string[] Ids = ["a#0", "a#1", "a#2", "a#3", "b#0", "b#1"];

    private readonly SampleEvidence _evidence = new SampleEvidence()
        .Add("a", "a0 a0\n\na1 a1\n\na2 a2 a2 a2 a2 a2 a2 a2 a2 a2\n\na3 a3")
        .Add("b", "b0 b0\n\nb1 b1");

    [Fact]
    public void Passages_are_numbered_in_the_order_of_the_evidence()
    {
        var passages = Choose(["b#1", "a#3", "a#0"]);

        Assert.Equal([(1, "b1 b1"), (2, "a3 a3"), (3, "a0 a0")], passages.Select(passage => (passage.Number, passage.Text)));
    }

    [Fact]
    public void Neighbours_become_one_in_the_order_of_the_text_and_at_the_place_of_the_better()
    {
        var passages = Choose(["a#1", "b#0", "a#0"]);

        Assert.Equal([(1, "a0 a0\n\na1 a1"), (2, "b0 b0")], passages.Select(passage => (passage.Number, passage.Text)));
        Assert.Equal(["a#0", "a#1"], passages[0].Passages.Select(passage => passage.Id));
    }

    [Fact]
    public void A_passage_between_two_joins_them()
    {
        var passages = Choose(["a#0", "b#0", "a#2", "b#1", "a#1"]);

        Assert.Equal(["a0 a0\n\na1 a1\n\na2 a2 a2 a2 a2 a2 a2 a2 a2 a2", "b0 b0\n\nb1 b1"], passages.Select(passage => passage.Text));
        Assert.Equal([1, 2], passages.Select(passage => passage.Number));
    }

    [Fact]
    public void Consecutive_passages_with_words_between_them_stay_apart()
    {
        var evidence = new SampleEvidence().Add("c", "c0 -- c1", " -- ");

        Assert.Equal(2, Choose(["c#0", "c#1"], evidence: evidence).Count);
    }

    [Fact]
    public void Passages_that_overlap_become_one()
    {
        var first = _evidence.Of("a#0")[0].Passage;
        var overlapping = first with { Id = "o", Ordinal = 9, Start = 3, End = 10, Text = "a0\n\na1 " };

        var passage = Assert.Single(Supply(_evidence).Choose([SampleEvidence.Of(first), SampleEvidence.Of(overlapping)], 8, 1000));

        Assert.Equal("a0 a0\n\na1 ", passage.Text);
    }

    [Fact]
    public void One_that_does_not_fit_is_left_out_and_smaller_ones_behind_it_are_not()
    {
        var passages = Choose(["a#0", "a#2", "b#1"], tokens: 20);

        Assert.Equal(["a0 a0", "b1 b1"], passages.Select(passage => passage.Text));
    }

    [Fact]
    public void No_more_are_taken_than_asked_for() => Assert.Equal(["b1 b1", "a3 a3"], Choose(["b#1", "a#3", "a#0"], most: 2).Select(passage => passage.Text));

    [Fact]
    public void When_the_best_does_not_fit_the_remedy_is_told()
    {
        var e = Assert.Throws<ChatException>(() => Choose(["a#2", "b#0"], tokens: 12));

        Assert.Equal("chat-context-too-small", e.Code);
        Assert.Contains("Chat:ContextTokens", e.Message, StringComparison.Ordinal);
        Assert.Contains("12 are left", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Evidence_that_is_not_what_its_document_says_is_left_out()
    {
        _evidence.Replace("a", "a0 a0, changed");
        var evidence = _evidence.Of("a#0", "a#3", "b#0", "b#1");
        _evidence.Replace("b", "B0 b0\n\nb1 b1");

        Assert.Equal(["a0 a0", "b1 b1"], Supply(_evidence).Choose(evidence, 8, 1000).Select(passage => passage.Text));
    }

    [Fact]
    public void Evidence_of_a_document_that_is_gone_is_left_out()
    {
        var evidence = _evidence.Of("a#0", "b#0");
        _evidence.Remove("a");

        Assert.Equal("b0 b0", Assert.Single(Supply(_evidence).Choose(evidence, 1, 1000)).Text);
    }

    [Fact]
    public void No_evidence_gives_no_passages() => Assert.Empty(Choose([]));

    [Fact]
    public void Whatever_the_order_and_the_budget_all_that_is_chosen_fits_and_is_numbered_from_1() =>
        Prop.ForAll(Gen.Shuffle(Ids).ToArbitrary(), Gen.Choose(1, 120).ToArbitrary(), Gen.Choose(1, 6).ToArbitrary(), (order, tokens, most) =>
        {
            if (CostOf(order[0]) > tokens)
            {
                return Assert.Throws<ChatException>(() => Choose(order, most, tokens)).Code == "chat-context-too-small";
            }

            var passages = Choose(order, most, tokens);
            return passages.Sum(Cost) <= tokens
                && passages.SelectMany(passage => passage.Passages).Count() <= most
                && passages[0].Passages.Any(passage => passage.Id == order[0])
                && passages.Select(passage => passage.Number).SequenceEqual(Enumerable.Range(1, passages.Count))
                && passages.All(passage => passage.Passages.All(part => passage.Text[(part.Start - passage.Start)..(part.End - passage.Start)] == part.Text));
        }).QuickCheckThrowOnFailure();

    private static int Cost(SuppliedPassage passage) => passage.Text.Length + 2;

    private int CostOf(string id) => Choose([id]).Sum(Cost);

    private static PassageSupply Supply(SampleEvidence evidence) => new(evidence.Find, Cost);

    private IReadOnlyList<SuppliedPassage> Choose(IEnumerable<string> ids, int most = 8, int tokens = 1000, SampleEvidence? evidence = null) =>
        Supply(evidence ?? _evidence).Choose((evidence ?? _evidence).Of(ids), most, tokens);
}

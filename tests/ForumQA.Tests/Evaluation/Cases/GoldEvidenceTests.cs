using ForumQA.Evaluation.Cases;

namespace ForumQA.Tests.Evaluation.Cases;

public sealed class GoldEvidenceTests
{
    private const string Text = "Data are water. Data are oil. Data are water.";

    private static GoldItem Water => GoldEvidence.Locate([new GoldCitation("a.md", "Data are water.")], _ => Text, Assert.Fail).Items.Single();

    [Fact]
    public void Finds_every_place_of_a_quotation() => Assert.Equal([0, 30], Water.Spans.Select(span => span.Start));

    [Theory]
    [InlineData(0, 15, true)] // The quotation itself.
    [InlineData(30, 45, true)] // Its second place.
    [InlineData(0, 45, true)] // A passage around it.
    [InlineData(9, 14, true)] // A part of it.
    [InlineData(10, 24, false)] // A neighbour that touches it.
    [InlineData(16, 29, false)] // A neighbour.
    [InlineData(15, 15, false)] // Nothing at all.
    public void Is_carried_by_what_shares_half_of_the_shorter(int start, int end, bool carried) =>
        Assert.Equal(carried, Water.IsCarriedBy("a.md", start, end));

    [Fact]
    public void Is_not_carried_by_another_document() => Assert.False(Water.IsCarriedBy("b.md", 0, 45));

    [Fact]
    public void Takes_any_part_of_a_document_when_there_is_no_quotation()
    {
        var item = GoldEvidence.Locate([new GoldCitation("a.md")], _ => Text, Assert.Fail).Items.Single();

        Assert.True(item.IsCarriedBy("a.md", 20, 22));
    }
}

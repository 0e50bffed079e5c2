using ForumQA.Answering;
using ForumQA.Answering.Bundles;

namespace ForumQA.Tests.Answering.Bundles;

public sealed class QuotationCheckTests
{
    private const string Text = "Water is led. Data is led. Water is led.";

    [Theory]
    [InlineData("Data is led.", 14, Text, nameof(QuotationState.Live), 14)]
    [InlineData("Data is led.", 14, "New. " + Text, nameof(QuotationState.Moved), 19)]
    [InlineData("Water is led.", 20, Text, nameof(QuotationState.Moved), 27)]
    [InlineData("Water is led.", 3, Text, nameof(QuotationState.Moved), 0)]
    [InlineData("Water is led.", 25, "A longer beginning. Water is led. Between. Water is led.", nameof(QuotationState.Moved), 20)]
    [InlineData("Data is led.", 400, Text, nameof(QuotationState.Moved), 14)]
    [InlineData("Data was led.", 14, Text, nameof(QuotationState.Changed), null)]
    [InlineData("Data is led.", 14, "", nameof(QuotationState.Changed), null)]
    [InlineData("Data is led.", 14, null, nameof(QuotationState.Deleted), null)]
    [InlineData("", 14, Text, nameof(QuotationState.Changed), null)]
    [InlineData("Data is led.", -3, Text, nameof(QuotationState.Moved), 14)]
    public void Says_what_has_become_of_a_quotation(string quotation, int start, string? text, string state, int? found)
    {
        var citation = new Citation
        {
            Number = 1,
            DocumentId = "a.md",
            DocumentTitle = "A",
            DocumentUri = "a.md",
            PassageId = "p",
            Quotation = quotation,
            Start = start,
            End = start + quotation.Length,
        };

        var check = QuotationCheck.Of(citation, text);

        Assert.Equal((state, found), (check.State.ToString(), check.Start));
    }
}

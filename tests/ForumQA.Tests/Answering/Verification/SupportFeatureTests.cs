using ForumQA.Answering;
using ForumQA.Answering.Verification;
using static ForumQA.Answering.Verification.SupportFeature;

namespace ForumQA.Tests.Answering.Verification;

public sealed class SupportFeatureTests
{
    private const string Sold = "Ada sold salt in Lindale.";

    private static readonly Dictionary<SupportFeature, (string Claim, string More, string Less)> Examples = new()
    {
        [Coverage] = (Sold, "In spring Ada sold salt in Lindale.", "In spring Ada sold wool in Oskra."),
        [Letters] = (Sold, "In spring Ada sold salt in Lindale.", "In spring Ada sold wool in Oskra."),
        [Run] = (Sold, "In spring Ada sold salt in Lindale.", "In Lindale salt was sold by Ada."),
        [SupportFeature.Discrepancy] = ("Ada sold 37 sacks of salt.", "Ada sold 12 sacks of salt.", "Ada sold 37 sacks of salt."),
    };

    public static TheoryData<string> Names => [.. Enum.GetNames<SupportFeature>()];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_quotation_with_more_of_it_has_more_of_the_feature(string feature)
    {
        Assert.True(Examples.TryGetValue(Enum.Parse<SupportFeature>(feature), out var example), $"{feature} has no example here: add one that fails when the feature is switched off.");

        var (more, less) = (Read(feature, example.Claim, example.More), Read(feature, example.Claim, example.Less));

        Assert.True(more > less, $"{feature} is {more} where there is more of it and {less} where there is less.");
    }

    private static double Read(string feature, string claim, string quotation) =>
        SupportJudge.Read(Claim.Of(claim), [[Statement.Of(quotation)]]).Features[(int)Enum.Parse<SupportFeature>(feature)];
}

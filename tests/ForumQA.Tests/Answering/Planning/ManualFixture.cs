namespace ForumQA.Tests.Answering.Planning;

/// <summary>A manual page, a read-me with tables, a glossary, a policy with steps and minutes, indexed once.</summary>
public sealed class ManualFixture : SeedsFixture
{
    protected override string Corpus => "evals/corpora/manual";
}

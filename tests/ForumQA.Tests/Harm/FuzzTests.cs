using ForumQA.Benchmarks.Fuzzing;

namespace ForumQA.Tests.Harm;

/// <summary>A few thousand inputs that nobody would write; a hundred thousand are <c>-- fuzz</c> of ForumQA.Benchmarks. The time is what a busy machine needs: five seconds are held there.</summary>
public sealed class FuzzTests
{
    private const int Inputs = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);
    private static readonly string Seeds = Repository.Path("seeds");

    [Fact]
    public void Every_reader_reads_or_refuses_whatever_it_is_given()
    {
        foreach (var target in ReaderTargets.All(Seeds))
        {
            Assert.Empty(Fuzzer.Run(target, seed: 20261129, Inputs, Limit).Findings.Select(finding => $"{finding.Target}: {finding.What}"));
        }
    }

    [Fact]
    public void Questions_prompts_answers_of_models_and_bundles_are_read_or_refused()
    {
        using var targets = new AnswerTargets(Seeds);
        foreach (var target in targets.All())
        {
            Assert.Empty(Fuzzer.Run(target, seed: 20261129, Inputs, Limit).Findings.Select(finding => $"{finding.Target}: {finding.What}"));
        }
    }

    [Fact]
    public async Task Every_request_ends_in_an_answer_or_a_problem()
    {
        await using var api = await ApiTarget.StartAsync(Seeds);

        Assert.Empty(Fuzzer.Run(api.Target, seed: 20261129, 4 * Inputs, Limit).Findings.Select(finding => $"{finding.Target}: {finding.What}"));
    }
}

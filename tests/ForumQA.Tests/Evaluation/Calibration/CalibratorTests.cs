using ForumQA.Answering;
using ForumQA.Evaluation.Calibration;
using ForumQA.Evaluation.Cases;
using ForumQA.Evaluation.Reports;
using ForumQA.Evaluation.Running;
using ForumQA.Storage;

namespace ForumQA.Tests.Evaluation.Calibration;

public sealed class CalibratorTests
{
    /// <summary>The i-th of 100 answers has score i/100 and is right from .4 on, and wrong below.</summary>
    private static readonly EvalReport Separable = ReportOf(100, i => i >= 40);

    [Fact]
    public void Answers_as_many_questions_as_the_risk_allows()
    {
        var calibration = Calibrator.Choose(Separable, 0.05);

        // The lowest threshold within the risk lets in a few of the wrong answers, just below .4.
        Assert.InRange(calibration.Chosen.Threshold, 0.3, 0.4);
        Assert.InRange(calibration.Chosen.Risk, 0, 0.05);
        Assert.All(calibration.Curve.Where(point => point.Threshold < calibration.Chosen.Threshold), point => Assert.True(point.Risk > 0.05));
    }

    [Fact]
    public void Reports_the_threshold_on_cases_it_was_not_chosen_on()
    {
        var calibration = Calibrator.Choose(Separable, 0.05);

        var heldOut = Separable.Cases.Where(judged => judged.Case.Half == CaseHalf.Report).ToList();
        var given = heldOut.Where(judged => judged.Result.Score >= calibration.Chosen.Threshold).ToList();
        Assert.Equal((double)given.Count / heldOut.Count, calibration.HeldOut.Coverage, 12);
        Assert.Equal((double)given.Count(judged => judged.Score.ContainsAnswer == false) / given.Count, calibration.HeldOut.Risk, 12);
    }

    [Fact]
    public void Says_which_risk_can_be_had_when_the_one_named_cannot()
    {
        var error = Assert.Throws<ForumQAException>(() => Calibrator.Choose(ReportOf(100, i => i % 2 == 0), 0.001));

        Assert.Equal("calibration-risk", error.Code);
        Assert.Contains("Name a risk of at least that with --risk", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_choose_from_a_handful_of_cases() =>
        Assert.Equal("calibration-cases", Assert.Throws<ForumQAException>(() => Calibrator.Choose(ReportOf(12, _ => true), 0.1)).Code);

    [Fact]
    public void Keeps_the_threshold_in_the_index_until_scores_mean_something_else()
    {
        using var folder = new TemporaryFolder();
        using var store = IndexStore.OpenOrCreate(folder["index.db"]);
        store.Writer.Begin("corpus", "m", "c", rebuild: false);

        Calibrator.Apply(store, 0.375);
        Assert.Equal(0.375, store.ReadManifest().AbstentionThreshold);

        store.Writer.Begin("corpus", "m", "c", rebuild: false);
        Assert.Equal(0.375, store.ReadManifest().AbstentionThreshold);

        store.Writer.Begin("corpus", "other", "c", rebuild: false);
        Assert.Null(store.ReadManifest().AbstentionThreshold);

        Calibrator.Apply(store, 0.5);
        Calibrator.Apply(store, null);
        Assert.Null(store.ReadManifest().AbstentionThreshold);
    }

    private static EvalReport ReportOf(int count, Func<int, bool> isRight)
    {
        var cases = Enumerable.Range(0, count).Select(i => new JudgedCase(
            new EvalCase { Id = $"case-{i}", Question = "Who?", Answers = ["he"], Answerable = true },
            new CaseResult { CaseId = $"case-{i}", CaseHash = "", Status = AnswerStatus.Answered, Score = i / (double)count },
            new CaseScore { Verdict = Verdict.Correct, Answered = true, ContainsAnswer = isRight(i) })).ToList();
        return new EvalReport
        {
            StartedAt = DateTimeOffset.UnixEpoch,
            CaseFile = "cases.jsonl",
            Parallelism = 1,
            Settings = new RunSettings { IndexPath = "", Index = new IndexManifest { SchemaVersion = 1, Generation = 1 }, CorpusHash = "" },
            Metrics = [],
            Tags = [],
            Times = [],
            RiskCoverage = [],
            Cases = cases,
        };
    }
}

using ForumQA.Answering;
using ForumQA.Answering.Verification;
using ForumQA.Benchmarks.Answers;
using ForumQA.Benchmarks.Meaning;
using ForumQA.Benchmarks.Retrieval;
using ForumQA.Benchmarks.Support;
using ForumQA.Onnx.Embedding;
using ForumQA.Retrieval;
using Half = ForumQA.Benchmarks.Answers.Half;

namespace ForumQA.Benchmarks.Learning;

/// <summary><c>ablate --data FOLDER [--only passages|sentences|answers|support] [--without A,B,C] [--meaning]</c> prints what each feature earns, or some together. Learned on either half of the questions, measured on the other.</summary>
internal static class AblateCommand
{
    /// <summary>Enough when learning starts from the weights that all features together were given; those with all features go through the same.</summary>
    private const int Rounds = 50;

    private static readonly string[] Ranking = ["right one first", "log likelihood"];
    private static readonly string[] Telling = ["on the right side", "log likelihood"];
    private static readonly Half[] HalvesLearned = [Half.First, Half.Second];

    public static int Run(string data, string? only, string? without, bool byMeaning)
    {
        var together = without?.Split(',') ?? [];
        using var embedder = byMeaning ? new KeptEmbeddings(BuiltInModel.Create(Environment.ProcessorCount, KeptEmbeddings.SentencesRead)) : null;
        if (embedder is not null && only is (null or "passages"))
        {
            AblatePassagesByMeaning(data, together, embedder);
        }
        else if (only is null or "passages")
        {
            AblatePassages(data, articles: false, together);
            AblatePassages(data, articles: true, together);
        }

        if (only is null or "sentences" or "answers")
        {
            using var learner = new AnswerLearner(new AnswerData(data), passages: null, embedder);
            AblateAnswers(learner, together, withSentences: only != "answers", withAnswers: only != "sentences");
        }

        if (only is null or "support")
        {
            AblateSupport(data, together);
        }

        return 0;
    }

    private static void AblatePassages(string data, bool articles, string[] together)
    {
        var squad = RetrievalSet.ReadSquad(data, articles);
        using var index = new BenchmarkIndex(squad.Texts);
        var halves = new[] { LearningSet.Read(squad, index, LearningSet.Has), LearningSet.Read(squad, index, question => !LearningSet.Has(question)) };
        var start = halves.Select(half => PassageRankerLearner.Learn(half)).ToList();
        Ablation.Print($"Passages, {(articles ? "each of its article" : "each a document")}", Enum.GetNames<PassageFeature>(), Ranking, together, without =>
        {
            var known = halves.Select(half => half.ConvertAll(question => question with { Features = [.. question.Features.Select(row => Ablation.Blank(row, without))] })).ToList();
            return Join(known.Select((half, i) =>
            {
                var weights = PassageRankerLearner.Learn(half, start[i], Rounds);
                return known[1 - i].Select(question => Place([.. question.Features.Select(row => row.Zip(weights, (x, w) => x * w).Sum())], candidate => candidate == question.Relevant));
            }));
        });
    }

    private static void AblatePassagesByMeaning(string data, string[] together, KeptEmbeddings embedder)
    {
        var squad = RetrievalSet.ReadSquad(data, articles: false);
        using var index = new BenchmarkIndex(squad.Texts, embedder);
        var halves = new[] { LearningSet.Read(squad, index, LearningSet.Has), LearningSet.Read(squad, index, question => !LearningSet.Has(question)) }
            .Select(half => half.ConvertAll(question => (
                Rows: question.Features.Select(row => row.Select(value => (float)value).ToArray()).ToArray(),
                IsGood: Enumerable.Range(0, question.Features.Length).Select(candidate => candidate == question.Relevant).ToArray()))).ToList();
        AblateRanking<PassageFeature>("Passages, each a document", together, halves);
    }

    private static void AblateRanking<TFeature>(string name, string[] together, IReadOnlyList<IReadOnlyList<(float[][] Rows, bool[] IsGood)>> groups)
        where TFeature : struct, Enum
    {
        var start = groups.Select(half => Learners.LearnRanking<TFeature>(half).Weights).ToList();
        Ablation.Print(name, Enum.GetNames<TFeature>(), Ranking, together, without =>
        {
            var known = groups.Select(half => half.Select(group => (Rows: group.Rows.Select(row => Ablation.Blank(row, without)).ToArray(), group.IsGood)).ToList()).ToList();
            return Join(known.Select((half, i) =>
            {
                var model = new LinearModel<TFeature>(Learners.LearnRanking<TFeature>(half, rounds: Rounds, start: start[i]).ToLines());
                return known[1 - i].Select(group => Place([.. group.Rows.Select(row => Score(model, row))], candidate => group.IsGood[candidate]));
            }));
        });
    }

    private static void AblateAnswers(AnswerLearner learner, string[] together, bool withSentences, bool withAnswers)
    {
        if (withSentences)
        {
            AblateRanking<SentenceFeature>("Sentences", together, [.. HalvesLearned.Select(half => learner.ReadGroups(half))]);
            if (learner.IsByMeaning)
            {
                AblateRanking<SentenceFeature>("Sentences, read closely", together, [.. HalvesLearned.Select(half => learner.ReadGroups(half, AnswerLearner.Reading(learner.LearnRankers(half).All)))]);
            }
        }

        if (withAnswers)
        {
            var rankers = HalvesLearned.Select(learner.LearnRankers).Select(ranker => AnswerLearner.RankerOf(ranker.All, ranker.Closely)).ToList();
            var learned = HalvesLearned.Zip(rankers, (half, ranker) => learner.ReadRows(half, ranker)).ToList();
            var heldOut = HalvesLearned.Zip(rankers, (half, ranker) => learner.ReadRows(half == Half.First ? Half.Second : Half.First, ranker, isHeldOut: true)).ToList();
            AblateLogistic<AnswerabilityFeature>("Subject", together, [.. learned.Select(rows => rows.Subject)], [.. heldOut.Select(rows => rows.Subject)]);
            AblateLogistic<AnswerabilityFeature>("Stated", together, [.. learned.Select(rows => rows.Stated)], [.. heldOut.Select(rows => rows.Stated)]);
        }
    }

    private static void AblateSupport(string data, string[] together)
    {
        var set = new SupportData(data);
        Func<string, bool>[] halves = [SupportData.IsLearned, question => !SupportData.IsLearned(question)];
        var rows = halves.Select(half => SupportRows.ReadWeighed(set, half)).ToList();
        AblateLogistic<SupportFeature>("Support", together, rows, [rows[1], rows[0]], least: 0);
    }

    private static void AblateLogistic<TFeature>(
        string name,
        string[] together,
        IReadOnlyList<IReadOnlyList<(float[] Row, bool IsPositive, double Weight)>> learned,
        IReadOnlyList<IReadOnlyList<(float[] Row, bool IsPositive, double Weight)>> heldOut,
        double least = 0.03)
        where TFeature : struct, Enum
    {
        var start = learned.Select(half => Learners.LearnLogistic<TFeature>(half, least).Weights).ToList();
        Ablation.Print(name, Enum.GetNames<TFeature>(), Telling, together, without => Join(learned.Select((from, i) =>
        {
            var rows = from.Select(row => row with { Row = Ablation.Blank(row.Row, without) }).ToList();
            var model = new LinearModel<TFeature>(Learners.LearnLogistic<TFeature>(rows, least, rounds: Rounds, start: start[i]).ToLines());
            var mean = heldOut[i].Average(row => row.Weight);
            return heldOut[i].Select(row => Tell(Score(model, Ablation.Blank(row.Row, without)) * (row.IsPositive ? 1 : -1), row.Weight / mean));
        })));
    }


    /// <summary>Whether a good candidate comes first, and the log likelihood of the good ones under a softmax.</summary>
    private static (double Right, double Likelihood) Place(double[] scores, Func<int, bool> isGood)
    {
        var highest = scores.Max();
        var odds = scores.Select(score => Math.Exp(score - highest)).ToList();
        return (isGood(Array.IndexOf(scores, highest)) ? 1 : 0, Math.Log(Math.Max(1e-9, odds.Where((_, i) => isGood(i)).Sum() / odds.Sum())));
    }

    private static (double Right, double Likelihood) Tell(double signedLogOdds, double weight) =>
        (signedLogOdds > 0 ? weight : 0, -weight * Math.Log(1 + Math.Exp(Math.Min(30, -signedLogOdds))));

    private static double[][] Join(IEnumerable<IEnumerable<(double Right, double Likelihood)>> halves)
    {
        var items = halves.SelectMany(half => half.ToList()).ToList();
        return [[.. items.Select(item => item.Right)], [.. items.Select(item => item.Likelihood)]];
    }

    private static double Score<TFeature>(LinearModel<TFeature> model, float[] row)
        where TFeature : struct, Enum => model.Score([.. row.Select(value => (double)value)]);
}

using System.Diagnostics;
using System.Globalization;
using ForumQA.Reader.Examples;
using ForumQA.Reader.Network;
using TorchSharp;
using static TorchSharp.torch;

namespace ForumQA.Reader.Training;

/// <summary>How long and how fast to train.</summary>
/// <param name="Minutes">How long, where that is what ends it.</param>
/// <param name="Examples">How many examples, where that is what ends it.</param>
/// <param name="Rate">The highest step size; it rises to it and falls to nothing.</param>
/// <param name="BatchSize">Examples a step.</param>
/// <param name="KeepEvery">Minutes between two versions that are written.</param>
internal sealed record TrainingPlan(double? Minutes, int? Examples, double Rate = TrainingPlan.UsualRate, int BatchSize = 16, double KeepEvery = TrainingPlan.UsualKeepEvery)
{
    public const double UsualRate = 1.5e-4;
    public const double UsualKeepEvery = 10;
}

/// <summary>Trains the network on one thread. The same seed and number of examples give the same network on the same machine.</summary>
/// <param name="network">Learns.</param>
/// <param name="encoder">Makes tokens.</param>
/// <param name="seed">Of all chance.</param>
internal sealed class Trainer(ReaderNetwork network, ExampleEncoder encoder, int seed)
{
    /// <summary>Examples are put into batches by length out of so many.</summary>
    private const int Pool = 512;

    private const double Rising = 0.06;
    private const double Decay = 0.01;
    private const double LongestGradient = 1;
    private const int StepsBetweenLines = 50;

    /// <summary>Trains.</summary>
    /// <param name="examples">Without end.</param>
    /// <param name="plan">How long.</param>
    /// <param name="keep">Called now and then, and at the end, with the number of examples seen.</param>
    public void Run(IEnumerable<ReadingExample> examples, TrainingPlan plan, Action<int> keep)
    {
        var random = new Random(seed);
        using var optimizer = optim.AdamW(network.Learned, plan.Rate, beta1: 0.9, beta2: 0.98, eps: 1e-6, weight_decay: Decay);
        var clock = Stopwatch.StartNew();
        var (seen, steps, loss, kept) = (0, 0, 0.0, 0.0);
        foreach (var batch in InBatches(examples, plan.BatchSize, random))
        {
            var done = plan.Minutes is { } minutes ? clock.Elapsed.TotalMinutes / minutes : seen / (double)plan.Examples!;
            if (done >= 1)
            {
                break;
            }

            foreach (var group in optimizer.ParamGroups)
            {
                group.LearningRate = plan.Rate * Math.Max(0.01, Math.Min(done / Rising, (1 - done) / (1 - Rising)));
            }

            loss += Step(optimizer, batch);
            seen += batch.Count;
            if (++steps % StepsBetweenLines == 0)
            {
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{clock.Elapsed.TotalMinutes,6:F1} min {seen,7} examples, {seen / clock.Elapsed.TotalSeconds:F1} a second, loss {loss / StepsBetweenLines:F3}"));
                loss = 0;
            }

            if (clock.Elapsed.TotalMinutes - kept >= plan.KeepEvery)
            {
                kept = clock.Elapsed.TotalMinutes;
                keep(seen);
            }
        }

        keep(seen);
    }

    /// <summary>What the network puts out for an example: token by output.</summary>
    public static float[,] Read(ReaderNetwork network, EncodedExample example)
    {
        using var scope = NewDisposeScope();
        using var still = no_grad();
        var batch = new Batch([example]);
        var outputs = network.Forward(batch.Tokens, batch.Types, batch.Mask).data<float>().ToArray();
        var table = new float[example.Tokens.Length, ReaderNetwork.Outputs];
        Buffer.BlockCopy(outputs, 0, table, 0, outputs.Length * sizeof(float));
        return table;
    }

    private double Step(optim.Optimizer optimizer, IReadOnlyList<EncodedExample> examples)
    {
        using var scope = NewDisposeScope();
        var batch = new Batch(examples);
        optimizer.zero_grad();
        var loss = batch.Loss(network.Forward(batch.Tokens, batch.Types, batch.Mask));
        loss.backward();
        nn.utils.clip_grad_norm_(network.Learned, LongestGradient);
        optimizer.step();
        return loss.item<float>();
    }

    private IEnumerable<IReadOnlyList<EncodedExample>> InBatches(IEnumerable<ReadingExample> examples, int size, Random random)
    {
        foreach (var pool in examples.Select(example => encoder.Encode(example, random)).Where(example => example.Sentences.Length > 0).Chunk(Pool))
        {
            var batches = pool.OrderBy(example => example.Tokens.Length).Chunk(size).ToArray();
            random.Shuffle(batches);
            foreach (var batch in batches)
            {
                yield return batch;
            }
        }
    }
}

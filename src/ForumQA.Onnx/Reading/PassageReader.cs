using ForumQA.Models.Reading;
using ForumQA.Onnx.Tokens;
using Microsoft.ML.OnnxRuntime;

namespace ForumQA.Onnx.Reading;

/// <summary>A cross-encoder in this process, as <c>tests/ForumQA.Reader</c> trains it: for every token where the answer starts, where it ends and whether its sentence answers; above the first whether anything does.</summary>
internal sealed class PassageReader : IPassageReader, IDisposable
{
    private const int Outputs = 4;
    private const int StartOutput = 0;
    private const int EndOutput = 1;
    private const int SentenceOutput = 2;
    private const int AnsweredOutput = 3;

    /// <summary>Tokens of question and passage together. It was trained on 112; longer windows cost less than more of them.</summary>
    private const int TokenLimit = 160;

    private const int LongestQuestion = 40;
    private const int LongestTitle = 24;

    /// <summary>What marks a title, as in training.</summary>
    private const string TitleMark = "# ";

    private const int LongestAnswer = 24;

    private readonly int _threads;
    private readonly ModelSession _session;
    private readonly Lazy<ITextTokenizer> _tokenizer;

    /// <param name="openSession">Opens the model; nothing is loaded before the first question.</param>
    /// <param name="openTokenizer">Opens its tokens.</param>
    /// <param name="threads">Passages that are read side by side at most.</param>
    public PassageReader(Func<SessionOptions, InferenceSession> openSession, Func<ITextTokenizer> openTokenizer, int threads)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        _threads = threads;
        _session = new ModelSession(openSession);
        _tokenizer = new Lazy<ITextTokenizer>(openTokenizer);
    }

    /// <inheritdoc/>
    public IReadOnlyList<PassageReading> Read(string question, IReadOnlyList<PassageToRead> passages, CancellationToken cancellationToken)
    {
        var tokenizer = _tokenizer.Value;
        var asked = Cut(tokenizer.Encode(question), LongestQuestion);
        long[] opening = [.. tokenizer.Before, .. asked, .. tokenizer.After];
        var windows = passages.SelectMany((passage, number) => CutWindows(passage, opening.Length).Select(window => (Passage: number, Window: window))).ToList();
        var read = new WindowReading[windows.Count];
        if (_threads == 1 || windows.Count == 1)
        {
            for (var i = 0; i < windows.Count; i++)
            {
                read[i] = Read(opening, windows[i].Window, cancellationToken);
            }
        }
        else
        {
            Parallel.For(0, windows.Count, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken }, i => read[i] = Read(opening, windows[i].Window, cancellationToken));
        }

        return [.. passages.Select((passage, number) => Join(passage.Sentences.Count, [.. windows.Zip(read).Where(pair => pair.First.Passage == number).Select(pair => pair.Second)]))];
    }

    /// <inheritdoc/>
    public void Dispose() => _session.Dispose();

    /// <summary>The title stands in every window of a passage.</summary>
    private IReadOnlyList<SentenceWindow> CutWindows(PassageToRead passage, int opening)
    {
        var tokenizer = _tokenizer.Value;
        var title = passage.Title.Length == 0 ? [] : Cut(tokenizer.Encode(TitleMark + passage.Title), LongestTitle);
        var room = TokenLimit - opening - title.Length - tokenizer.After.Count;
        return SentenceWindows.Cut(title, [.. passage.Sentences.Select(sentence => Cut(tokenizer.Encode(sentence), room))], room);
    }

    private static long[] Cut(long[] tokens, int most) => tokens.Length <= most ? tokens : tokens[..most];

    /// <summary>A passage of several windows is answered as well as its best one; a sentence of two windows counts where it does better.</summary>
    private static PassageReading Join(int count, IReadOnlyList<WindowReading> windows)
    {
        var sentences = Enumerable.Repeat(new SentenceReading(SentenceWindows.Nothing, SentenceWindows.Nothing), count).ToArray();
        foreach (var window in windows)
        {
            for (var i = 0; i < window.Sentences.Length; i++)
            {
                var (one, other) = (sentences[window.First + i], window.Sentences[i]);
                sentences[window.First + i] = new SentenceReading(Math.Max(one.Answers, other.Answers), Math.Max(one.Span, other.Span));
            }
        }

        return new PassageReading(windows.Select(window => window.Answered).DefaultIfEmpty(SentenceWindows.Nothing).Max(), sentences);
    }

    private WindowReading Read(long[] opening, SentenceWindow window, CancellationToken cancellationToken)
    {
        long[] tokens = [.. opening, .. window.Title, .. window.Sentences.SelectMany(sentence => sentence), .. _tokenizer.Value.After];
        var values = _session.Run(tokens, opening.Length, cancellationToken);
        if (values.Length != tokens.Length * Outputs)
        {
            throw ModelException.NoReader(values.Length / tokens.Length);
        }

        var sentences = new SentenceReading[window.Sentences.Count];
        var start = opening.Length + window.Title.Length;
        for (var i = 0; i < sentences.Length; i++)
        {
            var end = start + window.Sentences[i].Length;
            sentences[i] = start == end ? new SentenceReading(SentenceWindows.Nothing, SentenceWindows.Nothing) : ReadSentence(values, start, end);
            start = end;
        }

        return new WindowReading(window.First, Of(values, 0, AnsweredOutput), sentences);
    }

    private static SentenceReading ReadSentence(float[] values, int start, int end)
    {
        double sum = 0, best = double.NegativeInfinity;
        for (var token = start; token < end; token++)
        {
            sum += Of(values, token, SentenceOutput);
            for (var last = token; last < Math.Min(end, token + LongestAnswer); last++)
            {
                best = Math.Max(best, Of(values, token, StartOutput) + Of(values, last, EndOutput));
            }
        }

        return new SentenceReading((sum / (end - start)) - Of(values, 0, SentenceOutput), best - Of(values, 0, StartOutput) - Of(values, 0, EndOutput));
    }

    private static double Of(float[] values, int token, int output) => values[(token * Outputs) + output];

    private readonly record struct WindowReading(int First, double Answered, SentenceReading[] Sentences);
}

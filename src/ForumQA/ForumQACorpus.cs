using ForumQA.Answering;
using ForumQA.Answering.Checking;
using ForumQA.Ingestion;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace ForumQA;

/// <summary>A folder of documents that answers questions: the whole of ForumQA for a program without a host. Safe for use by many threads.</summary>
/// <example>
/// <code>
/// await using var qa = await ForumQACorpus.OpenAsync("papers");
/// var answer = await qa.AskAsync("Who compared data with water?");
/// foreach (var citation in answer.Citations)
/// {
///     Console.WriteLine($"“{citation.Quotation}” ({citation.DocumentTitle})");
/// }
/// </code>
/// </example>
public sealed class ForumQACorpus : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private ForumQACorpus(ServiceProvider services) => _services = services;

    /// <summary>Everything that is composed: <see cref="Answerer"/>, <see cref="Retrieval.Retriever"/>, <see cref="Storage.IndexStore"/>, a Kernel with the plugin <c>ForumQA</c>.</summary>
    public IServiceProvider Services => _services;

    /// <summary>Opens a folder, after bringing its index up to date: what is new or changed is read, the rest is left alone.</summary>
    /// <param name="path">A folder of documents, or one document.</param>
    /// <param name="register">Registers what is to take the place of ours, such as a language model or, with the package ForumQA.Onnx, <c>services => services.AddForumQAModels()</c>. Null, the default, for nothing.</param>
    /// <param name="configuration">With sections as for <see cref="ForumQAServices.AddForumQA"/>; <paramref name="path"/> wins over <c>Corpus:Path</c>. Null, the default, for none.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ForumQAException">The folder is missing, the configuration is invalid, or the index is another program's; the message says what to do.</exception>
    public static async Task<ForumQACorpus> OpenAsync(
        string path, Action<IServiceCollection>? register = null, IConfiguration? configuration = null, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var builder = new ConfigurationBuilder();
        if (configuration is not null)
        {
            builder.AddConfiguration(configuration);
        }

        builder.AddInMemoryCollection([new($"{CorpusOptions.SectionName}:{nameof(CorpusOptions.Path)}", path)]);
        var services = new ServiceCollection();
        register?.Invoke(services);
        var corpus = new ForumQACorpus(services.AddForumQA(builder.Build()).BuildServiceProvider());
        try
        {
            await corpus.SynchronizeAsync(cancellationToken).ConfigureAwait(false);
            return corpus;
        }
        catch
        {
            await corpus.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Answers a question from the documents, or says that they do not answer it and why.</summary>
    /// <param name="question">The question; not blank.</param>
    /// <param name="cancellationToken">Stops.</param>
    public Task<Answer> AskAsync(string question, CancellationToken cancellationToken = default) => AskAsync(new AnswerRequest(question), cancellationToken);

    /// <summary>Answers a question with the turns before it, asked of some documents only, or in another way that the request names.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Stops.</param>
    public async Task<Answer> AskAsync(AnswerRequest request, CancellationToken cancellationToken = default)
    {
        await foreach (var update in StreamAsync(request, cancellationToken).ConfigureAwait(false))
        {
            if (update is AnswerCompleted completed)
            {
                return completed.Answer;
            }
        }

        throw new InvalidOperationException("The stream of updates ended without an answer.");
    }

    /// <summary>The answer while it is made: the evidence, each sentence when it is verified, and at the end an <see cref="AnswerCompleted"/>.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="cancellationToken">Stops.</param>
    public IAsyncEnumerable<AnswerUpdate> StreamAsync(AnswerRequest request, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<Answerer>().AnswerAsync(request, cancellationToken);

    /// <summary>Checks any text against the documents: which of its sentences they say, in which words, and which they contradict.</summary>
    /// <param name="text">Plain or in Markdown; not blank, at most <see cref="TextChecker.LongestText"/> UTF-16 code units.</param>
    /// <param name="cancellationToken">Stops.</param>
    /// <exception cref="ForumQAException">The text is blank or too long; the message says what to do.</exception>
    public Task<CheckedText> CheckAsync(string text, CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<TextChecker>().CheckAsync(text, filter: null, cancellationToken);

    /// <summary>Takes in what has changed in the folder since it was opened.</summary>
    /// <param name="cancellationToken">Stops; what was taken in by then stays.</param>
    public Task<SynchronizationResult> SynchronizeAsync(CancellationToken cancellationToken = default) =>
        _services.GetRequiredService<CorpusSynchronizer>().RunAsync(SynchronizationMode.Quick, progress: null, cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _services.DisposeAsync();
}

using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Tests.Evaluation.Running;

/// <summary>Answers each question by quoting the sentence a test names, and refuses the rest.</summary>
internal sealed class ScriptedAnswers(Document document)
{
    private int _asked;

    /// <summary>The sentence to quote for a question; null to refuse.</summary>
    public Func<string, string?> Quote { get; set; } = _ => null;

    /// <summary>Called before each answer with the number of questions asked so far; may throw.</summary>
    public Action<int> OnQuestion { get; set; } = _ => { };

    /// <summary>By how much every citation is off.</summary>
    public int Shift { get; set; }

    public int Asked => _asked;

    /// <summary>Everything asked, in order.</summary>
    public ConcurrentQueue<AnswerRequest> Requests { get; } = [];

    public async IAsyncEnumerable<AnswerUpdate> AnswerAsync(AnswerRequest request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        Requests.Enqueue(request);
        OnQuestion(Interlocked.Increment(ref _asked));
        var evidence = new Evidence
        {
            Passage = new Passage { Id = "p", DocumentId = document.Id, Ordinal = 0, Start = 0, End = document.Text.Length, Text = document.Text },
            DocumentTitle = document.Title,
            DocumentUri = document.Uri,
            Score = 1,
        };
        yield return new EvidenceFound(request.Question, [evidence]);
        yield return new AnswerCompleted(Quote(request.Question) is { } sentence ? Cite(request.Question, sentence) with { Evidence = [evidence] } : Refuse(request.Question) with { Evidence = [evidence] });
    }

    private Answer Cite(string question, string sentence)
    {
        var start = document.Text.IndexOf(sentence, StringComparison.Ordinal) + Shift;
        var citation = new Citation
        {
            Number = 1,
            DocumentId = document.Id,
            DocumentTitle = document.Title,
            DocumentUri = document.Uri,
            PassageId = "p",
            Quotation = sentence,
            Start = start,
            End = start + sentence.Length,
        };
        return new Answer { Question = question, Status = AnswerStatus.Answered, Sentences = [new AnswerSentence(sentence, [citation], Support.Supported)] };
    }

    private static Answer Refuse(string question) => new()
    {
        Question = question,
        Status = AnswerStatus.NotFound,
        Score = 0.1,
        Abstention = new Abstention { Reason = "The documents do not say.", Score = 0.1, Threshold = 0.5 },
    };
}

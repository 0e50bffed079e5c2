namespace ForumQA.Models.Reading;

/// <summary>Reads a question together with a passage, which costs more than comparing vectors and tells more. Safe for use by many threads.</summary>
internal interface IPassageReader
{
    /// <summary>What each passage tells of the question.</summary>
    /// <param name="question">As it was asked.</param>
    /// <param name="passages">The passages.</param>
    /// <param name="cancellationToken">Stops even in the middle of a passage.</param>
    /// <returns>In the order of the passages.</returns>
    IReadOnlyList<PassageReading> Read(string question, IReadOnlyList<PassageToRead> passages, CancellationToken cancellationToken);
}

/// <summary>A passage for a reader.</summary>
/// <param name="Title">What it stands under: read before it, but no part of what may answer. May be empty.</param>
/// <param name="Sentences">In order, lines of headings among them.</param>
internal sealed record PassageToRead(string Title, IReadOnlyList<string> Sentences);

/// <summary>What a reader makes of a passage. All numbers are log odds.</summary>
/// <param name="Answered">That the passage answers the question.</param>
/// <param name="Sentences">By sentence.</param>
internal sealed record PassageReading(double Answered, IReadOnlyList<SentenceReading> Sentences);

/// <summary>What a reader makes of a sentence.</summary>
/// <param name="Answers">That it answers, against that nothing in the passage does.</param>
/// <param name="Span">That the best stretch of words in it is the answer, against that none is.</param>
internal readonly record struct SentenceReading(double Answers, double Span);

using System.ComponentModel.DataAnnotations;
using ForumQA.Answering.Checking;

namespace ForumQA.Api.Configuration;

/// <summary>What a request may ask of the service. Section <c>Api:Limits</c>.</summary>
public sealed class LimitOptions
{
    /// <summary>The configuration section these options are bound to.</summary>
    public const string SectionName = "Api:Limits";

    /// <summary>The largest body of a request other than an upload, in bytes. Default 1,048,576 (1 MB).</summary>
    [Range(1024, 1 << 30)]
    public int BodyBytes { get; set; } = 1024 * 1024;

    /// <summary>The largest upload, all its files together, in bytes. Default 104,857,600 (100 MB).</summary>
    [Range(1024, 1 << 30)]
    public int UploadBytes { get; set; } = 100 * 1024 * 1024;

    /// <summary>The longest question, in UTF-16 code units. Default 2,000.</summary>
    [Range(1, 1_000_000)]
    public int QuestionLength { get; set; } = 2000;

    /// <summary>The longest text that is checked at once, in UTF-16 code units; the library takes ten times as many. Default 20,000.</summary>
    [Range(1, TextChecker.LongestText)]
    public int TextLength { get; set; } = 20_000;

    /// <summary>The longest history that may come with a question, in turns. Default 100.</summary>
    [Range(0, 10_000)]
    public int HistoryTurns { get; set; } = 100;

    /// <summary>How long an answer may take. Default two minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan AnswerTime { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long any other request may take; indexing and uploads, which have no such limit, left out. Default 30 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "01:00:00")]
    public TimeSpan RequestTime { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many answers are written at a time; further questions are told to come back. Default 8.</summary>
    [Range(1, 10_000)]
    public int ConcurrentAnswers { get; set; } = 8;
}

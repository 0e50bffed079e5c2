using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ForumQA.Answering;

namespace ForumQA.Evaluation.Cases;

/// <summary>One question of an eval set, with what a good answer says and cites.</summary>
public sealed record EvalCase
{
    /// <summary>Unique within its file.</summary>
    public required string Id { get; init; }

    /// <summary>The question as a user would type it.</summary>
    public required string Question { get; init; }

    /// <summary>Earlier turns of the conversation, oldest first; empty by default.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>Wordings any one of which makes an answer right; empty when only the citations are judged.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>The evidence a good answer cites; empty when only the wording is judged.</summary>
    public IReadOnlyList<GoldCitation> Citations { get; init; } = [];

    /// <summary>Whether the corpus answers the question.</summary>
    public required bool Answerable { get; init; }

    /// <summary>What kind of case it is; metrics are broken down by these.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Changes whenever anything about the case does: 16 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, CaseJson.Default.EvalCase)).AsSpan(0, 8));

    /// <summary>Which half of its set it belongs to.</summary>
    /// <remarks>By the id alone, so that a case never changes sides when others come and go.</remarks>
    public CaseHalf Half => (SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0] & 1) == 0 ? CaseHalf.Tune : CaseHalf.Report;
}

/// <summary>A passage of the corpus that answers a case's question.</summary>
/// <param name="Document">The <see cref="ForumQA.Document.Id"/>.</param>
/// <param name="Quotation">Words that stand verbatim in its canonical text; null when any part of the document will do.</param>
public sealed record GoldCitation(string Document, string? Quotation = null)
{
    /// <summary>How relevant it is, for nDCG: 1 by default, higher is more.</summary>
    public int Relevance { get; init; } = 1;
}

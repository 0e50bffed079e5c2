using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using ForumQA.Answering;

namespace ForumQA.Evaluation.Cases;

/// <summary>One question of an eval set, with what a good answer says and cites.</summary>
public sealed record EvalCase
{
    /// <summary>Unique within its file.</summary>
    public required string Id { get; init; }

    /// <summary>What sort of thing is asked for, one of <see cref="CaseKind.All"/>; null when the set does not tell.</summary>
    public string? Kind { get; init; }

    /// <summary>The half that the file puts it in, as for all cases of one conversation; null when its id decides.</summary>
    [JsonPropertyName("half")]
    public CaseHalf? GivenHalf { get; init; }

    /// <summary>The question as a user would type it.</summary>
    public required string Question { get; init; }

    /// <summary>Earlier turns of the conversation, oldest first; empty by default.</summary>
    public IReadOnlyList<ConversationTurn> History { get; init; } = [];

    /// <summary>Questions that are asked first, in this order, so that the product's own answers are what the question follows; null for none.</summary>
    public IReadOnlyList<string>? Before { get; init; }

    /// <summary>Wordings any one of which makes an answer right; empty when only the citations are judged.</summary>
    public IReadOnlyList<string> Answers { get; init; } = [];

    /// <summary>The evidence a good answer cites; empty when only the wording is judged.</summary>
    public IReadOnlyList<GoldCitation> Citations { get; init; } = [];

    /// <summary>What else a good reply has; null when answers and citations say it all.</summary>
    public Expectation? Expect { get; init; }

    /// <summary>Whether the corpus answers the question.</summary>
    public required bool Answerable { get; init; }

    /// <summary>What kind of case it is; metrics are broken down by these.</summary>
    public IReadOnlyList<string> Tags { get; init; } = [];

    /// <summary>Changes whenever anything about the case does: 16 hexadecimal digits.</summary>
    public string Hash => Convert.ToHexStringLower(
        SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(this, CaseJson.Default.EvalCase)).AsSpan(0, 8));

    /// <summary>Which half of its set it belongs to.</summary>
    /// <remarks>By the id alone unless the file says, so that a case never changes sides when others come and go.</remarks>
    [JsonIgnore]
    public CaseHalf Half => GivenHalf ?? ((SHA256.HashData(Encoding.UTF8.GetBytes(Id))[0] & 1) == 0 ? CaseHalf.Tune : CaseHalf.Report);
}

/// <summary>A passage of the corpus that answers a case's question.</summary>
/// <param name="Document">The <see cref="ForumQA.Document.Id"/>.</param>
/// <param name="Quotation">Words that stand verbatim in its canonical text; null when any part of the document will do.</param>
public sealed record GoldCitation(string Document, string? Quotation = null)
{
    /// <summary>How relevant it is, for nDCG: 1 by default, higher is more.</summary>
    public int Relevance { get; init; } = 1;
}

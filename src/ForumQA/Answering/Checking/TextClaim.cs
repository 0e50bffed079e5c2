using ForumQA.Text;

namespace ForumQA.Answering.Checking;

/// <summary>A sentence of a text that is to be checked.</summary>
/// <param name="Span">Where it stands in the text.</param>
/// <param name="Words">What is checked: the sentence without what marks it up.</param>
/// <param name="Kind">What it does.</param>
internal sealed record TextClaim(TextSpan Span, string Words, ClaimKind Kind);

namespace ForumQA.Storage;

/// <summary>A condition on passages <c>p</c> and their documents <c>d</c>, true or false for each of them and never null.</summary>
/// <param name="Sql">Where values stand it has <c>$1</c>, <c>$2</c>, ...; never a text that a user gave.</param>
/// <param name="Values">The values, in the order of their numbers.</param>
/// <param name="Order">What passages are sorted by, most important first; may use the values too.</param>
internal sealed record PassageCondition(string Sql, IReadOnlyList<object?> Values, IReadOnlyList<string> Order);

namespace ForumQA.Ingestion;

/// <summary>The sentences <c>[Start, End)</c> of a passage.</summary>
internal readonly record struct PassageCut(int Start, int End);

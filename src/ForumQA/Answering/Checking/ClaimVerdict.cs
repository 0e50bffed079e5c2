namespace ForumQA.Answering.Checking;

/// <summary>What the documents say of a claim.</summary>
public enum ClaimVerdict
{
    /// <summary>A quotation says all of it.</summary>
    Supported,

    /// <summary>A quotation says a part of it, and none contradicts it.</summary>
    Partial,

    /// <summary>A quotation says the same with another number, another date, the opposite word or a denial; see <see cref="CheckedClaim.Conflicts"/>.</summary>
    Contradicted,

    /// <summary>No quotation says it. It may be true all the same.</summary>
    NotFound,

    /// <summary>It claims nothing that documents could say; <see cref="CheckedClaim.Kind"/> tells why.</summary>
    NothingToCheck,
}

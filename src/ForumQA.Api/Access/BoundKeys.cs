namespace ForumQA.Api.Access;

/// <summary>What an endpoint does for a key that is bound to documents. One that says nothing refuses such keys, so that a new endpoint cannot show what it has not been made to hide.</summary>
/// <param name="Use">What it does.</param>
internal sealed record ForBoundKeys(BoundKeyUse Use);

/// <summary>What an endpoint does for a key that is bound to documents.</summary>
internal enum BoundKeyUse
{
    /// <summary>It shows the documents, and the records, that are the key's, and takes no notice of others.</summary>
    Limits,

    /// <summary>It shows nothing of any document or record.</summary>
    ShowsNone,
}

/// <summary>Says it of endpoints.</summary>
internal static class BoundKeys
{
    /// <summary>The endpoint asks <see cref="ReadableCorpus"/> for documents and passes its <see cref="Caller"/> to the records.</summary>
    public static TRoute LimitsToCaller<TRoute>(this TRoute endpoint)
        where TRoute : IEndpointConventionBuilder => endpoint.WithMetadata(new ForBoundKeys(BoundKeyUse.Limits));

    /// <summary>The endpoint shows nothing of any document or record.</summary>
    public static TRoute ShowsNoDocuments<TRoute>(this TRoute endpoint)
        where TRoute : IEndpointConventionBuilder => endpoint.WithMetadata(new ForBoundKeys(BoundKeyUse.ShowsNone));
}

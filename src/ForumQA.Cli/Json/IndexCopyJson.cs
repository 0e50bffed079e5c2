namespace ForumQA.Cli.Json;

/// <summary>What <c>forumqa index copy</c> did.</summary>
/// <param name="From">The index that was copied.</param>
/// <param name="To">The copy.</param>
/// <param name="Copied">Documents that were not there yet, or not as they are.</param>
/// <param name="Deleted">Documents that were there and are not in the index that was copied.</param>
/// <param name="Documents">Documents in the copy.</param>
/// <param name="Passages">Passages in the copy.</param>
/// <param name="Vectors">Of these with a vector.</param>
internal sealed record IndexCopyJson(string From, string To, int Copied, int Deleted, int Documents, int Passages, int Vectors);

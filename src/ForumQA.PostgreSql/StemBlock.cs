namespace ForumQA.PostgreSql;

/// <summary>Which passages of a block have a stem: a row of <c>postings</c>.</summary>
/// <param name="Block">The block.</param>
/// <param name="Postings">See <see cref="PostingBlock"/>.</param>
internal sealed record StemBlock(int Block, byte[] Postings)
{
    public int Count => Postings.Length / PostingBlock.SizeOf(PostingBlock.Stems);
}

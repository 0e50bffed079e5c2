using ForumQA.Storage;

namespace ForumQA.Tests.Storage;

/// <summary>What somebody else, or the disk, has done to an index.</summary>
public sealed class IndexDamageTests : IndexFileTests
{
    [Fact]
    public void Finds_out_what_was_tampered_with()
    {
        using (var store = IndexStore.OpenOrCreate(IndexPath))
        {
            Put(store, Sample("a.md", "Data are like water."));
            Put(store, Sample("b.md", "Robots."));
        }

        Execute("UPDATE documents SET text = 'Data are like fire.' WHERE document_id = 'a.md'");
        Execute("UPDATE passage_vectors SET vectors = x'00' WHERE document = (SELECT id FROM documents WHERE document_id = 'b.md')");

        using var tampered = IndexStore.OpenExisting(IndexPath);
        var problems = tampered.Check();
        Assert.Contains(problems, problem => problem.Contains("a.md", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("wrong dimension", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("DELETE FROM passage_words WHERE rowid = 1", "1 passages are missing from the full text")]
    [InlineData("INSERT INTO passage_words (rowid, body) VALUES (99, 'water')", "1 full-text rows belong to no passage")]
    [InlineData("UPDATE passage_vectors SET vectors = x'00' WHERE document = 1", "1 documents have vectors of the wrong dimension")]
    [InlineData("UPDATE passage_vectors SET first_passage = first_passage + 1 WHERE document = 1", "1 documents have vectors that are not those of their passages")]
    [InlineData("INSERT INTO sentence_vectors (passage, spans, vectors) VALUES (1, x'0000000006000000', x'00')", "1 passages have sentence vectors of the wrong dimension")]
    [InlineData("PRAGMA writable_schema = ON; UPDATE sqlite_master SET sql = replace(sql, 'heading     TEXT', 'heading     TEXT NOT NULL') WHERE name = 'passages'", "SQLite reports: NULL value in passages.heading")]
    [InlineData("UPDATE passages SET document = 99 WHERE id = 1", "rows point to nothing")]
    [InlineData("UPDATE passages SET \"end\" = \"end\" - 1 WHERE id = 1", "A passage of 'a.md' does not stand at 0..5 of its text")]
    [InlineData("UPDATE passages SET start = 1, \"end\" = \"end\" + 1 WHERE id = 2", "A passage of 'b.md' does not stand at 1..8 of its text")]
    public void Says_what_was_tampered_with(string sql, string problem)
    {
        using (var store = IndexStore.OpenOrCreate(IndexPath))
        {
            Put(store, Sample("a.md", "Water."));
            Put(store, Sample("b.md", "Robots."));
            Assert.Empty(store.Check());
        }

        Execute("PRAGMA foreign_keys = OFF; " + sql);

        using var tampered = IndexStore.OpenExisting(IndexPath);
        Assert.Contains(tampered.Check(), found => found.EndsWith(problem, StringComparison.Ordinal));
    }

    [Fact]
    public void Says_that_a_damaged_file_is_damaged()
    {
        using (var store = IndexStore.OpenOrCreate(IndexPath))
        {
            for (var i = 0; i < 50; i++)
            {
                Put(store, Sample($"{i}.md", string.Join(' ', Enumerable.Repeat($"word{i}", 200))));
            }
        }

        using (var file = File.OpenWrite(IndexPath))
        {
            file.Position = 4096;
            file.Write(new byte[file.Length - 4096]);
        }

        var error = Assert.Throws<IndexException>(() =>
        {
            using var store = IndexStore.OpenExisting(IndexPath);
            store.ReadManifest();
        });
        Assert.Equal("index-damaged", error.Code);
        Assert.Contains("--rebuild", error.Message, StringComparison.Ordinal);
    }
}

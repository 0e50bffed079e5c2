using ForumQA.Hosting.Access;

namespace ForumQA.Tests.Hosting.Access;

public sealed class ApiKeyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ManualTime _time = new();

    private string Path => _folder["keys/keys.json"];

    private ApiKeyFile Keys => new(Path, _time);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Keeps_what_a_key_is_called_allows_and_when_it_was_made()
    {
        var secret = Keys.Add("page", ApiScopes.Manage);

        var key = Assert.Single(Keys.Read());
        Assert.Equal(("page", ApiKey.HashOf(secret), ApiScopes.Manage, _time.GetUtcNow()), (key.Name, key.Hash, key.Scopes, key.CreatedAt));
    }

    [Fact]
    public void Has_no_keys_without_a_file_and_no_folder()
    {
        Assert.Empty(Keys.Read());
        Assert.Equal(default, Keys.Stamp);
    }

    [Fact]
    public void Adds_behind_the_others_and_takes_only_the_one_named()
    {
        foreach (var name in new[] { "first", "second", "third" })
        {
            Keys.Add(name, ApiScopes.Ask);
        }

        Keys.Remove("second");

        Assert.Equal(["first", "third"], Keys.Read().Select(key => key.Name));
    }

    [Fact]
    public void Leaves_nothing_beside_the_file()
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path + ".new", "what a run that was killed has left");

        Keys.Add("page", ApiScopes.Ask);

        Assert.Equal([Path], Directory.GetFiles(System.IO.Path.GetDirectoryName(Path)!));
    }

    [Fact]
    public void Shows_a_change_by_its_stamp()
    {
        Keys.Add("page", ApiScopes.Ask);
        var before = Keys.Stamp;

        Keys.Add("another", ApiScopes.Ask);

        Assert.NotEqual(before, Keys.Stamp);
    }

    [Fact]
    public void Keeps_what_a_key_is_bound_to_and_writes_nothing_of_it_for_others()
    {
        Keys.Add("page", ApiScopes.Ask);
        Assert.DoesNotContain("where", File.ReadAllText(Path), StringComparison.OrdinalIgnoreCase);

        Keys.Add("sales", ApiScopes.Ask, new Dictionary<string, string> { ["Team"] = "sales", ["level"] = "open" });

        var keys = Keys.Read();
        Assert.Null(keys[0].Where);
        Assert.Equal(new Dictionary<string, string> { ["Team"] = "sales", ["level"] = "open" }, keys[1].Where!.ToDictionary());
    }

    [Fact]
    public void Reads_a_file_from_before_keys_could_be_bound()
    {
        Write("""[{"name":"page","hash":"HASH","scopes":"manage","createdAt":"2026-01-02T03:04:05+00:00"}]""");

        Assert.Null(Assert.Single(Keys.Read()).Where);
    }

    [Fact]
    public void Binds_no_key_that_may_change_documents()
    {
        var refused = Assert.Throws<ForumQAException>(() => Keys.Add("sales", ApiScopes.Manage, new Dictionary<string, string> { ["team"] = "sales" }));

        Assert.Equal("key-binding-invalid", refused.Code);
        Assert.Contains("make two keys", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
    }

    [Theory]
    [InlineData("[{")]
    [InlineData("null")]
    [InlineData("[null]")]
    [InlineData("""[{"name":"page","hash":"00","scopes":"ask"}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"none"}]""")]
    [InlineData("""[{"name":"pa ge","hash":"HASH","scopes":"ask"}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","secret":"fqa_"}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","where":{}}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","where":{"team":""}}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","where":{"team":null}}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","where":{"team":["sales"]}}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","where":{"team":"sales","TEAM":"legal"}}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","where":{"team":"sales","team":"legal"}}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","where":{"team":"sales"},"where":null}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"ask","whereNot":{"team":"sales"}}]""")]
    [InlineData("""[{"name":"page","hash":"HASH","scopes":"manage","where":{"team":"sales"}}]""")]
    public void Takes_no_key_from_a_file_that_is_not_in_order(string json)
    {
        Write(json);

        var refused = Assert.Throws<ForumQAException>(() => Keys.Read());

        Assert.Equal("keys-unreadable", refused.Code);
        Assert.Contains(Path, refused.Message, StringComparison.Ordinal);
        Assert.Contains("Api:KeyFile", refused.Message, StringComparison.Ordinal);
        Assert.Equal("keys-unreadable", Assert.Throws<ForumQAException>(() => Keys.Add("other", ApiScopes.Ask)).Code);
    }

    [Fact]
    public void Says_what_a_file_is_that_holds_no_list()
    {
        Write("null");

        Assert.Contains("It holds no list.", Assert.Throws<ForumQAException>(() => Keys.Read()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_second_key_of_a_name_and_keeps_the_first()
    {
        var secret = Keys.Add("page", ApiScopes.Ask);

        var refused = Assert.Throws<ForumQAException>(() => Keys.Add("page", ApiScopes.Manage));

        Assert.Equal("key-exists", refused.Code);
        Assert.Contains("'page'", refused.Message, StringComparison.Ordinal);
        Assert.NotNull(ApiKey.Find(Keys.Read(), secret));
    }

    [Fact]
    public void Refuses_a_name_that_no_key_can_have()
    {
        var refused = Assert.Throws<ForumQAException>(() => Keys.Add("a name", ApiScopes.Ask));

        Assert.Equal("key-name-invalid", refused.Code);
        Assert.Contains("64 letters", refused.Message, StringComparison.Ordinal);
        Assert.False(File.Exists(Path));
    }

    [Fact]
    public void Says_which_key_there_is_not_and_removes_none()
    {
        Keys.Add("page", ApiScopes.Ask);

        var refused = Assert.Throws<ForumQAException>(() => Keys.Remove("pgae"));

        Assert.Equal("key-unknown", refused.Code);
        Assert.Contains("'pgae'", refused.Message, StringComparison.Ordinal);
        Assert.Single(Keys.Read());
    }

    [Fact]
    public void Says_where_it_cannot_write()
    {
        File.WriteAllText(_folder["keys"], "A file where a folder should be.");

        var refused = Assert.Throws<ForumQAException>(() => Keys.Add("page", ApiScopes.Ask));

        Assert.Equal("keys-unwritable", refused.Code);
        Assert.Contains(Path, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Waits_for_nobody_and_undoes_nothing_while_another_writes()
    {
        Keys.Add("page", ApiScopes.Ask);
        using var other = new FileStream(Path + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);

        var refused = Assert.Throws<ForumQAException>(() => Keys.Remove("page"));

        Assert.Equal("keys-unwritable", refused.Code);
        Assert.Single(Keys.Read());
    }

    private void Write(string json)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!);
        File.WriteAllText(Path, json.Replace("HASH", ApiKey.HashOf("fqa_x"), StringComparison.Ordinal));
    }
}

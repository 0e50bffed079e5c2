using ForumQA.Models.Embedding;
using ForumQA.Models.Onnx;
using ForumQA.Onnx;
using ForumQA.Onnx.Embedding;

namespace ForumQA.Tests.Onnx;

/// <summary>Folders with tiny models of the tests' own: each token has a fixed vector.</summary>
public sealed class ModelFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ModelFolderTests()
    {
        _folder.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nsea\nland\nquery\n:\n");
        _folder.Write("config.json", """{ "hidden_size": 2, "max_position_embeddings": 8 }""");
        WriteModel("onnx/model.onnx", "input_ids");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Takes_the_mean_of_all_tokens_where_the_folder_says_nothing_else()
    {
        // [CLS] (3, 4), sea (1, 0), [SEP] (0, 0)
        Assert.Equal(Direction(4, 4), await EmbedAsync("sea"));
    }

    [Theory]
    [InlineData("pooling_mode_cls_token", 3, 4)]
    [InlineData("pooling_mode_mean_tokens", 4, 4)]
    [InlineData("pooling_mode_lasttoken", 0, 0)]
    public async Task Pools_as_the_folder_says(string mode, float x, float y)
    {
        _folder.Write("1_Pooling/config.json", $$"""{ "word_embedding_dimension": 2, "{{mode}}": true }""");

        Assert.Equal(Direction(x, y), await EmbedAsync("sea"));
    }

    [Fact]
    public async Task Puts_the_prompts_of_the_folder_before_questions_and_passages()
    {
        _folder.Write("config_sentence_transformers.json", """{ "prompts": { "query": "land ", "document": "" } }""");

        Assert.Equal(Direction(4, 5), await EmbedAsync("sea", EmbeddingPurpose.Query));
        Assert.Equal(Direction(4, 4), await EmbedAsync("sea"));
    }

    [Fact]
    public async Task Lets_the_configuration_name_other_prompts()
    {
        _folder.Write("config_sentence_transformers.json", """{ "prompts": { "query": "land " } }""");

        Assert.Equal(Direction(5, 4), await EmbedAsync("sea", EmbeddingPurpose.Query, options => options.QueryPrefix = "sea "));
    }

    [Fact]
    public async Task Reads_the_end_of_a_text_that_is_longer_than_the_model_takes()
    {
        var vector = await EmbedAsync("sea sea sea sea sea sea sea sea land land land land");

        Assert.Equal(2, vector.Length);
        Assert.NotEqual(await EmbedAsync("sea sea sea sea sea sea sea sea sea sea sea sea"), vector);
    }

    [Theory]
    [InlineData(false, "sea")]
    [InlineData(true, "[UNK]")]
    public async Task Keeps_capitals_where_the_model_tells_them_apart(bool cased, string same)
    {
        _folder.Write("tokenizer_config.json", $$"""{ "do_lower_case": {{(cased ? "false" : "true")}} }""");
        var expected = same == "sea" ? Direction(4, 4) : Direction(3, 9);

        Assert.Equal(expected, await EmbedAsync("SEA"));
    }

    [Fact]
    public async Task Reads_the_tokens_from_a_tokenizer_file()
    {
        File.Delete(_folder["vocab.txt"]);
        WriteTokenizer("WordPiece");

        Assert.Equal(Direction(4, 4), await EmbedAsync("SEA"));
    }

    [Fact]
    public async Task Takes_a_model_with_narrow_inputs()
    {
        WriteModel("onnx/model.onnx", Tensor.Int32, "input_ids", "attention_mask");

        Assert.Equal(Direction(4, 4), await EmbedAsync("sea"));
    }

    [Fact]
    public async Task Says_so_when_the_file_of_the_tokens_is_broken()
    {
        File.Delete(_folder["vocab.txt"]);
        _folder.Write("tokenizer.json", """{ "model": { "type": "WordPiece" } }""");

        var error = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync("sea"));

        Assert.Contains("tokenizer.json", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_which_kind_of_tokens_it_does_not_know()
    {
        File.Delete(_folder["vocab.txt"]);
        WriteTokenizer("Unigram");

        var error = Assert.Throws<ModelException>(() => Describe());

        Assert.Contains("'Unigram'", error.Message, StringComparison.Ordinal);
        Assert.Contains("Embedding:Endpoint", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_a_model_only_the_inputs_it_asks_for()
    {
        WriteModel("onnx/model.onnx", "input_ids", "attention_mask", "token_type_ids", "position_ids");

        Assert.Equal(Direction(4, 4), await EmbedAsync("sea"));
    }

    [Fact]
    public void Another_file_is_another_model_in_the_manifest()
    {
        var before = Describe().Identity;

        _folder.Write("vocab.txt", "[PAD]\n[UNK]\n[CLS]\n[SEP]\nland\nsea\n");

        Assert.NotEqual(before, Describe().Identity);
        Assert.NotEqual(Describe().Identity, Describe(options => options.DocumentPrefix = "passage: ").Identity);
    }

    [Theory]
    [InlineData("onnx/model.onnx", "model-file-missing", "model.onnx")]
    [InlineData("config.json", "model-file-missing", "config.json")]
    [InlineData("vocab.txt", "model-file-missing", "vocab.txt")]
    public void Names_the_file_that_is_missing(string file, string code, string named)
    {
        File.Delete(_folder[file]);

        var error = Assert.Throws<ModelException>(() => Describe());

        Assert.Equal(code, error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("modules.json", """[{ "type": "sentence_transformers.models.Transformer" }, { "type": "sentence_transformers.models.Dense" }]""", "Dense")]
    [InlineData("1_Pooling/config.json", """{ "pooling_mode_max_tokens": true }""", "pooling_mode_cls_token")]
    public void Says_what_it_cannot_do_and_what_to_do_instead(string file, string content, string named)
    {
        _folder.Write(file, content);

        var error = Assert.Throws<ModelException>(() => Describe());

        Assert.Equal("model-unsupported", error.Code);
        Assert.Contains(named, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Says_that_there_is_no_such_folder()
    {
        var error = Assert.Throws<ModelException>(() => ModelFolder.Describe(new EmbeddingOptions { Path = _folder["nowhere"] }));

        Assert.Contains("Embedding:Path", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_file_is_no_model()
    {
        _folder.Write("onnx/model.onnx", "This is no model.");

        var error = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync("sea"));

        Assert.Contains("model.onnx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_which_input_it_does_not_know()
    {
        WriteModel("onnx/model.onnx", "input_ids", "pixels");

        var error = await Assert.ThrowsAsync<ModelException>(() => EmbedAsync("sea"));

        Assert.Contains("'pixels'", error.Message, StringComparison.Ordinal);
    }

    private static float[] Direction(float x, float y)
    {
        var length = MathF.Max(MathF.Sqrt((x * x) + (y * y)), float.Epsilon);
        return [MathF.Round(x / length, 4), MathF.Round(y / length, 4)];
    }

    private EmbeddingModel Describe(Action<EmbeddingOptions>? configure = null)
    {
        var options = new EmbeddingOptions { Path = _folder.Path };
        configure?.Invoke(options);
        return ModelFolder.Describe(options);
    }

    private async Task<float[]> EmbedAsync(string text, EmbeddingPurpose purpose = EmbeddingPurpose.Document, Action<EmbeddingOptions>? configure = null)
    {
        using var generator = new OnnxEmbeddingGenerator(Describe(configure), threads: 1);
        var vector = (await generator.GenerateAsync([text], purpose.ToOptions()))[0].Vector;
        return [.. vector.ToArray().Select(value => MathF.Round(value, 4))];
    }

    /// <summary>[PAD] (0, 0), [UNK] (0, 5), [CLS] (3, 4), [SEP] (0, 0), sea (1, 0), land (0, 1), query (0, 0), : (0, 0)</summary>
    private void WriteModel(string file, params string[] inputs) => WriteModel(file, Tensor.Int64, inputs);

    private void WriteModel(string file, int type, params string[] inputs)
    {
        var model = Model.Create(operators: 13);
        foreach (var input in inputs)
        {
            model.AddInput(input, type, "batch", "tokens");
        }

        model.Weights.Add(Tensor.Of("table", [0f, 0, 0, 5, 3, 4, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0], 8, 2));
        model.Nodes.Add(Node.Create("Gather", ["table", "input_ids"], ["last_hidden_state"]));
        model.AddOutput("last_hidden_state", Tensor.Float, "batch", "tokens", "2");
        var path = _folder.Write(file, "");
        File.WriteAllBytes(path, model.ToByteArray());
    }

    private void WriteTokenizer(string kind) => _folder.Write("tokenizer.json", $$"""
        {
          "version": "1.0",
          "added_tokens": [
            { "id": 0, "content": "[PAD]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true },
            { "id": 1, "content": "[UNK]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true },
            { "id": 2, "content": "[CLS]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true },
            { "id": 3, "content": "[SEP]", "single_word": false, "lstrip": false, "rstrip": false, "normalized": false, "special": true }
          ],
          "normalizer": { "type": "BertNormalizer", "clean_text": true, "handle_chinese_chars": true, "strip_accents": null, "lowercase": true },
          "pre_tokenizer": { "type": "BertPreTokenizer" },
          "post_processor": {
            "type": "TemplateProcessing",
            "single": [{ "SpecialToken": { "id": "[CLS]", "type_id": 0 } }, { "Sequence": { "id": "A", "type_id": 0 } }, { "SpecialToken": { "id": "[SEP]", "type_id": 0 } }],
            "special_tokens": { "[CLS]": { "id": "[CLS]", "ids": [2], "tokens": ["[CLS]"] }, "[SEP]": { "id": "[SEP]", "ids": [3], "tokens": ["[SEP]"] } }
          },
          "model": {
            "type": "{{kind}}", "unk_token": "[UNK]", "continuing_subword_prefix": "##", "max_input_chars_per_word": 100,
            "vocab": { "[PAD]": 0, "[UNK]": 1, "[CLS]": 2, "[SEP]": 3, "sea": 4, "land": 5 }
          }
        }
        """);
}

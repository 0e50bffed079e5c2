using ForumQA.Answering.Prompts;
using Microsoft.Extensions.AI;

namespace ForumQA.Tests.Answering.Prompts;

public class PromptTests
{
    private const string Template = """<message role="system">Answer.</message><message role="user">{{#each passages}}[{{this.number}}] {{this.text}} {{/each}}{{question}}</message>""";

    private const string Variables = "[{name: question}, {name: passages, allow_dangerously_set_content: true}]";

    [Fact]
    public void Messages_are_rendered_and_decoded_once()
    {
        var messages = Parse(File()).Render(PromptValues.Answer("a &amp; b <c>", "d &lt; {{question}}"));

        Assert.Equal([ChatRole.System, ChatRole.User], messages.Select(message => message.Role));
        Assert.Equal("Answer.", messages[0].Text);
        Assert.Equal("[1] d &lt; {{question}} [2] The second. a &amp; b <c>", messages[1].Text);
    }

    [Fact]
    public void A_template_may_ask_for_the_variables_of_all_around_and_for_the_place_in_a_list()
    {
        var prompt = Parse(File(template: """
            <!-- ours -->
            <message role="user">{{!-- {{no}} --}}{{! none }}
            {{#each passages}}{{#if @first}}First {{else}}Next {{/if}}{{@index}} {{text}} {{@root.question}};{{/each}}{{#unless passages}}None.{{/unless}} {{{question}}}</message>
            """));

        Assert.Equal("First 0 p <q>;Next 1 The second. <q>; <q>", Assert.Single(prompt.Render(PromptValues.Answer("<q>", "p"))).Text);
    }

    [Fact]
    public void A_message_without_text_is_left_out_as_a_Kernel_does()
    {
        var prompt = Parse(File(template: "<message role=\"assistant\">{{#if history}}Before.{{/if}}</message>" + Template, variables: Variables[..^1] + ", {name: history, is_required: false, allow_dangerously_set_content: true}]"));

        Assert.Equal(3, prompt.Render(PromptValues.Answer()).Count);
        var values = PromptValues.Answer();
        values.Remove("history");
        Assert.Equal(2, prompt.Render(values).Count);
    }

    [Fact]
    public void Settings_are_read_and_cannot_be_changed_from_outside()
    {
        var prompt = Parse(File(more: "execution_settings: {default: {temperature: 0.25, top_p: 0.5, max_tokens: 77, seed: 5}, gpt-x: {reasoning_effort: low}}"));
        prompt.CreateOptions().Temperature = 1;

        var options = prompt.CreateOptions();

        Assert.Equal((0.25f, 0.5f, 77, 5L), (options.Temperature, options.TopP, options.MaxOutputTokens, options.Seed));
    }

    [Fact]
    public void A_file_with_Windows_line_breaks_has_the_same_hash()
    {
        var yaml = File();

        Assert.Equal(Parse(yaml).Hash, Parse(yaml.ReplaceLineEndings("\r\n")).Hash);
        Assert.Matches("^[0-9a-f]{64}$", Parse(yaml).Hash);
        Assert.NotEqual(Parse(yaml).Hash, Parse(yaml + "# more\n").Hash);
    }

    [Fact]
    public void A_missing_required_value_is_named()
    {
        var values = PromptValues.Answer();
        values["question"] = null;

        Assert.Contains("'question'", Assert.Throws<ArgumentException>(() => Parse(File()).Render(values)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_that_was_not_encoded_is_an_error_and_never_a_message()
    {
        var values = PromptValues.Answer();
        ((List<Dictionary<string, string>>)values["passages"]!)[0]["text"] = "a < b";

        Assert.Throws<FormatException>(() => Parse(File()).Render(values));
    }

    [Fact]
    public void One_prompt_renders_for_many_threads()
    {
        var prompt = Parse(File());

        var texts = Enumerable.Range(0, 500).AsParallel().Select(i => (i, prompt.Render(PromptValues.Answer($"q{i}", $"p{i}"))[1].Text)).ToList();

        Assert.All(texts, pair => Assert.Equal($"[1] p{pair.i} [2] The second. q{pair.i}", pair.Text));
    }

    [Theory]
    [InlineData("template_format: handlebars", "template_format: semantic-kernel", "set: template_format: handlebars")]
    [InlineData("template_format: handlebars", "", "set: template_format: handlebars")]
    [InlineData("name: sample", "", "Add both")]
    [InlineData("name: sample", "nmae: sample", "line 1: Property 'nmae' not found. It takes")]
    [InlineData("name: sample", "name: sample\nname: again", "line 2")]
    [InlineData("name: sample", "name: [", "as YAML")]
    [InlineData("{name: question}", "{name: question, required: true}", "required")]
    [InlineData("{name: question}", "{name: question, allow_dangerously_set_content: true}", "Remove allow_dangerously_set_content")]
    [InlineData(", allow_dangerously_set_content: true", "", "allow_dangerously_set_content: true")]
    [InlineData("{name: question},", "", "Add it to input_variables: - name: question")]
    [InlineData("{name: question}", "{name: question}, {name: question}", "twice")]
    [InlineData("{name: question}", "{name: question}, {name: colour}", "It gets 'question', 'passages', 'history'")]
    [InlineData("{name: question}", "{name: question}, {name: history, allow_dangerously_set_content: true}", "does not use it")]
    [InlineData("{{question}}", "{{qestion}}", "'{{qestion}}' in line 1")]
    [InlineData("{{question}}", "{{question}} {{passages}}", "{{#each passages}}")]
    [InlineData("{{question}}", "{{#each question}}x{{/each}}", "goes through a text")]
    [InlineData("{{question}}", "{{question}}{{#if question}}", "Add '{{/if}}'")]
    [InlineData("{{question}}", "{{question}}{{/if}}", "closes what is not open")]
    [InlineData("{{question}}", "{{question", "does not close it")]
    [InlineData("{{question}}", "{{upper question}}", "is not known here")]
    [InlineData("{{question}}", "{{question}}{{> partial}}", "is not known here")]
    [InlineData("{{question}}", "{{question}}{{#if passages}}{{secret}}{{/if}}", "'{{secret}}'")]
    [InlineData("{{question}}", "{{question}}{{#if history}}x{{/if}}", "'history', which is not declared")]
    [InlineData("{{this.text}}", "{{this.txt}}", "'this.number', 'this.title', 'this.heading', 'this.text'")]
    [InlineData("{{this.text}}", "{{this}}", "'this.text'")]
    [InlineData("{{this.text}}", "{{question}}", "'@root.'")]
    [InlineData("{{question}}", "{{else}}{{question}}", "stands in no block")]
    [InlineData("role=\"user\"", "role=\"usr\"", "Write system, user or assistant")]
    [InlineData("role=\"user\"", "role=\"system\"", "no message with the role user")]
    [InlineData("role=\"user\"", "role=\"user\" name=\"x\"", "is not a message")]
    [InlineData("role=\"user\"", "role=\"{{@root.question}}\"", "has the role")]
    [InlineData("<message role=\"user\">", "<message role=\"user\"><!-- x -->", "stands in a message")]
    [InlineData("<message role=\"user\">", "<!-- {{question}} --><message role=\"user\">", "not well-formed")]
    [InlineData("<message role=\"user\">", "Hello <message role=\"user\">", "outside of the messages")]
    [InlineData("<message role=\"user\">", "<message role=\"user\"><b>", "<b>")]
    [InlineData("<message role=\"user\">", "<message role=\"user\">1 < 2 ", "'&lt;'")]
    [InlineData("</message><message role=\"user\">", "</message><message role=\"user\"><![CDATA[x]]>", "stands in a message")]
    [InlineData("<message role=\"system\">", "<!DOCTYPE message><message role=\"system\">", "not well-formed")]
    [InlineData("Answer.</message>", "Answer.", "<message>")]
    [InlineData("# end", "execution_settings: {default: {temprature: 0}}", "'temprature'")]
    [InlineData("# end", "execution_settings: {default: {max_tokens: many}}", "'many'")]
    [InlineData("# end", "execution_settings: {default: {max_tokens: -1}}", "not negative")]
    public void A_mistake_is_told_with_its_remedy(string right, string wrong, string told)
    {
        var yaml = File();
        Assert.Contains(right, yaml, StringComparison.Ordinal);

        var e = Assert.Throws<PromptException>(() => Parse(yaml.Replace(right, wrong, StringComparison.Ordinal)));

        Assert.Equal("prompt-invalid", e.Code);
        Assert.StartsWith("The prompt file 'own/answer.yaml' cannot be used: ", e.Message, StringComparison.Ordinal);
        Assert.True(e.Message.Contains(told, StringComparison.Ordinal), e.Message);
    }

    [Fact]
    public void A_prompt_without_the_passages_is_refused()
    {
        var e = Assert.Throws<PromptException>(() => Parse(File(template: "<message role=\"user\">{{question}}</message>", variables: "[{name: question}]")));

        Assert.Contains("does not use the variable 'passages'", e.Message, StringComparison.Ordinal);
    }

    private static Prompt Parse(string yaml) => Prompt.Parse("own/answer.yaml", yaml, PromptContract.Answer);

    private static string File(string template = Template, string variables = Variables, string more = "# end") =>
        $"name: sample\ntemplate_format: handlebars\ntemplate: |\n  {template.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}\ninput_variables: {variables}\n{more}\n";
}

using ForumQA.Answering;
using ForumQA.Retrieval;

namespace ForumQA.Tests.Answering.Planning;

/// <summary>Each kind of question over the corpus that everyone starts with.</summary>
public sealed class PlansOverSeedsTests(SeedsFixture seeds) : IClassFixture<SeedsFixture>
{
    private const string Sixteenth = "2020-16th-forum-digital-economy.md";
    private const string Twentieth = "20th-forum-digital-future.md";

    [Fact]
    public async Task Lists_all_who_spoke_at_an_event_each_with_a_quotation()
    {
        var answer = await seeds.AskAsync("Who spoke at the 20th forum?");

        Assert.Equal(QuestionKind.List, answer.Kind);
        Assert.Equal(AnswerStatus.Answered, answer.Status);
        string[] speakers = ["Wang Yi", "Xu Zhilong", "Gao Shaolin", "Fumihiko Kamio"];
        Assert.All(speakers, speaker => Assert.Contains(answer.Sentences, sentence => sentence.Group == speaker));
        Assert.All(answer.Citations, citation => Assert.Equal(Twentieth, citation.DocumentId));
    }

    [Fact]
    public async Task Counts_what_a_list_would_name()
    {
        var answer = await seeds.AskAsync("How many people spoke at the 20th forum?");

        Assert.Equal(QuestionKind.Count, answer.Kind);
        Assert.StartsWith("4 people", answer.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_only_those_who_were_at_both_of_two_events()
    {
        var answer = await seeds.AskAsync("Who spoke at both the 16th and the 17th forum?");

        Assert.Contains(answer.Sentences, sentence => sentence.Group == "Taro Shimada");
        Assert.DoesNotContain(answer.Sentences, sentence => sentence.Group is "Jia Jingdun" or "Pang Dazhi");
    }

    [Fact]
    public async Task Follows_an_enumeration_to_its_end()
    {
        var answer = await seeds.AskAsync("What five reasons does Gao Bo give for China's lead?");

        string[] reasons = ["huge population", "social structure", "platform enterprises", "mass innovation", "mobilize resources"];
        var text = string.Join('\n', answer.Sentences.Select(sentence => sentence.Text));
        Assert.All(reasons, reason => Assert.Contains(reason, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sets_two_events_side_by_side()
    {
        var answer = await seeds.AskAsync("Compare the 16th and the 20th forum");

        Assert.Equal(QuestionKind.Comparison, answer.Kind);
        Assert.Equal(2, answer.Sentences.Select(sentence => sentence.Group).Distinct().Count());
        Assert.Contains(answer.Citations, citation => citation.DocumentId == Sixteenth);
        Assert.Contains(answer.Citations, citation => citation.DocumentId == Twentieth);
    }

    [Fact]
    public async Task Summarises_a_document_by_its_sections()
    {
        var answer = await seeds.AskAsync("Summarize the 20th forum");

        Assert.Equal(QuestionKind.Summary, answer.Kind);
        Assert.InRange(answer.Sentences.Count, 4, 8);
        Assert.True(answer.Citations.Select(citation => citation.Heading).Distinct().Count() >= 4, "A summary covers the sections, not one of them.");
    }

    [Fact]
    public async Task Keeps_a_summary_to_the_length_asked_for() =>
        Assert.Equal(2, (await seeds.AskAsync("Summarise Gao Bo's essay in two sentences")).Sentences.Count);

    [Fact]
    public async Task Tells_two_people_of_one_name_apart()
    {
        var answer = await seeds.AskAsync("Who is Liu Song?");

        Assert.Equal(2, answer.Sentences.Select(sentence => sentence.Group).Distinct().Count());
        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("Alibaba", StringComparison.Ordinal));
        Assert.Contains(answer.Sentences, sentence => sentence.Text.Contains("Pingkai Xingchen", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("what did Merkel say about Huawei?")]
    [InlineData("What did Wang Yi say about the Genron NPO?")]
    public async Task What_somebody_else_says_is_not_laid_into_the_mouth_of_who_is_asked_about(string question)
    {
        var answer = await seeds.AskAsync(question);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains("do not say what", answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_after_about_is_spoken_of()
    {
        var answer = await seeds.AskAsync("What did Gao Bo say about Merkel?");

        Assert.All(answer.Sentences, sentence => Assert.Contains("Merkel", sentence.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Quotes_only_the_one_who_was_asked_about()
    {
        var answer = await seeds.AskAsync("What did Hiromi Yamaoka say about data?");

        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Sentences, sentence => Assert.Contains("Yamaoka", sentence.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Names_the_documents_that_speak_of_something()
    {
        var answer = await seeds.AskAsync("Which documents mention RCEP?");

        Assert.Equal(QuestionKind.Documents, answer.Kind);
        Assert.Equal([Sixteenth], answer.Citations.Select(citation => citation.DocumentId).Distinct());
    }

    [Fact]
    public async Task Says_which_events_there_are_when_asked_for_one_that_there_is_not()
    {
        var answer = await seeds.AskAsync("What happened at the 18th Beijing-Tokyo Forum?");

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains("16th, 17th and 20th", answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Keeps_to_the_documents_that_the_request_allows()
    {
        var answer = await seeds.AskAsync("Which people are named?", new CorpusFilter { Documents = [Twentieth] });

        Assert.NotEmpty(answer.Sentences);
        Assert.All(answer.Citations, citation => Assert.Equal(Twentieth, citation.DocumentId));
    }

    [Fact]
    public async Task Says_that_a_question_is_in_another_language_than_the_documents()
    {
        var answer = await seeds.AskAsync("中国在数据流动方面提出了什么建议？");

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains("The question is in Chinese", answer.Abstention!.Reason, StringComparison.Ordinal);
        Assert.Contains("Chat:Endpoint", answer.Abstention.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What is Taro Shimada's position?", "Senior V")]
    [InlineData("what did yamaoka say about privacy", "Yamaoka")]
    [InlineData("what did the foreign minister say about free trade", "Wang Yi")]
    [InlineData("in how many countries do iflytek translators sell", "130 countries")]
    public async Task Finds_people_by_part_of_a_name_or_role_and_numbers_by_what_they_count(string question, string expected) =>
        Assert.Contains(expected, string.Join('\n', (await seeds.AskAsync(question)).Sentences.Select(sentence => sentence.Text)), StringComparison.Ordinal);

    [Theory]
    [InlineData("where was Jia Jingdun born?", "Jia Jingdun")]
    [InlineData("what is Taro Shimada's salary", "Taro Shimada")]
    [InlineData("what did elon musk say at the 17th forum", "elon musk")]
    public async Task Refuses_what_no_sentence_says_of_somebody_and_names_them(string question, string named)
    {
        var answer = await seeds.AskAsync(question);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains(named, answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compares_what_one_company_said_at_two_events()
    {
        var answer = await seeds.AskAsync("compare toshiba at the 16th and at the 17th forum");

        Assert.Equal(2, answer.Sentences.Select(sentence => sentence.Group).Distinct().Count());
        Assert.All(answer.Sentences, sentence => Assert.Contains("Shimada", sentence.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Tells_nothing_of_documents_that_the_request_does_not_allow()
    {
        var only = new CorpusFilter { Documents = [Twentieth] };

        var unknown = await seeds.AskAsync("What happened at the 18th Beijing-Tokyo Forum?", only);
        var documents = await seeds.AskAsync("Which documents mention AI governance?", only);

        Assert.DoesNotContain("16th", unknown.Abstention!.Reason, StringComparison.Ordinal);
        Assert.StartsWith("1 of 1 document", documents.Lead, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_a_country_only_what_a_text_says_is_from_there_and_names_the_rest_in_the_doubt()
    {
        var answer = await seeds.AskAsync("which japanese companies were represented");

        Assert.Equal(AnswerStatus.Partial, answer.Status);
        Assert.Contains(answer.Sentences, sentence => sentence.Group == "Toshiba");
        Assert.DoesNotContain(answer.Sentences, sentence => sentence.Group is "Huawei" or "NetEase");
        Assert.Contains("Hitachi", answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_companies_without_ministries_and_parts_of_universities()
    {
        var answer = await seeds.AskAsync("what companies took part in the 16th forum?");

        string[] companies = ["Tencent Cloud", "Alibaba", "NTT DATA", "Hitachi", "Huawei", "Toshiba", "iFlytek"];
        Assert.All(companies, company => Assert.Contains(answer.Sentences, sentence => sentence.Group == company));
        Assert.DoesNotContain(answer.Sentences, sentence => sentence.Group is "Ministry of Science and Technology" or "Oxford Economics" or "United Nations");
    }

    [Fact]
    public async Task Denies_that_anybody_was_at_both_where_nobody_was()
    {
        var answer = await seeds.AskAsync("who attended both the 16th and 20th?");

        Assert.Empty(answer.Sentences);
        Assert.Contains("16th Beijing-Tokyo Forum", answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_what_has_a_name_that_ends_in_the_word()
    {
        var answer = await seeds.AskAsync("name the initiatives china proposed");

        Assert.Equal(
            ["Global AI Governance Initiative", "Global Cross-Border Data Flow Cooperation Initiative", "Global Data Security Initiative"],
            answer.Sentences.Select(sentence => sentence.Group!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Counts_the_events_that_somebody_was_at()
    {
        var answer = await seeds.AskAsync("how many of the forums had toshiba speaking");

        Assert.StartsWith("2 events", answer.Lead, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("How many people attended the 20th forum?", "do not say how many")]
    [InlineData("how many visitors did the 17th forum have", "do not say how many")]
    [InlineData("What is Gao Bo's e-mail address?", "give no e-mail address")]
    [InlineData("Who represented Sony at the 16th forum?", "No document mentions Sony")]
    [InlineData("Why did Japan refuse to sign RCEP?", "nothing of what is asked")]
    public async Task Refuses_what_is_not_said_of_those_who_are_named(string question, string reason)
    {
        var answer = await seeds.AskAsync(question);

        Assert.Equal(AnswerStatus.NotFound, answer.Status);
        Assert.Contains(reason, answer.Abstention!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gives_what_a_conclusion_is_drawn_from_where_a_reason_is_asked_for()
    {
        var answer = await seeds.AskAsync("why can photovoltaic energy not be produced without carbon");

        Assert.Contains("secondary energy sources", answer.Sentences[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Says_once_what_is_said_of_both_sides()
    {
        var answer = await seeds.AskAsync("innovation versus regulation");

        Assert.Equal(answer.Sentences.Count, answer.Sentences.Select(sentence => sentence.Text).Distinct().Count());
    }

    [Theory]
    [InlineData("name the four suggestions jia jingdun made")]
    [InlineData("list the women who spoke at the 20th forum")]
    public async Task Doubts_a_list_that_supposes_what_no_text_says(string question)
    {
        var answer = await seeds.AskAsync(question);

        Assert.NotEqual(AnswerStatus.Answered, answer.Status);
    }
}

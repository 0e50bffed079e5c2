namespace ForumQA.Tests.Retrieval;

public sealed class QuestionAnalyzerTests : IDisposable
{
    private readonly RetrievalIndex _index = new(
        "The government of Singapore invests in logistics and in the management of data.",
        "Ministers discussed the Regional Comprehensive Economic Partnership (RCEP) in Nanning.",
        "Obama spoke about the government in 2014.");

    public void Dispose() => _index.Dispose();

    [Theory]
    [InlineData("goverment", "government")]
    [InlineData("govrenment", "government")]
    [InlineData("logisticss", "logistics")]
    [InlineData("mangaement", "management")]
    public void Takes_an_unknown_word_for_the_word_of_the_index_it_resembles(string asked, string meant)
    {
        var question = _index.Analyze($"What of {asked} there?");

        var correction = Assert.Single(question.Corrections);
        Assert.Equal((asked, meant), (correction.Asked, correction.Used));
        Assert.Equal($"What of {meant} there?", question.CorrectedText);
    }

    [Fact]
    public void Reads_the_words_that_put_a_question_however_they_are_misspelt()
    {
        var question = _index.Analyze("wat cud teh goverment do becuase of Nanning?");

        Assert.Equal("what could the government do because of Nanning?", question.CorrectedText);
        Assert.Equal(["govern", "nan"], question.Searched.Terms.Select(term => term.Stems[0].Stem));
    }

    [Fact]
    public void Leaves_a_word_that_a_document_has_though_it_is_often_another_misspelt()
    {
        using var temples = new RetrievalIndex("The wat was built by monks.");

        var question = temples.Analyze("wat of monks");

        Assert.Equal("wat of monks", question.CorrectedText);
        Assert.Equal(2, question.Searched.Terms.Count);
    }

    [Theory]
    [InlineData("What did Abama say?")]
    [InlineData("What did Obana say?")]
    public void Takes_no_short_name_for_another_one_letter_away(string asked) => Assert.Empty(_index.Analyze(asked).Corrections);

    [Theory]
    [InlineData("What did Obmaa say?", "obama")]
    [InlineData("What did Nannimg say?", "nanning")]
    [InlineData("What of Regional Economyc Partnership?", "economic")]
    [InlineData("What of the Nanning Datta?", "data")]
    public void Takes_a_name_for_another_that_is_long_or_has_the_same_letters_or_stands_beside_a_known_one(string asked, string meant) =>
        Assert.Equal(meant, Assert.Single(_index.Analyze(asked).Corrections).Used);

    [Fact]
    public void Takes_no_word_of_the_language_for_another()
    {
        var question = _index.Analyze("What of date there?", word => word == "date");

        Assert.Empty(question.Corrections);
        Assert.Empty(Assert.Single(question.Searched.Terms).Stems);
        Assert.NotEmpty(_index.Analyze("What of date there?").Corrections);
    }

    [Theory]
    [InlineData("Who won there?", true)]
    [InlineData("Who won't invest there?", false)]
    public void Reads_won_as_a_verb_and_not_as_half_of_another_word(string asked, bool isRead) =>
        Assert.Equal(isRead, _index.Analyze(asked).Searched.Terms.Any(term => term.Word.Folded == "won"));

    [Fact]
    public void Sets_words_aside_that_are_in_a_script_no_document_uses()
    {
        var question = _index.Analyze("RCEP 在哪里讨论？");

        Assert.Contains("rcep", question.Searched.Terms.Select(term => term.Word.Folded));
        Assert.DoesNotContain(question.Searched.Terms, term => term.Word.IsIdeographic);
        Assert.True(question.IsReadInPart);
    }

    [Theory]
    [InlineData("在哪里讨论？")]
    [InlineData("Где обсуждали логистику?")]
    [InlineData("Where was logistics discussed?")]
    public void Sets_nothing_aside_when_nothing_else_is_known_or_all_can_be_read(string text)
    {
        var question = _index.Analyze(text);

        Assert.False(question.IsReadInPart);
        Assert.NotEmpty(question.Searched.Terms);
    }

    [Fact]
    public void Leaves_out_a_misspelled_stop_word()
    {
        var question = _index.Analyze("Whcih logistics?");

        Assert.Equal(["logistics"], question.Searched.Terms.Select(term => term.Word.Folded));
    }

    [Theory]
    [InlineData("2015")]
    [InlineData("xyzzyplugh")]
    [InlineData("dat")]
    public void Leaves_numbers_short_words_and_words_like_no_other_alone(string asked)
    {
        var question = _index.Analyze($"What of {asked}?");

        Assert.Empty(question.Corrections);
        var term = Assert.Single(question.Searched.Terms);
        Assert.False(term.IsKnown);
        Assert.Empty(term.Stems);
    }

    [Fact]
    public void Assumes_fewer_errors_in_names_than_in_other_words()
    {
        Assert.Single(_index.Analyze("What is the role of gvernmnt here?").Corrections);
        Assert.Empty(_index.Analyze("What is the role of Gvernmnt here?").Corrections);
    }

    [Fact]
    public void Knows_acronyms_that_the_index_explains_both_ways()
    {
        Assert.Contains("partnership", _index.Analyze("When was RCEP signed?").Searched.Terms.Select(term => term.Word.Folded));
        Assert.Contains("rcep", _index.Analyze("When was the regional comprehensive economic partnership signed?").Searched.Terms.Select(term => term.Word.Folded));
    }

    [Fact]
    public void Rare_words_weigh_more_than_frequent_ones_and_unknown_ones_most()
    {
        var terms = _index.Analyze("government logistics zebra").Searched.Terms.ToDictionary(term => term.Word.Folded, term => term.Weight);

        Assert.True(terms["zebra"] > terms["logistics"]);
        Assert.True(terms["logistics"] > terms["government"]);
    }

    [Fact]
    public void Searches_stop_words_when_there_is_nothing_else() =>
        Assert.Equal(["what", "is", "it"], _index.Analyze("What is it?").Searched.Terms.Select(term => term.Word.Folded));
}

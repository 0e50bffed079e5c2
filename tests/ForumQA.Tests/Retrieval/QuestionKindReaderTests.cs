using ForumQA.Retrieval;
using ForumQA.Text;

namespace ForumQA.Tests.Retrieval;

public sealed class QuestionKindReaderTests
{
    [Theory]
    [InlineData("Who compared managing data to water control?", nameof(AnswerKind.Person), null)]
    [InlineData("By whom was the forum opened?", nameof(AnswerKind.Person), null)]
    [InlineData("When was the forum held?", nameof(AnswerKind.Time), null)]
    [InlineData("In what year did China join?", nameof(AnswerKind.Time), "year")]
    [InlineData("In which Japanese city was it held?", nameof(AnswerKind.Place), "city")]
    [InlineData("How many experts took part?", nameof(AnswerKind.Count), "experts")]
    [InlineData("How much did exports rise?", nameof(AnswerKind.Amount), null)]
    [InlineData("How long did it last?", nameof(AnswerKind.Measure), "long")]
    [InlineData("What is the population of Warsaw?", nameof(AnswerKind.Measure), "population")]
    [InlineData("What percentage of GDP is digital?", nameof(AnswerKind.Share), "percentage")]
    [InlineData("Why do logistics data matter?", nameof(AnswerKind.Reason), null)]
    [InlineData("How can AI help with ageing?", nameof(AnswerKind.Manner), null)]
    [InlineData("What did Japan say?", nameof(AnswerKind.Thing), null)]
    [InlineData("Is AI a threat?", nameof(AnswerKind.YesNo), null)]
    [InlineData("Wer hat das Forum eröffnet?", nameof(AnswerKind.Person), null)]
    [InlineData("¿Dónde se celebró el foro?", nameof(AnswerKind.Place), null)]
    [InlineData("Сколько экспертов участвовало?", nameof(AnswerKind.Count), null)]
    [InlineData("谁主持了论坛？", nameof(AnswerKind.Person), null)]
    [InlineData("Water control", nameof(AnswerKind.Other), null)]
    public void Reads_what_kind_of_thing_is_asked_for(string question, string kind, string? focus)
    {
        var words = Tokenizer.Tokenize(question);

        var asked = QuestionKindReader.Read(question, words);

        Assert.Equal(kind, asked.Kind.ToString());
        Assert.Equal(focus, asked.Focus < 0 ? null : words[asked.Focus].Word.Folded);
    }

    [Theory]
    [InlineData("Who compared managing data to water control?", nameof(AnswerKind.Person))]
    [InlineData("In what year did China join?", nameof(AnswerKind.Time))]
    [InlineData("Which city hosted it?", nameof(AnswerKind.Place))]
    [InlineData("In which Japanese city was it held?", nameof(AnswerKind.Other))]
    [InlineData("How often did they meet?", nameof(AnswerKind.Count))]
    [InlineData("What percentage of GDP is digital?", nameof(AnswerKind.Count))]
    [InlineData("Do you know when it was held?", nameof(AnswerKind.Time))]
    [InlineData("Wer hat das Forum eröffnet?", nameof(AnswerKind.Other))]
    public void Reads_what_the_question_word_tells_by_itself(string question, string sign) =>
        Assert.Equal(sign, QuestionKindReader.Read(question, Tokenizer.Tokenize(question)).Sign.ToString());
}

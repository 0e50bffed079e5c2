using ForumQA.Cli.Configuration;

namespace ForumQA.Tests.Cli;

public sealed class RemediesTests
{
    [Fact]
    public void A_command_in_a_message_gets_the_corpus_that_was_given()
    {
        var remedies = new Remedies(new ShellSettings { Corpus = "my papers", Index = "a.db" });

        var message = remedies.Complete("Make it with: forumqa index --rebuild");

        Assert.Equal("Make it with: forumqa index --corpus 'my papers' --index a.db --rebuild".Replace('\'', OperatingSystem.IsWindows() ? '"' : '\''), message);
    }

    [Fact]
    public void So_does_the_one_that_undoes_a_calibration() => Assert.Equal(
        "To undo it, run: forumqa calibrate --corpus papers --reset", new Remedies(new ShellSettings { Corpus = "papers" }).Complete("To undo it, run: forumqa calibrate --reset"));

    [Fact]
    public void Without_options_the_message_stays() =>
        Assert.Equal("Run: forumqa index", new Remedies(new ShellSettings()).Complete("Run: forumqa index"));

    [Fact]
    public void A_quote_in_a_path_does_not_end_it() => Assert.Equal(
        OperatingSystem.IsWindows() ? "\"Ann's papers\"" : "'Ann'\\''s papers'", Remedies.Quote("Ann's papers"));
}

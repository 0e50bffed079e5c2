using ForumQA.Answering.Conversation;

namespace ForumQA.Tests.Answering.Conversation;

public sealed class RequestSplitterTests
{
    [Theory]
    [InlineData("When was it held and who hosted it?", "When was it held?", "who hosted it?")]
    [InlineData("When does the pool open? Who runs it?", "When does the pool open?", "Who runs it?")]
    [InlineData("who built the mill, when was that and how many people worked there?", "who built the mill?", "when was that?", "how many people worked there?")]
    [InlineData("Who left, and why?", "Who left?", "why?")]
    [InlineData("When and where was the fair held?", "When was the fair held?", "where was the fair held?")]
    [InlineData("tell me when the fair took place and what its theme was", "tell me when the fair took place", "what its theme was")]
    [InlineData("list the speakers and tell me where they met", "list the speakers", "tell me where they met")]
    [InlineData("Is the pool open on Sunday and can I bring a dog?", "Is the pool open on Sunday?", "can I bring a dog?")]
    public void Parts_what_is_asked(string message, params string[] requests) => Assert.Equal(requests, RequestSplitter.Split(message));

    [Theory]
    [InlineData("Who hosted the fair?")]
    [InlineData("When it rains, what happens to the fair?")]
    [InlineData("How are data and what people want related?")]
    [InlineData("What did she say about dogs and who they bite?")]
    [InlineData("What do the mayor and the baker say?")]
    [InlineData("Compare bread and what it costs")]
    [InlineData("I am writing a paper. What did the baker say?")]
    [InlineData("Who are a, who are b, who are c, who are d, who are e?")]
    [InlineData("why?")]
    [InlineData("与会者是谁？")]
    [InlineData("?!")]
    public void Leaves_one_request_whole(string message) => Assert.Equal([message], RequestSplitter.Split(message));
}

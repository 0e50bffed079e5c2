namespace ForumQA.Api.Answers;

/// <summary>Registers what answers are given with.</summary>
internal static class AnswerServices
{
    public static IServiceCollection AddAnswers(this IServiceCollection services) => services.AddSingleton<AnswerDesk>();
}

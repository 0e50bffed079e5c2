using ForumQA.Models.Reading;

namespace ForumQA.Answering.Reading;

/// <summary>A sentence of a question's ranking with what a reader makes of it.</summary>
/// <param name="Score">Without the reader.</param>
/// <param name="Reading">Null where its passage was not read.</param>
/// <param name="Answered">Log odds that its passage answers; 0 where that was not read.</param>
internal readonly record struct ReadCandidate(double Score, SentenceReading? Reading, double Answered);

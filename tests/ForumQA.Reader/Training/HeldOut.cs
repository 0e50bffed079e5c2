using ForumQA.Reader.Examples;
using ForumQA.Reader.Network;

namespace ForumQA.Reader.Training;

/// <summary>A first look at what the network has learned: questions of held-out articles with their own paragraphs.</summary>
internal static class HeldOut
{
    /// <summary>How well answered questions are told from near misses (area under the ROC curve), and how often the best sentence answers.</summary>
    public static (double Separation, double BestSentence) Measure(ReaderNetwork network, ExampleEncoder encoder, IReadOnlyList<ReadParagraph> paragraphs, int count)
    {
        var random = new Random(5);
        var examples = paragraphs.SelectMany(paragraph => paragraph.Questions.Select(question => (paragraph, question))).ToArray();
        random.Shuffle(examples);
        var (scores, best) = (new List<(double Score, bool IsAnswered)>(), new List<bool>());
        foreach (var (paragraph, question) in examples.Take(count))
        {
            var near = question.Places.Count > 0 ? question.Places[0] : 0;
            var encoded = encoder.Encode(new ReadingExample(question.Text, paragraph.Sentences, question.IsAnswerable ? question.Places : [], null, near), random);
            var outputs = Trainer.Read(network, encoded);
            scores.Add((outputs[0, ReaderNetwork.Answered], question.IsAnswerable));
            if (question.IsAnswerable)
            {
                var sentences = encoded.Sentences.Select(sentence => Enumerable.Range(sentence.Start, sentence.End - sentence.Start).Average(token => outputs[token, ReaderNetwork.Sentence])).ToList();
                best.Add(encoded.IsAnswering[sentences.IndexOf(sentences.Max())]);
            }
        }

        return (Separate(scores), best.Count(right => right) / (double)Math.Max(1, best.Count));
    }

    /// <summary>The probability that an answered question scores above another, ties counting half.</summary>
    public static double Separate(IReadOnlyList<(double Score, bool IsAnswered)> scores)
    {
        var (answered, others) = (scores.Where(score => score.IsAnswered).ToList(), scores.Where(score => !score.IsAnswered).ToList());
        return answered.Sum(one => others.Sum(other => one.Score > other.Score ? 1 : one.Score == other.Score ? 0.5 : 0)) / Math.Max(1, answered.Count) / Math.Max(1, others.Count);
    }
}

using System.Collections.Frozen;

namespace ForumQA.Retrieval;

/// <summary>Words that say nothing about a text's subject, in the languages we tune for.</summary>
internal static class StopWords
{
    private const string English = "a an the of in on at to for from by with about as into onto over under between among through during before after above below up down out off and or but nor so than then that this these those there here it its it's he him his she her hers they them their theirs we us our ours you your yours i me my mine is are was were be been being am do does did doing done have has had having will would shall should can could may might must not no what which who whom whose when where why how if while because until also s t d ll re ve m isn aren wasn weren don didn doesn hasn haven hadn won wouldn couldn shouldn such some any each other another both either neither own same very just only too more most many much s' one ones upon within without per via";
    private const string German = "der die das den dem des ein eine einer eines einem einen und oder aber in im an am auf aus bei mit nach von vom zu zum zur über unter vor durch für gegen um ist sind war waren wird werden wurde wurden worden hat haben hatte hatten sein seine seiner ihre ihr ihren sich es er sie wir ich du man nicht kein keine was wer wen wem wessen wann wo woher wohin wie warum welche welcher welches welchen welchem viele viel als auch dass wenn so nur noch schon sehr kann können konnte konnten soll sollte diese dieser dieses diesen diesem";
    private const string Spanish = "el la los las un una unos unas y o u pero de del al a en con por para sin sobre entre desde hasta durante es son era eran fue fueron ser sido está están estaba ha han había haber que qué cual cuál cuales cuáles quién quiénes quien cuándo cuando dónde donde cómo como cuánto cuánta cuántos cuántas porque se su sus le les lo nos no ni si sí más muy también este esta estos estas ese esa eso tiene tienen tuvo hizo hay";
    private const string Russian = "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее её мне было вот от меня еще нет о из ему при для до или был была были быть есть это этот эта эти их им чем кто кого кому кем какой какая какое какие каких каким какую каком какого когда где куда откуда почему зачем сколько чего чему который которая которое которые между над под без через после перед также является являются стал стала чей";
    private const string Arabic = "في من على الى إلى عن مع هذا هذه ذلك تلك التي الذي الذين ما ماذا من هو هي هم كان كانت يكون تكون أن ان إن لا لم لن قد كل بعض أو او و ثم كم كيف متى أين اين لماذا أي اي أية هل بين بعد قبل عند عندما حتى منذ خلال تم كما غير له لها لهم به بها فيه فيها";
    private const string Chinese = "的 了 是 在 和 与 有 什么 么是 是什 哪个 哪些 哪里 哪一 哪年 哪种 多少 少人 谁是 是谁 何时 时候 什么时 么时 为什 怎么 如何 什么 几个 在哪 在什 的什 的是 是在 中的 一个 个是 哪一 是哪 有多 有什 了什 由谁 被称 称为 叫什 么名 一种 于哪 年份 谁";

    private static readonly FrozenSet<string> All = Read(English, German, Spanish, Russian, Arabic, Chinese);
    private static readonly FrozenSet<string> OnlyEnglish = Read(English).Except(Read(German)).ToFrozenSet();
    private static readonly FrozenSet<string> OnlyGerman = Read(German).Except(Read(English)).ToFrozenSet();

    public static bool Contains(string folded) => All.Contains(folded);

    /// <summary>Whether more words are German stop words than English ones.</summary>
    public static bool LooksGerman(IEnumerable<string> folded)
    {
        var words = folded.ToList();
        return words.Count(OnlyGerman.Contains) > words.Count(OnlyEnglish.Contains);
    }

    private static FrozenSet<string> Read(params string[] lists) =>
        lists.SelectMany(list => list.Split(' ')).Select(SentenceWordReader.Fold).ToFrozenSet(StringComparer.Ordinal);
}

using ForumQA.Text;
using FsCheck;
using FsCheck.Fluent;

namespace ForumQA.Tests.Text;

public class LanguageGuessTests
{
    [Theory]
    [InlineData("Who opened the forum, and when was it held?", "English")]
    [InlineData("What did Wang Yi say about Los Angeles?", "English")]
    [InlineData("Wer hat das Forum eröffnet und wann wurde es gegründet?", "German")]
    [InlineData("Qui a ouvert le forum et pourquoi est-il important pour les deux pays ?", "French")]
    [InlineData("¿Quién inauguró el foro y cuándo se celebró?", "Spanish")]
    [InlineData("Chi ha aperto il forum e quando è stato fondato dalla città?", "Italian")]
    [InlineData("Quem abriu o fórum e quando foi fundado pela cidade?", "Portuguese")]
    [InlineData("Wie heeft het forum geopend en wanneer werd het opgericht?", "Dutch")]
    [InlineData("Kto otworzył forum i kiedy zostało założone oraz gdzie się odbyło?", "Polish")]
    [InlineData("Forumu kim açtı ve ne zaman, nasıl kuruldu?", "Turkish")]
    [InlineData("Siapa yang membuka forum ini dan kapan diadakan?", "Indonesian")]
    [InlineData("Ai là người khai mạc diễn đàn và khi nào?", "Vietnamese")]
    [InlineData("Vem öppnade forumet och när hölls det efter mötet?", "Swedish")]
    [InlineData("Hvem åbnede forummet, og hvornår blev det holdt mellem landene?", "Danish")]
    [InlineData("Hvem åpnet forumet, og hvorfor ble det holdt mellom landene?", "Norwegian")]
    [InlineData("Kdo otevřel fórum a kdy se konalo mezi městy?", "Czech")]
    [InlineData("Cine a deschis forumul și când a fost înființat în oraș?", "Romanian")]
    [InlineData("Ki nyitotta meg a fórumot, és mikor volt az?", "Hungarian")]
    [InlineData("Kuka avasi foorumin ja milloin se pidettiin?", "Finnish")]
    [InlineData("論壇はいつ開かれましたか", "Japanese")]
    [InlineData("東京フォーラムの開催地は？", "Japanese")]
    [InlineData("北京—东京论坛是什么时候举行的？", "Chinese")]
    [InlineData("GDP和AI在Tokyo论坛上怎么说？", "Chinese")]
    [InlineData("포럼은 언제 열렸습니까?", "Korean")]
    [InlineData("Кто открыл форум?", "Russian")]
    [InlineData("Хто відкрив форум і коли?", "Ukrainian")]
    [InlineData("Кой откри форума и къде?", "Bulgarian")]
    [InlineData("Кто объявил о форуме?", "Russian")]
    [InlineData("من افتتح المنتدى؟", "Arabic")]
    [InlineData("چه کسی این انجمن را گشود؟", "Persian")]
    [InlineData("मंच किसने खोला?", "Hindi")]
    [InlineData("ใครเปิดการประชุม", "Thai")]
    [InlineData("Ποιος άνοιξε το φόρουμ;", "Greek")]
    [InlineData("מי פתח את הפורום?", "Hebrew")]
    public void The_language_of_a_question_is_told(string question, string language) => Assert.Equal(language, LanguageGuess.Of(question));

    [Theory]
    [InlineData("")]
    [InlineData("2024: 17 %?")]
    [InlineData("Beijing-Tokyo Forum 2024")]
    [InlineData("Huawei?")]
    [InlineData("Genron NPO")]
    [InlineData("la")]
    [InlineData("\ud800")]
    public void Names_and_figures_alone_have_no_language(string text) => Assert.Null(LanguageGuess.Of(text));

    [Theory]
    [InlineData("Who played for La Liga and Los Angeles de Compostela?")]
    [InlineData("Who is Leonardo da Vinci in El Greco's Die Zeit?")]
    [InlineData("Who wrote Nicht Mit Uns Und Nicht Ohne Sie?")]
    [InlineData("Who is 王毅?")]
    [InlineData("What does 論壇 mean?")]
    public void Foreign_names_make_no_foreign_question(string question) => Assert.Contains(LanguageGuess.Of(question), new[] { "English", null });

    [Fact]
    public void Any_string_can_be_guessed() => Prop.ForAll<string?>(text => text is null || LanguageGuess.Of(text) is not "").QuickCheckThrowOnFailure();
}

using ForumQA.Tests.Ingestion;
using ForumQA.Text.Mentions;

namespace ForumQA.Tests.Text.Mentions;

/// <summary>Who and what the seeds mention, written down by reading them.</summary>
public sealed class SeedNamesTests
{
    [Theory]
    [InlineData(
        "17th-forum-digital-society-ai-opengov-asia.md",
        "Xi Jinping: Chinese President")]
    [InlineData(
        "17th-forum-digital-society-ai.md",
        "Xu Zhilong: editor-in-chief at Science and Technology Daily",
        "Tatsuo Yamasaki: distinguished professor at the International University of Health and Welfare",
        "Pang Dazhi: vice president of NetEase",
        "Duan Dawei: Senior Vice President of iFLYTEK Co., Ltd.",
        "Taro Shimada: Senior VP of Toshiba",
        "Jeff Shi: vice president of SenseTime",
        "Junichi Hasegawa: COO of Preferred Networks",
        "Liu Song: vice president of the company Pingkai Xingchen (Beijing) Technology Co., Ltd.",
        "Hiromi Yamaoka: board member at Future Corporation")]
    [InlineData(
        "2020-16th-forum-digital-economy.md",
        "Zhao Jiannan: Commercial Vice President of Tencent Cloud and its Chief Representative for North East Asia",
        "Liu Song: Vice President of Alibaba",
        "Fang Hanting: Vice President of Science and Technology Daily",
        "Toshio Iwamoto: Chief Corporate Advisor of NTT DATA Corporation",
        "Norihiro Suzuki: executive director and the Chief Technology Officer of Hitachi",
        "Tatsuya Ito: Member of Japan's House of Representatives",
        "Xu Zhiyu: President of Global Government Affairs at Huawei Technologies Co., Ltd.",
        "Taro Shimada: Executive Officer and a Corporate Senior Vice President at Toshiba Co., Ltd.",
        "Jiang Tao: senior vice president of iFlytek Co., Ltd.",
        "Jia Jingdun: director of China's Torch High Technology Industry Development Center",
        "Hiromi Yamaoka: director of the Japanese company Future Co., Ltd.")]
    [InlineData(
        "20th-forum-digital-future.md",
        "Wang Yi: Foreign Minister of China | Foreign Minister",
        "Xu Zhilong: editor-in-chief at Science and Technology Daily",
        "Gao Shaolin: advisor to the Legal Artificial Intelligence Research Center of Peking University",
        "Fumihiko Kamio: director of research at Nomura Research Institute in Japan")]
    [InlineData(
        "gao-bo-new-economy-china-japan-cooperation.md",
        "Gao Bo: Professor in the Department of Sociology at Duke University | Senior Visiting Professor at the Institute of New Structural Economics",
        "Merkel: Chancellor",
        "Jack Ma: ")]
    public async Task Finds_the_people_of_the_seeds_with_their_roles_and_nobody_else(string file, params string[] people)
    {
        var names = await ReadAsync(file);

        Assert.Equal(people, names.Where(name => name.Kind == MentionKind.Person).Select(name => $"{name.Name}: {string.Join(" | ", name.Details)}"));
    }

    [Theory]
    [InlineData("17th-forum-digital-society-ai-opengov-asia.md", "OpenGov Asia")]
    [InlineData(
        "17th-forum-digital-society-ai.md",
        "China International Publishing Group", "Genron NPO", "Science and Technology Daily", "International University of Health and Welfare",
        "NetEase", "iFLYTEK", "Toshiba", "SenseTime", "Preferred Networks", "Pingkai Xingchen", "Future Corporation")]
    [InlineData(
        "2020-16th-forum-digital-economy.md",
        "Oxford Economics", "Science and Technology Daily", "Tencent Cloud", "Alibaba", "NTT DATA", "Hitachi", "House of Representatives", "Huawei", "United Nations",
        "Toshiba", "iFlytek", "Eiken Foundation", "Torch High Technology Industry Development Center", "Ministry of Science and Technology", "Torch Center", "Future Co., Ltd.")]
    [InlineData(
        "20th-forum-digital-future.md",
        "China International Communications Group", "Genron NPO", "Science and Technology Daily",
        "Legal Artificial Intelligence Research Center of Peking University", "Peking University", "Nomura Research Institute")]
    [InlineData(
        "gao-bo-new-economy-china-japan-cooperation.md",
        "Department of Sociology", "Duke University", "Institute of New Structural Economics", "Peking University", "Alibaba", "Tencent", "Baidu", "Google", "Express Company")]
    public async Task Finds_the_organizations_of_the_seeds_and_no_other(string file, params string[] organizations)
    {
        var names = await ReadAsync(file);

        Assert.Equal(organizations.Order(), names.Where(name => name.Kind == MentionKind.Organization).Select(name => name.Name).Order());
    }

    [Theory]
    [InlineData("17th-forum-digital-society-ai.md", "17th Beijing-Tokyo Forum")]
    [InlineData("2020-16th-forum-digital-economy.md", "16th Beijing-Tokyo Forum", "Winter Olympics", "Tokyo Olympics")]
    [InlineData("20th-forum-digital-future.md", "20th Beijing-Tokyo Forum")]
    [InlineData("gao-bo-new-economy-china-japan-cooperation.md")]
    public async Task Finds_the_events_of_the_seeds_and_no_other(string file, params string[] events)
    {
        var names = await ReadAsync(file);

        Assert.Equal(events, names.Where(name => name.Kind == MentionKind.Event).Select(name => name.Name));
    }

    private static async Task<IReadOnlyList<DocumentName>> ReadAsync(string file) =>
        MentionReader.Read(await Reading.ReadAsync(file, await File.ReadAllBytesAsync(Repository.Path("seeds", file))));
}

using ForumQA.Tests.Api;
using ForumQA.Tests.Ingestion.Pdf;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ForumQA.Tests.Browser;

/// <summary>The documents on the page: adding, reading, deleting, and the index.</summary>
[Collection(BrowserTests.Name)]
public sealed class DocumentsTests(BrowserFixture fixture)
{
    [BrowserFact]
    public async Task Files_are_taken_one_by_one_and_can_be_asked_about_at_once()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Documents" }).First.ClickAsync();
        await Expect(open.Page.Locator("#documents-title")).ToBeFocusedAsync();

        await open.Page.GetByLabel("Files to add").SetInputFilesAsync(
        [
            File("bridge.md", "# The bridge\n\nThe bridge of Farland was designed by Otto Grau in 1954."),
            File("empty.md", ""),
        ]);

        await Expect(open.Page.Locator(".upload").First).ToContainTextAsync("Added");
        await Expect(open.Page.Locator(".upload").Last.Locator(".failure")).ToContainTextAsync("empty.md");
        await Expect(open.Page.Locator(".document")).ToHaveCountAsync(3);
        var dropped = await open.Page.EvaluateHandleAsync(
            """
            () => {
                const transfer = new DataTransfer();
                transfer.items.add(new File(['# The bridge\n\nThe bridge of Farland was designed by Lea Grau in 1954.'], 'bridge.md'));
                return transfer;
            }
            """);
        await open.Page.Locator("#drop").DispatchEventAsync("drop", new { dataTransfer = dropped });
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Replace it" }).ClickAsync();
        await Expect(open.Page.Locator(".upload").Last).ToContainTextAsync("Replaced");

        await open.Page.GetByRole(AriaRole.Link, new() { Name = "New question" }).First.ClickAsync();
        await open.AskAsync("Who designed the bridge of Farland?");
        await Expect(open.Sentences.First).ToContainTextAsync("Lea Grau");
        open.IsClean(refusals: true);
    }

    [BrowserFact]
    public async Task A_document_is_read_and_is_deleted_only_after_asking()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.GotoAsync("/#/documents");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "The bakery", Exact = true }).ClickAsync();
        await Expect(open.Source).ToContainTextAsync("The oven of the bakery was built by Rosa Klein in 1888.");
        await open.Page.Keyboard.PressAsync("Escape");
        var delete = open.Page.GetByRole(AriaRole.Button, new() { Name = "Delete The bakery" });
        await delete.ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(open.Page.Locator(".document")).ToHaveCountAsync(2);
        await delete.ClickAsync();
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Delete", Exact = true }).ClickAsync();

        await Expect(open.Page.Locator(".document")).ToHaveCountAsync(1);
        Assert.False(System.IO.File.Exists(Path.Combine(service.Folder.Corpus, "bakery.md")));
        open.IsClean();
    }

    [BrowserFact]
    public async Task The_index_takes_in_what_was_put_into_the_folder_and_names_what_it_cannot_read()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.GotoAsync("/#/documents");
        service.Folder.Write("bridge.md", "The bridge of Farland is long.");
        service.Folder.Write("broken.pdf", "no pdf");

        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Update the index" }).ClickAsync();

        await Expect(open.Page.Locator(".index-status")).ToContainTextAsync("1 added");
        await Expect(open.Page.Locator(".index-status")).ToContainTextAsync("broken.pdf");
        await Expect(open.Page.Locator(".document")).ToHaveCountAsync(3);
        open.IsClean();
    }

    [BrowserFact]
    public async Task A_quotation_from_a_document_that_has_changed_is_found_again_or_said_to_be_gone()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.AskAsync(ServiceFolder.Question);
        service.Folder.Write("town/harbour.md", "# The harbour\n\nAn introduction that was not there before.\n\nThe keeper of the lighthouse in 1930 was Tom Birch.");
        await service.PostJsonAsync("/v1/index", null);

        await open.Page.Locator(".citation").First.ClickAsync();

        await Expect(open.Source.Locator(".note")).ToContainTextAsync("The document has changed since.");
        await Expect(open.Source.Locator("mark")).ToHaveTextAsync("The keeper of the lighthouse in 1930 was Tom Birch.");
        open.IsClean();
    }

    [BrowserFact]
    public async Task Documents_are_found_sorted_and_chosen_and_only_those_are_asked()
    {
        await using var service = await RunningService.StartAsync();
        service.Folder.Write("long.md", "# A long one\n\n" + string.Concat(Enumerable.Repeat("The oven of the mill was built by Karl Roth in 1790. ", 40)));
        await service.PostJsonAsync("/v1/index", null);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.GotoAsync("/#/documents");
        var titles = open.Page.Locator(".document-title");

        await Expect(titles).ToHaveTextAsync(["The bakery", "A long one", "The harbour"]);
        await open.Page.GetByLabel("Sort by").SelectOptionAsync("size");
        await Expect(titles.First).ToHaveTextAsync("A long one");
        await open.Page.GetByLabel("Sort by").SelectOptionAsync("title");
        await Expect(titles).ToHaveTextAsync(["A long one", "The bakery", "The harbour"]);
        await open.Page.GetByLabel("Find a document").FillAsync("town HARB");
        await Expect(titles).ToHaveTextAsync(["The harbour"]);
        await open.Page.GetByLabel("Find a document").FillAsync("");
        await open.Page.GetByLabel("Choose The bakery").CheckAsync();
        await open.Page.GetByRole(AriaRole.Link, new() { Name = "Ask about 1 document" }).ClickAsync();

        await Expect(open.Page.Locator("#scope")).ToContainTextAsync("The bakery");
        await open.AskAsync("Who built the oven?");
        await Expect(open.Sentences.First).ToContainTextAsync("Rosa Klein");
        await Expect(open.Page.Locator(".source-title")).ToHaveTextAsync(["The bakery"]);
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "Ask all documents" }).ClickAsync();
        await Expect(open.Page.Locator("#scope")).ToBeHiddenAsync();
        open.IsClean();
    }

    [BrowserFact]
    public async Task An_open_document_has_its_summary_its_names_and_its_file()
    {
        await using var service = await RunningService.StartAsync();
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);
        await open.Page.GotoAsync("/#/documents");
        await open.Page.GetByRole(AriaRole.Button, new() { Name = "The harbour", Exact = true }).ClickAsync();

        await open.Source.GetByText("Summary").ClickAsync();
        await open.Source.Locator(".summary .place").First.ClickAsync();
        await Expect(open.Source.Locator("mark")).ToHaveTextAsync(await open.Source.Locator(".summary .place").First.InnerTextAsync());
        await open.Source.GetByText("Who and what it mentions").ClickAsync();
        await open.Source.GetByRole(AriaRole.Button, new() { Name = "Ada Quill", Exact = true }).ClickAsync();
        await Expect(open.Source.Locator("mark")).ToHaveTextAsync("Ada Quill");
        var download = await open.Page.RunAndWaitForDownloadAsync(() => open.Source.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync());
        Assert.Equal("harbour.md", download.SuggestedFilename);
        Assert.Equal(await System.IO.File.ReadAllBytesAsync(Path.Combine(service.Folder.Corpus, "town/harbour.md")), await System.IO.File.ReadAllBytesAsync(await download.PathAsync()));
        await open.Source.GetByRole(AriaRole.Link, new() { Name = "Ask about this document" }).ClickAsync();
        await Expect(open.Page.Locator("#scope")).ToContainTextAsync("The harbour");
        open.IsClean();
    }

    [BrowserFact]
    public async Task A_PDF_is_shown_at_the_page_of_the_quotation_with_the_quotation_marked()
    {
        using var folder = new ServiceFolder();
        await System.IO.File.WriteAllBytesAsync(
            Path.Combine(folder.Corpus, "bridge.pdf"), MinimalPdf.Of(["The river of Farland is long.", "Ada Quill opened the bridge of Farland in 1957."], ["The bridge of Farland was designed by Otto Grau in 1954."]));
        await using var service = await RunningService.StartAsync(folder);
        await using var open = await OpenPage.AtAsync(service, fixture.Browser);

        await open.AskAsync("Who designed the bridge of Farland?");
        await open.Page.Locator(".citation").First.ClickAsync();

        var fetched = await open.Page.RunAndWaitForResponseAsync(
            () => open.Source.GetByRole(AriaRole.Button, new() { Name = "Show the original" }).ClickAsync(), response => response.Url.Contains("/v1/files/", StringComparison.Ordinal));
        using var original = UglyToad.PdfPig.PdfDocument.Open(await service.Client.GetByteArrayAsync(fetched.Url));
        Assert.Equal(1, original.NumberOfPages);
        Assert.Contains("Otto Grau", original.GetPage(1).Text, StringComparison.Ordinal);
        Assert.NotEmpty(original.GetPage(1).Paths);
        await Expect(open.Source.Locator("iframe")).ToBeVisibleAsync();
        await Expect(open.Source.Locator(".source-text")).ToBeHiddenAsync();
        await open.Source.GetByRole(AriaRole.Button, new() { Name = "Show the text" }).ClickAsync();
        await Expect(open.Source.Locator("mark")).ToBeVisibleAsync();
        await open.Source.GetByRole(AriaRole.Button, new() { Name = "Show the original" }).ClickAsync();
        await Expect(open.Source.Locator("iframe")).ToBeVisibleAsync();
        await open.Source.GetByText("Who and what it mentions").ClickAsync();
        await open.Source.GetByRole(AriaRole.Button, new() { Name = "Ada Quill", Exact = true }).ClickAsync();
        await Expect(open.Source.Locator("mark")).ToHaveTextAsync("Ada Quill");
        await Expect(open.Source.Locator("mark")).ToBeInViewportAsync();
        await Expect(open.Source.Locator("iframe")).ToHaveCountAsync(0);
        await Expect(open.Source.GetByRole(AriaRole.Button, new() { Name = "Show the original" })).ToBeVisibleAsync();
    }

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes(text) };
}

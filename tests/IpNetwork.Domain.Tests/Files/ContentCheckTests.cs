using IpNetwork.Domain.Files;
using IpNetwork.Domain.Files.Content;
using IpNetwork.Testing.Files;
using Xunit;
using Xunit.Abstractions;

namespace IpNetwork.Domain.Tests.Files;

public sealed class ContentCheckTests(ITestOutputHelper output)
{
    private const long MostBytes = 64 * 1024 * 1024;

    [Fact]
    [Trait("Security", "FI01")]
    [Trait("Security", "IN05")]
    public void No_hostile_file_is_taken()
    {
        var files = Hostile.All().ToList();
        var wrong = files.Select(file => (file, Found: ContentCheck.Check(new MemoryStream(file.Content), file.Kind).Refusal))
            .Where(tried => tried.Found is null || (tried.file.Code.Length > 0 && tried.Found.Code != tried.file.Code))
            .Select(tried => $"{tried.file}: {tried.Found?.Code ?? "taken"}, not {tried.file.Code}")
            .ToList();

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.True(files.Count >= 150, $"Only {files.Count} hostile files.");
        output.WriteLine($"{files.Count} hostile files, none taken.");
    }

    [Fact]
    [Trait("Security", "FI01")]
    public void Every_sound_file_is_taken()
    {
        var wrong = Good.All().Select(file => (file, ContentCheck.Check(new MemoryStream(file.Content), file.Kind, file.Kind.MediaType).Refusal))
            .Where(tried => tried.Refusal is not null)
            .Select(tried => $"{tried.file.What}: {tried.Refusal}");

        Assert.Empty(wrong);
    }

    [Fact]
    [Trait("Security", "FI04")]
    public void The_worst_file_costs_no_memory()
    {
        foreach (var file in Hostile.All())
        {
            var content = new MemoryStream(file.Content);
            var before = GC.GetAllocatedBytesForCurrentThread();
            ContentCheck.Check(content, file.Kind);
            var used = GC.GetAllocatedBytesForCurrentThread() - before;

            Assert.True(used < MostBytes, $"{file}: {used / 1024 / 1024} MB");
        }
    }

    [Fact]
    [Trait("Security", "FI06")]
    public void What_a_file_tells_of_its_owner_is_found()
    {
        var placed = Check(Samples.Jpg(exif: Samples.Exif(place: true, artist: false)), FileKind.Jpg);
        var signed = Check(Samples.Png(exif: Samples.Exif(place: false, artist: true)), FileKind.Png);
        var silent = Check(Samples.Jpg(exif: Samples.Exif(place: false, artist: false)), FileKind.Jpg);
        var inside = Check(Samples.Zip(("照片/门面.jpg", Samples.Jpg(exif: Samples.Exif(place: true, artist: true)))), FileKind.Zip);
        var document = Check(Samples.Pdf(objects: "9 0 obj << /Author (x) >> endobj\n"), FileKind.Pdf);

        Assert.Equal((true, false), (placed.TellsPlace, placed.TellsAuthor));
        Assert.Equal((false, true), (signed.TellsPlace, signed.TellsAuthor));
        Assert.Equal((false, false), (silent.TellsPlace, silent.TellsAuthor));
        Assert.Equal((true, true), (inside.TellsPlace, inside.TellsAuthor));
        Assert.True(document.TellsAuthor);
    }

    [Theory]
    [InlineData("application/pdf", true)]
    [InlineData("", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData("APPLICATION/PDF; charset=binary", true)]
    [InlineData("image/png", false)]
    [InlineData("text/html", false)]
    [InlineData("application/x-msdownload", false)]
    [Trait("Security", "FI01")]
    public void What_the_sender_says_of_the_type_must_agree(string declared, bool fits) =>
        Assert.Equal(fits, ContentCheck.Check(new MemoryStream(Samples.Pdf()), FileKind.Pdf, declared).Refusal is null);

    /// <summary>A name cut by the reader's own windows would pass; so it is put at every place around a window's edge.</summary>
    [Fact]
    [Trait("Security", "FI01")]
    public void A_word_across_two_windows_is_found()
    {
        for (var shift = 0; shift < 40; shift++)
        {
            var padding = new string(' ', (64 * 1024) - 400 + (shift * 10));
            Assert.NotNull(Check(Samples.Pdf(objects: $"{padding}9 0 obj << /S /JavaScript >> endobj\n"), FileKind.Pdf).Refusal);
            Assert.NotNull(Check(Samples.Pdf(objects: $"{padding}({System.Text.Encoding.ASCII.GetString(Hostile.Eicar)})\n"), FileKind.Pdf).Refusal);
        }
    }

    private static ContentReport Check(byte[] content, FileKind kind) => ContentCheck.Check(new MemoryStream(content), kind);
}

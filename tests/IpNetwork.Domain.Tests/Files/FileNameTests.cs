using IpNetwork.Domain.Files;
using Xunit;

namespace IpNetwork.Domain.Tests.Files;

public sealed class FileNameTests
{
    [Theory]
    [InlineData("营业执照.pdf", FileKind.Pdf)]
    [InlineData("  IMG_2026.JPEG ", FileKind.Jpg)]
    [InlineData("关于 2026.1.5 会议的通知（终稿）.docx", FileKind.Docx)]
    [InlineData("v1.2.3.xlsx", FileKind.Xlsx)]
    [InlineData("100%合格.png", FileKind.Png)]
    [InlineData("发票.ofd", FileKind.Ofd)]
    [InlineData("材料.zip", FileKind.Zip)]
    public void An_ordinary_name_is_taken(string typed, FileKind kind)
    {
        var name = FileName.Parse(typed, FileKinds.All);

        Assert.True(name.IsDone, name.IsDone ? "" : name.Refusals[0].ToString());
        Assert.Equal((typed.Trim(), kind), (name.Value.Text, name.Value.Kind));
    }

    [Theory]
    [InlineData(null, "FILE_NAME_REQUIRED")]
    [InlineData("   ", "FILE_NAME_REQUIRED")]
    [InlineData("a.exe", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("a.pdf.exe", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("a.svg", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("pdf", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("合同", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("a.docm", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("a.ｐｄｆ", "FILE_TYPE_NOT_ALLOWED")]
    [InlineData("a.exe.pdf", "FILE_DOUBLE_EXTENSION")]
    [InlineData("a.EXE .pdf", "FILE_DOUBLE_EXTENSION")]
    [InlineData("a.jpg.pdf", "FILE_DOUBLE_EXTENSION")]
    [InlineData("a．exe．x.pdf", "FILE_DOUBLE_EXTENSION")]
    [InlineData("a%2Eexe.pdf", "FILE_DOUBLE_EXTENSION")]
    [InlineData("a.php%00.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a.php\0.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("evil\u202Efdp.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a\u200Bb.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a\nb.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a\u2028b.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a\uD800b.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("../a.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("..%2F..%2Fa.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("C:\\a.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a|b.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a\"b.pdf", "FILE_NAME_CHARACTERS")]
    [InlineData(".pdf", "FILE_NAME_CHARACTERS")]
    [InlineData("a.pdf.", "FILE_NAME_CHARACTERS")]
    [InlineData("a.pdf::$DATA", "FILE_NAME_CHARACTERS")]
    [Trait("Security", "FI01")]
    public void A_name_that_hides_something_is_refused(string? typed, string code)
    {
        var name = FileName.Parse(typed, FileKinds.All);

        Assert.False(name.IsDone, "taken");
        Assert.Equal(code, name.Refusals[0].Code);
    }

    [Fact]
    public void A_name_may_be_long_but_not_endless()
    {
        Assert.True(FileName.Parse(new string('长', FileName.Longest - 4) + ".pdf", FileKinds.All).IsDone);
        Assert.Equal("FILE_NAME_TOO_LONG", FileName.Parse(new string('长', FileName.Longest) + ".pdf", FileKinds.All).Refusals[0].Code);
    }

    [Fact]
    public void A_kind_that_the_province_does_not_take_is_refused() =>
        Assert.Equal("FILE_TYPE_NOT_ALLOWED", FileName.Parse("a.zip", [FileKind.Pdf]).Refusals[0].Code);
}

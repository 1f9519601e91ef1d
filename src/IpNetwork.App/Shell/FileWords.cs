using System.Globalization;
using IpNetwork.Domain.Files;

namespace IpNetwork.App.Shell;

/// <summary>Files as people read of them.</summary>
internal static class FileWords
{
    public static string Size(long bytes) => bytes switch
    {
        < 1024 => $"{bytes} 字节",
        < 1024 * 1024 => $"{bytes / 1024} KB",
        _ => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0 / 1024.0:0.0} MB"),
    };

    /// <summary>What lies in the file beside what its owner meant to hand in.</summary>
    public static IReadOnlyList<string> Notices(StoredFile file) =>
    [
        .. file.TellsPlace ? ["图片里记着拍摄地点。不想让人知道的，请去掉位置信息后重新上传。"] : Array.Empty<string>(),
        .. file.TellsAuthor ? ["文件里记着作者姓名。不想让人知道的，请去掉后重新上传。"] : Array.Empty<string>(),
    ];
}

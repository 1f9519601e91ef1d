using System.Text;

namespace IpNetwork.LocalPostgres;

internal sealed class ServerLog(string path)
{
    private const long Fullest = 16 << 20;
    private const int LinesShown = 12;
    private long _mark;

    public string Path => path;

    public void Mark()
    {
        if (new FileInfo(path) is { Exists: true, Length: > Fullest })
        {
            File.WriteAllText(path, "");
        }

        _mark = new FileInfo(path) is { Exists: true } file ? file.Length : 0;
    }

    public string SinceMark()
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        stream.Seek(Math.Min(_mark, stream.Length), SeekOrigin.Begin);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var lines = reader.ReadToEnd().TrimEnd().Split('\n');
        return string.Join('\n', lines.TakeLast(LinesShown));
    }
}

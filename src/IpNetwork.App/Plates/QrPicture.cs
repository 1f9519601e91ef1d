using System.Globalization;
using System.Text;
using QRCoder;

namespace IpNetwork.App.Plates;

/// <summary>A QR code as one path of unit squares, for drawing inside a picture.</summary>
public sealed record QrPicture(int Side, string Path)
{
    private const int QuietZone = 4;

    public static QrPicture Of(Uri address)
    {
        using var code = QRCodeGenerator.GenerateQrCode(address.AbsoluteUri, QRCodeGenerator.ECCLevel.M);
        var rows = code.ModuleMatrix.Skip(QuietZone).SkipLast(QuietZone).Select(row => row.Cast<bool>().Skip(QuietZone).SkipLast(QuietZone).ToList()).ToList();
        var path = new StringBuilder();
        foreach (var (y, row) in rows.Index())
        {
            for (var x = 0; x < row.Count; x++)
            {
                var run = row.Skip(x).TakeWhile(dark => dark).Count();
                if (run > 0)
                {
                    path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h{run}v1h-{run}z");
                    x += run;
                }
            }
        }

        return new(rows.Count, path.ToString());
    }
}

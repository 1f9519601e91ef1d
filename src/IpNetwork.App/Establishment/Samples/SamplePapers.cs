using System.Security.Cryptography;
using System.Text;
using IpNetwork.App.Data;
using IpNetwork.App.Data.Files;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Files;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Establishment.Samples;

/// <summary>Materials of a sample: small sound files that lie in the store, so that every link on a page opens.</summary>
internal sealed class SamplePapers(NetworkDb db, CurrentNode current, FileIntake intake)
{
    private const string Purpose = "application";
    private static readonly byte[] Paper = Pdf();

    /// <summary>The two papers everybody hands in, and a proof for each condition that is measured.</summary>
    public async Task AttachAsync(EstablishmentApplication application, ThresholdSet? set, DateTimeOffset at, CancellationToken ct)
    {
        await OneAsync(application, MaterialKind.ApplicationForm, null, set, at, ct);
        await OneAsync(application, MaterialKind.ConstructionPlan, null, set, at, ct);
        foreach (var threshold in set?.Items ?? [])
        {
            await OneAsync(application, MaterialKind.Proof, threshold, set, at, ct);
        }
    }

    private async Task OneAsync(EstablishmentApplication application, MaterialKind kind, Threshold? proves, ThresholdSet? set, DateTimeOffset at, CancellationToken ct)
    {
        var name = FileName.Parse($"{(proves is null ? kind.Chinese() : $"{proves.Label}证明")}.pdf", new FileRules().Kinds).Value;
        var file = StoredFile.Announce(current.Id, new(Purpose, application.Id, proves is null ? $"material.{kind}" : $"proof.{proves.Code}"), name, Paper.Length, application.PersonId, FilePlace.NewName(), at);
        using var content = new MemoryStream(Paper);
        var report = await FileIntake.LookAsync(content, name.Kind, null, ct);
        content.Position = 0;
        if ((report.Refusal ?? await intake.PutAsync(file, content, ct)) is { } refusal)
        {
            throw new InvalidOperationException(refusal.Message);
        }

        var receipt = file.Receive(Convert.ToHexStringLower(SHA256.HashData(Paper)), report, at);
        file.Freeze(at);
        db.Add(file);
        var attached = application.Attach(new() { FileId = file.Id.Value, Kind = kind, ConditionCode = proves?.Code, Name = receipt.Name, Size = receipt.Size, Sha256 = receipt.Sha256, AddedAt = at }, set, at);
        if (!attached.IsDone)
        {
            throw new InvalidOperationException(attached.Refusals[0].Message);
        }
    }

    private static byte[] Pdf()
    {
        const string body = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
            + "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>\nendobj\n"
            + "4 0 obj\n<< /Length 38 >>\nstream\nBT /F1 24 Tf 72 720 Td (Sample) Tj ET \nendstream\nendobj\n"
            + "5 0 obj\n<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>\nendobj\n";
        return Encoding.Latin1.GetBytes($"{body}xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n{body.Length}\n%%EOF\n");
    }
}

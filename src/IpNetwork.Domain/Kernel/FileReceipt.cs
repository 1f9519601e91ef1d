namespace IpNetwork.Domain.Kernel;

/// <summary>What proves which file was handed in: kept by records that must say later exactly what they were given.</summary>
/// <param name="Slot">Which of the record's places the file fills, such as a material's code.</param>
/// <param name="Sha256">Of the whole content, lower-case hexadecimal.</param>
public sealed record FileReceipt(FileId Id, string Slot, string Name, string MediaType, long Size, string Sha256, DateTimeOffset ReceivedAt);

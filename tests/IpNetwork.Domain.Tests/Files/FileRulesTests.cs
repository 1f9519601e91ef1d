using IpNetwork.Domain.Files;
using Xunit;

namespace IpNetwork.Domain.Tests.Files;

public sealed class FileRulesTests
{
    private const long Megabyte = 1024 * 1024;
    private static readonly FileRules Rules = new() { FileMegabytes = 10, SubjectFiles = 3, SubjectMegabytes = 25, NodeGigabytes = 1, OpenUploads = 2 };

    [Theory]
    [InlineData(10 * Megabyte, 2, 15 * Megabyte, 1014 * Megabyte, 1, null)]
    [InlineData(-1, 0, 0, 0, 0, "FILE_SIZE_REQUIRED")]
    [InlineData(0, 0, 0, 0, 0, "FILE_EMPTY")]
    [InlineData((10 * Megabyte) + 1, 0, 0, 0, 0, "FILE_TOO_LARGE")]
    [InlineData(1, 3, 3, 3, 0, "FILE_COUNT_EXCEEDED")]
    [InlineData(10 * Megabyte, 2, (15 * Megabyte) + 1, 0, 0, "FILE_TOTAL_EXCEEDED")]
    [InlineData(1, 0, 0, 0, 2, "TOO_MANY_UPLOADS")]
    [InlineData(10 * Megabyte, 0, 0, (1014 * Megabyte) + 1, 0, "FILE_QUOTA_EXCEEDED")]
    [Trait("Security", "FI03")]
    public void One_more_file_is_taken_while_there_is_room(long size, int files, long subject, long node, int open, string? code) =>
        Assert.Equal(code, Rules.Refuse(size, new(files, subject, node, open))?.Code);
}

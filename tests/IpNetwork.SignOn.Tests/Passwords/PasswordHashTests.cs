using System.Buffers.Binary;
using IpNetwork.SignOn.Data;
using IpNetwork.SignOn.Passwords;
using IpNetwork.SignOn.Tests.Hosting;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace IpNetwork.SignOn.Tests.Passwords;

public sealed class PasswordHashTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    private const string Password = "old bricks and green moss";

    [Fact]
    public void A_hash_is_PBKDF2_with_SHA512_and_210000_rounds()
    {
        var hash = Convert.FromBase64String(Real().HashPassword(new(), Password));

        Assert.Equal(1, hash[0]);
        Assert.Equal(2u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(1)));
        Assert.Equal(210_000u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(5)));
        Assert.Equal(16u, BinaryPrimitives.ReadUInt32BigEndian(hash.AsSpan(9)));
        Assert.Equal(13 + 16 + 32, hash.Length);
    }

    [Fact]
    public void The_decoy_is_built_like_a_real_hash()
    {
        var real = Real();

        var decoy = Convert.FromBase64String(real.Decoy);

        Assert.Equal(Convert.FromBase64String(real.HashPassword(new(), Password))[..13], decoy[..13]);
        Assert.Equal(13 + 16 + 32, decoy.Length);
    }

    [Fact]
    public async Task A_hash_from_weaker_times_is_renewed_when_its_owner_signs_in()
    {
        await using var weak = await SignOnHost.StartAsync(Options(1_000));
        await weak.CreateAccountAsync("veteran", Password);
        await using var strong = await SignOnHost.StartAsync(Options(3_000));
        using var browser = strong.OpenBrowser();

        await browser.SignInAsync("veteran", "wrong");
        var afterWrong = await RoundsAsync(strong);
        await browser.SignInAsync("veteran", Password);

        Assert.Equal(1_000u, afterWrong);
        Assert.Equal(3_000u, await RoundsAsync(strong));
        using var again = strong.OpenBrowser();
        await again.SignInAsync("veteran", Password);
        Assert.True(await again.IsSignedInAsync());
    }

    private static Task<uint> RoundsAsync(SignOnHost host) => host.UseAsync(async (SignOnDb db) =>
    {
        var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.UserName == "veteran");
        return BinaryPrimitives.ReadUInt32BigEndian(Convert.FromBase64String(account.PasswordHash ?? "").AsSpan(5));
    });

    private SignOnOptions Options(int rounds) => new() { ConnectionString = database.AsSignOn, PasswordIterations = rounds };

    private static PasswordHash Real() => new(new() { ConnectionString = "" });
}

using System.Net;
using IpNetwork.SignOn.Tests.Hosting;
using Xunit;

namespace IpNetwork.SignOn.Tests.SignIn;

public sealed class ProcessesTests(MigratedDatabase database) : IClassFixture<MigratedDatabase>
{
    [Fact]
    public async Task A_form_drawn_by_one_process_is_taken_by_another()
    {
        var hosts = await Task.WhenAll(SignOnHost.StartAsync(database), SignOnHost.StartAsync(database));
        await using var one = hosts[0];
        await using var two = hosts[1];
        var id = await one.CreateAccountAsync("balanced");
        foreach (var (from, to) in new[] { (one, two), (two, one) })
        {
            using var there = await from.OpenSignedInAsync(id);
            var token = await there.TokenAsync("/account");
            using var here = to.OpenBrowser();
            here.SetCookie("ipnet", there.Cookie("ipnet") ?? "");
            here.SetCookie("ipnet-csrf", there.Cookie("ipnet-csrf") ?? "");

            Assert.Equal(HttpStatusCode.Redirect, (await here.PostAsync("/sign-out", token)).StatusCode);
        }

        // On one machine they would also meet in its user's key folder.
        Assert.InRange(await database.CountAsync("select count(*) from signon.protection_keys"), 1, 2);
    }
}

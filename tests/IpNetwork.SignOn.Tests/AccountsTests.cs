using IpNetwork.SignOn.Tests.Hosting;
using Xunit;

namespace IpNetwork.SignOn.Tests;

public sealed class AccountsTests(MigratedDatabase database) : HostedTests(database)
{
    [Fact]
    public async Task An_account_is_found_by_name_and_by_id()
    {
        var id = await Host.CreateAccountAsync("Zhang.San");

        var byName = await Host.UseAsync((Accounts a) => a.FindByUserNameAsync(" zhang.san", CancellationToken.None));
        var byId = await Host.UseAsync((Accounts a) => a.FindAsync(id, CancellationToken.None));
        var many = await Host.UseAsync((Accounts a) => a.FindManyAsync([id, Guid.NewGuid()], CancellationToken.None));

        Assert.Equal(id, byName?.Id);
        Assert.Equal(7, id.Version);
        Assert.Equal("王小明", byId?.Name);
        Assert.Equal([id], many.Select(a => a.Id));
    }

    [Fact]
    public async Task Of_many_who_want_one_name_at_once_one_gets_it()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ =>
            Host.UseAsync((Accounts a) => a.CreateAsync("wanted", "李雷", null, CancellationToken.None))));

        Assert.Single(outcomes, o => o.Succeeded);
        Assert.All(outcomes.Where(o => !o.Succeeded), o => Assert.Equal("ACCOUNT_EXISTS", Assert.Single(o.Refusals).Code));
    }

    [Theory]
    [InlineData("", "李雷", null, "USER_NAME_INVALID")]
    [InlineData("a b", "李雷", null, "USER_NAME_INVALID")]
    [InlineData("a\0b", "李雷", null, "USER_NAME_INVALID")]
    [InlineData("lilei", " ", null, "NAME_INVALID")]
    [InlineData("lilei", "李雷", "short", "PASSWORD_TOO_SHORT")]
    [InlineData("lilei", "李雷", "password1234", "PASSWORD_GUESSABLE")]
    public async Task What_is_wrong_is_said_by_field(string userName, string name, string? password, string code)
    {
        var outcome = await Host.UseAsync((Accounts a) => a.CreateAsync(userName, name, password, CancellationToken.None));

        Assert.Null(outcome.AccountId);
        Assert.Equal(code, Assert.Single(outcome.Refusals).Code);
    }
}

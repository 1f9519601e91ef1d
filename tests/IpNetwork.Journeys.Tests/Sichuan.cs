using IpNetwork.App;
using IpNetwork.App.Data;
using IpNetwork.App.Deployment;
using IpNetwork.App.Establishment.Samples;
using IpNetwork.App.Opening.Samples;
using IpNetwork.App.Provinces;
using IpNetwork.App.Provinces.Applying;
using IpNetwork.Domain.Staff;
using IpNetwork.Journeys.Tests.Browsers;
using IpNetwork.Journeys.Tests.Walk;
using IpNetwork.SignOn;
using IpNetwork.Testing;
using IpNetwork.Testing.Postgres;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.Journeys.Tests;

/// <summary>Sichuan's network from its pack, as a newcomer's first start shows it.</summary>
public sealed class Sichuan : NetworkHost
{
    private const string Pack = "sichuan";
    private Ground? ground;

    internal Ground Ground => ground ?? throw new InvalidOperationException("Not started.");

    public override async Task InitializeAsync()
    {
        if (Chromium.Program is null)
        {
            return;
        }

        await base.InitializeAsync();
        await SampleApplications.EnsureAsync(Services, Pack, CancellationToken.None);
        await SampleOpening.EnsureAsync(Services, CancellationToken.None);
        ground = await Grounds.OfSichuanAsync(this);
    }

    /// <summary>Somebody with a session who works at a node of the pack.</summary>
    internal async Task<Visitor> StaffAsync(string slug, params Role[] roles) => await new Given(this).StaffAsync(await NodeAsync(slug), roles);

    internal async Task JoinAsync(Visitor visitor, string slug, Role role) => await new Given(this).JoinAsync(visitor, await NodeAsync(slug), role);

    /// <summary>Somebody who signs in by hand.</summary>
    internal async Task HireAsync(string userName, string password, string slug, Role role)
    {
        await using var scope = Services.CreateAsyncScope();
        var made = await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(userName, "陈思远", password, CancellationToken.None);
        using var person = new Visitor(Address, made.AccountId ?? throw new InvalidOperationException(made.Refusals[0].Message));
        await JoinAsync(person, slug, role);
    }

    internal async Task<TestNode> NodeAsync(string slug)
    {
        var nodes = await Services.GetRequiredService<NodeDirectory>().CurrentAsync(CancellationToken.None);
        var node = nodes.BySlug(slug) ?? throw new InvalidOperationException($"The pack has no node {slug}.");
        return new(node.Id, node.Slug, node.Kind, node.DivisionCode, node);
    }

    protected override Task<string> TemplateAsync() =>
        TestPostgres.TemplateAsync($"{Schema.Fingerprint()} {TenantsFolder.Hash(TenantsFolder.Find(), Pack)}", PrepareWithPackAsync);

    private static async Task PrepareWithPackAsync(string connection)
    {
        await PrepareAsync(connection);
        var settings = new Settings(DatabaseLogins.Administrative(connection), Path.GetTempPath(), IsDevelopment: true) { RunsWeb = false, RunsWorker = false };
        await using var app = Composition.Build(settings);
        await ApplyPack.ApplyIfChangedAsync(app.Services, Pack, _ => { }, CancellationToken.None);
    }
}

using System.Net;
using IpNetwork.App.Tests.Files;
using IpNetwork.Domain.Staff;
using IpNetwork.Testing;
using IpNetwork.Testing.Files;
using Xunit;

namespace IpNetwork.App.Tests.Establishment.Deciding;

/// <summary>Photos of a site visit, from the assessor's hand into the record (ASM-01).</summary>
public sealed class PhotoTests(DecidingHost host) : IClassFixture<DecidingHost>, IAsyncLifetime
{
    private const string Purpose = "assessment";
    private DecidingTown town = null!;

    public async Task InitializeAsync() => town = await DecidingTown.MakeAsync(host);

    public Task DisposeAsync()
    {
        town.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public async Task What_an_assessor_uploads_goes_into_the_next_record_and_stays()
    {
        var number = await town.BegunAsync();
        var photo = await HandInAsync(town.Assessor, number, "窗口.png");

        Assert.Equal("", await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today)));
        Assert.Equal("", await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today)));

        var records = (await town.Assessor.JsonAsync(town.Application(number)))["assessments"]!.AsArray();
        Assert.Equal([photo], records[0]!["files"]!.AsArray().Select(file => file!.GetValue<string>()));
        Assert.Empty(records[1]!["files"]!.AsArray());
        using var removed = await town.Assessor.PostAsync($"{town.Province.Api}/files/{photo}/removal");
        using var opened = await town.Leader.GetAsync($"{town.Province.Api}/files/{photo}/content");
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Contains("窗口.png", await town.Leader.TextAsync($"/{town.Province.Slug}/workbench/applications/{number}"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public async Task Two_assessors_do_not_take_each_others_photos()
    {
        var number = await town.BegunAsync();
        using var colleague = await town.Given.StaffAsync(town.Province, Role.Assessor);
        await HandInAsync(colleague, number, "会场.png");

        await town.ActAsync(town.Assessor, number, "assessments", DecidingTown.Visit(town.Today));

        Assert.Empty((await town.Assessor.JsonAsync(town.Application(number)))["assessments"]![0]!["files"]!.AsArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await StartAsync(town.Assessor, number, "会场.png", SlotOf(colleague))).Status);
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public async Task A_city_neither_sees_them_nor_hands_any_in()
    {
        var number = await town.BegunAsync();
        var photo = await HandInAsync(town.Assessor, number, "窗口.png");

        using var opened = await town.Manager.GetAsync($"{town.City.Api}/files/{photo}/content");
        var started = await new Uploader(town.Manager, town.City, await IdAsync(number)).StartAsync("a.png", 10, purpose: Purpose, slot: SlotOf(town.Manager));

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (opened.StatusCode, started.Status));
    }

    [Fact]
    [Trait("Rule", "ASM-01")]
    public async Task After_the_decision_nothing_comes_in()
    {
        var number = await town.PlannedAsync();

        var started = await StartAsync(town.Assessor, number, "窗口.png", SlotOf(town.Assessor));

        Assert.Equal("WRONG_APPLICATION_STATUS", started.Code);
    }

    private async Task<string> HandInAsync(Visitor who, string number, string name)
    {
        var content = Samples.Png();
        var uploader = new Uploader(who, town.Province, await IdAsync(number));
        await uploader.StartAsync(name, content.Length, purpose: Purpose, slot: SlotOf(who));
        await uploader.SendAsync(content, 0);
        return (await uploader.CompleteAsync()).Id.ToString();
    }

    private async Task<Answer> StartAsync(Visitor who, string number, string name, string slot) =>
        await new Uploader(who, town.Province, await IdAsync(number)).StartAsync(name, 10, purpose: Purpose, slot: slot);

    private async Task<Guid> IdAsync(string number) => Guid.Parse((await town.Assessor.JsonAsync(town.Application(number)))["id"]!.GetValue<string>());

    private static string SlotOf(Visitor who) => $"by.{who.Person:n}";
}

using IpNetwork.App.Data.Files;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Files;
using IpNetwork.Journeys.Tests.Browsers;
using IpNetwork.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.Journeys.Tests.Uploads;

/// <summary>The program with one page that only tests have: two rows for files, of a paper that everybody signed on may add to.</summary>
public sealed class UploadHost : NetworkHost
{
    public static readonly Guid Paper = Guid.Parse("01900000-0000-7000-8000-000000000001");
    private const string Purpose = "test-paper";

    public override Task InitializeAsync() => Chromium.Program is null ? Task.CompletedTask : base.InitializeAsync();

    protected override void Adjust(WebApplicationBuilder builder) => builder.Services.AddSingleton<IFileRoom>(new PaperRoom());

    protected override void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/papers", async (HttpContext context, FileShelf shelf, IShellContexts shells, CancellationToken ct) =>
            {
                var shell = await shells.ForAsync(context, "", ct);
                var files = await shelf.ListAsync(Purpose, Paper, ct);
                return new RazorComponentResult<PortalLayout>(new { Shell = shell, Title = "材料", ChildContent = Rows(shell, files) });
            })
            .AtNode().Allow(RouteRule.SignedOn);

    private static RenderFragment Rows(ShellContext shell, IReadOnlyList<StoredFile> files) => builder =>
    {
        builder.AddMarkupContent(0, "<div class=\"ip-title\"><div><h1>材料</h1></div></div>");
        builder.OpenElement(1, "section");
        builder.AddAttribute(2, "class", "rg");
        foreach (var (slot, title, needed) in new[] { ("licence", "营业执照", true), ("plan", "建设方案", false) })
        {
            builder.OpenComponent<UploadRow>(3);
            builder.AddComponentParameter(4, nameof(UploadRow.Shell), shell);
            builder.AddComponentParameter(5, nameof(UploadRow.Title), title);
            builder.AddComponentParameter(6, nameof(UploadRow.Subject), new FileSubject(Purpose, Paper, slot));
            builder.AddComponentParameter(7, nameof(UploadRow.Back), shell.Href("/papers"));
            builder.AddComponentParameter(8, nameof(UploadRow.Files), files.Where(file => file.Slot == slot).ToList());
            builder.AddComponentParameter(9, nameof(UploadRow.IsNeeded), needed);
            builder.CloseComponent();
        }

        builder.CloseElement();
    };

    private sealed class PaperRoom : IFileRoom
    {
        public bool Keeps(string purpose) => purpose == Purpose;

        public Task<FileRights> RightsAsync(FileSubject subject, Actor actor, CancellationToken ct) =>
            Task.FromResult(subject.Id == Paper ? FileRights.Change : FileRights.None);
    }
}

using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Staff;
using IpNetwork.SignOn;
using Microsoft.AspNetCore.Antiforgery;

namespace IpNetwork.App.Staff;

/// <summary>Where a page is, who reads it, and for whom that person acts.</summary>
internal sealed class ShellContexts(NodeDirectory directory, CurrentNode current, IProvinceSettings settings, Navigation navigation, IAntiforgery antiforgery) : IShellContexts
{
    public async Task<ShellContext> ForAsync(HttpContext context, string tab, CancellationToken ct)
    {
        var nodes = await directory.CurrentAsync(ct);
        var node = nodes.ById(current.Id) ?? throw new InvalidOperationException($"Node {current.Id} has left the directory.");
        var province = await settings.OfAsync(node.NetworkId, ct);
        var roles = context.Features.Get<ActingRoles>()?.Roles ?? [];
        var basePath = context.Request.PathBase.Value ?? "";
        return new()
        {
            NodeSlug = node.Slug,
            BasePath = basePath,
            CurrentPath = context.CurrentAddress(),
            Plate = node.Plate(),
            Ladder = [.. nodes.Ladder(node).Select(step => new LadderStep(step.PlaceName, context.HrefTo(step)))],
            Token = Token(context),
            CurrentTab = tab,
            Tabs = navigation.Tabs(basePath),
            Rail = navigation.Rail(node, roles, basePath),
            WorkbenchSearchHref = roles.Count > 0 ? navigation.SearchHref(roles, basePath) : null,
            LargeText = TextSize.IsLarge(context),
            Person = Person(context),
            Role = Acting(roles),
            Contact = province.ContactOf(node.Slug) is { } contact ? new(contact.Sample ? "咨询电话（样例）" : "咨询电话", contact.Phone) : null,
            Steward = node.Kind is NodeKind.Province && province.Centre.Length > 0 ? province.Centre : null,
            IsSample = node.IsSample,
        };
    }

    public VisitorContext Visitor(HttpContext context) => new(context.CurrentAddress(), Token(context), TextSize.IsLarge(context), Person(context));

    private static SignedInPerson? Person(HttpContext context) =>
        SignedOn.From(context.User) is { } person ? new(person.Name, SignOnDefaults.AccountPath) : null;

    private static ActingRole? Acting(IReadOnlyList<Role> roles) =>
        roles.Count == 0 ? null : new(string.Join("、", roles.Select(role => role.Chinese())), ActingRoles.ChooseNodePath);

    /// <summary>Who is not signed on has no form of ours to prove, and without a token the page stays the same for everyone.</summary>
    private FormToken Token(HttpContext context) =>
        new(context.User.Identity is { IsAuthenticated: true } ? antiforgery.GetAndStoreTokens(context).RequestToken ?? "" : "", SignOnDefaults.CsrfField);
}

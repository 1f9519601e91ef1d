using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;

namespace IpNetwork.App.Catalog.Offerings;

/// <summary>At those who fill it in: the province's items whose local part is still empty here, so that nobody can be served with them yet.</summary>
internal sealed class UnreadyOfferings(CatalogDesk catalog) : IToDoList
{
    public Task<IReadOnlyList<ToDo>> ForAsync(Desk desk, CancellationToken ct) => Task.FromResult<IReadOnlyList<ToDo>>([]);

    public async Task<IReadOnlyList<Unready>> UnreadyAsync(Desk desk, CancellationToken ct) =>
        desk.Node.Kind is NodeKind.Province || !CatalogPolicy.MayEditOfferings.LetsIn(desk.Roles) ? [] :
        [
            .. (await catalog.ItemsAsync(ct)).Items
                .Where(item => item is { State: not ItemState.Cancelled, IsLocalised: false })
                .Select(item => new Unready(new(item.Name, $"{desk.BasePath}/workbench/catalog/{item.Code}"), item.Content.Category ?? "没有分类", string.Join('、', item.Missing.Select(field => field.Label)))),
        ];
}

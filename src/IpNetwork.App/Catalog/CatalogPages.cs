using System.Globalization;
using IpNetwork.App.Catalog.Workbench;
using IpNetwork.App.Shell;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using CatalogRow = IpNetwork.App.Catalog.Workbench.CatalogRow;

namespace IpNetwork.App.Catalog;

/// <summary>What every page of this room does: show a view, read a form, say a refusal on the page.</summary>
internal sealed class CatalogPages(IShellContexts shells)
{
    public const string Tab = "catalog";

    public async Task<IResult> ShowAsync<TPage>(HttpContext context, object model, string tab = Tab, IReadOnlyList<Refusal>? refusals = null)
        where TPage : IComponent
    {
        var shell = await shells.ForAsync(context, tab, context.RequestAborted);
        var parameters = new Dictionary<string, object?> { ["Shell"] = shell, ["Model"] = model };
        return new RazorComponentResult<TPage>(parameters) { StatusCode = refusals is { Count: > 0 } ? Answers.StatusOf(refusals[0]) : StatusCodes.Status200OK };
    }

    public static IResult Go(string address) => PageAnswers.Go(address);

    /// <summary>Conditions of a list that cannot be read; the error page says why.</summary>
    public static IResult Unreadable() => TypedResults.StatusCode(StatusCodes.Status400BadRequest);

    public static IResult Export(CatalogIndexView view) => Exports.Of<CatalogRow>(view.Title,
    [
        new("事项", 36, row => row.Name),
        new("编码", 14, row => row.Code),
        new("类别", 18, row => row.Category),
        new("版本", 10, row => row.Version),
        new("执行日期", 12, row => row.EffectiveOn),
        new("状态", 10, row => row.State.Text),
        new("落地", 18, row => row.Local.Text),
        new("冲突", 8, row => row.Conflicts),
        new("说明", 10, row => row.IsSample ? "样例" : null),
    ], view.Rows);

    public static IResult Absent() => PageAnswers.Absent();

    public static bool IsAbsent(IReadOnlyList<Refusal> refusals) => refusals.Count > 0 && refusals[0] == EdgeRefusals.Absent;

    /// <summary>Everything typed; several boxes of one name joined by line breaks.</summary>
    public static Task<Dictionary<string, string>> TypedAsync(HttpContext context) => PageAnswers.TypedAsync(context);

    /// <summary>A day as a form or an address gives it; what cannot be read is added to the refusals.</summary>
    public static DateOnly? Day(string? typed, List<Refusal> refusals)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            return null;
        }

        if (DateOnly.TryParseExact(typed.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        refusals.Add(EdgeRefusals.NotADay("effectiveOn"));
        return null;
    }

    /// <summary>Said when a draft is kept but cannot go on to be reviewed.</summary>
    public const string KeptOnly = "草稿存好了，还不能核对";

    /// <summary>Whoever goes on to publish is asked for the reason where it is written, not a page later.</summary>
    public static bool LacksReason(Dictionary<string, string> typed) => typed.GetValueOrDefault("act") is not "draft" && string.IsNullOrWhiteSpace(typed.GetValueOrDefault("reason"));

    /// <summary>Refusals about a field without an input of the form are said about the whole.</summary>
    public static IEnumerable<Refusal> Beside(IReadOnlyDictionary<string, string> inputs, IEnumerable<Refusal> refusals) =>
        refusals.Select(refusal => refusal.Field is { } field && inputs.ContainsKey(field) ? refusal : refusal with { Field = null });

    public static StatusView State(ItemState state) => new(CatalogWords.Of(state), state switch
    {
        ItemState.Suspended => Tone.Wait,
        ItemState.Cancelled => Tone.End,
        _ => Tone.Ok,
    });

    /// <summary>Where a version stands in the history it belongs to.</summary>
    public static StatusView Standing<T>(Timeline<T> history, T version, ItemState state, DateTimeOffset now) where T : class, IDatedVersion =>
        !history.Line.Contains(version) ? new("被后来的版本代替", Tone.End)
        : version == history.At(now) ? State(state)
        : version.EffectiveAt > now ? new("还没到日子", Tone.Info)
        : new("已换版", Tone.End);

    public static IReadOnlyList<ChangeLine> Lines(LocalFields before, LocalFields after) =>
        [.. CatalogFields.All.Where(field => field.Governance is Governance.Local && field.Read(before) != field.Read(after))
            .Select(field => new ChangeLine(field.Label, field.Read(before) ?? "没有填", field.Read(after) ?? "没有填"))];

    public static IReadOnlyList<ChangeLine> Lines(IEnumerable<FieldDifference> changes) =>
        [.. changes.Select(change => new ChangeLine(change.Field.Label, change.Before ?? "没有", change.After ?? "没有"))];
}

using IpNetwork.App.Provinces.Applying;
using IpNetwork.App.Provinces.Reading;

namespace IpNetwork.App.Provinces;

/// <summary><c>tenants validate | plan | apply</c> of one province, or of the calendar that all share.</summary>
internal sealed record TenantsCommand(string Verb, string Subject, string Tenants)
{
    private static readonly string[] Verbs = ["validate", "plan", "apply"];

    public bool NeedsDatabase => Verb != "validate";

    private bool IsCalendar => Subject == TenantsFolder.Calendar;

    /// <summary>Null when the words make no sense.</summary>
    public static TenantsCommand? Parse(string[] args) =>
        args is [var verb, var subject] && Verbs.Contains(verb) ? new(verb, subject, TenantsFolder.Find()) : null;

    public int Validate(TextWriter output)
    {
        var errors = Errors();
        foreach (var error in errors)
        {
            output.WriteLine(error);
        }

        output.WriteLine(errors.Count == 0 ? $"{Subject}：通过检查。" : $"{Subject}：{errors.Count} 处错误。");
        return errors.Count == 0 ? 0 : 1;
    }

    public async Task<int> RunAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        if (Errors().Count > 0)
        {
            return Validate(output);
        }

        var plans = Verb == "plan" ? await PlanAsync(services, ct) : await ApplyAsync(services, output, ct);
        foreach (var plan in plans)
        {
            await output.WriteLineAsync(plan.IsEmpty ? $"{Subject}：没有变化。" : Verb == "plan" ? $"{Subject}：执行后将有以下变化，现在还没有改动。" : $"{Subject}：已完成以下变化。");
            foreach (var line in plan.Lines)
            {
                await output.WriteLineAsync($"  {line}");
            }
        }

        return 0;
    }

    private async Task<IReadOnlyList<PackPlan>> PlanAsync(IServiceProvider services, CancellationToken ct) =>
        IsCalendar ? await CalendarPlan.AllAsync(services, Tenants, ct) : [await ApplyPack.PlanAsync(services, Tenants, Subject, ct)];

    private async Task<IReadOnlyList<PackPlan>> ApplyAsync(IServiceProvider services, TextWriter output, CancellationToken ct)
    {
        if (!IsCalendar)
        {
            return [await ApplyPack.ApplyAsync(services, Tenants, Subject, output.WriteLine, ct)];
        }

        var plans = await CalendarPlan.AllAsync(services, Tenants, ct);
        foreach (var plan in plans)
        {
            await CalendarPlan.ApplyAsync(services, plan, ct);
        }

        return plans;
    }

    private IReadOnlyList<PackError> Errors() => IsCalendar
        ? PackReader.ReadCalendar(Path.Combine(Tenants, TenantsFolder.Calendar)).Errors
        : [.. PackReader.Read(TenantsFolder.Province(Tenants, Subject)).Errors, .. PackReader.ReadCalendar(Path.Combine(Tenants, TenantsFolder.Calendar)).Errors];
}

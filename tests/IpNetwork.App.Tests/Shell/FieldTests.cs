using IpNetwork.App.Shell;
using IpNetwork.Domain.Kernel;
using Xunit;

namespace IpNetwork.App.Tests.Shell;

public sealed class FieldTests
{
    private static readonly FormState Typed = FormState.Of(new Dictionary<string, string> { ["limitDays"] = "<12>" });

    [Fact]
    public async Task A_refused_field_keeps_what_was_typed_and_says_what_to_do()
    {
        var form = Typed.Refused([Refusal.Input("LIMIT_LOOSENED", "limitDays", "比全省长")]);

        string html = await Rendered.HtmlAsync<Field>(new() { ["Form"] = form, ["Name"] = "limitDays", ["Label"] = "办结时限", ["Hint"] = "填 1—6" });

        Assert.Contains("value=\"&lt;12&gt;\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-invalid=\"true\"", html, StringComparison.Ordinal);
        Assert.Contains("aria-describedby=\"f-limitDays-h f-limitDays-e\"", html, StringComparison.Ordinal);
        Assert.Contains("id=\"f-limitDays-e\"", html, StringComparison.Ordinal);
        Assert.Contains("比全省长", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_field_in_order_is_not_marked()
    {
        string html = await Rendered.HtmlAsync<Field>(new() { ["Form"] = Typed, ["Name"] = "limitDays", ["Label"] = "办结时限" });

        Assert.DoesNotContain("aria-", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_summary_leads_to_each_field_it_names()
    {
        var form = Typed.Refused([Refusal.Input("LIMIT_LOOSENED", "limitDays", "比全省长"), new Refusal("STALE", "刚才有人改过")]);

        string html = await Rendered.HtmlAsync<ErrorSummary>(new() { ["Form"] = form });

        Assert.Contains("<a href=\"#f-limitDays\">比全省长</a>", html, StringComparison.Ordinal);
        Assert.Contains("刚才有人改过", html, StringComparison.Ordinal);
        Assert.Contains("有 2 处", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_refused_stays_visible_and_cannot_be_chosen()
    {
        string html = await Rendered.HtmlAsync<Choice>(new() { ["Name"] = "resolution", ["Option"] = new FieldOption("own", "改为更短的 5", "重新承诺", "需负责人同意") });

        Assert.Contains("disabled", html, StringComparison.Ordinal);
        Assert.Contains("需负责人同意", html, StringComparison.Ordinal);
        Assert.DoesNotContain("重新承诺", html, StringComparison.Ordinal);
    }
}

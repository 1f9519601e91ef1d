using IpNetwork.Journeys.Tests.Browsers;
using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Opens one page, looks at it in each way, and writes down what is wrong with it.</summary>
internal sealed class Inspection(IPage page, Visit visit, IReadOnlyList<Look> looks)
{
    private readonly List<Finding> findings = [];

    public async Task<IReadOnlyList<Finding>> RunAsync(Uri site)
    {
        var troubles = new PageTroubles(page, site);
        var answer = await page.GotoAsync(visit.Path, new() { WaitUntil = WaitUntilState.Load });
        if (answer?.Status != visit.Status)
        {
            Add(looks[0], Check.Answer, $"answered {answer?.Status}, not {visit.Status}");
            return findings;
        }

        foreach (var look in looks)
        {
            await LookAsync(look);
        }

        foreach (var (kind, says) in troubles.Heard)
        {
            Add(looks[0], Of(kind), says);
        }

        return findings;
    }

    private async Task LookAsync(Look look)
    {
        if (look != looks[0])
        {
            await page.SetViewportSizeAsync(look.Width, look.Height);
        }

        Judge(look, await page.EvaluateAsync<Facts>(Facts.Script));
        if (look is { Script: true, Large: false } && !visit.IsForeign)
        {
            foreach (var violation in await Axe.RunAsync(page))
            {
                Add(look, Check.Accessibility, violation);
            }
        }

        await Screens.KeepAsync(page, look.Name, visit.Name, fullPage: !visit.IsForeign);
    }

    private void Judge(Look look, Facts facts)
    {
        if (facts.Title.Length == 0)
        {
            Add(look, Check.Title, "has no title");
        }

        if (facts.Overflow > 0)
        {
            Add(look, Check.Overflow, $"{facts.Overflow} px wider than the window, widest {facts.Widest}");
        }

        if (visit.IsForeign)
        {
            return;
        }

        if (facts.Headings != 1)
        {
            Add(look, Check.Heading, $"has {facts.Headings} first headings");
        }

        if (EnglishText.Find(facts.Text) is { } english)
        {
            Add(look, Check.English, english);
        }
    }

    private static Check Of(TroubleKind kind) => kind switch
    {
        TroubleKind.Script => Check.Script,
        TroubleKind.Outside => Check.Outside,
        _ => Check.Console,
    };

    private void Add(Look look, Check check, string says) => findings.Add(new(visit.Path, look.Name, check, says));
}

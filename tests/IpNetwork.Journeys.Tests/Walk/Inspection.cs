using IpNetwork.Journeys.Tests.Browsers;
using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Opens one page and writes down what is wrong with it.</summary>
internal sealed class Inspection(IPage page, Visit visit, Look look)
{
    private readonly List<Finding> findings = [];

    public async Task<IReadOnlyList<Finding>> RunAsync(Uri site)
    {
        var troubles = new PageTroubles(page, site);
        var answer = await page.GotoAsync(visit.Path, new() { WaitUntil = WaitUntilState.Load });
        if (answer?.Status != visit.Status)
        {
            Add(Check.Answer, $"answered {answer?.Status}, not {visit.Status}");
            return findings;
        }

        Judge(await page.EvaluateAsync<Facts>(Facts.Script));
        if (look is { Script: true, Large: false } && !visit.IsForeign)
        {
            foreach (var violation in await Axe.RunAsync(page))
            {
                Add(Check.Accessibility, violation);
            }
        }

        await Screens.KeepAsync(page, look.Name, visit.Name, fullPage: !visit.IsForeign);
        foreach (var (kind, says) in troubles.Heard)
        {
            Add(Of(kind), says);
        }

        return findings;
    }

    private void Judge(Facts facts)
    {
        if (facts.Title.Length == 0)
        {
            Add(Check.Title, "has no title");
        }

        if (facts.Overflow > 0)
        {
            Add(Check.Overflow, $"{facts.Overflow} px wider than the window, widest {facts.Widest}");
        }

        if (visit.IsForeign)
        {
            return;
        }

        if (facts.Headings != 1)
        {
            Add(Check.Heading, $"has {facts.Headings} first headings");
        }

        if (EnglishText.Find(facts.Text) is { } english)
        {
            Add(Check.English, english);
        }
    }

    private static Check Of(TroubleKind kind) => kind switch
    {
        TroubleKind.Script => Check.Script,
        TroubleKind.Outside => Check.Outside,
        _ => Check.Console,
    };

    private void Add(Check check, string says) => findings.Add(new(visit.Path, look.Name, check, says));
}

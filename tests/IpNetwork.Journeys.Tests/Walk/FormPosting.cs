using IpNetwork.Journeys.Tests.Browsers;
using Microsoft.Playwright;

namespace IpNetwork.Journeys.Tests.Walk;

/// <summary>Sends every form of a page as it stands, without script: what comes back is a page that says what to do.</summary>
internal sealed class FormPosting(IPage page, Visit visit, HashSet<string> sent)
{
    // Leaving would end the session that the next form needs.
    private const string SignOut = "/sign-out";
    private readonly List<Finding> findings = [];

    public async Task<IReadOnlyList<Finding>> RunAsync()
    {
        await page.GotoAsync(visit.Path);
        foreach (var action in await NewFormsAsync())
        {
            await page.GotoAsync(visit.Path);
            var path = action.Split('?')[0];
            var form = page.Locator($"form[action=\"{path}\"], form[action^=\"{path}?\"]").First;

            // An earlier form of the page may have ended what this one was about.
            if (await form.CountAsync() > 0)
            {
                await SendAsync(action, form);
            }
        }

        return findings;
    }

    private async Task<IReadOnlyList<string>> NewFormsAsync()
    {
        var fresh = new List<string>();
        var forms = page.Locator("form");
        for (var index = 0; index < await forms.CountAsync(); index++)
        {
            var action = await forms.Nth(index).GetAttributeAsync("action") ?? visit.Path;
            lock (sent)
            {
                if (action != SignOut && sent.Add($"{visit.Route} {action.Split('?')[0]}"))
                {
                    fresh.Add(action);
                }
            }
        }

        return fresh;
    }

    private async Task SendAsync(string action, ILocator form)
    {
        // What the browser itself would hold back is to be answered by us; what is folded away is unfolded.
        await form.EvaluateAsync("form => { form.noValidate = true; form.ownerDocument.querySelectorAll('details').forEach(fold => { fold.open = true; }); }");
        var button = form.Locator("button:not([type=button]):not([hidden]):visible, input[type=submit]:visible").First;
        var field = form.Locator("input:not([type=hidden]):enabled").First;
        Func<Task>? send = await button.CountAsync() > 0 ? () => button.ClickAsync() : await field.CountAsync() > 0 ? () => field.PressAsync("Enter") : null;
        if (send is null)
        {
            return;
        }

        var answer = await page.RunAndWaitForResponseAsync(send, response => response.Request.IsNavigationRequest && response.Status is < 300 or >= 400);
        await page.WaitForLoadStateAsync();
        var headings = await page.Locator("h1").CountAsync();
        if (answer.Status is not (200 or 400 or 409 or 412 or 422) || headings != 1)
        {
            Add($"{action} answered {answer.Status} with {headings} first headings");
        }
        else if (answer.Status == 400 && await page.GetByText("页面已过期").CountAsync() > 0)
        {
            Add($"{action} sends no token of its own");
        }
    }

    private void Add(string says) => findings.Add(new(visit.Path, Look.NoScript.Name, Check.Form, says));
}

using System.Globalization;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Establishment;
using IpNetwork.Domain.Kernel;
using IpNetwork.SignOn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Establishment.Filing.Registering;

/// <summary>Registration for people with an account and for those who make one with it.</summary>
internal sealed class RegistrationPages(RegisterBuilder register, FilingBook book, SignUp signUp, Accounts accounts, CurrentNode current, IShellContexts shells, IAntiforgery antiforgery)
{
    private static readonly string[] Secrets = ["password", "repeat"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet(FilingLinks.RegistrationPath, (HttpContext context, RegistrationPages pages) => pages.OpenAsync(context))
            .ExcludeFromDescription().AtNode().Allow(FilingPolicy.Public);
        app.MapPost(FilingLinks.RegistrationPath, (HttpContext context, RegistrationPages pages) => pages.RegisterAsync(context))
            .ExcludeFromDescription().AtNode().CreatesOnce().Allow(FilingPolicy.Public);
    }

    private async Task<IResult> OpenAsync(HttpContext context)
    {
        if (!book.IsHere)
        {
            return PageAnswers.Absent();
        }

        return await book.BuilderAsync(PersonOf(context)?.PersonId, context.RequestAborted) is not null
            ? PageAnswers.Go(FilingLinks.List(context))
            : await ShowAsync(context, FormState.Empty, StatusCodes.Status200OK);
    }

    private async Task<IResult> RegisterAsync(HttpContext context)
    {
        if (!book.IsHere)
        {
            return PageAnswers.Absent();
        }

        var typed = await PageAnswers.TypedAsync(context);
        var body = RegistrationBody.Of(typed);
        var actor = PersonOf(context);
        if (actor is null)
        {
            var (made, answer) = await SignUpAsync(context, body, typed);
            if (made is null)
            {
                return answer;
            }

            actor = made;
        }

        var outcome = await register.HandleAsync(body, actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(FilingLinks.List(context)) : await RefusedAsync(context, typed, outcome.Refusals);
    }

    /// <summary>Everything that can be said is said before an account is made; a code that another account holds makes none.</summary>
    private async Task<(Actor? Actor, IResult Answer)> SignUpAsync(HttpContext context, RegistrationBody body, Dictionary<string, string> typed)
    {
        var ct = context.RequestAborted;
        var (user, password, name) = (typed.GetValueOrDefault("userName", ""), typed.GetValueOrDefault("password", ""), body.ContactName ?? "");
        Refusal[] refusals =
        [
            .. register.Check(body),
            .. signUp.Check(user, name, password).Where(refusal => refusal.Field != "name").Select(Told),
            .. password == typed.GetValueOrDefault("repeat", "") ? Array.Empty<Refusal>() : [Refusal.Input("PASSWORD_NOT_REPEATED", "repeat", "两次填的密码不一样。请再填一次。")],
        ];
        if (refusals.Length > 0)
        {
            return (null, await RefusedAsync(context, typed, refusals));
        }

        if (await signUp.CountAsync(context.Connection.RemoteIpAddress, ct) is { } wait)
        {
            return (null, await WaitAsync(context, typed, wait));
        }

        if (await register.HolderAsync(body, ct) is { } holder && (await accounts.FindByUserNameAsync(user, ct))?.Id != holder.Value)
        {
            return (null, await RefusedAsync(context, typed, [EstablishmentRefusals.BuilderExists()]));
        }

        var made = await signUp.MakeAsync(context, user, name, password, ct);
        return made.AccountId is { } account
            ? (ActorOf(context, new(account), name), Results.Empty)
            : (null, await RefusedAsync(context, typed, [.. made.Refusals.Select(Told)]));
    }

    private static Refusal Told(AccountRefusal refusal) => Refusal.Input(refusal.Code, refusal.Field is "name" ? "contactName" : refusal.Field, refusal.Message);

    private Task<IResult> RefusedAsync(HttpContext context, Dictionary<string, string> typed, IReadOnlyList<Refusal> refusals) =>
        ShowAsync(context, FormState.Of(Shown(typed)).Refused(refusals), Answers.StatusOf(refusals[0]));

    private Task<IResult> WaitAsync(HttpContext context, Dictionary<string, string> typed, TimeSpan wait)
    {
        var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        var form = FormState.Of(Shown(typed)).Refused([new("TOO_MANY_REGISTRATIONS", $"从您这里来的登记太多了。您填的都在，请过 {seconds} 秒再提交。")]);
        return ShowAsync(context, form, StatusCodes.Status429TooManyRequests);
    }

    private static Dictionary<string, string> Shown(Dictionary<string, string> typed) => typed.Where(field => !Secrets.Contains(field.Key)).ToDictionary();

    private async Task<IResult> ShowAsync(HttpContext context, FormState form, int status)
    {
        var shell = await shells.ForAsync(context, "establishment", context.RequestAborted);
        return new RazorComponentResult<RegistrationPage>(new
        {
            // A visitor has something to prove here, though nobody has signed on yet.
            Shell = shell with { Token = new(antiforgery.GetAndStoreTokens(context).RequestToken ?? "", SignOnDefaults.CsrfField) },
            Model = new RegistrationView(FilingLinks.Registration(context), FilingLinks.Intro(context), form, shell.Person is null, (await book.SettingsAsync(context.RequestAborted)).Centre),
        })
        { StatusCode = status };
    }

    private Actor? PersonOf(HttpContext context) =>
        Guid.TryParse(context.User.FindFirst(SignOnDefaults.Subject)?.Value, out var person) ? ActorOf(context, new(person), context.User.FindFirst(SignOnDefaults.Name)?.Value ?? "") : null;

    private Actor ActorOf(HttpContext context, PersonId person, string name) => FilingDesk.AsBuilder(new(person, name, null, current.Id)
    {
        TraceId = context.TraceIdentifier,
        Source = context.Connection.RemoteIpAddress?.ToString(),
    });
}

/// <param name="MakesAccount">The visitor has no account yet, or has not signed on with it.</param>
public sealed record RegistrationView(string Action, string IntroHref, FormState Form, bool MakesAccount, string Centre);

using System.Globalization;
using IpNetwork.App.Data;
using IpNetwork.App.Shell;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Kernel;
using IpNetwork.Domain.Nodes;
using IpNetwork.Domain.Staff;
using IpNetwork.SignOn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;

namespace IpNetwork.App.Staff.Inviting;

/// <summary>Where a link leads: who invites, to what, and the way in with an account one has or one made here. Its token is what makes the act happen once.</summary>
internal sealed class InvitationPages(
    UseInvitation use, NodeDirectory directory, CurrentNode current, SignUp signUp, IShellContexts shells, IAntiforgery antiforgery, TimeProvider clock)
{
    public const string Path = "/invitations";

    private static readonly string[] Secrets = ["password", "repeat"];

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet($"{Path}/{{token}}", (string token, HttpContext context, InvitationPages pages) => pages.OpenAsync(token, context))
            .ExcludeFromDescription().AtNode().Allow(RouteRule.Open);
        app.MapPost($"{Path}/{{token}}", (string token, HttpContext context, InvitationPages pages) => pages.AcceptAsync(token, context))
            .ExcludeFromDescription().AtNode().Allow(RouteRule.Open);
    }

    private async Task<IResult> OpenAsync(string token, HttpContext context)
    {
        var invitation = await use.FindAsync(token, context.RequestAborted);
        return Ends(invitation, context) ?? await ShowAsync(context, invitation, FormState.Of(new Dictionary<string, string> { ["name"] = invitation?.Name ?? "", ["mobile"] = invitation?.Phone ?? "" }), StatusCodes.Status200OK);
    }

    private async Task<IResult> AcceptAsync(string token, HttpContext context)
    {
        var invitation = await use.FindAsync(token, context.RequestAborted);
        if (Ends(invitation, context) is { } ended)
        {
            return ended;
        }

        var typed = await PageAnswers.TypedAsync(context);
        var (actor, answer) = SignedOn.From(context.User) is { } person ? (ActorOf(context, person.Id, person.Name), Results.Empty) : await SignUpAsync(context, invitation, typed);
        if (actor is not { PersonId: { } holder })
        {
            return answer;
        }

        var outcome = await use.HandleAsync(token, holder, actor, context.RequestAborted);
        return outcome.IsDone ? PageAnswers.Go(Workbench(context))
            : Ends(await use.FindAsync(token, context.RequestAborted), context, holder) ?? await RefusedAsync(context, invitation, typed, outcome.Refusals);
    }

    /// <summary>The answer to a link that opens nothing any more; for the person who used it, the way to the workbench.</summary>
    private IResult? Ends(Invitation? invitation, HttpContext context, PersonId? holder = null)
    {
        if (invitation is null)
        {
            return Closed(context, StaffRefusals.UnknownInvitation(), StatusCodes.Status404NotFound);
        }

        if (invitation.UsedBy is { } user && user == (holder ?? SignedOn.From(context.User)?.Id))
        {
            return PageAnswers.Go(Workbench(context));
        }

        return invitation.Stops(clock.GetUtcNow()) is { } refusal ? Closed(context, refusal, StatusCodes.Status410Gone) : null;
    }

    private async Task<(Actor? Actor, IResult Answer)> SignUpAsync(HttpContext context, Invitation? invitation, Dictionary<string, string> typed)
    {
        var ct = context.RequestAborted;
        var (name, mobile, password) = (typed.GetValueOrDefault("name", "").Trim(), typed.GetValueOrDefault("mobile", "").Trim(), typed.GetValueOrDefault("password", ""));
        Refusal[] refusals =
        [
            .. mobile.Length == 11 && mobile[0] == '1' && mobile.All(char.IsAsciiDigit) ? Array.Empty<Refusal>() : [StaffRefusals.BadMobile()],
            .. signUp.Check(mobile, name, password).Where(refusal => refusal.Field is not "userName").Select(Told),
            .. password == typed.GetValueOrDefault("repeat", "") ? Array.Empty<Refusal>() : [StaffRefusals.PasswordNotRepeated()],
        ];
        if (refusals.Length > 0)
        {
            return (null, await RefusedAsync(context, invitation, typed, refusals));
        }

        if (await signUp.CountAsync(context.Connection.RemoteIpAddress, ct) is { } wait)
        {
            var seconds = Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds));
            context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            var form = FormState.Of(Shown(typed)).Refused([new("TOO_MANY_REGISTRATIONS", $"从您这里来的登记太多了。您填的都在，请过 {seconds} 秒再提交。")]);
            return (null, await ShowAsync(context, invitation, form, StatusCodes.Status429TooManyRequests));
        }

        var made = await signUp.MakeAsync(context, mobile, name, password, ct);
        return made.AccountId is { } account
            ? (ActorOf(context, new(account), name), Results.Empty)
            : (null, await RefusedAsync(context, invitation, typed, [.. made.Refusals.Select(Told)]));
    }

    private static Refusal Told(AccountRefusal refusal) => Refusal.Input(refusal.Code, refusal.Field is "userName" ? "mobile" : refusal.Field, refusal.Message);

    private Task<IResult> RefusedAsync(HttpContext context, Invitation? invitation, Dictionary<string, string> typed, IReadOnlyList<Refusal> refusals) =>
        ShowAsync(context, invitation, FormState.Of(Shown(typed)).Refused(refusals), Answers.StatusOf(refusals[0]));

    private static Dictionary<string, string> Shown(Dictionary<string, string> typed) => typed.Where(field => !Secrets.Contains(field.Key)).ToDictionary();

    private async Task<IResult> ShowAsync(HttpContext context, Invitation? invitation, FormState form, int status)
    {
        if (invitation is null)
        {
            return PageAnswers.Absent();
        }

        var ct = context.RequestAborted;
        var node = (await directory.CurrentAsync(ct)).ById(current.Id) ?? throw new InvalidOperationException($"Node {current.Id} has left the directory.");
        var visitor = Visitor(context);
        var view = new InvitationPageView(context.Request.PathBase + context.Request.Path, node.Plate(), (await use.InvitingAsync(invitation, ct)).Plate().Full, invitation.Role.Chinese(), Say.Moment(invitation.ExpiresAt), visitor.Person?.Name, visitor.SignInHref, form);
        return new RazorComponentResult<InvitationPage>(new { Visitor = visitor, Model = view }) { StatusCode = status };
    }

    /// <summary>No form and so no proof: the answer to a guess is the same to the last header.</summary>
    private RazorComponentResult<InvitationClosed> Closed(HttpContext context, Refusal refusal, int status)
    {
        context.Response.Headers.CacheControl = "no-store";
        return new(new { Visitor = shells.Visitor(context), Model = new InvitationClosedView(refusal.Code, refusal.Message) }) { StatusCode = status };
    }

    /// <summary>A visitor has something to prove here, though nobody has signed on yet.</summary>
    private VisitorContext Visitor(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        return shells.Visitor(context) with { Token = new(antiforgery.GetAndStoreTokens(context).RequestToken ?? "", SignOnDefaults.CsrfField) };
    }

    private static string Workbench(HttpContext context) => $"{context.Request.PathBase}/workbench";

    private Actor ActorOf(HttpContext context, PersonId person, string name) => new(person, name, null, current.Id)
    {
        TraceId = context.TraceIdentifier,
        Source = context.Connection.RemoteIpAddress?.ToString(),
    };
}

/// <param name="Person">Who is signed on; null for a visitor, who signs in or makes an account.</param>
public sealed record InvitationPageView(string Action, PlateText Plate, string By, string Role, string Until, string? Person, string SignInHref, FormState Form);

public sealed record InvitationClosedView(string Code, string Says)
{
    public string Title => Code switch
    {
        "INVITATION_USED" => "邀请链接已经用过",
        "INVITATION_REVOKED" => "邀请链接已被撤回",
        StaffRefusals.InvitationExpiredCode => "邀请链接已经过期",
        _ => "没有这个邀请链接",
    };
}

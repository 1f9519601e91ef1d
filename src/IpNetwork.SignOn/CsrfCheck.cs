using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace IpNetwork.SignOn;

/// <summary>Whether an unsafe request comes from one of our own pages: the token fits, and the browser names no other site.</summary>
public static class CsrfCheck
{
    public static async Task<bool> PassesAsync(HttpContext context)
    {
        var site = context.Request.Headers["Sec-Fetch-Site"].ToString();
        if (site is not ("" or "same-origin" or "none"))
        {
            return false;
        }

        try
        {
            await context.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(context);
            return true;
        }
        catch (AntiforgeryValidationException e)
        {
            // A form that is too large is no forgery, and its sender should be told what is wrong with it.
            if (e.InnerException is BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } tooLarge)
            {
                throw new BadHttpRequestException(tooLarge.Message, tooLarge.StatusCode, tooLarge);
            }

            return false;
        }
        catch (BadHttpRequestException)
        {
            return false;
        }
    }
}

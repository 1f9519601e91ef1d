using System.Text.Unicode;
using IpNetwork.SignOn.Data;
using IpNetwork.SignOn.Passwords;
using IpNetwork.SignOn.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Npgsql;

namespace IpNetwork.SignOn;

public static class SignOnServices
{
    /// <summary>Accounts, sessions, the cookie scheme (the default one), antiforgery and the shared data-protection keys.</summary>
    public static IServiceCollection AddSignOn(this IServiceCollection services, SignOnOptions options)
    {
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);
        AddDatabase(services, options);
        AddAccounts(services);
        AddSessions(services);
        AddProtection(services, options);
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(o => o.TextEncoderSettings = new(UnicodeRanges.All));
        return services;
    }

    private static void AddDatabase(IServiceCollection services, SignOnOptions options)
    {
        services.AddKeyedSingleton(SignOnDefaults.Scheme, (_, _) => NpgsqlDataSource.Create(options.ConnectionString));
        services.AddPooledDbContextFactory<SignOnDb>((provider, db) =>
            db.UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(SignOnDefaults.Scheme)));
        services.TryAddScoped(provider => provider.GetRequiredService<IDbContextFactory<SignOnDb>>().CreateDbContext());
        services.AddSingleton(provider => new Upkeep(provider.GetRequiredService<IDbContextFactory<SignOnDb>>(), provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddSingleton<PasswordHash>();
        services.AddSingleton<PasswordRules>();
        services.AddSingleton<IPasswordHasher<Account>>(provider => provider.GetRequiredService<PasswordHash>());
        services.AddSingleton<IPasswordValidator<Account>>(provider => provider.GetRequiredService<PasswordRules>());
        services.AddIdentityCore<Account>(identity =>
        {
            identity.Stores.SchemaVersion = IdentitySchemaVersions.Version3;
            identity.User.AllowedUserNameCharacters = "";
        }).AddUserStore<UserOnlyStore<Account, SignOnDb, Guid>>();
        services.AddScoped(provider => new Accounts(
            provider.GetRequiredService<SignOnDb>(),
            provider.GetRequiredService<UserManager<Account>>(),
            provider.GetRequiredService<PasswordRules>(),
            provider.GetRequiredService<Sessions>(),
            provider.GetRequiredService<TimeProvider>()));
    }

    private static void AddSessions(IServiceCollection services)
    {
        services.AddScoped<SignOnNotices>();
        services.AddSingleton<SessionCache>();
        services.AddSingleton<SessionCookie>();
        services.AddScoped(provider => new Sessions(
            provider.GetRequiredService<IDbContextFactory<SignOnDb>>(),
            provider.GetRequiredService<SessionCache>(),
            provider.GetRequiredService<SignOnNotices>(),
            provider.GetRequiredService<SignOnOptions>(),
            provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<HashGate>();
        services.AddSingleton<Throttling>();
        services.AddSingleton<KnownDevice>();
        services.AddScoped<Credentials>();
        services.AddScoped<SignInAttempt>();
        services.AddScoped<PasswordChange>();
        services.AddScoped(provider => new SignUp(
            provider.GetRequiredService<Accounts>(),
            provider.GetRequiredService<SignInAttempt>(),
            provider.GetRequiredService<Throttling>(),
            provider.GetRequiredService<HashGate>(),
            provider.GetRequiredService<SignOnOptions>()));
        services.AddAuthentication(SignOnDefaults.Scheme)
            .AddScheme<AuthenticationSchemeOptions, SessionHandler>(SignOnDefaults.Scheme, displayName: null, configureOptions: null);
        services.AddAuthorization();
    }

    private static void AddProtection(IServiceCollection services, SignOnOptions options)
    {
        services.AddDataProtection().SetApplicationName("IpNetwork");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider => new ConfigureOptions<KeyManagementOptions>(keys =>
        {
            keys.XmlRepository = new KeyRepository(provider.GetRequiredService<IDbContextFactory<SignOnDb>>(), options, provider.GetRequiredService<TimeProvider>());
            keys.XmlEncryptor = options.ProtectionSecrets.IsEmpty ? null : new KeyEncryption(options.ProtectionSecrets);
            keys.AutoGenerateKeys = options.MakesKeys;
        }));
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.HeaderName = SignOnDefaults.CsrfHeader;
            antiforgery.FormFieldName = SignOnDefaults.CsrfField;
            antiforgery.Cookie.Name = options.CsrfCookie;
            antiforgery.Cookie.HttpOnly = true;
            // Lax: a strict one is left out when a person comes by a link from elsewhere, and then replaced under their open forms.
            antiforgery.Cookie.SameSite = SameSiteMode.Lax;
            antiforgery.Cookie.SecurePolicy = options.RequireHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.None;
            // Not the path base: that is the node's, and one cookie serves them all.
            antiforgery.Cookie.Path = "/";
        });
    }
}

using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IpNetwork.SignOn.Data;

// Not Identity's own base class: that one reads the shape of the schema from run-time options.
internal sealed class SignOnDb(DbContextOptions<SignOnDb> options) : DbContext(options)
{
    public const string Schema = "signon";
    public const string History = "migrations_history";

    public DbSet<Account> Accounts => Set<Account>();

    public DbSet<Session> Sessions => Set<Session>();

    public DbSet<Throttle> Throttles => Set<Throttle>();

    public DbSet<ProtectionKey> ProtectionKeys => Set<ProtectionKey>();

    protected override void OnModelCreating(ModelBuilder builder)
    {
        builder.HasDefaultSchema(Schema);
        MapAccounts(builder);
        MapSessions(builder);
        SnakeCase.Apply(builder.Model);
    }

    private static void MapAccounts(ModelBuilder builder)
    {
        builder.Entity<Account>(account =>
        {
            account.ToTable("accounts");
            account.Property(a => a.Id).ValueGeneratedNever();
            account.Property(a => a.UserName).IsRequired().HasMaxLength(Limits.UserName);
            account.Property(a => a.NormalizedUserName).IsRequired().HasMaxLength(Limits.UserName);
            account.HasIndex(a => a.NormalizedUserName).IsUnique();
            account.Property(a => a.Name).HasMaxLength(Limits.Name);
            account.Property(a => a.PasswordHash).HasMaxLength(256);
            account.Property(a => a.SecurityStamp).HasMaxLength(64);
            account.Property(a => a.ConcurrencyStamp).HasMaxLength(64).IsConcurrencyToken();
            account.Ignore(a => a.Email).Ignore(a => a.NormalizedEmail).Ignore(a => a.EmailConfirmed);
            account.Ignore(a => a.PhoneNumber).Ignore(a => a.PhoneNumberConfirmed);
            account.Ignore(a => a.LockoutEnd).Ignore(a => a.LockoutEnabled).Ignore(a => a.AccessFailedCount);
        });
        builder.Entity<IdentityUserLogin<Guid>>(login =>
        {
            login.ToTable("account_logins");
            login.HasKey(l => new { l.LoginProvider, l.ProviderKey });
            login.Property(l => l.LoginProvider).HasMaxLength(128);
            login.Property(l => l.ProviderKey).HasMaxLength(256);
            login.HasOne<Account>().WithMany().HasForeignKey(l => l.UserId);
        });
        builder.Entity<IdentityUserToken<Guid>>(token =>
        {
            token.ToTable("account_tokens");
            token.HasKey(t => new { t.UserId, t.LoginProvider, t.Name });
            token.Property(t => t.LoginProvider).HasMaxLength(128);
            token.Property(t => t.Name).HasMaxLength(128);
            token.HasOne<Account>().WithMany().HasForeignKey(t => t.UserId);
        });
        builder.Entity<IdentityUserPasskey<Guid>>(passkey =>
        {
            passkey.ToTable("account_passkeys");
            passkey.HasKey(p => p.CredentialId);
            passkey.Property(p => p.CredentialId).HasMaxLength(1024);
            passkey.OwnsOne(p => p.Data).ToJson("data");
            passkey.HasOne<Account>().WithMany().HasForeignKey(p => p.UserId);
        });
    }

    private static void MapSessions(ModelBuilder builder)
    {
        builder.Entity<Session>(session =>
        {
            session.Property(s => s.Id).ValueGeneratedNever();
            session.HasIndex(s => s.SecretHash).IsUnique();
            session.HasOne<Account>().WithMany().HasForeignKey(s => s.AccountId);
            session.Property(s => s.Address).HasMaxLength(64);
            session.Property(s => s.EndedBy).HasConversion<string>().HasMaxLength(32);
        });
        builder.Entity<Throttle>(throttle =>
        {
            throttle.HasKey(t => t.Key);
            throttle.Property(t => t.Key).HasMaxLength(80);
        });
        builder.Entity<ProtectionKey>(key =>
        {
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.Name).HasMaxLength(200);
        });
    }
}

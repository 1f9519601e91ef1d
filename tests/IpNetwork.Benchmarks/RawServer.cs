using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace IpNetwork.Benchmarks;

/// <summary>The limit: raw Npgsql on bare Kestrel, one statement a request, no rules, no walls.</summary>
internal static class RawServer
{
    private const string Page = """
        select i.code, i.name, i.category, coalesce(o.committed_limit, i.committed_limit), o.department, o.windows, o.phones
        from raw.tenant t cross join raw.catalog_item i
        left join raw.catalog_override o on o.tenant_id = t.id and o.item_id = i.id
        where t.slug = $1 order by i.id limit 20
        """;

    private const string Search = """
        select i.code, i.name, i.category, coalesce(o.committed_limit, i.committed_limit), o.department, o.windows, o.phones
        from raw.tenant t cross join raw.catalog_item i
        left join raw.catalog_override o on o.tenant_id = t.id and o.item_id = i.id
        where t.slug = $1 and (i.name like $2 or i.content like $2) order by i.id limit 20
        """;

    public static async Task<int> RunAsync(string connection, string port)
    {
        await using var source = new NpgsqlSlimDataSourceBuilder(new NpgsqlConnectionStringBuilder(connection) { NoResetOnClose = true, MaxAutoPrepare = 20, MaxPoolSize = 20 }.ConnectionString).Build();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        await using var app = builder.Build();
        app.MapGet("/{slug}/services", async (string slug, HttpContext context) => await HtmlAsync(source, slug, context));
        app.MapGet("/api/v1/nodes/{slug}/services", async (string slug, string q, HttpContext context) => await JsonAsync(source, slug, q, context));
        await app.RunAsync();
        return 0;
    }

    private static async Task HtmlAsync(NpgsqlDataSource source, string slug, HttpContext context)
    {
        var html = new StringBuilder("<!DOCTYPE html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>办事</title></head><body><table>");
        await using (var command = source.CreateCommand(Page))
        {
            command.Parameters.AddWithValue(slug);
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                html.Append("<tr>");
                for (var i = 0; i < 7; i++)
                {
                    html.Append("<td>").Append(reader.IsDBNull(i) ? "" : HtmlEncoder.Default.Encode(Text(reader.GetValue(i)))).Append("</td>");
                }

                html.Append("</tr>");
            }
        }

        html.Append("</table></body></html>");
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(html.ToString());
    }

    private static async Task JsonAsync(NpgsqlDataSource source, string slug, string q, HttpContext context)
    {
        var items = new List<object>(20);
        await using (var command = source.CreateCommand(Search))
        {
            command.Parameters.AddWithValue(slug);
            command.Parameters.AddWithValue($"%{q}%");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                items.Add(new { code = reader.GetString(0), name = reader.GetString(1), category = reader.GetString(2), committedLimit = reader.GetInt32(3) });
            }
        }

        context.Response.ContentType = "application/json";
        await JsonSerializer.SerializeAsync(context.Response.Body, new { items });
    }

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}

using System.Globalization;
using System.Text.Json;
using IpNetwork.App.Tenancy;
using IpNetwork.Domain.Catalog;
using IpNetwork.Domain.Kernel;
using Npgsql;
using NpgsqlTypes;

namespace IpNetwork.Benchmarks;

/// <summary>One province with so many city platforms, 500 items and 50 offerings a node; the same facts as plain columns for the raw limit.</summary>
internal static class Seed
{
    public const int Province = 1;
    public const int Items = 500;
    public const int OfferingsPerNode = 50;

    private static readonly DateTimeOffset Since = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly string[] Words = ["专利", "商标", "著作权", "地理标志", "质押登记", "许可备案", "维权援助", "检索", "预审", "续展"];

    public static string Slug(int node) => string.Create(CultureInfo.InvariantCulture, $"n{node}");

    public static string Code(int item) => string.Create(CultureInfo.InvariantCulture, $"B-{item:000}");

    public static async Task RunAsync(string administrative, int nodes)
    {
        await using var connection = new NpgsqlConnection(administrative);
        await connection.OpenAsync();
        await ExecuteAsync(connection, RawTables);
        await NodesAsync(connection, nodes);
        await ItemsAsync(connection);
        await OfferingsAsync(connection, nodes);
        await ExecuteAsync(connection, "analyze");
    }

    private const string RawTables = """
        create schema raw;
        create table raw.tenant (id int primary key, slug text unique not null, name text not null);
        create table raw.catalog_item (id int primary key, code text unique not null, name text not null, category text not null, content text not null, committed_limit int not null, materials int not null);
        create table raw.catalog_override (tenant_id int, item_id int, department text, windows text, phones text, committed_limit int, primary key (tenant_id, item_id));
        grant usage on schema raw to public;
        grant select on all tables in schema raw to public;
        """;

    private static async Task NodesAsync(NpgsqlConnection connection, int nodes)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy ipnet.nodes (id, slug, kind, parent_id, path, network_id, status, division_code, place_name, short_name, is_sample, founded_on, updated_at) from stdin (format binary)"))
        {
            for (var id = Province; id <= nodes + Province; id++)
            {
                var isProvince = id == Province;
                await copy.StartRowAsync();
                await copy.WriteAsync(id, NpgsqlDbType.Integer);
                await copy.WriteAsync(Slug(id), NpgsqlDbType.Text);
                await copy.WriteAsync(isProvince ? "Province" : "City", NpgsqlDbType.Text);
                await (isProvince ? copy.WriteNullAsync() : copy.WriteAsync(Province, NpgsqlDbType.Integer));
                await copy.WriteAsync(isProvince ? $"/{Province}/" : string.Create(CultureInfo.InvariantCulture, $"/{Province}/{id}/"), NpgsqlDbType.Text);
                await copy.WriteAsync(Province, NpgsqlDbType.Integer);
                await copy.WriteAsync("Operating", NpgsqlDbType.Text);
                await copy.WriteAsync("510000", NpgsqlDbType.Text);
                await copy.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"测试{id}市"), NpgsqlDbType.Text);
                await copy.WriteAsync(string.Create(CultureInfo.InvariantCulture, $"测试{id}"), NpgsqlDbType.Text);
                await copy.WriteAsync(true, NpgsqlDbType.Boolean);
                await copy.WriteAsync(new DateOnly(2020, 1, 1), NpgsqlDbType.Date);
                await copy.WriteAsync(Since, NpgsqlDbType.TimestampTz);
            }

            await copy.CompleteAsync();
        }

        await ExecuteAsync(connection, "insert into raw.tenant select id, slug, place_name from ipnet.nodes");
    }

    private static async Task ItemsAsync(NpgsqlConnection connection)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy ipnet.base_item_versions (node_id, id, item_code, version, effective_at, state, content, reason, published_at) from stdin (format binary)"))
        {
            for (var item = 1; item <= Items; item++)
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(Province, NpgsqlDbType.Integer);
                await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
                await copy.WriteAsync(Code(item), NpgsqlDbType.Text);
                await copy.WriteAsync(1, NpgsqlDbType.Integer);
                await copy.WriteAsync(Since, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync("InUse", NpgsqlDbType.Text);
                await copy.WriteAsync(JsonSerializer.Serialize(Content(item), WireJson.Options), NpgsqlDbType.Jsonb);
                await copy.WriteAsync("首次发布", NpgsqlDbType.Text);
                await copy.WriteAsync(Since, NpgsqlDbType.TimestampTz);
            }

            await copy.CompleteAsync();
        }

        await ExecuteAsync(connection, """
            insert into raw.catalog_item
            select (content->>'orderNo')::int, item_code, content->>'name', content->>'category', content->>'content', (content->>'committedLimit')::int, jsonb_array_length(content->'materials')
            from ipnet.base_item_versions
            """);
    }

    private static async Task OfferingsAsync(NpgsqlConnection connection, int nodes)
    {
        await using (var copy = await connection.BeginBinaryImportAsync(
            "copy ipnet.offering_versions (node_id, id, item_code, version, effective_at, local, tightening, decisions, reason, published_at, is_sample) from stdin (format binary)"))
        {
            for (var node = Province + 1; node <= nodes + Province; node++)
            {
                for (var i = 0; i < OfferingsPerNode; i++)
                {
                    await copy.StartRowAsync();
                    await copy.WriteAsync(node, NpgsqlDbType.Integer);
                    await copy.WriteAsync(Guid.CreateVersion7(), NpgsqlDbType.Uuid);
                    await copy.WriteAsync(Code(1 + (i * 7 + node) % Items), NpgsqlDbType.Text);
                    await copy.WriteAsync(1, NpgsqlDbType.Integer);
                    await copy.WriteAsync(Since, NpgsqlDbType.TimestampTz);
                    await copy.WriteAsync(JsonSerializer.Serialize(Local, WireJson.Options), NpgsqlDbType.Jsonb);
                    await copy.WriteAsync(JsonSerializer.Serialize(new Tightening { CommittedLimit = i % 3 == 0 ? 3 : null }, WireJson.Options), NpgsqlDbType.Jsonb);
                    await copy.WriteAsync("[]", NpgsqlDbType.Jsonb);
                    await copy.WriteAsync("首次发布", NpgsqlDbType.Text);
                    await copy.WriteAsync(Since, NpgsqlDbType.TimestampTz);
                    await copy.WriteAsync(true, NpgsqlDbType.Boolean);
                }
            }

            await copy.CompleteAsync();
        }

        await ExecuteAsync(connection, """
            insert into raw.catalog_override
            select o.node_id, i.id, o.local->>'department', o.local->>'windows', o.local->>'phones', (o.tightening->>'committedLimit')::int
            from ipnet.offering_versions o join raw.catalog_item i on i.code = o.item_code
            """);
    }

    private static readonly LocalFields Local = new()
    {
        Department = "综合服务科",
        Windows = "一层 3 号窗口",
        Address = "人民路 1 号",
        Hours = "工作日 9:00—17:00",
        Phones = "0816-000 0000",
        Staff = "窗口值班",
        Link = "https://example.invalid/",
        PickUpPoint = "一层 3 号窗口",
    };

    public static ItemContent Content(int item) => new()
    {
        OrderNo = item,
        Name = string.Create(CultureInfo.InvariantCulture, $"{Words[item % 10]}{Words[item / 10 % 10]}服务{item}"),
        Category = "知识产权服务",
        ServiceObject = "企业、个人",
        Content = "提供咨询、受理与结果送达",
        Form = "线上、窗口",
        HandlingWay = "网上办理",
        FlowConditions = "材料齐全",
        LegalBasis = "《中华人民共和国专利法》",
        CommittedLimit = 10,
        StatutoryLimit = 20,
        Materials = [],
        Visits = 1,
        Fee = new(false),
        SupervisionWay = "电话",
        AdmissionConditions = "符合条件",
        TargetKinds = [NodeKind.City, NodeKind.KeyPark, NodeKind.Workstation],
        OpenedFields = ["committedLimit"],
        Bundle = new(OutsideReason: "测试"),
    };

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync();
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Opening : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "full_time_marks",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    mark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_full_time_marks", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "node_modules",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    guiding_office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    document_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    portal_entry = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    applied_on = table.Column<DateOnly>(type: "date", nullable: false),
                    allotted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    switched_on = table.Column<DateOnly>(type: "date", nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_node_modules", x => new { x.node_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "open_modules",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    code = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    guiding_office = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    portal_entry = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    place = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    since = table.Column<DateOnly>(type: "date", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_open_modules", x => new { x.node_id, x.code });
                });

            migrationBuilder.CreateTable(
                name: "premises",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    area = table.Column<decimal>(type: "numeric(12,2)", nullable: false),
                    layout = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    shared_with = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    shortfall_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_premises", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "staff_members",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    masked_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    mark = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    post = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    employment = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    qualification = table.Column<string>(type: "jsonb", nullable: false),
                    serves = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_staff_members", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_full_time_marks_mark",
                schema: "ipnet",
                table: "full_time_marks",
                column: "mark");

            migrationBuilder.CreateIndex(
                name: "ix_staff_members_node_id_mark",
                schema: "ipnet",
                table: "staff_members",
                columns: new[] { "node_id", "mark" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "full_time_marks",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "node_modules",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "open_modules",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "premises",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "staff_members",
                schema: "ipnet");
        }
    }
}

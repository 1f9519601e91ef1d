using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Establishment : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "builders",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    uscc = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    type = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    contact_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contact_phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    contact_mail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    registered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_builders", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "establishment_applications",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    builder_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    form = table.Column<string>(type: "jsonb", nullable: false),
                    materials = table.Column<string>(type: "jsonb", nullable: false),
                    open_key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    application_year = table.Column<int>(type: "integer", nullable: true),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    opinion_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    is_due_provisional = table.Column<bool>(type: "boolean", nullable: false),
                    returns = table.Column<string>(type: "jsonb", nullable: false),
                    opinion = table.Column<string>(type: "jsonb", nullable: true),
                    proposal = table.Column<string>(type: "jsonb", nullable: true),
                    decided_by = table.Column<string>(type: "jsonb", nullable: true),
                    build_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    extensions = table.Column<string>(type: "jsonb", nullable: false),
                    builder_changes = table.Column<string>(type: "jsonb", nullable: false),
                    accepted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    founded_slug = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_establishment_applications", x => new { x.node_id, x.id });
                    table.ForeignKey(
                        name: "fk_establishment_applications_builders_node_id_builder_id",
                        columns: x => new { x.node_id, x.builder_id },
                        principalSchema: "ipnet",
                        principalTable: "builders",
                        principalColumns: new[] { "node_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "acceptance_inspections",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    request = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    requested_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    held_on = table.Column<DateOnly>(type: "date", nullable: true),
                    checklist = table.Column<string>(type: "jsonb", nullable: false),
                    measured = table.Column<string>(type: "jsonb", nullable: true),
                    waivers = table.Column<string>(type: "jsonb", nullable: false),
                    qualifies = table.Column<bool>(type: "boolean", nullable: true),
                    defects = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    inspected_by = table.Column<string>(type: "jsonb", nullable: true),
                    confirmed_by = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_acceptance_inspections", x => new { x.node_id, x.application_id, x.number });
                    table.ForeignKey(
                        name: "fk_acceptance_inspections_establishment_applications_node_id_a~",
                        columns: x => new { x.node_id, x.application_id },
                        principalSchema: "ipnet",
                        principalTable: "establishment_applications",
                        principalColumns: new[] { "node_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "application_snapshots",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    number = table.Column<int>(type: "integer", nullable: false),
                    form = table.Column<string>(type: "jsonb", nullable: false),
                    materials = table.Column<string>(type: "jsonb", nullable: false),
                    submitted_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_application_snapshots", x => new { x.node_id, x.application_id, x.number });
                    table.ForeignKey(
                        name: "fk_application_snapshots_establishment_applications_node_id_ap~",
                        columns: x => new { x.node_id, x.application_id },
                        principalSchema: "ipnet",
                        principalTable: "establishment_applications",
                        principalColumns: new[] { "node_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "assessment_records",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    means = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    other_means = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    held_on = table.Column<DateOnly>(type: "date", nullable: false),
                    findings = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    experts = table.Column<string>(type: "jsonb", nullable: false),
                    files = table.Column<string>(type: "jsonb", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: false),
                    recorded_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_assessment_records", x => new { x.node_id, x.application_id, x.id });
                    table.ForeignKey(
                        name: "fk_assessment_records_establishment_applications_node_id_appli~",
                        columns: x => new { x.node_id, x.application_id },
                        principalSchema: "ipnet",
                        principalTable: "establishment_applications",
                        principalColumns: new[] { "node_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "progress_entries",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    application_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    happened_on = table.Column<DateOnly>(type: "date", nullable: false),
                    percent = table.Column<int>(type: "integer", nullable: false),
                    text = table.Column<string>(type: "character varying(5000)", maxLength: 5000, nullable: false),
                    files = table.Column<string>(type: "jsonb", nullable: false),
                    reported_by = table.Column<Guid>(type: "uuid", nullable: false),
                    reported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_progress_entries", x => new { x.node_id, x.application_id, x.id });
                    table.ForeignKey(
                        name: "fk_progress_entries_establishment_applications_node_id_applica~",
                        columns: x => new { x.node_id, x.application_id },
                        principalSchema: "ipnet",
                        principalTable: "establishment_applications",
                        principalColumns: new[] { "node_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_builders_node_id_person_id",
                schema: "ipnet",
                table: "builders",
                columns: new[] { "node_id", "person_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_builders_node_id_uscc",
                schema: "ipnet",
                table: "builders",
                columns: new[] { "node_id", "uscc" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_establishment_applications_node_id_builder_id",
                schema: "ipnet",
                table: "establishment_applications",
                columns: new[] { "node_id", "builder_id" });

            migrationBuilder.CreateIndex(
                name: "ix_establishment_applications_node_id_number",
                schema: "ipnet",
                table: "establishment_applications",
                columns: new[] { "node_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_establishment_applications_node_id_open_key",
                schema: "ipnet",
                table: "establishment_applications",
                columns: new[] { "node_id", "open_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_establishment_applications_node_id_person_id",
                schema: "ipnet",
                table: "establishment_applications",
                columns: new[] { "node_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_establishment_applications_node_id_status_due_on",
                schema: "ipnet",
                table: "establishment_applications",
                columns: new[] { "node_id", "status", "due_on" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "acceptance_inspections",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "application_snapshots",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "assessment_records",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "progress_entries",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "establishment_applications",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "builders",
                schema: "ipnet");
        }
    }
}

using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Deciding : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "begun_by",
                schema: "ipnet",
                table: "establishment_applications",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "builder_name",
                schema: "ipnet",
                table: "establishment_applications",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<DateOnly>(
                name: "due_from",
                schema: "ipnet",
                table: "establishment_applications",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "due_workdays",
                schema: "ipnet",
                table: "establishment_applications",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "kind",
                schema: "ipnet",
                table: "establishment_applications",
                type: "character varying(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "parent_slug",
                schema: "ipnet",
                table: "establishment_applications",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "place_name",
                schema: "ipnet",
                table: "establishment_applications",
                type: "character varying(200)",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "sent_back",
                schema: "ipnet",
                table: "establishment_applications",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "measured",
                schema: "ipnet",
                table: "assessment_records",
                type: "jsonb",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "sent_back",
                schema: "ipnet",
                table: "acceptance_inspections",
                type: "jsonb",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateTable(
                name: "experts",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    category = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    employer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    employer_uscc = table.Column<string>(type: "character varying(18)", maxLength: 18, nullable: false),
                    phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: false),
                    avoidances = table.Column<string>(type: "jsonb", nullable: false),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_experts", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "invitations",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    phone = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    mail = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    token_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    invited_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    expires_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    sent = table.Column<int>(type: "integer", nullable: false),
                    revoked_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    used_by = table.Column<Guid>(type: "uuid", nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_invitations", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "expert_assignments",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    expert_id = table.Column<Guid>(type: "uuid", nullable: false),
                    expert_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    matter = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    matter_title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    employer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    assigned_by = table.Column<Guid>(type: "uuid", nullable: false),
                    assigned_by_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    assigned_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    released_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    release_reason = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_expert_assignments", x => new { x.node_id, x.id });
                    table.ForeignKey(
                        name: "fk_expert_assignments_experts_node_id_expert_id",
                        columns: x => new { x.node_id, x.expert_id },
                        principalSchema: "ipnet",
                        principalTable: "experts",
                        principalColumns: new[] { "node_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_establishment_applications_node_id_founded_slug",
                schema: "ipnet",
                table: "establishment_applications",
                columns: new[] { "node_id", "founded_slug" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_establishment_applications_node_id_parent_slug",
                schema: "ipnet",
                table: "establishment_applications",
                columns: new[] { "node_id", "parent_slug" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignments_node_id_expert_id",
                schema: "ipnet",
                table: "expert_assignments",
                columns: new[] { "node_id", "expert_id" });

            migrationBuilder.CreateIndex(
                name: "ix_expert_assignments_node_id_matter",
                schema: "ipnet",
                table: "expert_assignments",
                columns: new[] { "node_id", "matter" });

            migrationBuilder.CreateIndex(
                name: "ix_invitations_node_id_token_hash",
                schema: "ipnet",
                table: "invitations",
                columns: new[] { "node_id", "token_hash" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "expert_assignments",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "invitations",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "experts",
                schema: "ipnet");

            migrationBuilder.DropIndex(
                name: "ix_establishment_applications_node_id_founded_slug",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropIndex(
                name: "ix_establishment_applications_node_id_parent_slug",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "begun_by",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "builder_name",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "due_from",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "due_workdays",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "kind",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "parent_slug",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "place_name",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "sent_back",
                schema: "ipnet",
                table: "establishment_applications");

            migrationBuilder.DropColumn(
                name: "measured",
                schema: "ipnet",
                table: "assessment_records");

            migrationBuilder.DropColumn(
                name: "sent_back",
                schema: "ipnet",
                table: "acceptance_inspections");
        }
    }
}

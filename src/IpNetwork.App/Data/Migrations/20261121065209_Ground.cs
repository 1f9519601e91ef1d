using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace IpNetwork.App.Data.Migrations
{
    /// <inheritdoc />
    public partial class Ground : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.EnsureSchema(
                name: "ipnet");

            migrationBuilder.CreateTable(
                name: "audit_events",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    network_id = table.Column<int>(type: "integer", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    acting_node_id = table.Column<int>(type: "integer", nullable: false),
                    verb = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject_kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    subject_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    summary = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    detail = table.Column<string>(type: "jsonb", maxLength: 200, nullable: true),
                    trace_id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    tx = table.Column<ulong>(type: "xid8", nullable: false, defaultValueSql: "pg_current_xact_id()"),
                    cluster = table.Column<long>(type: "bigint", nullable: false, defaultValueSql: "(pg_control_system()).system_identifier")
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_events", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "audit_seals",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    number = table.Column<long>(type: "bigint", nullable: false),
                    sealed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    cluster = table.Column<long>(type: "bigint", nullable: false),
                    from_tx = table.Column<ulong>(type: "xid8", nullable: false),
                    to_tx = table.Column<ulong>(type: "xid8", nullable: false),
                    events = table.Column<int>(type: "integer", nullable: false),
                    root = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    head = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_audit_seals", x => new { x.node_id, x.number });
                });

            migrationBuilder.CreateTable(
                name: "base_item_drafts",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    based_on_version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    promoted_from_node = table.Column<int>(type: "integer", nullable: true),
                    promoted_from_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_base_item_drafts", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "base_item_versions",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    promoted_from_node = table.Column<int>(type: "integer", nullable: true),
                    promoted_from_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_base_item_versions", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "calendar_years",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    year = table.Column<int>(type: "integer", nullable: false),
                    document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    issued_on = table.Column<DateOnly>(type: "date", nullable: true),
                    days = table.Column<string>(type: "jsonb", nullable: false),
                    imported_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_years", x => new { x.node_id, x.year });
                });

            migrationBuilder.CreateTable(
                name: "due_work",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    @ref = table.Column<string>(name: "ref", type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_due_work", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "idempotency_keys",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    route = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    fingerprint = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    status = table.Column<int>(type: "integer", nullable: false),
                    result = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_idempotency_keys", x => new { x.node_id, x.person_id, x.route, x.key });
                });

            migrationBuilder.CreateTable(
                name: "memberships",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    role = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    from = table.Column<DateOnly>(type: "date", nullable: false),
                    to = table.Column<DateOnly>(type: "date", nullable: true),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_memberships", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "node_history",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    aspect = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    old_text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    new_text = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    document_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recorded_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    recorded_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_node_history", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "nodes",
                schema: "ipnet",
                columns: table => new
                {
                    id = table.Column<int>(type: "integer", nullable: false),
                    slug = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false, collation: "C"),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    parent_id = table.Column<int>(type: "integer", nullable: true),
                    path = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false, collation: "C"),
                    network_id = table.Column<int>(type: "integer", nullable: false),
                    status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    division_code = table.Column<string>(type: "character varying(6)", maxLength: 6, nullable: false),
                    place_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    short_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    official_name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    official_name_rule = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    official_name_document = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    host_name = table.Column<string>(type: "character varying(253)", maxLength: 253, nullable: true),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    founded_on = table.Column<DateOnly>(type: "date", nullable: false),
                    plated_on = table.Column<DateOnly>(type: "date", nullable: true),
                    suspended_until = table.Column<DateOnly>(type: "date", nullable: true),
                    suspended_from = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    merged_into = table.Column<int>(type: "integer", nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_nodes", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "norms",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    effective_on = table.Column<DateOnly>(type: "date", nullable: false),
                    document_number = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    link = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    text = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_norms", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "offering_drafts",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    local = table.Column<string>(type: "jsonb", nullable: false),
                    tightening = table.Column<string>(type: "jsonb", nullable: false),
                    based_on_version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offering_drafts", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "offering_versions",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    local = table.Column<string>(type: "jsonb", nullable: false),
                    tightening = table.Column<string>(type: "jsonb", nullable: false),
                    decisions = table.Column<string>(type: "jsonb", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    is_sample = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_offering_versions", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "outbox",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    recipient = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    payload = table.Column<string>(type: "jsonb", maxLength: 200, nullable: false),
                    created_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    attempts = table.Column<int>(type: "integer", nullable: false),
                    fence = table.Column<int>(type: "integer", nullable: false),
                    sent_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    dead_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    last_error = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_outbox", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "own_item_drafts",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    local = table.Column<string>(type: "jsonb", nullable: false),
                    shared_downward = table.Column<bool>(type: "boolean", nullable: false),
                    based_on_version = table.Column<int>(type: "integer", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    updated_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_item_drafts", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "own_item_versions",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    item_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    version = table.Column<int>(type: "integer", nullable: false),
                    effective_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    local = table.Column<string>(type: "jsonb", nullable: false),
                    shared_downward = table.Column<bool>(type: "boolean", nullable: false),
                    reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    published_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_item_versions", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "promotion_proposals",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    origin_node_id = table.Column<int>(type: "integer", nullable: false),
                    own_item_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    own_item_version = table.Column<int>(type: "integer", nullable: false),
                    content = table.Column<string>(type: "jsonb", nullable: false),
                    usage = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    opinion = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    state = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    proposed_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    decided_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    decision_reason = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    adopted_code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_promotion_proposals", x => new { x.node_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "province_settings",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    settings = table.Column<string>(type: "jsonb", nullable: false),
                    pack_hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    marks = table.Column<string>(type: "jsonb", nullable: false),
                    applied_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    xmin = table.Column<uint>(type: "xid", rowVersion: true, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_province_settings", x => x.node_id);
                });

            migrationBuilder.CreateTable(
                name: "session_entries",
                schema: "ipnet",
                columns: table => new
                {
                    node_id = table.Column<int>(type: "integer", nullable: false),
                    session_id = table.Column<Guid>(type: "uuid", nullable: false),
                    entered_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_session_entries", x => new { x.node_id, x.session_id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_network_id_cluster_tx",
                schema: "ipnet",
                table: "audit_events",
                columns: new[] { "network_id", "cluster", "tx" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_node_id_at",
                schema: "ipnet",
                table: "audit_events",
                columns: new[] { "node_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_audit_events_node_id_subject_kind_subject_id",
                schema: "ipnet",
                table: "audit_events",
                columns: new[] { "node_id", "subject_kind", "subject_id" });

            migrationBuilder.CreateIndex(
                name: "ix_base_item_drafts_node_id_code",
                schema: "ipnet",
                table: "base_item_drafts",
                columns: new[] { "node_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_base_item_versions_node_id_item_code_version",
                schema: "ipnet",
                table: "base_item_versions",
                columns: new[] { "node_id", "item_code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_due_work_due_at",
                schema: "ipnet",
                table: "due_work",
                column: "due_at");

            migrationBuilder.CreateIndex(
                name: "ix_due_work_node_id_kind_ref",
                schema: "ipnet",
                table: "due_work",
                columns: new[] { "node_id", "kind", "ref" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_idempotency_keys_node_id_created_at",
                schema: "ipnet",
                table: "idempotency_keys",
                columns: new[] { "node_id", "created_at" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_node_id_person_id",
                schema: "ipnet",
                table: "memberships",
                columns: new[] { "node_id", "person_id" });

            migrationBuilder.CreateIndex(
                name: "ix_memberships_person_id",
                schema: "ipnet",
                table: "memberships",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_nodes_host_name",
                schema: "ipnet",
                table: "nodes",
                column: "host_name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_nodes_parent_id",
                schema: "ipnet",
                table: "nodes",
                column: "parent_id");

            migrationBuilder.CreateIndex(
                name: "ix_nodes_path",
                schema: "ipnet",
                table: "nodes",
                column: "path");

            migrationBuilder.CreateIndex(
                name: "ix_nodes_slug",
                schema: "ipnet",
                table: "nodes",
                column: "slug",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_norms_node_id_code_version",
                schema: "ipnet",
                table: "norms",
                columns: new[] { "node_id", "code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offering_drafts_node_id_item_code",
                schema: "ipnet",
                table: "offering_drafts",
                columns: new[] { "node_id", "item_code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_offering_versions_node_id_item_code_version",
                schema: "ipnet",
                table: "offering_versions",
                columns: new[] { "node_id", "item_code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_outbox_due_at",
                schema: "ipnet",
                table: "outbox",
                column: "due_at",
                filter: "sent_at is null and dead_at is null");

            migrationBuilder.CreateIndex(
                name: "ix_own_item_drafts_node_id_code",
                schema: "ipnet",
                table: "own_item_drafts",
                columns: new[] { "node_id", "code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_own_item_versions_node_id_item_code_version",
                schema: "ipnet",
                table: "own_item_versions",
                columns: new[] { "node_id", "item_code", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_promotion_proposals_node_id_origin_node_id_own_item_code",
                schema: "ipnet",
                table: "promotion_proposals",
                columns: new[] { "node_id", "origin_node_id", "own_item_code" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "audit_events",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "audit_seals",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "base_item_drafts",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "base_item_versions",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "calendar_years",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "due_work",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "idempotency_keys",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "memberships",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "node_history",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "nodes",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "norms",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "offering_drafts",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "offering_versions",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "outbox",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "own_item_drafts",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "own_item_versions",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "promotion_proposals",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "province_settings",
                schema: "ipnet");

            migrationBuilder.DropTable(
                name: "session_entries",
                schema: "ipnet");
        }
    }
}

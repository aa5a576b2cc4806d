-- Written by scripts/migration-diff.ts from prisma/schema.prisma: change that, not this.
-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "audit";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "identity";

-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "study";

-- CreateTable
CREATE TABLE "identity"."key" (
    "id" UUID NOT NULL,
    "study_hash" BYTEA NOT NULL,
    "study_id" BYTEA NOT NULL,

    CONSTRAINT "key_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."person" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "number" BYTEA,
    "surname" BYTEA,
    "initials" BYTEA,
    "born_on" BYTEA,
    "phone" BYTEA,
    "gone" TEXT,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."supervisor" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "number" BYTEA,
    "name" BYTEA,
    "email" BYTEA,
    "email_hash" BYTEA,
    "domain_hash" BYTEA,

    CONSTRAINT "supervisor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."supervision" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "number" BYTEA,
    "person_id" UUID NOT NULL,
    "supervisor_id" UUID,
    "client_said_hash" BYTEA,
    "supervisor_said_hash" BYTEA,

    CONSTRAINT "supervision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."consent_form" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "location_hash" BYTEA NOT NULL,
    "particulars" BYTEA NOT NULL,
    "ended_month" TEXT,
    "collected" TEXT,
    "entered_by_hash" BYTEA,
    "checked_by_hash" BYTEA,

    CONSTRAINT "consent_form_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."consent_answer" (
    "form_id" UUID NOT NULL,
    "box" SMALLINT NOT NULL,
    "seq" SMALLINT NOT NULL,
    "answer" TEXT NOT NULL,
    "month" TEXT NOT NULL,

    CONSTRAINT "consent_answer_pkey" PRIMARY KEY ("form_id","box","seq")
);

-- CreateTable
CREATE TABLE "identity"."consent_paper" (
    "id" UUID NOT NULL,
    "form_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "media" TEXT NOT NULL,
    "size" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "consent_paper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."letter" (
    "id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "version" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "particulars" BYTEA NOT NULL,

    CONSTRAINT "letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."access_code" (
    "id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "tries" SMALLINT NOT NULL DEFAULT 0,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "access_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."device" (
    "id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "until_month" TEXT NOT NULL,

    CONSTRAINT "device_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."errand" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "payload" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "errand_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."upload" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "import_hash" BYTEA NOT NULL,
    "particulars" BYTEA NOT NULL,
    "size" INTEGER NOT NULL DEFAULT 0,
    "whole" BOOLEAN NOT NULL DEFAULT false,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,

    CONSTRAINT "upload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."upload_chunk" (
    "id" UUID NOT NULL,
    "upload_id" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "upload_chunk_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."do_not_ask" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "number_hash" BYTEA NOT NULL,
    "month" TEXT NOT NULL,

    CONSTRAINT "do_not_ask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."proof" (
    "id" SMALLINT NOT NULL,
    "secret_hash" BYTEA NOT NULL,

    CONSTRAINT "proof_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."rotation" (
    "id" UUID NOT NULL,
    "key_id" BYTEA,
    "started_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ(3),
    "done" INTEGER NOT NULL DEFAULT 0,
    "place" SMALLINT NOT NULL DEFAULT 0,
    "after" UUID,

    CONSTRAINT "rotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."breach" (
    "id" UUID NOT NULL,
    "study_alias" UUID NOT NULL,
    "breach_id" UUID NOT NULL,
    "seq" SMALLINT NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "breach_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."mail_pace" (
    "domain_hash" BYTEA NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "sent" INTEGER NOT NULL,

    CONSTRAINT "mail_pace_pkey" PRIMARY KEY ("domain_hash","minute")
);

-- CreateTable
CREATE TABLE "identity"."account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "password_hash" TEXT NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "identity"."session" (
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("token_hash")
);

-- CreateTable
CREATE TABLE "study"."study" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "protocol" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "study_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."clock" (
    "study_id" UUID NOT NULL,
    "today" DATE NOT NULL,
    "target" DATE NOT NULL,

    CONSTRAINT "clock_pkey" PRIMARY KEY ("study_id")
);

-- CreateTable
CREATE TABLE "study"."client" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "gender" TEXT,
    "birth_year" SMALLINT,
    "do_not_ask_on" DATE,

    CONSTRAINT "client_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."supervisor" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "declined_on" DATE,

    CONSTRAINT "supervisor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."registration" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "supervisor_id" UUID,
    "registered_on" DATE NOT NULL,
    "started_on" DATE,
    "status" TEXT NOT NULL,
    "modality" TEXT NOT NULL,
    "supervision_level" SMALLINT,
    "risk_category" TEXT,
    "electronic_monitoring" BOOLEAN NOT NULL,
    "penitentiary_programme" BOOLEAN NOT NULL,
    "organisation" TEXT NOT NULL,
    "region" TEXT NOT NULL,
    "location" TEXT NOT NULL,
    "stage" TEXT NOT NULL DEFAULT 'to_inquire',
    "stage_on" DATE,
    "left_step" TEXT,
    "left_reason" TEXT,

    CONSTRAINT "registration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."inquiry" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "asked_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "replied_on" DATE,
    "answered_by" TEXT,
    "is_supervisor" BOOLEAN,
    "contacts" SMALLINT,
    "next_contact_on" DATE,
    "reason" TEXT,

    CONSTRAINT "inquiry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."inquiry_before" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "seq" SMALLINT NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "asked_id" UUID NOT NULL,
    "sent_on" DATE NOT NULL,
    "replied_on" DATE,
    "answered_by" TEXT,
    "is_supervisor" BOOLEAN,
    "contacts" SMALLINT,
    "next_contact_on" DATE,
    "reason" TEXT,
    "ended_on" DATE NOT NULL,
    "why" TEXT NOT NULL,

    CONSTRAINT "inquiry_before_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."attempt" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "tried_on" DATE NOT NULL,
    "way" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "attempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."absence" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "stand_in_id" UUID,
    "ended_on" DATE,

    CONSTRAINT "absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."issued_link" (
    "hash" BYTEA NOT NULL,
    "study_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "target_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "issue" SMALLINT NOT NULL,
    "issued_on" DATE NOT NULL,
    "revoked_on" DATE,

    CONSTRAINT "issued_link_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "study"."criterion_finding" (
    "registration_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "found_on" DATE NOT NULL,
    "seq" SMALLINT NOT NULL DEFAULT 1,
    "replaced_on" DATE,

    CONSTRAINT "criterion_finding_pkey" PRIMARY KEY ("registration_id","criterion","seq")
);

-- CreateTable
CREATE TABLE "study"."judgement" (
    "registration_id" UUID NOT NULL,
    "judged_on" DATE NOT NULL,
    "approachable" BOOLEAN NOT NULL,
    "reason" TEXT,
    "judged_by" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL DEFAULT 1,
    "replaced_on" DATE,

    CONSTRAINT "judgement_pkey" PRIMARY KEY ("registration_id","seq")
);

-- CreateTable
CREATE TABLE "study"."dyad" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "registration_id" UUID NOT NULL,
    "client_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "bound_on" DATE NOT NULL,
    "unbound_on" DATE,
    "planned_on" DATE,

    CONSTRAINT "dyad_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."dyad_before" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "registration_id" UUID NOT NULL,
    "seq" SMALLINT NOT NULL,
    "client_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "bound_on" DATE NOT NULL,
    "unbound_on" DATE NOT NULL,
    "next_id" UUID NOT NULL,

    CONSTRAINT "dyad_before_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."contact_report" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "reported_on" DATE NOT NULL,
    "contacts" SMALLINT NOT NULL,
    "next_contact_on" DATE,
    "source" TEXT NOT NULL,

    CONSTRAINT "contact_report_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."no_show" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "missed_on" DATE NOT NULL,

    CONSTRAINT "no_show_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."departure" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "step" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "left_on" DATE NOT NULL,
    "decided_by" TEXT NOT NULL,
    "returned_on" DATE,

    CONSTRAINT "departure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."permission" (
    "client_id" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "granted" BOOLEAN NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "permission_pkey" PRIMARY KEY ("client_id","scope")
);

-- CreateTable
CREATE TABLE "study"."withdrawal" (
    "client_id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "withdrawn_on" DATE NOT NULL,
    "collected" TEXT NOT NULL,
    "erase_on" DATE,

    CONSTRAINT "withdrawal_pkey" PRIMARY KEY ("client_id")
);

-- CreateTable
CREATE TABLE "study"."wave_window" (
    "registration_id" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "anchor_on" DATE NOT NULL,
    "opens_on" DATE NOT NULL,
    "closes_on" DATE NOT NULL,
    "appointment_on" DATE,

    CONSTRAINT "wave_window_pkey" PRIMARY KEY ("registration_id","wave")
);

-- CreateTable
CREATE TABLE "study"."declining" (
    "registration_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "declined_on" DATE NOT NULL,

    CONSTRAINT "declining_pkey" PRIMARY KEY ("registration_id","supervisor_id")
);

-- CreateTable
CREATE TABLE "study"."answer_withdrawal" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "supervisor_id" UUID NOT NULL,
    "registration_id" UUID,
    "withdrawn_on" DATE NOT NULL,

    CONSTRAINT "answer_withdrawal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."measurement" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "dyad_id" UUID,
    "wave" TEXT NOT NULL,
    "perspective" TEXT NOT NULL,
    "battery" TEXT[],
    "opened_on" DATE NOT NULL,
    "completed_on" DATE,
    "closed_on" DATE,
    "broken_off_on" DATE,
    "contacts" SMALLINT,
    "interviewer" TEXT,
    "minutes" SMALLINT,
    "unreliable" TEXT,
    "language" TEXT,
    "place" TEXT,
    "third_person" BOOLEAN,
    "seed" INTEGER,
    "item_order" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "version" SMALLINT NOT NULL DEFAULT 0,
    "draft_id" UUID,
    "draft_seq" INTEGER,
    "started_at" TIMESTAMPTZ(0),
    "changed_at" TIMESTAMPTZ(0),
    "submitted_at" TIMESTAMPTZ(0),
    "erased_on" DATE,
    "completed_at" TIMESTAMPTZ(3),

    CONSTRAINT "measurement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."answer" (
    "measurement_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "value" SMALLINT,
    "missing" TEXT,

    CONSTRAINT "answer_pkey" PRIMARY KEY ("measurement_id","item")
);

-- CreateTable
CREATE TABLE "study"."entry" (
    "id" UUID NOT NULL,
    "measurement_id" UUID NOT NULL,
    "version" SMALLINT,
    "state" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "draft_id" UUID,
    "draft_seq" INTEGER,
    "entered_by" TEXT,
    "entered_on" DATE NOT NULL,
    "entered_at" TIMESTAMPTZ(0) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "language" TEXT,
    "complete" BOOLEAN NOT NULL DEFAULT false,
    "why" TEXT,
    "seconds" JSONB,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."entered_answer" (
    "entry_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "value" SMALLINT,
    "missing" TEXT,

    CONSTRAINT "entered_answer_pkey" PRIMARY KEY ("entry_id","item")
);

-- CreateTable
CREATE TABLE "study"."entry_note" (
    "entry_id" UUID NOT NULL,
    "item" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "entry_note_pkey" PRIMARY KEY ("entry_id","item")
);

-- CreateTable
CREATE TABLE "study"."query" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "measurement_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "item" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL DEFAULT 1,
    "state" TEXT NOT NULL DEFAULT 'open',
    "raised_by" TEXT NOT NULL,
    "raised_on" DATE NOT NULL,
    "answered_on" DATE,
    "reason" TEXT,
    "closed_on" DATE,
    "closed_by" TEXT,

    CONSTRAINT "query_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."wave_check" (
    "registration_id" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "criterion" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL,
    "verdict" TEXT NOT NULL,
    "checked_on" DATE NOT NULL,
    "interviewer" TEXT,

    CONSTRAINT "wave_check_pkey" PRIMARY KEY ("registration_id","wave","criterion","seq")
);

-- CreateTable
CREATE TABLE "study"."incident" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "registration_id" UUID,
    "location" TEXT NOT NULL,
    "interviewer" TEXT,
    "happened_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "steps" TEXT[],
    "remark" TEXT,
    "seen_on" DATE,

    CONSTRAINT "incident_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."voucher" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "location" TEXT NOT NULL,
    "booked_on" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "amount" SMALLINT NOT NULL,
    "registration_id" UUID,
    "wave" TEXT,
    "interviewer" TEXT,
    "remark" TEXT,

    CONSTRAINT "voucher_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."interviewer" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "account_hash" BYTEA,
    "student" BOOLEAN NOT NULL DEFAULT false,
    "since_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "interviewer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."qualification" (
    "id" UUID NOT NULL,
    "interviewer_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "obtained_on" DATE NOT NULL,
    "until_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "qualification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."room" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "location" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "room_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."room_hours" (
    "id" UUID NOT NULL,
    "room_id" UUID NOT NULL,
    "weekday" SMALLINT NOT NULL,
    "from_minute" SMALLINT NOT NULL,
    "until_minute" SMALLINT NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "room_hours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."availability" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "interviewer" TEXT NOT NULL,
    "location" TEXT,
    "weekday" SMALLINT NOT NULL,
    "from_minute" SMALLINT NOT NULL,
    "until_minute" SMALLINT NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "availability_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."interviewer_away" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "interviewer" TEXT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "interviewer_away_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."appointment" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL,
    "on_day" DATE NOT NULL,
    "at_minute" SMALLINT,
    "minutes" SMALLINT NOT NULL,
    "location" TEXT NOT NULL,
    "room_id" UUID,
    "interviewer" TEXT,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "planned_on" DATE NOT NULL,
    "ended_on" DATE,

    CONSTRAINT "appointment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."calendar_feed" (
    "hash" BYTEA NOT NULL,
    "study_id" UUID NOT NULL,
    "interviewer" TEXT NOT NULL,
    "issued_on" DATE NOT NULL,
    "revoked_on" DATE,

    CONSTRAINT "calendar_feed_pkey" PRIMARY KEY ("hash")
);

-- CreateTable
CREATE TABLE "study"."instrument" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "version" SMALLINT NOT NULL,
    "perspective" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "source" TEXT NOT NULL,
    "digest" BYTEA NOT NULL,
    "published_on" DATE NOT NULL,

    CONSTRAINT "instrument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."battery" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "perspective" TEXT NOT NULL,
    "instruments" TEXT[],
    "from_on" DATE NOT NULL,
    "seq" SMALLINT NOT NULL,

    CONSTRAINT "battery_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."second_entry_share" (
    "study_id" UUID NOT NULL,
    "seq" SMALLINT NOT NULL,
    "percent" SMALLINT NOT NULL,
    "set_on" DATE NOT NULL,

    CONSTRAINT "second_entry_share_pkey" PRIMARY KEY ("study_id","seq")
);

-- CreateTable
CREATE TABLE "study"."register_event" (
    "id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "happened_on" DATE NOT NULL,
    "kind" TEXT,
    "reason" TEXT,
    "recorded_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "import_id" UUID,
    "dossier_note" TEXT,
    "superseded_by" UUID,
    "taken_back_on" DATE,
    "taken_back_why" TEXT,

    CONSTRAINT "register_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."mail_envelope" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "supervisor_id" UUID,
    "staff_id" UUID,
    "day" DATE NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'nl',
    "state" TEXT NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "message_id" TEXT NOT NULL,
    "answer" TEXT,
    "attempts" SMALLINT NOT NULL DEFAULT 0,
    "planned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "retry_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "bounced_at" TIMESTAMPTZ(3),
    "bounce" TEXT,

    CONSTRAINT "mail_envelope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."mail_line" (
    "id" UUID NOT NULL,
    "envelope_id" UUID NOT NULL,
    "registration_id" UUID,
    "supervisor_id" UUID,
    "staff_id" UUID,
    "wave" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "round" SMALLINT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'planned',
    "reason" TEXT,
    "planned_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_line_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."mail_setting" (
    "study_id" UUID NOT NULL,
    "sender_name" TEXT,
    "reply_to" TEXT,
    "signature_nl" TEXT,
    "signature_en" TEXT,

    CONSTRAINT "mail_setting_pkey" PRIMARY KEY ("study_id")
);

-- CreateTable
CREATE TABLE "study"."work" (
    "registration_id" UUID NOT NULL,
    "wave" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "study_id" UUID NOT NULL,
    "opens_on" DATE NOT NULL,
    "due_on" DATE NOT NULL,
    "closes_on" DATE,
    "fact" TEXT NOT NULL,
    "fact_on" DATE NOT NULL,

    CONSTRAINT "work_pkey" PRIMARY KEY ("registration_id","wave","kind")
);

-- CreateTable
CREATE TABLE "study"."stale" (
    "id" BIGSERIAL NOT NULL,
    "registration_id" UUID NOT NULL,

    CONSTRAINT "stale_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."last_run" (
    "study_id" UUID NOT NULL,
    "job" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "last_run_pkey" PRIMARY KEY ("study_id","job")
);

-- CreateTable
CREATE TABLE "study"."backup_run" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,
    "file" TEXT,
    "bytes" BIGINT,
    "sha256" TEXT,
    "seconds" INTEGER NOT NULL,

    CONSTRAINT "backup_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."alarm" (
    "id" UUID NOT NULL,
    "study_id" UUID,
    "kind" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "told_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "amount" INTEGER NOT NULL,

    CONSTRAINT "alarm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."register_covariate" (
    "registration_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL,
    "value" TEXT NOT NULL,
    "as_of" DATE NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "register_covariate_pkey" PRIMARY KEY ("registration_id","name","seq")
);

-- CreateTable
CREATE TABLE "study"."intake_import" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "past" BOOLEAN NOT NULL DEFAULT false,
    "source" TEXT,
    "legal_basis" TEXT,
    "delete_by" DATE,
    "known_to" DATE,
    "erased" INTEGER,
    "mapping" JSONB,
    "rows" INTEGER NOT NULL DEFAULT 0,
    "read" INTEGER NOT NULL DEFAULT 0,
    "added" INTEGER NOT NULL DEFAULT 0,
    "unchanged" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "refused_count" INTEGER NOT NULL DEFAULT 0,
    "changed_fields" JSONB NOT NULL DEFAULT '{}',
    "failure" TEXT,
    "begun_on" DATE NOT NULL,
    "begun_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "intake_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."import_refusal" (
    "import_id" UUID NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "import_refusal_pkey" PRIMARY KEY ("import_id","line")
);

-- CreateTable
CREATE TABLE "study"."import_mapping" (
    "study_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "saved_on" DATE NOT NULL,

    CONSTRAINT "import_mapping_pkey" PRIMARY KEY ("study_id","kind","name")
);

-- CreateTable
CREATE TABLE "study"."approval" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "region" TEXT,
    "location" TEXT,
    "reference" TEXT NOT NULL,
    "granted_on" DATE NOT NULL,
    "until_on" DATE,
    "ended_on" DATE,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."inclusion_period" (
    "study_id" UUID NOT NULL,
    "region" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL,
    "from_on" DATE NOT NULL,
    "until_on" DATE,

    CONSTRAINT "inclusion_period_pkey" PRIMARY KEY ("study_id","region","seq")
);

-- CreateTable
CREATE TABLE "study"."recruitment_target" (
    "study_id" UUID NOT NULL,
    "location" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL,
    "target" INTEGER NOT NULL,

    CONSTRAINT "recruitment_target_pkey" PRIMARY KEY ("study_id","location","month","seq")
);

-- CreateTable
CREATE TABLE "study"."deviation" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "registration_id" UUID,
    "location" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "fact" TEXT NOT NULL,
    "raised_by" TEXT NOT NULL,
    "found_on" DATE NOT NULL,
    "remark" TEXT,
    "decision" TEXT,
    "decided_on" DATE,
    "decision_remark" TEXT,
    "resolved_on" DATE,

    CONSTRAINT "deviation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."demo_message" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "envelope_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,

    CONSTRAINT "demo_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."replay" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "digest" TEXT NOT NULL,
    "folder" TEXT NOT NULL,
    "played_to" DATE,
    "last_on" DATE NOT NULL,
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "replay_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."replay_refusal" (
    "replay_id" UUID NOT NULL,
    "file" TEXT NOT NULL,
    "line" INTEGER NOT NULL,
    "column" TEXT NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "replay_refusal_pkey" PRIMARY KEY ("replay_id","file","line")
);

-- CreateTable
CREATE TABLE "study"."retention_report" (
    "study_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "due" INTEGER NOT NULL,
    "soon" INTEGER NOT NULL,

    CONSTRAINT "retention_report_pkey" PRIMARY KEY ("study_id","day","kind")
);

-- CreateTable
CREATE TABLE "study"."retention_notice" (
    "study_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,

    CONSTRAINT "retention_notice_pkey" PRIMARY KEY ("study_id","day","kind","subject_id")
);

-- CreateTable
CREATE TABLE "study"."statement" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "month" TEXT NOT NULL,
    "seq" SMALLINT NOT NULL,
    "computed_on" DATE NOT NULL,

    CONSTRAINT "statement_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."statement_row" (
    "statement_id" UUID NOT NULL,
    "location" TEXT NOT NULL,
    "forms" INTEGER NOT NULL,
    "interviews" INTEGER NOT NULL,

    CONSTRAINT "statement_row_pkey" PRIMARY KEY ("statement_id","location")
);

-- CreateTable
CREATE TABLE "study"."statement_signing" (
    "statement_id" UUID NOT NULL,
    "signed_on" DATE NOT NULL,
    "remark" TEXT,

    CONSTRAINT "statement_signing_pkey" PRIMARY KEY ("statement_id")
);

-- CreateTable
CREATE TABLE "study"."release" (
    "id" UUID NOT NULL,
    "study_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "spec" JSONB NOT NULL,
    "state" TEXT NOT NULL,
    "asked_by" TEXT NOT NULL,
    "asked_on" DATE NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "progress" SMALLINT NOT NULL DEFAULT 0,
    "cut_off" DATE,
    "snapshot_at" TIMESTAMPTZ(3),
    "counts" JSONB,
    "disclosure" JSONB,
    "manifest" JSONB,
    "decided_by" TEXT,
    "decided_on" DATE,
    "override" TEXT,
    "failure" TEXT,

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "study"."release_file" (
    "release_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "media" TEXT NOT NULL,
    "size" BIGINT NOT NULL,
    "sha256" BYTEA NOT NULL,

    CONSTRAINT "release_file_pkey" PRIMARY KEY ("release_id","name")
);

-- CreateTable
CREATE TABLE "study"."release_chunk" (
    "release_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "bytes" BYTEA NOT NULL,

    CONSTRAINT "release_chunk_pkey" PRIMARY KEY ("release_id","name","seq")
);

-- CreateTable
CREATE TABLE "study"."release_member" (
    "release_id" UUID NOT NULL,
    "registration_id" UUID NOT NULL,
    "digest" BYTEA NOT NULL,

    CONSTRAINT "release_member_pkey" PRIMARY KEY ("release_id","registration_id")
);

-- CreateTable
CREATE TABLE "audit"."entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "day" DATE NOT NULL,
    "study_id" UUID,
    "actor" TEXT NOT NULL,
    "role" TEXT,
    "origin" TEXT,
    "verb" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subject_id" UUID,
    "details" JSONB NOT NULL,
    "salt" UUID DEFAULT gen_random_uuid(),
    "erased" BYTEA,
    "request" TEXT,

    CONSTRAINT "entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit"."seal" (
    "place" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "seal_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "audit"."sealed" (
    "id" BIGINT NOT NULL,

    CONSTRAINT "sealed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit"."vault_entry" (
    "id" UUID NOT NULL,
    "study_alias" UUID,
    "month" TEXT NOT NULL,
    "verb" TEXT NOT NULL,
    "subject_hash" BYTEA,
    "request_hash" BYTEA,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "vault_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit"."vault_seal" (
    "place" UUID NOT NULL,
    "sealed" BYTEA NOT NULL,

    CONSTRAINT "vault_seal_pkey" PRIMARY KEY ("place")
);

-- CreateTable
CREATE TABLE "audit"."vault_sealed" (
    "id" UUID NOT NULL,

    CONSTRAINT "vault_sealed_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "key_study_hash_key" ON "identity"."key"("study_hash");

-- CreateIndex
CREATE UNIQUE INDEX "person_study_alias_number_hash_key" ON "identity"."person"("study_alias", "number_hash");

-- CreateIndex
CREATE INDEX "supervisor_study_alias_email_hash_idx" ON "identity"."supervisor"("study_alias", "email_hash");

-- CreateIndex
CREATE INDEX "supervisor_study_alias_domain_hash_idx" ON "identity"."supervisor"("study_alias", "domain_hash");

-- CreateIndex
CREATE UNIQUE INDEX "supervisor_study_alias_number_hash_key" ON "identity"."supervisor"("study_alias", "number_hash");

-- CreateIndex
CREATE INDEX "supervision_person_id_idx" ON "identity"."supervision"("person_id");

-- CreateIndex
CREATE INDEX "supervision_supervisor_id_idx" ON "identity"."supervision"("supervisor_id");

-- CreateIndex
CREATE UNIQUE INDEX "supervision_study_alias_number_hash_key" ON "identity"."supervision"("study_alias", "number_hash");

-- CreateIndex
CREATE INDEX "consent_form_person_id_idx" ON "identity"."consent_form"("person_id");

-- CreateIndex
CREATE INDEX "consent_form_study_alias_month_location_hash_idx" ON "identity"."consent_form"("study_alias", "month", "location_hash");

-- CreateIndex
CREATE INDEX "consent_paper_form_id_idx" ON "identity"."consent_paper"("form_id");

-- CreateIndex
CREATE INDEX "letter_person_id_idx" ON "identity"."letter"("person_id");

-- CreateIndex
CREATE INDEX "access_code_supervisor_id_idx" ON "identity"."access_code"("supervisor_id");

-- CreateIndex
CREATE UNIQUE INDEX "device_token_hash_key" ON "identity"."device"("token_hash");

-- CreateIndex
CREATE INDEX "device_supervisor_id_idx" ON "identity"."device"("supervisor_id");

-- CreateIndex
CREATE UNIQUE INDEX "upload_import_hash_key" ON "identity"."upload"("import_hash");

-- CreateIndex
CREATE INDEX "upload_ends_at_idx" ON "identity"."upload"("ends_at");

-- CreateIndex
CREATE UNIQUE INDEX "upload_chunk_upload_id_seq_key" ON "identity"."upload_chunk"("upload_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "do_not_ask_study_alias_number_hash_key" ON "identity"."do_not_ask"("study_alias", "number_hash");

-- CreateIndex
CREATE INDEX "breach_study_alias_idx" ON "identity"."breach"("study_alias");

-- CreateIndex
CREATE UNIQUE INDEX "breach_breach_id_seq_key" ON "identity"."breach"("breach_id", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "identity"."account"("email");

-- CreateIndex
CREATE INDEX "session_account_id_idx" ON "identity"."session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "study_code_key" ON "study"."study"("code");

-- CreateIndex
CREATE UNIQUE INDEX "client_study_id_pseudonym_key" ON "study"."client"("study_id", "pseudonym");

-- CreateIndex
CREATE UNIQUE INDEX "supervisor_study_id_pseudonym_key" ON "study"."supervisor"("study_id", "pseudonym");

-- CreateIndex
CREATE INDEX "registration_study_id_registered_on_id_idx" ON "study"."registration"("study_id", "registered_on", "id");

-- CreateIndex
CREATE INDEX "registration_study_id_stage_stage_on_id_idx" ON "study"."registration"("study_id", "stage", "stage_on", "id");

-- CreateIndex
CREATE INDEX "registration_study_id_region_location_organisation_idx" ON "study"."registration"("study_id", "region", "location", "organisation");

-- CreateIndex
CREATE INDEX "registration_supervisor_id_idx" ON "study"."registration"("supervisor_id");

-- CreateIndex
CREATE INDEX "registration_client_id_idx" ON "study"."registration"("client_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_registration_id_key" ON "study"."inquiry"("registration_id");

-- CreateIndex
CREATE INDEX "inquiry_sent_on_idx" ON "study"."inquiry"("sent_on");

-- CreateIndex
CREATE INDEX "inquiry_supervisor_id_idx" ON "study"."inquiry"("supervisor_id");

-- CreateIndex
CREATE INDEX "inquiry_asked_id_idx" ON "study"."inquiry"("asked_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_before_registration_id_seq_key" ON "study"."inquiry_before"("registration_id", "seq");

-- CreateIndex
CREATE INDEX "attempt_registration_id_idx" ON "study"."attempt"("registration_id");

-- CreateIndex
CREATE INDEX "absence_supervisor_id_idx" ON "study"."absence"("supervisor_id");

-- CreateIndex
CREATE UNIQUE INDEX "issued_link_target_id_issue_key" ON "study"."issued_link"("target_id", "issue");

-- CreateIndex
CREATE UNIQUE INDEX "dyad_registration_id_key" ON "study"."dyad"("registration_id");

-- CreateIndex
CREATE INDEX "dyad_supervisor_id_idx" ON "study"."dyad"("supervisor_id");

-- CreateIndex
CREATE UNIQUE INDEX "dyad_study_id_pseudonym_key" ON "study"."dyad"("study_id", "pseudonym");

-- CreateIndex
CREATE INDEX "dyad_before_supervisor_id_idx" ON "study"."dyad_before"("supervisor_id");

-- CreateIndex
CREATE UNIQUE INDEX "dyad_before_study_id_pseudonym_key" ON "study"."dyad_before"("study_id", "pseudonym");

-- CreateIndex
CREATE UNIQUE INDEX "dyad_before_registration_id_seq_key" ON "study"."dyad_before"("registration_id", "seq");

-- CreateIndex
CREATE INDEX "contact_report_registration_id_reported_on_idx" ON "study"."contact_report"("registration_id", "reported_on");

-- CreateIndex
CREATE UNIQUE INDEX "no_show_registration_id_wave_missed_on_key" ON "study"."no_show"("registration_id", "wave", "missed_on");

-- CreateIndex
CREATE INDEX "departure_registration_id_idx" ON "study"."departure"("registration_id");

-- CreateIndex
CREATE INDEX "departure_step_reason_idx" ON "study"."departure"("step", "reason");

-- CreateIndex
CREATE INDEX "withdrawal_study_id_idx" ON "study"."withdrawal"("study_id");

-- CreateIndex
CREATE INDEX "wave_window_opens_on_idx" ON "study"."wave_window"("opens_on");

-- CreateIndex
CREATE INDEX "answer_withdrawal_supervisor_id_idx" ON "study"."answer_withdrawal"("supervisor_id");

-- CreateIndex
CREATE INDEX "measurement_study_id_wave_perspective_idx" ON "study"."measurement"("study_id", "wave", "perspective");

-- CreateIndex
CREATE INDEX "measurement_dyad_id_idx" ON "study"."measurement"("dyad_id");

-- CreateIndex
CREATE UNIQUE INDEX "measurement_registration_id_wave_perspective_key" ON "study"."measurement"("registration_id", "wave", "perspective");

-- CreateIndex
CREATE INDEX "entry_measurement_id_idx" ON "study"."entry"("measurement_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_measurement_id_version_key" ON "study"."entry"("measurement_id", "version");

-- CreateIndex
CREATE UNIQUE INDEX "entry_draft_id_draft_seq_key" ON "study"."entry"("draft_id", "draft_seq");

-- CreateIndex
CREATE INDEX "query_study_id_state_raised_on_id_idx" ON "study"."query"("study_id", "state", "raised_on", "id");

-- CreateIndex
CREATE INDEX "query_study_id_raised_on_id_idx" ON "study"."query"("study_id", "raised_on", "id");

-- CreateIndex
CREATE UNIQUE INDEX "query_measurement_id_rule_item_seq_key" ON "study"."query"("measurement_id", "rule", "item", "seq");

-- CreateIndex
CREATE INDEX "incident_study_id_happened_on_id_idx" ON "study"."incident"("study_id", "happened_on", "id");

-- CreateIndex
CREATE INDEX "incident_registration_id_idx" ON "study"."incident"("registration_id");

-- CreateIndex
CREATE INDEX "voucher_study_id_location_idx" ON "study"."voucher"("study_id", "location");

-- CreateIndex
CREATE INDEX "voucher_registration_id_idx" ON "study"."voucher"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "interviewer_study_id_code_key" ON "study"."interviewer"("study_id", "code");

-- CreateIndex
CREATE UNIQUE INDEX "interviewer_study_id_account_hash_key" ON "study"."interviewer"("study_id", "account_hash");

-- CreateIndex
CREATE INDEX "qualification_interviewer_id_idx" ON "study"."qualification"("interviewer_id");

-- CreateIndex
CREATE UNIQUE INDEX "room_study_id_location_name_key" ON "study"."room"("study_id", "location", "name");

-- CreateIndex
CREATE INDEX "room_hours_room_id_idx" ON "study"."room_hours"("room_id");

-- CreateIndex
CREATE INDEX "availability_study_id_interviewer_idx" ON "study"."availability"("study_id", "interviewer");

-- CreateIndex
CREATE INDEX "interviewer_away_study_id_interviewer_idx" ON "study"."interviewer_away"("study_id", "interviewer");

-- CreateIndex
CREATE INDEX "appointment_study_id_on_day_id_idx" ON "study"."appointment"("study_id", "on_day", "id");

-- CreateIndex
CREATE INDEX "appointment_study_id_interviewer_on_day_idx" ON "study"."appointment"("study_id", "interviewer", "on_day");

-- CreateIndex
CREATE UNIQUE INDEX "appointment_registration_id_wave_seq_key" ON "study"."appointment"("registration_id", "wave", "seq");

-- CreateIndex
CREATE INDEX "calendar_feed_study_id_interviewer_idx" ON "study"."calendar_feed"("study_id", "interviewer");

-- CreateIndex
CREATE UNIQUE INDEX "instrument_study_id_name_version_key" ON "study"."instrument"("study_id", "name", "version");

-- CreateIndex
CREATE UNIQUE INDEX "battery_study_id_wave_perspective_seq_key" ON "study"."battery"("study_id", "wave", "perspective", "seq");

-- CreateIndex
CREATE INDEX "register_event_registration_id_idx" ON "study"."register_event"("registration_id");

-- CreateIndex
CREATE INDEX "register_event_import_id_idx" ON "study"."register_event"("import_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_envelope_message_id_key" ON "study"."mail_envelope"("message_id");

-- CreateIndex
CREATE INDEX "mail_envelope_study_id_state_day_idx" ON "study"."mail_envelope"("study_id", "state", "day");

-- CreateIndex
CREATE UNIQUE INDEX "mail_envelope_study_id_supervisor_id_day_key" ON "study"."mail_envelope"("study_id", "supervisor_id", "day");

-- CreateIndex
CREATE UNIQUE INDEX "mail_envelope_study_id_staff_id_day_key" ON "study"."mail_envelope"("study_id", "staff_id", "day");

-- CreateIndex
CREATE INDEX "mail_line_envelope_id_idx" ON "study"."mail_line"("envelope_id");

-- CreateIndex
CREATE UNIQUE INDEX "mail_line_registration_id_wave_kind_supervisor_id_round_key" ON "study"."mail_line"("registration_id", "wave", "kind", "supervisor_id", "round");

-- CreateIndex
CREATE UNIQUE INDEX "mail_line_registration_id_wave_kind_staff_id_round_key" ON "study"."mail_line"("registration_id", "wave", "kind", "staff_id", "round");

-- CreateIndex
CREATE INDEX "work_study_id_opens_on_idx" ON "study"."work"("study_id", "opens_on");

-- CreateIndex
CREATE INDEX "work_study_id_due_on_idx" ON "study"."work"("study_id", "due_on");

-- CreateIndex
CREATE INDEX "backup_run_kind_at_idx" ON "study"."backup_run"("kind", "at");

-- CreateIndex
CREATE INDEX "alarm_study_id_kind_idx" ON "study"."alarm"("study_id", "kind");

-- CreateIndex
CREATE INDEX "intake_import_study_id_begun_at_idx" ON "study"."intake_import"("study_id", "begun_at");

-- CreateIndex
CREATE INDEX "approval_study_id_idx" ON "study"."approval"("study_id");

-- CreateIndex
CREATE INDEX "deviation_study_id_found_on_id_idx" ON "study"."deviation"("study_id", "found_on", "id");

-- CreateIndex
CREATE INDEX "deviation_registration_id_idx" ON "study"."deviation"("registration_id");

-- CreateIndex
CREATE UNIQUE INDEX "deviation_study_id_kind_fact_key" ON "study"."deviation"("study_id", "kind", "fact");

-- CreateIndex
CREATE UNIQUE INDEX "demo_message_envelope_id_key" ON "study"."demo_message"("envelope_id");

-- CreateIndex
CREATE INDEX "demo_message_study_id_day_id_idx" ON "study"."demo_message"("study_id", "day", "id");

-- CreateIndex
CREATE UNIQUE INDEX "replay_study_id_key" ON "study"."replay"("study_id");

-- CreateIndex
CREATE UNIQUE INDEX "replay_digest_key" ON "study"."replay"("digest");

-- CreateIndex
CREATE UNIQUE INDEX "statement_study_id_month_seq_key" ON "study"."statement"("study_id", "month", "seq");

-- CreateIndex
CREATE UNIQUE INDEX "release_study_id_number_key" ON "study"."release"("study_id", "number");

-- CreateIndex
CREATE INDEX "release_member_registration_id_idx" ON "study"."release_member"("registration_id");

-- CreateIndex
CREATE INDEX "entry_subject_id_idx" ON "audit"."entry"("subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "entry_study_id_request_key" ON "audit"."entry"("study_id", "request");

-- CreateIndex
CREATE INDEX "vault_entry_subject_hash_idx" ON "audit"."vault_entry"("subject_hash");

-- CreateIndex
CREATE UNIQUE INDEX "vault_entry_study_alias_request_hash_key" ON "audit"."vault_entry"("study_alias", "request_hash");

-- AddForeignKey
ALTER TABLE "identity"."supervision" ADD CONSTRAINT "supervision_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "identity"."person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."supervision" ADD CONSTRAINT "supervision_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "identity"."supervisor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."consent_form" ADD CONSTRAINT "consent_form_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "identity"."person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."consent_answer" ADD CONSTRAINT "consent_answer_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "identity"."consent_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."consent_paper" ADD CONSTRAINT "consent_paper_form_id_fkey" FOREIGN KEY ("form_id") REFERENCES "identity"."consent_form"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."letter" ADD CONSTRAINT "letter_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "identity"."person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."access_code" ADD CONSTRAINT "access_code_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "identity"."supervisor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."device" ADD CONSTRAINT "device_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "identity"."supervisor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."upload_chunk" ADD CONSTRAINT "upload_chunk_upload_id_fkey" FOREIGN KEY ("upload_id") REFERENCES "identity"."upload"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "identity"."session" ADD CONSTRAINT "session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "identity"."account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."registration" ADD CONSTRAINT "registration_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "study"."client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."registration" ADD CONSTRAINT "registration_supervisor_id_fkey" FOREIGN KEY ("supervisor_id") REFERENCES "study"."supervisor"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."inquiry" ADD CONSTRAINT "inquiry_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."inquiry_before" ADD CONSTRAINT "inquiry_before_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."attempt" ADD CONSTRAINT "attempt_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."criterion_finding" ADD CONSTRAINT "criterion_finding_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."judgement" ADD CONSTRAINT "judgement_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."dyad" ADD CONSTRAINT "dyad_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."dyad_before" ADD CONSTRAINT "dyad_before_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."contact_report" ADD CONSTRAINT "contact_report_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."no_show" ADD CONSTRAINT "no_show_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."departure" ADD CONSTRAINT "departure_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."permission" ADD CONSTRAINT "permission_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "study"."client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."withdrawal" ADD CONSTRAINT "withdrawal_client_id_fkey" FOREIGN KEY ("client_id") REFERENCES "study"."client"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."wave_window" ADD CONSTRAINT "wave_window_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."declining" ADD CONSTRAINT "declining_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."answer_withdrawal" ADD CONSTRAINT "answer_withdrawal_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."measurement" ADD CONSTRAINT "measurement_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."answer" ADD CONSTRAINT "answer_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "study"."measurement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."entry" ADD CONSTRAINT "entry_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "study"."measurement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."entered_answer" ADD CONSTRAINT "entered_answer_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "study"."entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."entry_note" ADD CONSTRAINT "entry_note_entry_id_fkey" FOREIGN KEY ("entry_id") REFERENCES "study"."entry"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."query" ADD CONSTRAINT "query_measurement_id_fkey" FOREIGN KEY ("measurement_id") REFERENCES "study"."measurement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."wave_check" ADD CONSTRAINT "wave_check_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."incident" ADD CONSTRAINT "incident_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."voucher" ADD CONSTRAINT "voucher_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."qualification" ADD CONSTRAINT "qualification_interviewer_id_fkey" FOREIGN KEY ("interviewer_id") REFERENCES "study"."interviewer"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."room_hours" ADD CONSTRAINT "room_hours_room_id_fkey" FOREIGN KEY ("room_id") REFERENCES "study"."room"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."appointment" ADD CONSTRAINT "appointment_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."register_event" ADD CONSTRAINT "register_event_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."mail_line" ADD CONSTRAINT "mail_line_envelope_id_fkey" FOREIGN KEY ("envelope_id") REFERENCES "study"."mail_envelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."mail_line" ADD CONSTRAINT "mail_line_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."register_covariate" ADD CONSTRAINT "register_covariate_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."import_refusal" ADD CONSTRAINT "import_refusal_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "study"."intake_import"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."deviation" ADD CONSTRAINT "deviation_registration_id_fkey" FOREIGN KEY ("registration_id") REFERENCES "study"."registration"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."replay_refusal" ADD CONSTRAINT "replay_refusal_replay_id_fkey" FOREIGN KEY ("replay_id") REFERENCES "study"."replay"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."statement_row" ADD CONSTRAINT "statement_row_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "study"."statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."statement_signing" ADD CONSTRAINT "statement_signing_statement_id_fkey" FOREIGN KEY ("statement_id") REFERENCES "study"."statement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."release_file" ADD CONSTRAINT "release_file_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "study"."release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."release_chunk" ADD CONSTRAINT "release_chunk_release_id_name_fkey" FOREIGN KEY ("release_id", "name") REFERENCES "study"."release_file"("release_id", "name") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "study"."release_member" ADD CONSTRAINT "release_member_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "study"."release"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

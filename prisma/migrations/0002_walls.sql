-- What the tables themselves cannot say: who may do what, what never changes, what cannot be.
-- The roles exist already: they belong to the cluster and are made by app/platform/roles.ts.

-- ---------------------------------------------------------------- who may do what

REVOKE ALL ON SCHEMA public, identity, study, audit FROM PUBLIC;
GRANT USAGE ON SCHEMA study, audit TO koppel_study;
GRANT USAGE ON SCHEMA identity, study, audit TO koppel_vault;
GRANT USAGE ON SCHEMA study TO koppel_analyst;

-- Everything under a pseudonym. Nothing is deleted: what ended is a row that says when. Permissions are only read.
-- What was said or seen once (answers, reports, judgements, withdrawals, refused rows) is added and stays as it is.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA study TO koppel_study;
REVOKE INSERT ON study.permission FROM koppel_study;
GRANT UPDATE ON study.clock, study.registration, study.inquiry, study.criterion_finding, study.dyad, study.wave_window,
  study.measurement, study.mail_envelope, study.mail_line, study.replay TO koppel_study;
GRANT UPDATE (declined_on) ON study.supervisor TO koppel_study;
GRANT UPDATE (returned_on) ON study.departure TO koppel_study;
GRANT UPDATE (superseded_by) ON study.register_event TO koppel_study;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO koppel_vault;

-- What a release is made of, and nothing else.
GRANT SELECT ON study.client, study.registration, study.dyad, study.measurement, study.answer, study.permission,
  study.withdrawal, study.register_event TO koppel_analyst;

-- The number and the moment of an entry are the database's.
GRANT SELECT, INSERT (day, study_id, actor, verb, subject, subject_id, details, request) ON audit.entry
  TO koppel_study, koppel_vault;
GRANT USAGE ON SEQUENCE audit.entry_id_seq TO koppel_study, koppel_vault;
-- What was done in the vault is read and written there only.
GRANT SELECT, INSERT ON audit.vault_entry TO koppel_vault;

-- ---------------------------------------------------------------- the two doors between the rooms (protocol §6)

-- Consent lies with the names; study only learns which scopes it allows. This is all that the vault can do in study.
-- After a withdrawal nothing is granted any more, however late a form's second half arrives.
CREATE FUNCTION study.set_permissions(client uuid, scopes text[], granted boolean[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF cardinality(scopes) <> cardinality(granted) THEN
    RAISE EXCEPTION 'as many answers as scopes' USING ERRCODE = '22023';
  END IF;
  -- A withdrawal refers to the client's row: it comes before this statement or after the transaction, never in between.
  PERFORM FROM study.client c WHERE c.id = client FOR UPDATE;
  INSERT INTO study.permission AS kept (client_id, scope, granted)
  SELECT client, given.scope, given.granted AND NOT EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = client)
  FROM unnest(scopes, granted) AS given (scope, granted)
  ON CONFLICT (client_id, scope) DO UPDATE SET granted = EXCLUDED.granted
  WHERE kept.granted <> EXCLUDED.granted;
END $$;
REVOKE ALL ON FUNCTION study.set_permissions(uuid, text[], boolean[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.set_permissions(uuid, text[], boolean[]) TO koppel_vault;

-- Withdrawing begins in study, so that contact stops first: it may take permissions away and never give one. Those that
-- are kept serve the release of what was collected, when the client lets it stay; no verb acts on a withdrawn client.
CREATE FUNCTION study.revoke_permissions(client uuid, kept text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM study.client c WHERE c.id = client FOR UPDATE;
  UPDATE study.permission SET granted = false
   WHERE client_id = client AND permission.granted AND permission.scope <> ALL (kept);
END $$;
REVOKE ALL ON FUNCTION study.revoke_permissions(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.revoke_permissions(uuid, text[]) TO koppel_study;

-- Withdrawing with "erase" (protocol §6): the one way by which answers leave the database. What a supervisor answered is
-- the supervisor's, and stays; it is in no dyad any more.
CREATE FUNCTION study.erase_answers(client uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM study.answer WHERE measurement_id IN (
    SELECT m.id FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
     WHERE r.client_id = client AND m.perspective = 'client'
       AND EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = client AND w.collected = 'erase'));
$$;
REVOKE ALL ON FUNCTION study.erase_answers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.erase_answers(uuid) TO koppel_study;

-- ---------------------------------------------------------------- what never changes

CREATE FUNCTION audit.append_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'audit.% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION audit.append_only() FROM PUBLIC;
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.entry
  FOR EACH ROW EXECUTE FUNCTION audit.append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit.append_only();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.vault_entry
  FOR EACH ROW EXECUTE FUNCTION audit.append_only();
CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.vault_entry
  FOR EACH STATEMENT EXECUTE FUNCTION audit.append_only();
-- also where a session says that it is a replica
ALTER TABLE audit.vault_entry ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE audit.vault_entry ENABLE ALWAYS TRIGGER never_emptied;
ALTER TABLE audit.entry ENABLE ALWAYS TRIGGER append_only;
ALTER TABLE audit.entry ENABLE ALWAYS TRIGGER never_emptied;

-- ---------------------------------------------------------------- what cannot be

-- A case leaves a step once; it may leave again after it came back.
CREATE UNIQUE INDEX departure_open_key ON study.departure (registration_id, step) WHERE returned_on IS NULL;

ALTER TABLE identity.consent_form
  ADD CONSTRAINT consent_form_way CHECK (way IN ('tablet', 'paper', 'import')),
  ADD CONSTRAINT consent_form_state CHECK (state IN ('valid', 'scan', 'check', 'checked', 'refused')),
  ADD CONSTRAINT consent_form_month CHECK (month ~ '^\d{4}-\d{2}$' AND ended_month ~ '^\d{4}-\d{2}$'),
  ADD CONSTRAINT consent_form_ended_after_signed CHECK (ended_month >= month),
  ADD CONSTRAINT consent_form_collected CHECK (collected IN ('keep', 'erase')),
  ADD CONSTRAINT consent_form_second_person CHECK (checked_by <> entered_by);
ALTER TABLE identity.consent_answer
  ADD CONSTRAINT consent_answer_answer CHECK (answer IN ('yes', 'no', 'blank', 'ended'));
ALTER TABLE identity.consent_paper
  ADD CONSTRAINT consent_paper_kind CHECK (kind IN ('scan', 'client', 'staff', 'guard')),
  ADD CONSTRAINT consent_paper_media CHECK (media IN ('pdf', 'jpeg', 'png'));
ALTER TABLE audit.vault_entry ADD CONSTRAINT vault_entry_month CHECK (month ~ '^\d{4}-\d{2}$');
-- One change of the key at a time.
CREATE UNIQUE INDEX rotation_open_key ON identity.rotation ((finished_at IS NULL)) WHERE finished_at IS NULL;
ALTER TABLE study.clock ADD CONSTRAINT clock_moves_forward CHECK (target >= today);
ALTER TABLE study.registration
  ADD CONSTRAINT registration_status CHECK (status IN ('running', 'not_started', 'waiting_list'));
ALTER TABLE study.inquiry
  ADD CONSTRAINT inquiry_replied_after_sent CHECK (replied_on >= sent_on),
  ADD CONSTRAINT inquiry_contacts CHECK (contacts >= 0);
ALTER TABLE study.criterion_finding
  ADD CONSTRAINT criterion_finding_verdict CHECK (verdict IN ('met', 'not_met', 'unknown'));
ALTER TABLE study.dyad ADD CONSTRAINT dyad_unbound_after_bound CHECK (unbound_on >= bound_on);
ALTER TABLE study.contact_report ADD CONSTRAINT contact_report_contacts CHECK (contacts >= 0);
ALTER TABLE study.departure ADD CONSTRAINT departure_returned_after_left CHECK (returned_on >= left_on);
ALTER TABLE study.withdrawal ADD CONSTRAINT withdrawal_collected CHECK (collected IN ('keep', 'erase'));
ALTER TABLE study.wave_window ADD CONSTRAINT wave_window_opens_before_closes CHECK (opens_on <= closes_on);
ALTER TABLE study.measurement
  ADD CONSTRAINT measurement_perspective CHECK (perspective IN ('client', 'supervisor')),
  ADD CONSTRAINT measurement_completed_after_opened CHECK (completed_on >= opened_on),
  ADD CONSTRAINT measurement_counts CHECK (contacts >= 0 AND minutes >= 0);
ALTER TABLE study.mail_envelope
  ADD CONSTRAINT mail_envelope_state
    CHECK (state IN ('planned', 'sending', 'sent', 'suppressed', 'failed', 'cancelled'));
ALTER TABLE study.mail_line
  ADD CONSTRAINT mail_line_state CHECK (state IN ('planned', 'sent', 'suppressed', 'failed', 'cancelled'));

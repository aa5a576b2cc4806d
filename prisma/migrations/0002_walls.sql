-- What the tables themselves cannot say: who may do what, what never changes, what cannot be.
-- The roles exist already: they belong to the cluster and are made by app/platform/roles.ts.

-- ---------------------------------------------------------------- who may do what

REVOKE ALL ON SCHEMA public, identity, study, audit FROM PUBLIC;
GRANT USAGE ON SCHEMA study, audit TO koppel_study;
GRANT USAGE ON SCHEMA identity, study, audit TO koppel_vault;
GRANT USAGE ON SCHEMA study TO koppel_analyst;

-- Everything under a pseudonym. Nothing is deleted: what ended is a row that says when. Permissions are only read.
-- Only what is derived goes: work that was done, and the note that it has to be derived anew.
-- What was said or seen once (answers, reports, judgements, withdrawals, refused rows) is added and stays as it is.
GRANT SELECT, INSERT ON ALL TABLES IN SCHEMA study TO koppel_study;
REVOKE INSERT ON study.permission FROM koppel_study;
GRANT UPDATE ON study.clock, study.registration, study.inquiry, study.dyad, study.wave_window,
  study.measurement, study.mail_envelope, study.mail_line, study.replay, study.intake_import, study.import_mapping
  TO koppel_study;
-- What counts now of an item; what was said before stays with the entry that said it.
GRANT UPDATE (value, missing) ON study.answer TO koppel_study;
GRANT UPDATE (version, state) ON study.entry TO koppel_study;
GRANT UPDATE (state, answered_on, reason, closed_on, closed_by) ON study.query TO koppel_study;
GRANT UPDATE (seen_on) ON study.incident TO koppel_study;
GRANT UPDATE (account_hash, student, ended_on) ON study.interviewer TO koppel_study;
GRANT UPDATE (state, ended_on) ON study.appointment TO koppel_study;
GRANT UPDATE (ended_on) ON study.qualification, study.room, study.room_hours, study.availability, study.interviewer_away
  TO koppel_study;
GRANT UPDATE (revoked_on) ON study.calendar_feed TO koppel_study;
GRANT UPDATE (replaced_on) ON study.judgement, study.criterion_finding TO koppel_study;
GRANT UPDATE (ended_on) ON study.absence, study.approval TO koppel_study;
GRANT UPDATE (revoked_on) ON study.issued_link TO koppel_study;
GRANT UPDATE (decision, decided_on, decision_remark, resolved_on) ON study.deviation TO koppel_study;
GRANT UPDATE (declined_on) ON study.supervisor TO koppel_study;
GRANT UPDATE (do_not_ask_on) ON study.client TO koppel_study;
GRANT UPDATE (returned_on) ON study.departure TO koppel_study;
GRANT UPDATE (superseded_by, import_id, taken_back_on, taken_back_why) ON study.register_event TO koppel_study;
-- What a release was asked for stays; its files are added and go by two doors only (forget_making, forget_releases).
GRANT UPDATE (state, progress, cut_off, snapshot_at, counts, disclosure, manifest, decided_by, decided_on, override, failure)
  ON study.release TO koppel_study;
GRANT UPDATE ON study.mail_setting, study.last_run TO koppel_study;
GRANT UPDATE (told_at, ended_at, amount) ON study.alarm TO koppel_study;
GRANT UPDATE, DELETE ON study.work TO koppel_study;
GRANT DELETE ON study.stale TO koppel_study;
-- What a file says of whom it does not name touches more cases than one transaction derives.
GRANT USAGE ON SEQUENCE study.stale_id_seq TO koppel_study;

GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA identity TO koppel_vault;
-- The register of breaches keeps its history: rows are added, and only sealed anew when the key changes.
REVOKE UPDATE, DELETE ON identity.breach FROM koppel_vault;
GRANT UPDATE (sealed) ON identity.breach TO koppel_vault;

-- What a release is made of, and nothing else.
GRANT SELECT ON study.client, study.registration, study.dyad, study.dyad_before, study.measurement, study.answer, study.permission,
  study.withdrawal, study.register_covariate TO koppel_analyst;
-- What was written beside an event, in words of one's own, is no part of one.
GRANT SELECT (id, registration_id, event, happened_on, kind, reason, recorded_on, recorded_at, import_id, superseded_by, taken_back_on)
  ON study.register_event TO koppel_analyst;

-- The number, the moment and the salt of an entry are the database's.
GRANT SELECT, INSERT (day, study_id, actor, role, origin, verb, subject, subject_id, details, request) ON audit.entry
  TO koppel_study, koppel_vault;
GRANT USAGE ON SEQUENCE audit.entry_id_seq TO koppel_study, koppel_vault;
-- What was done in the vault is read and written there only.
GRANT SELECT, INSERT ON audit.vault_entry TO koppel_vault;
-- Each side seals its own chain. The key is not in the database: a link that somebody else makes is none.
GRANT SELECT, INSERT ON audit.seal, audit.sealed TO koppel_study;
GRANT SELECT, INSERT ON audit.vault_seal, audit.vault_sealed TO koppel_vault;

-- ---------------------------------------------------------------- the two doors between the rooms (protocol §6)

-- Consent lies with the names; study only learns which scopes it allows. This is all that the vault can do in study.
-- After a withdrawal nothing changes any more, however late a form's second half arrives: what was kept stays kept. A scope
-- that the client took back is changed only by a form signed anew: the vault knows the day of the form, this room the day
-- of taking back, and `taken_back_before` is compared here and kept nowhere. Without it nothing is given again.
CREATE FUNCTION study.set_permissions(client uuid, scopes text[], granted boolean[], taken_back_before date DEFAULT NULL) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF cardinality(scopes) <> cardinality(granted) THEN
    RAISE EXCEPTION 'as many answers as scopes' USING ERRCODE = '22023';
  END IF;
  -- A withdrawal refers to the client's row: it comes before this statement or after the transaction, never in between.
  PERFORM FROM study.client c WHERE c.id = client FOR UPDATE;
  IF EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = client) THEN RETURN; END IF;
  INSERT INTO study.permission AS kept (client_id, scope, granted)
  SELECT client, given.scope, given.granted FROM unnest(scopes, granted) AS given (scope, granted)
  ON CONFLICT (client_id, scope) DO UPDATE SET granted = EXCLUDED.granted
  WHERE kept.granted <> EXCLUDED.granted AND (kept.ended_on IS NULL OR kept.ended_on < taken_back_before);
END $$;
REVOKE ALL ON FUNCTION study.set_permissions(uuid, text[], boolean[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.set_permissions(uuid, text[], boolean[], date) TO koppel_vault;

-- Withdrawing begins in study, so that contact stops first: it may take permissions away and never give one. Those that
-- are kept serve the release of what was collected, when the client lets it stay; no verb acts on a withdrawn client.
CREATE FUNCTION study.revoke_permissions(client uuid, kept text[] DEFAULT '{}') RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM FROM study.client c WHERE c.id = client FOR UPDATE;
  UPDATE study.permission SET granted = false,
         ended_on = (SELECT coalesce(w.erase_on, w.withdrawn_on) FROM study.withdrawal w WHERE w.client_id = client)
   WHERE client_id = client AND permission.granted AND permission.scope <> ALL (kept);
END $$;
REVOKE ALL ON FUNCTION study.revoke_permissions(uuid, text[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.revoke_permissions(uuid, text[]) TO koppel_study;

-- Taking back single scopes (protocol §6): the same, for these scopes, on a day; also before a form that gives them
-- arrives. Tells how many had not been taken back yet.
CREATE FUNCTION study.end_permissions(client uuid, scopes text[], on_day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE ended integer;
BEGIN
  PERFORM FROM study.client c WHERE c.id = client FOR UPDATE;
  INSERT INTO study.permission AS kept (client_id, scope, granted, ended_on)
  SELECT DISTINCT client, taken.scope, false, on_day FROM unnest(scopes) AS taken (scope)
  ON CONFLICT (client_id, scope) DO UPDATE SET granted = false, ended_on = on_day
  WHERE kept.granted OR kept.ended_on IS NULL;
  GET DIAGNOSTICS ended = ROW_COUNT;
  RETURN ended;
END $$;
REVOKE ALL ON FUNCTION study.end_permissions(uuid, text[], date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.end_permissions(uuid, text[], date) TO koppel_study;

-- What was said goes wherever it stands: what counts now, every entry that said it (also one that lies aside or was taken
-- back), what was noted, how long it took, and what a rule doubted. That something was handed in, and when, stays.
CREATE FUNCTION study.forget_answers(measurements uuid[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  DELETE FROM study.answer a WHERE a.measurement_id = ANY (measurements);
  DELETE FROM study.entered_answer a USING study.entry e WHERE e.id = a.entry_id AND e.measurement_id = ANY (measurements);
  DELETE FROM study.entry_note n USING study.entry e WHERE e.id = n.entry_id AND e.measurement_id = ANY (measurements);
  UPDATE study.entry e SET language = NULL, seconds = NULL WHERE e.measurement_id = ANY (measurements);
  -- why an interview was broken off can say something of the client
  UPDATE study.entry e SET why = NULL WHERE e.way = 'interview' AND e.measurement_id = ANY (measurements);
  UPDATE study.entry e SET state = 'dropped' WHERE e.state = 'aside' AND e.measurement_id = ANY (measurements);
  DELETE FROM study.query q WHERE q.measurement_id = ANY (measurements);
END $$;
REVOKE ALL ON FUNCTION study.forget_answers(uuid[]) FROM PUBLIC;

-- A making that was broken off begins anew; what was made stays as it is.
CREATE FUNCTION study.forget_making(wish uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM study.release r WHERE r.id = wish AND r.state = 'making') THEN RETURN; END IF;
  DELETE FROM study.release_chunk c WHERE c.release_id = wish;
  DELETE FROM study.release_file f WHERE f.release_id = wish;
  DELETE FROM study.release_member m WHERE m.release_id = wish;
END $$;
REVOKE ALL ON FUNCTION study.forget_making(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.forget_making(uuid) TO koppel_study;

-- The study's own copy of a release goes with the first of its people; what it was, and its digests, stay. Of a release that
-- is being made it may not be seen yet who is in it: whoever finishes one waits until an erasure that is under way is over.
CREATE FUNCTION study.forget_releases(registrations uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT pg_advisory_xact_lock_shared(hashtextextended('erasing', 0));
  DELETE FROM study.release_chunk c USING study.release_member m
   WHERE m.registration_id = ANY (registrations) AND c.release_id = m.release_id
$$;
REVOKE ALL ON FUNCTION study.forget_releases(uuid[]) FROM PUBLIC;

-- What the trail says of somebody goes with what was collected; that something was done, by whom and when, stays, and so does
-- that they wished it. Only the functions below call this.
CREATE FUNCTION audit.forget_details(subjects uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  UPDATE audit.entry e SET details = '{}', salt = NULL, erased = sha256(convert_to(e.salt::text || e.details::text, 'UTF8'))
   WHERE e.subject_id = ANY (subjects) AND e.erased IS NULL AND e.details <> '{}' AND e.verb <> 'withdraw'
$$;
REVOKE ALL ON FUNCTION audit.forget_details(uuid[]) FROM PUBLIC;

-- Answers leave the database in two ways, each at the written wish of whoever gave them (protocol §6); the measurement
-- stays, with its days, so that counts stay. A client's: withdrawing with "erase". What the interviewer wrote of the
-- interview and what the register told of its client go with them, but for what counts need (§6: the flow, by place and
-- kind of supervision). What a supervisor answered is the supervisor's, and
-- stays; it is in no dyad any more.
CREATE FUNCTION study.erase_answers(client uuid) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE wished date;
BEGIN
  SELECT coalesce(w.erase_on, w.withdrawn_on) INTO wished
    FROM study.withdrawal w WHERE w.client_id = client AND w.collected = 'erase';
  IF wished IS NULL THEN RETURN; END IF;
  PERFORM audit.forget_details(ARRAY(
    SELECT client
     UNION ALL SELECT r.id FROM study.registration r WHERE r.client_id = client
     UNION ALL SELECT q.id FROM study.query q JOIN study.measurement m ON m.id = q.measurement_id
                 JOIN study.registration r ON r.id = m.registration_id WHERE r.client_id = client
     UNION ALL SELECT i.id FROM study.incident i JOIN study.registration r ON r.id = i.registration_id
                WHERE r.client_id = client));
  PERFORM study.forget_releases(ARRAY(SELECT r.id FROM study.registration r WHERE r.client_id = client));
  DELETE FROM study.register_event e USING study.registration r WHERE r.id = e.registration_id AND r.client_id = client;
  DELETE FROM study.register_covariate v USING study.registration r WHERE r.id = v.registration_id AND r.client_id = client;
  UPDATE study.client c SET gender = NULL, birth_year = NULL WHERE c.id = client;
  UPDATE study.registration r SET supervision_level = NULL, risk_category = NULL, electronic_monitoring = false,
         penitentiary_programme = false WHERE r.client_id = client;
  PERFORM study.forget_answers(ARRAY(SELECT m.id FROM study.measurement m JOIN study.registration r ON r.id = m.registration_id
                                      WHERE r.client_id = client AND m.perspective = 'client' AND m.erased_on IS NULL));
  UPDATE study.measurement m SET erased_on = wished, unreliable = NULL, place = NULL, third_person = NULL, language = NULL
    FROM study.registration r
   WHERE r.id = m.registration_id AND r.client_id = client AND m.perspective = 'client' AND m.erased_on IS NULL;
  DELETE FROM study.wave_check k USING study.registration r WHERE r.id = k.registration_id AND r.client_id = client;
  -- that something happened, and where, still counts
  UPDATE study.incident i SET registration_id = NULL, remark = NULL
    FROM study.registration r WHERE r.id = i.registration_id AND r.client_id = client;
END $$;
REVOKE ALL ON FUNCTION study.erase_answers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.erase_answers(uuid) TO koppel_study;

-- What a file told goes on the day that was agreed for it; what another file told too is kept under that one (import_id).
-- Copies of releases that were made of it go too. Gives how many events went; that there was a file, and how many, stays.
CREATE FUNCTION study.erase_told(file uuid, on_day date) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE gone integer;
BEGIN
  IF NOT EXISTS (SELECT FROM study.intake_import i WHERE i.id = file AND i.delete_by <= on_day AND i.erased IS NULL) THEN
    RETURN 0;
  END IF;
  PERFORM study.forget_releases(ARRAY(SELECT e.registration_id FROM study.register_event e WHERE e.import_id = file));
  DELETE FROM study.register_event e WHERE e.import_id = file;
  GET DIAGNOSTICS gone = ROW_COUNT;
  UPDATE study.intake_import i SET erased = gone WHERE i.id = file;
  RETURN gone;
END $$;
REVOKE ALL ON FUNCTION study.erase_told(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.erase_told(uuid, date) TO koppel_study;

-- Who let it stay on withdrawing may want it gone later, and never the other way round (GDPR art. 17). Tells whether this
-- changed anything.
CREATE FUNCTION study.erase_after_all(client uuid, on_day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE study.withdrawal SET collected = 'erase', erase_on = on_day WHERE client_id = client AND collected = 'keep';
  RETURN FOUND;
END $$;
REVOKE ALL ON FUNCTION study.erase_after_all(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.erase_after_all(uuid, date) TO koppel_study;

-- Whose questionnaire it is: the supervisor's of the pair in which it was asked, of now or of before, else who was asked
-- about the case first.
CREATE FUNCTION study.rater(pair uuid, registration uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  SELECT coalesce((SELECT d.supervisor_id FROM study.dyad d WHERE d.id = pair),
                  (SELECT b.supervisor_id FROM study.dyad_before b WHERE b.id = pair),
                  (SELECT i.supervisor_id FROM study.inquiry i WHERE i.registration_id = registration))
$$;
REVOKE ALL ON FUNCTION study.rater(uuid, uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.rater(uuid, uuid) TO koppel_study, koppel_analyst;

-- A supervisor's: those about one case or about all, given up to the day of the wish, also what was not signed off or was
-- declared void. Tells how many questionnaires.
CREATE FUNCTION study.erase_supervisor_answers(wish uuid) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE theirs uuid[]; wished date;
BEGIN
  SELECT w.withdrawn_on INTO wished FROM study.answer_withdrawal w WHERE w.id = wish;
  theirs := ARRAY(
    SELECT m.id FROM study.answer_withdrawal w, study.measurement m
     WHERE w.id = wish
       AND m.registration_id IN (SELECT d.registration_id FROM study.dyad d WHERE d.supervisor_id = w.supervisor_id
             UNION ALL SELECT b.registration_id FROM study.dyad_before b WHERE b.supervisor_id = w.supervisor_id
             UNION ALL SELECT i.registration_id FROM study.inquiry i WHERE i.supervisor_id = w.supervisor_id)
       AND study.rater(m.dyad_id, m.registration_id) = w.supervisor_id
       AND (w.registration_id IS NULL OR w.registration_id = m.registration_id) AND m.study_id = w.study_id
       AND m.perspective = 'supervisor' AND m.erased_on IS NULL
       AND (m.completed_on <= wished OR m.completed_on IS NULL AND EXISTS (
             SELECT FROM study.entry e JOIN study.entered_answer a ON a.entry_id = e.id
              WHERE e.measurement_id = m.id AND e.entered_on <= wished)));
  PERFORM study.forget_answers(theirs);
  PERFORM study.forget_releases(ARRAY(SELECT m.registration_id FROM study.measurement m WHERE m.id = ANY (theirs)));
  UPDATE study.measurement m SET erased_on = wished WHERE m.id = ANY (theirs) AND m.completed_on IS NOT NULL;
  RETURN cardinality(theirs);
END $$;
REVOKE ALL ON FUNCTION study.erase_supervisor_answers(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.erase_supervisor_answers(uuid) TO koppel_study;

-- Which lines of a file are refused is found again each time that it is looked through, and stays once it was taken in.
CREATE FUNCTION study.forget_refused_lines(import uuid) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DELETE FROM study.import_refusal r USING study.intake_import i
   WHERE r.import_id = import AND i.id = r.import_id AND i.state <> 'done';
$$;
REVOKE ALL ON FUNCTION study.forget_refused_lines(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.forget_refused_lines(uuid) TO koppel_study;

-- ---------------------------------------------------------------- what never changes

-- The one thing that may happen to an entry: what it says goes, and the digest that the chain covers takes its place.
CREATE FUNCTION audit.append_only() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND TG_TABLE_NAME = 'entry' THEN
    IF OLD.salt IS NOT NULL AND NEW.salt IS NULL AND NEW.details = '{}'
       AND NEW.erased = sha256(convert_to(OLD.salt::text || OLD.details::text, 'UTF8'))
       AND to_jsonb(NEW) - '{details,salt,erased}'::text[] = to_jsonb(OLD) - '{details,salt,erased}'::text[] THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'audit.% is append-only', TG_TABLE_NAME USING ERRCODE = '42501';
END $$;
REVOKE ALL ON FUNCTION audit.append_only() FROM PUBLIC;
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['entry', 'vault_entry', 'seal', 'sealed', 'vault_seal', 'vault_sealed'] LOOP
    EXECUTE format('CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON audit.%I
                    FOR EACH ROW EXECUTE FUNCTION audit.append_only()', kept);
    EXECUTE format('CREATE TRIGGER never_emptied BEFORE TRUNCATE ON audit.%I
                    FOR EACH STATEMENT EXECUTE FUNCTION audit.append_only()', kept);
    -- also where a session says that it is a replica
    EXECUTE format('ALTER TABLE audit.%I ENABLE ALWAYS TRIGGER append_only', kept);
    EXECUTE format('ALTER TABLE audit.%I ENABLE ALWAYS TRIGGER never_emptied', kept);
  END LOOP;
END $$;

-- ---------------------------------------------------------------- what cannot be

-- A case leaves a step once; it may leave again after it came back.
CREATE UNIQUE INDEX departure_open_key ON study.departure (registration_id, step) WHERE returned_on IS NULL;

ALTER TABLE identity.consent_form
  ADD CONSTRAINT consent_form_way CHECK (way IN ('tablet', 'paper', 'import')),
  ADD CONSTRAINT consent_form_state CHECK (state IN ('valid', 'scan', 'check', 'checked', 'refused')),
  ADD CONSTRAINT consent_form_month CHECK (month ~ '^\d{4}-\d{2}$' AND ended_month ~ '^\d{4}-\d{2}$'),
  ADD CONSTRAINT consent_form_ended_after_signed CHECK (ended_month >= month),
  ADD CONSTRAINT consent_form_collected CHECK (collected IN ('keep', 'erase')),
  ADD CONSTRAINT consent_form_second_person CHECK (checked_by_hash <> entered_by_hash);
ALTER TABLE identity.consent_answer
  ADD CONSTRAINT consent_answer_answer CHECK (answer IN ('yes', 'no', 'blank', 'ended'));
ALTER TABLE identity.consent_paper
  ADD CONSTRAINT consent_paper_kind CHECK (kind IN ('scan', 'client', 'staff', 'guard')),
  ADD CONSTRAINT consent_paper_media CHECK (media IN ('pdf', 'jpeg', 'png'));
ALTER TABLE identity.access_code
  ADD CONSTRAINT access_code_state CHECK (state IN ('planned', 'sending', 'sent', 'failed', 'unsent', 'past')),
  ADD CONSTRAINT access_code_tries CHECK (tries BETWEEN 0 AND 5),
  ADD CONSTRAINT access_code_whole_minutes CHECK (ends_at = date_trunc('minute', ends_at));
ALTER TABLE identity.device ADD CONSTRAINT device_until_month CHECK (until_month ~ '^\d{4}-\d{2}$');
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
ALTER TABLE study.departure
  ADD CONSTRAINT departure_returned_after_left CHECK (returned_on >= left_on),
  ADD CONSTRAINT departure_decided_by CHECK (decided_by IN ('account', 'supervisor', 'system', 'import'));
ALTER TABLE study.withdrawal
  ADD CONSTRAINT withdrawal_collected CHECK (collected IN ('keep', 'erase')),
  ADD CONSTRAINT withdrawal_erase_on CHECK (erase_on IS NULL OR collected = 'erase' AND erase_on >= withdrawn_on);
ALTER TABLE study.wave_window ADD CONSTRAINT wave_window_opens_before_closes CHECK (opens_on <= closes_on);
ALTER TABLE study.measurement
  ADD CONSTRAINT measurement_perspective CHECK (perspective IN ('client', 'supervisor')),
  ADD CONSTRAINT measurement_completed_after_opened CHECK (completed_on >= opened_on),
  ADD CONSTRAINT measurement_counts CHECK (contacts >= 0 AND minutes >= 0 AND version >= 0);
-- A code, or why there is none; both empty: it was taken back, and nothing is known.
ALTER TABLE study.answer
  ADD CONSTRAINT answer_one CHECK (value IS NULL OR missing IS NULL),
  ADD CONSTRAINT answer_missing CHECK (missing IN ('no_answer', 'not_asked'));
ALTER TABLE study.entered_answer
  ADD CONSTRAINT entered_answer_one CHECK (value IS NULL OR missing IS NULL),
  ADD CONSTRAINT entered_answer_missing CHECK (missing IN ('no_answer', 'not_asked'));
ALTER TABLE study.entry
  ADD CONSTRAINT entry_state CHECK (state IN ('in', 'aside', 'dropped')),
  ADD CONSTRAINT entry_way
    CHECK (way IN ('interview', 'link', 'paper', 'import', 'decision', 'reopened', 'swapped', 'voided')),
  ADD CONSTRAINT entry_version CHECK ((version IS NOT NULL) = (state = 'in') AND version >= 1);
ALTER TABLE study.query
  ADD CONSTRAINT query_state CHECK (state IN ('open', 'answered', 'closed')),
  ADD CONSTRAINT query_raised_by CHECK (raised_by IN ('rule', 'account'));
ALTER TABLE study.wave_check ADD CONSTRAINT wave_check_verdict CHECK (verdict IN ('met', 'not_met', 'unknown'));
ALTER TABLE study.voucher
  ADD CONSTRAINT voucher_kind CHECK (kind IN ('received', 'handed_out', 'lost', 'returned', 'counted')),
  ADD CONSTRAINT voucher_handed_to CHECK (kind <> 'handed_out' OR registration_id IS NOT NULL AND wave IS NOT NULL);
-- One voucher after each interview (protocol §3).
CREATE UNIQUE INDEX voucher_handed_out ON study.voucher (registration_id, wave) WHERE kind = 'handed_out';
ALTER TABLE study.interviewer ADD CONSTRAINT interviewer_code CHECK (code ~ '^[A-Za-z]{0,4}\d{1,5}$');
ALTER TABLE study.qualification ADD CONSTRAINT qualification_until CHECK (until_on >= obtained_on);
ALTER TABLE study.room_hours
  ADD CONSTRAINT room_hours_hours
    CHECK (weekday BETWEEN 1 AND 7 AND 0 <= from_minute AND from_minute < until_minute AND until_minute <= 1440);
ALTER TABLE study.availability
  ADD CONSTRAINT availability_hours
    CHECK (weekday BETWEEN 1 AND 7 AND 0 <= from_minute AND from_minute < until_minute AND until_minute <= 1440);
ALTER TABLE study.interviewer_away ADD CONSTRAINT interviewer_away_days CHECK (from_on <= until_on);
ALTER TABLE study.appointment
  ADD CONSTRAINT appointment_state CHECK (state IN ('planned', 'held', 'no_show', 'cancelled', 'moved')),
  ADD CONSTRAINT appointment_time CHECK (at_minute BETWEEN 0 AND 1439 AND minutes BETWEEN 5 AND 480);
-- A case has one appointment a wave that stands.
CREATE UNIQUE INDEX appointment_planned ON study.appointment (registration_id, wave) WHERE state = 'planned';
ALTER TABLE study.second_entry_share ADD CONSTRAINT second_entry_share_percent CHECK (percent BETWEEN 0 AND 100);
ALTER TABLE study.dyad_before ADD CONSTRAINT dyad_before_days CHECK (unbound_on >= bound_on);
ALTER TABLE study.register_event ADD CONSTRAINT register_event_taken_back
  CHECK ((taken_back_on IS NULL) = (taken_back_why IS NULL) AND (taken_back_on IS NULL OR superseded_by IS NOT NULL));
ALTER TABLE study.release ADD CONSTRAINT release_state CHECK (state IN ('asked', 'making', 'made', 'approved', 'rejected', 'failed'));
ALTER TABLE study.release ADD CONSTRAINT release_decided CHECK ((decided_by IS NULL) = (decided_on IS NULL));
-- A measurement belongs to the pair of now or to one before.
CREATE FUNCTION study.pair_known() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM study.dyad d WHERE d.id = NEW.dyad_id)
     AND NOT EXISTS (SELECT FROM study.dyad_before b WHERE b.id = NEW.dyad_id) THEN
    RAISE EXCEPTION 'no such pair' USING ERRCODE = '23503';
  END IF;
  RETURN NEW;
END $$;
-- When a measurement was first seen complete is the database's word, not a tablet's.
CREATE FUNCTION study.completed() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.completed_at := CASE WHEN NEW.completed_on IS NULL THEN NULL ELSE coalesce(NEW.completed_at, clock_timestamp()) END;
  RETURN NEW;
END $$;
CREATE TRIGGER measurement_completed BEFORE INSERT OR UPDATE OF completed_on ON study.measurement
  FOR EACH ROW EXECUTE FUNCTION study.completed();
CREATE TRIGGER measurement_pair_known BEFORE INSERT OR UPDATE OF dyad_id ON study.measurement
  FOR EACH ROW WHEN (NEW.dyad_id IS NOT NULL) EXECUTE FUNCTION study.pair_known();
ALTER TABLE study.mail_envelope
  ADD CONSTRAINT mail_envelope_state
    CHECK (state IN ('planned', 'sending', 'sent', 'suppressed', 'failed', 'cancelled')),
  ADD CONSTRAINT mail_envelope_to_one CHECK (num_nonnulls(supervisor_id, staff_id) = 1);
ALTER TABLE study.mail_line
  ADD CONSTRAINT mail_line_state CHECK (state IN ('planned', 'sent', 'suppressed', 'failed', 'cancelled')),
  ADD CONSTRAINT mail_line_to_one CHECK (num_nonnulls(supervisor_id, staff_id) = 1),
  ADD CONSTRAINT mail_line_about CHECK (registration_id IS NOT NULL OR staff_id IS NOT NULL);
ALTER TABLE study.alarm
  ADD CONSTRAINT alarm_kind CHECK (kind IN ('mail_late', 'mail_stopped', 'worker_silent', 'work_differs', 'backup_old', 'drill_failed'));
ALTER TABLE study.backup_run ADD CONSTRAINT backup_run_kind CHECK (kind IN ('backup', 'drill'));
-- One of a kind at a time, about a study or about the system.
CREATE UNIQUE INDEX alarm_open_key ON study.alarm (study_id, kind) NULLS NOT DISTINCT WHERE ended_at IS NULL;
ALTER TABLE study.work ADD CONSTRAINT work_days CHECK (opens_on <= closes_on);
ALTER TABLE identity.mail_pace ADD CONSTRAINT mail_pace_sent CHECK (sent >= 0);
ALTER TABLE identity.breach ADD CONSTRAINT breach_counted CHECK (seq >= 1);

-- ---------------------------------------------------------------- forms against interviews (protocol §6)

ALTER TABLE study.statement
  ADD CONSTRAINT statement_month CHECK (month ~ '^\d{4}-\d{2}$'),
  ADD CONSTRAINT statement_seq CHECK (seq >= 1);
ALTER TABLE study.statement_row ADD CONSTRAINT statement_row_counts CHECK (forms >= 0 AND interviews >= 0);

-- ---------------------------------------------------------------- how long things are kept (protocol §6)

ALTER TABLE identity.person ADD CONSTRAINT person_gone CHECK (gone IN ('term', 'wish'));
ALTER TABLE study.retention_report ADD CONSTRAINT retention_report_counts CHECK (due >= 0 AND soon >= 0);

-- ---------------------------------------------------------------- where a case stands (protocol §2)

-- A case stands where its facts put it; app/protocol/stages.ts says the same in words, and a test compares the two. Lists
-- need it in a column with an index, so whoever writes a fact writes it too, in the same statement. Only what changes is
-- written: other facts of a case lock nothing of its row.
CREATE FUNCTION study.stages(cases uuid[])
RETURNS TABLE (id uuid, stage text, stage_on date, left_step text, left_reason text)
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp
-- By key, a few hundred cases at most, whatever was known of the tables when the plan was made: they may have been empty.
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
  SELECT r.id,
         CASE WHEN gone.step IS NOT NULL THEN 'left'
              WHEN held.on_day IS NOT NULL THEN 'interviewed'
              WHEN d.planned_on IS NOT NULL THEN 'planned'
              WHEN d.id IS NOT NULL OR j.approachable THEN 'to_approach'
              WHEN i.replied_on IS NOT NULL AND found.all_met THEN 'to_judge'
              WHEN i.replied_on IS NOT NULL THEN 'to_screen'
              WHEN i.id IS NOT NULL THEN 'awaiting_reply'
              ELSE 'to_inquire' END,
         CASE WHEN gone.step IS NOT NULL THEN gone.left_on
              WHEN held.on_day IS NOT NULL THEN held.on_day
              ELSE coalesce(d.bound_on, j.judged_on, i.replied_on, i.sent_on,
                            greatest(r.registered_on, back.on_day)) END,
         gone.step, gone.reason
    FROM study.registration r
    LEFT JOIN study.inquiry i ON i.registration_id = r.id
    LEFT JOIN study.dyad d ON d.registration_id = r.id AND d.unbound_on IS NULL
    LEFT JOIN study.judgement j ON j.registration_id = r.id AND j.replaced_on IS NULL
    LEFT JOIN LATERAL (
      SELECT l.step, l.reason, l.left_on FROM study.departure l
       WHERE l.registration_id = r.id AND l.returned_on IS NULL
         AND l.step IN ('register', 'inquiry', 'criteria', 'judgement', 'approach')
       ORDER BY l.left_on DESC, l.id DESC LIMIT 1) gone ON true
    LEFT JOIN LATERAL (
      SELECT max(l.returned_on) AS on_day FROM study.departure l WHERE l.registration_id = r.id) back ON true
    LEFT JOIN LATERAL (
      SELECT min(m.opened_on) AS on_day FROM study.measurement m
       WHERE m.registration_id = r.id AND m.perspective = 'client') held ON true
    LEFT JOIN LATERAL (
      SELECT bool_and(f.verdict = 'met') AS all_met FROM study.criterion_finding f
       WHERE f.registration_id = r.id AND f.replaced_on IS NULL) found ON true
   WHERE r.id = ANY (cases)
$$;
REVOKE ALL ON FUNCTION study.stages(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.stages(uuid[]) TO koppel_study;

CREATE FUNCTION study.restage() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_hashjoin = off SET enable_mergejoin = off AS $$
DECLARE cases uuid[];
BEGIN
  IF TG_LEVEL = 'ROW' THEN cases := ARRAY[NEW.registration_id];
  ELSE cases := ARRAY(SELECT DISTINCT c.registration_id FROM changed c);
  END IF;
  UPDATE study.registration r
     SET stage = s.stage, stage_on = s.stage_on, left_step = s.left_step, left_reason = s.left_reason
    FROM study.stages(cases) s
   WHERE r.id = s.id
     AND (r.stage, r.stage_on, r.left_step, r.left_reason)
         IS DISTINCT FROM (s.stage, s.stage_on, s.left_step, s.left_reason);
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION study.restage() FROM PUBLIC;
DO $$
DECLARE fact text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['inquiry', 'criterion_finding', 'judgement', 'dyad', 'measurement', 'departure'] LOOP
    EXECUTE format('CREATE TRIGGER restage_added AFTER INSERT ON study.%I REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION study.restage()', fact);
    CONTINUE WHEN fact = 'measurement';
    EXECUTE format('CREATE TRIGGER restage_changed AFTER UPDATE ON study.%I REFERENCING NEW TABLE AS changed
                    FOR EACH STATEMENT EXECUTE FUNCTION study.restage()', fact);
  END LOOP;
END $$;

-- A measurement changes with every answer, and what it says of its case only with its first day.
CREATE TRIGGER restage_changed AFTER UPDATE OF opened_on ON study.measurement
  FOR EACH ROW WHEN (OLD.opened_on IS DISTINCT FROM NEW.opened_on) EXECUTE FUNCTION study.restage();

-- A case begins on the day of its registration.
CREATE FUNCTION study.begin_stage() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  NEW.stage_on := NEW.registered_on;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION study.begin_stage() FROM PUBLIC;
CREATE TRIGGER begin_stage BEFORE INSERT ON study.registration FOR EACH ROW EXECUTE FUNCTION study.begin_stage();

-- The register can say another day later: a case that was not asked about stands there since that one.
CREATE FUNCTION study.begin_stage_anew() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE study.registration r SET stage_on = s.stage_on
    FROM study.stages(ARRAY[NEW.id]) s WHERE r.id = s.id AND r.stage_on IS DISTINCT FROM s.stage_on;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION study.begin_stage_anew() FROM PUBLIC;
CREATE TRIGGER begin_stage_anew AFTER UPDATE OF registered_on ON study.registration
  FOR EACH ROW WHEN (OLD.registered_on IS DISTINCT FROM NEW.registered_on) EXECUTE FUNCTION study.begin_stage_anew();

CREATE UNIQUE INDEX criterion_finding_current_key ON study.criterion_finding (registration_id, criterion)
  WHERE replaced_on IS NULL;
CREATE UNIQUE INDEX judgement_current_key ON study.judgement (registration_id) WHERE replaced_on IS NULL;
-- Most cases of a study left; those that come back by themselves left at its first step.
CREATE INDEX registration_comes_back_idx ON study.registration (study_id, stage_on, id) WHERE left_step = 'register';
-- few entries lie aside, and few are of papers that are typed in twice, among all that ever came in
CREATE INDEX entry_aside_idx ON study.entry (measurement_id) WHERE state = 'aside';
CREATE INDEX entry_second_entry_idx ON study.entry (measurement_id, state) WHERE why = 'second_entry';
-- interviews that were opened and not finished, the oldest first
CREATE INDEX measurement_unfinished_idx ON study.measurement (study_id, opened_on, id)
  WHERE perspective = 'client' AND completed_on IS NULL;

-- ---------------------------------------------------------------- intake (protocol §2)

ALTER TABLE study.registration
  ADD CONSTRAINT registration_stage CHECK (stage IN ('to_inquire', 'awaiting_reply', 'to_screen', 'to_judge', 'to_approach',
    'planned', 'interviewed', 'left')),
  ADD CONSTRAINT registration_left CHECK ((stage = 'left') = (left_step IS NOT NULL));
ALTER TABLE study.inquiry
  ADD CONSTRAINT inquiry_answered_by CHECK (answered_by IN ('supervisor', 'stand_in', 'account', 'import'));
ALTER TABLE study.inquiry_before
  ADD CONSTRAINT inquiry_before_why CHECK (why IN ('handed_over', 'corrected', 'asked_again'));
ALTER TABLE study.issued_link ADD CONSTRAINT issued_link_kind CHECK (kind IN ('inquiry', 'measurement', 'appointment'));
ALTER TABLE study.attempt
  ADD CONSTRAINT attempt_way CHECK (way IN ('mail', 'phone', 'visit')),
  ADD CONSTRAINT attempt_outcome CHECK (outcome IN ('reached', 'no_answer', 'message_left', 'will_answer', 'wrong_person',
    'left_office'));
ALTER TABLE study.absence
  ADD CONSTRAINT absence_days CHECK (from_on <= until_on),
  ADD CONSTRAINT absence_stand_in CHECK (stand_in_id <> supervisor_id);
ALTER TABLE study.intake_import
  ADD CONSTRAINT intake_import_kind CHECK (kind IN ('register', 'replies', 'fieldwork', 'followup')),
  ADD CONSTRAINT intake_import_origin CHECK (num_nulls(source, legal_basis, delete_by, known_to) IN (0, 4)
    AND (source IS NOT NULL OR kind <> 'followup' OR state NOT IN ('checking', 'checked', 'applying', 'done'))),
  ADD CONSTRAINT intake_import_way CHECK (way IN ('browser', 'command')),
  ADD CONSTRAINT intake_import_state CHECK (state IN ('receiving', 'received', 'checking', 'checked', 'applying', 'done',
    'failed', 'dropped')),
  ADD CONSTRAINT intake_import_counts CHECK (least(rows, read, added, unchanged, changed, duplicates, refused_count) >= 0);
ALTER TABLE study.approval
  ADD CONSTRAINT approval_kind CHECK (kind IN ('ethics', 'national', 'regional')),
  ADD CONSTRAINT approval_days CHECK (until_on >= granted_on AND ended_on >= granted_on);
ALTER TABLE study.inclusion_period ADD CONSTRAINT inclusion_period_days CHECK (from_on <= until_on);
ALTER TABLE study.recruitment_target
  ADD CONSTRAINT recruitment_target_month CHECK (month ~ '^\d{4}-\d{2}$'),
  ADD CONSTRAINT recruitment_target_target CHECK (target >= 0);
ALTER TABLE study.deviation
  ADD CONSTRAINT deviation_raised_by CHECK (raised_by IN ('rule', 'account')),
  ADD CONSTRAINT deviation_decision CHECK (decision IN ('accepted', 'corrected', 'reported')),
  ADD CONSTRAINT deviation_decided CHECK ((decision IS NULL) = (decided_on IS NULL));
ALTER TABLE identity.do_not_ask ADD CONSTRAINT do_not_ask_month CHECK (month ~ '^\d{4}-\d{2}$');
ALTER TABLE identity.upload_chunk ADD CONSTRAINT upload_chunk_seq CHECK (seq >= 0);

-- ---------------------------------------------------------------- what is to be done (protocol §2 to §5)

-- What is to be done about a case follows from its facts, by app/protocol/planner. Whoever writes a fact need not think of
-- it: the cases that a transaction of the study touched are noted here, for this transaction only, and `change()` derives
-- their work before it ends (app/records/work). Facts that come from the other room are noted in a table instead.
CREATE FUNCTION study.touch_cases(cases uuid[]) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
DECLARE before text := coalesce(current_setting('koppel.touched', true), '');
BEGIN
  IF cardinality(cases) = 0 THEN RETURN; END IF;
  IF session_user = 'koppel_study' THEN
    PERFORM set_config('koppel.touched', concat_ws(',', nullif(before, ''), array_to_string(cases, ',')), true);
  ELSE
    INSERT INTO study.stale (registration_id) SELECT unnest(cases);
  END IF;
END $$;
REVOKE ALL ON FUNCTION study.touch_cases(uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION study.touch_cases(uuid[]) TO koppel_study;

-- Once a statement, however many rows it writes; by row where only some columns say something.
CREATE FUNCTION study.touch() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  IF TG_LEVEL = 'ROW' THEN PERFORM study.touch_cases(ARRAY[NEW.registration_id]);
  ELSE PERFORM study.touch_cases(ARRAY(SELECT DISTINCT c.registration_id FROM changed c));
  END IF;
  RETURN NULL;
END $$;
CREATE FUNCTION study.touch_client() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM study.touch_cases(ARRAY(
    SELECT r.id FROM study.registration r WHERE r.client_id = ANY (ARRAY(SELECT c.client_id FROM changed c))));
  RETURN NULL;
END $$;
CREATE FUNCTION study.touch_case() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM study.touch_cases(ARRAY[NEW.id]);
  RETURN NULL;
END $$;
-- Of a message only that it could not be brought is a fact of its case, and that a later one could.
CREATE FUNCTION study.touch_by_mail() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  PERFORM study.touch_cases(ARRAY(
    SELECT DISTINCT n.registration_id FROM changed n JOIN before o ON o.id = n.id
     WHERE n.registration_id IS NOT NULL AND n.supervisor_id IS NOT NULL AND n.state <> o.state
       AND (n.state = 'failed' OR o.state = 'failed'
            OR EXISTS (SELECT FROM study.mail_line f
                        WHERE f.registration_id = n.registration_id AND f.supervisor_id = n.supervisor_id
                          AND f.state = 'failed'))));
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION study.touch(), study.touch_client(), study.touch_case(), study.touch_by_mail() FROM PUBLIC;

DO $$
DECLARE fact text; happening text; passed text; does text;
BEGIN
  FOREACH fact IN ARRAY ARRAY['inquiry', 'departure', 'judgement', 'dyad', 'dyad_before', 'contact_report', 'wave_window',
                              'register_event', 'measurement', 'withdrawal', 'permission'] LOOP
    does := CASE WHEN fact IN ('withdrawal', 'permission') THEN 'touch_client' ELSE 'touch' END;
    FOREACH happening IN ARRAY ARRAY['INSERT', 'UPDATE', 'DELETE'] LOOP
      CONTINUE WHEN fact = 'measurement' AND happening = 'UPDATE';
      passed := CASE happening WHEN 'DELETE' THEN 'OLD' ELSE 'NEW' END;
      EXECUTE format('CREATE TRIGGER %I AFTER %s ON study.%I REFERENCING %s TABLE AS changed
                      FOR EACH STATEMENT EXECUTE FUNCTION study.%I()', 'touch_' || lower(happening), happening, fact, passed, does);
    END LOOP;
  END LOOP;
END $$;
-- A measurement changes with every answer, and what is to be done only with its days.
CREATE TRIGGER touch_update AFTER UPDATE ON study.measurement FOR EACH ROW
  WHEN ((OLD.opened_on, OLD.completed_on, OLD.closed_on, OLD.broken_off_on)
        IS DISTINCT FROM (NEW.opened_on, NEW.completed_on, NEW.closed_on, NEW.broken_off_on))
  EXECUTE FUNCTION study.touch();
CREATE TRIGGER touch_update AFTER UPDATE ON study.registration FOR EACH ROW
  WHEN (OLD.started_on IS DISTINCT FROM NEW.started_on) EXECUTE FUNCTION study.touch_case();
CREATE TRIGGER touch_update AFTER UPDATE ON study.mail_line REFERENCING OLD TABLE AS before NEW TABLE AS changed
  FOR EACH STATEMENT EXECUTE FUNCTION study.touch_by_mail();

import { expect, test } from 'vitest'
import { freshDatabase } from '../database'
import { connected } from '../platform/connect'

const { urls } = await freshDatabase()

/** Every clear column of the vault and of its audit that holds a day, a moment or a month, and why it ties nobody to the study. */
const MAY_STAY: Readonly<Record<string, string>> = {
  'identity.access_code.ends_at': 'whole minutes; the row goes within the hour',
  'identity.account.ended_at': 'of those who work here, who are in no study',
  'identity.consent_answer.month': 'a month has many forms',
  'identity.consent_form.ended_month': 'a month',
  'identity.consent_form.month': 'a month; the day is sealed',
  'identity.device.until_month': 'a month',
  'identity.do_not_ask.month': 'a month; whose it is, is a keyed hash',
  'identity.errand.created_at': 'until the second half is done, which is seconds; then the row goes',
  'identity.letter.month': 'a month; the day is sealed',
  'identity.mail_pace.minute':
    'of a mail domain, which is a keyed hash, and no person; the row goes with the next mail',
  'identity.rotation.finished_at': 'of the key, not of a person',
  'identity.rotation.started_at': 'of the key, not of a person',
  'identity.session.seen_at': 'of those who work here',
  'identity.session.started_at': 'of those who work here',
  'identity.upload.ends_at': 'of a file with many people in it; the row goes within the day',
  'audit.vault_entry.month': 'a month; the moment is sealed',
}

test('no clear day or moment of the vault can be laid beside one of the study (§6)', async () => {
  const { rows } = await connected(urls.owner, (owner) =>
    owner.query<{ name: string }>(
      `SELECT table_schema || '.' || table_name || '.' || column_name AS name FROM information_schema.columns
        WHERE (table_schema = 'identity' OR (table_schema, table_name) = ('audit', 'vault_entry'))
          AND (data_type ~ '^(date|time|interval)' OR column_name ~ '(_at|_on|day|month|year|date|time|moment)$')
          AND data_type <> 'bytea'`,
    ),
  )
  expect(rows.map(({ name }) => name).sort()).toEqual(Object.keys(MAY_STAY).sort())
})

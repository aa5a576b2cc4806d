import type { Occasion } from '../../platform/occasion'
import type { Vault } from '../../platform/vault'
import { studyIdsOf } from '../tie'
import { accountHash, sameAccount } from './by'

/** A paper form that somebody has to do something about. */
export type WaitingForm = {
  readonly id: string
  readonly state: 'scan' | 'check' | 'refused'
  readonly version: string
  readonly month: string
  /** Whether whoever asks entered it: then another has to check it. */
  readonly own: boolean
  /** The study's id of the client, where the form has to be seen to; null for one to check, which needs no number. */
  readonly clientId: string | null
}

/**
 * The paper forms of a study that wait, oldest month first: for a scan, for the second person, and refused ones as long
 * as nothing was signed instead (protocol §6).
 */
export async function waitingForms({ db, keys }: Vault, occasion: Occasion): Promise<WaitingForm[]> {
  type Row = Omit<WaitingForm, 'own' | 'clientId'> & { person: string; entered: Uint8Array | null }
  const rows = await db.$queryRaw<Row[]>`
    SELECT f.id, f.state, f.version, f.month, f.person_id AS person, f.entered_by_hash AS entered
      FROM identity.consent_form f
     WHERE f.study_alias = ${keys.alias(occasion.study.id)}::uuid
       AND (f.state IN ('scan', 'check') AND f.ended_month IS NULL
            OR f.state = 'refused' AND NOT EXISTS (
                 SELECT FROM identity.consent_form o WHERE o.person_id = f.person_id AND o.ended_month IS NULL))
     ORDER BY f.month, f.id`
  const account = accountHash(keys, occasion)
  const open = rows.filter(({ state }) => state !== 'check').map(({ person }) => person)
  const clients = await studyIdsOf(db, keys, open)
  return rows.map(({ person, entered, state, ...form }) => ({
    ...form,
    state,
    own: sameAccount(entered, account),
    clientId: state === 'check' ? null : (clients.get(person) ?? null),
  }))
}

/** A form that a second person checks, or whose paper is lost: what it is, and nothing of whom. Null for any other. */
export async function formToCheck({ db, keys }: Vault, occasion: Occasion, formId: string) {
  const where = {
    id: formId,
    studyAlias: keys.alias(occasion.study.id),
    state: { in: ['scan', 'check'] },
    endedMonth: null,
  }
  const form = await db.consentForm.findFirst({ where, include: { papers: { where: { kind: 'scan' } } } })
  if (!form) return null
  const { id, version, month, papers, enteredByHash } = form
  const state = form.state === 'scan' ? ('scan' as const) : ('check' as const)
  const own = sameAccount(enteredByHash, accountHash(keys, occasion))
  return { id, version, month, state, media: papers[0]?.media ?? null, own }
}

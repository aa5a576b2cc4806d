import type pg from 'pg'
import type { Transport } from '../app/mail/transport'
import type { Databases, StudyDb } from '../app/platform/database'
import { linkKeyOf } from '../app/platform/personal-link'
import type { Prepared } from '../app/platform/prepare'
import type { Vault } from '../app/platform/vault'
import type { Sending } from '../app/protocol/sending'
import type { BackupPlan } from './backup/plan'
import { releaseKeyOf } from './release/key'

/** Where messages come back to, and the file that remembers how far it was read. */
type Bounces = { readonly mailbox: string; readonly remembered: string }

/** What a job works with, whoever runs it: the worker, a replay, or the demo's clock. */
export type Desk = {
  readonly study: StudyDb
  readonly vault: Vault
  readonly transport: Transport
  /** When and how fast its mail leaves. */
  readonly sending: Sending
  /** Reads what a release is made of, and reaches no name. */
  readonly analyst: pg.Pool
  /** The key of a release's numbers, by the study and its purpose. */
  readonly releaseKey: (studyId: string, purpose: string) => Buffer
  /** Signs personal links. */
  readonly linkKey: Buffer
  /** Where personal links begin. */
  readonly baseUrl: string
  /** Where mail that comes back is read; without it nobody looks. */
  readonly bounces?: Bounces
  /** Back-ups by night; without it none is made. */
  readonly backups?: BackupPlan
  /** Aborted when the process is to end: long work stops after the step it is at. */
  readonly stop?: AbortSignal
}

/** Lays the desk of an installation out: its connections, the keys of its one secret, and its way of sending. */
export function deskOf(
  { study, vault, analyst }: Pick<Databases, 'study' | 'vault' | 'analyst'>,
  { secret, keys }: Pick<Prepared, 'secret' | 'keys'>,
  way: Pick<Desk, 'transport' | 'sending' | 'baseUrl' | 'bounces' | 'backups'>,
): Desk {
  const releaseKey = (studyId: string, purpose: string) => releaseKeyOf(secret, studyId, purpose)
  return { study, vault: { db: vault, keys }, analyst, releaseKey, linkKey: linkKeyOf(secret), ...way }
}

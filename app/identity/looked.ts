import type { Occasion } from '../platform/occasion'
import type { Vault } from '../platform/vault'
import { done, type Result } from '../protocol/refusal'
import { change } from './change'

/** Writes down that somebody looks at who saw a person: that is a look as well. Takes the study's id. */
export const noteTrailSeen = (
  vault: Vault,
  occasion: Occasion,
  { subject, subjectId }: { readonly subject: 'client' | 'supervisor'; readonly subjectId: string },
): Promise<Result<null>> => change(vault, occasion, { verb: 'see_trail', subject, subjectId }, async () => done(null))

/** Writes down that somebody looks at a page of a month's looks: of which month, and of which kind when it was one. */
export const noteLooksSeen = (
  vault: Vault,
  occasion: Occasion,
  { month, kind }: { readonly month: string; readonly kind: string | null },
): Promise<Result<null>> =>
  change(vault, occasion, { verb: 'see_looks', subject: 'study', details: { month, kind } }, async () => done(null))

/** Writes down that a month's looks were taken out as a file: of which month, and how many. */
export const noteLooksTaken = (
  vault: Vault,
  occasion: Occasion,
  details: { readonly month: string; readonly rows: number },
): Promise<Result<null>> =>
  change(vault, occasion, { verb: 'export_looks', subject: 'study', details }, async () => done(null))

/** What somebody looks for in the trail: in which chain, between which days, and what of it; about whom, when it was one person. */
type AuditSought = {
  readonly about: { readonly subject: 'client' | 'supervisor'; readonly subjectId: string } | null
  readonly details: Readonly<Record<'chain' | 'from' | 'to' | 'kind' | 'who', string | null>>
}

/** Writes down that somebody looks through the trail. */
export const noteAuditSeen = (
  vault: Vault,
  occasion: Occasion,
  { about, details }: AuditSought,
): Promise<Result<null>> =>
  change(vault, occasion, { verb: 'see_audit', ...(about ?? { subject: 'study' }), details }, async () => done(null))

/** Writes down that a part of the trail is taken out as a file. */
export const noteAuditTaken = (
  vault: Vault,
  occasion: Occasion,
  { about, details }: AuditSought,
): Promise<Result<null>> =>
  change(vault, occasion, { verb: 'export_audit', ...(about ?? { subject: 'study' }), details }, async () => done(null))

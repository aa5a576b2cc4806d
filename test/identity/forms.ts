import type { Paper } from '../../app/identity/forms/papers'
import type { SignedForm } from '../../app/identity/forms/signed'
import { drawing } from '../exports/drawing'
import { MET } from '../people'
import { jpeg } from '../platform/jpeg'
import { FACTS } from '../world'

/** Another account than Smit's. */
export const SECOND = 'account:5517a000-0000-7000-8000-000000000002'

export const CAPACITY = { about: true, voluntary: true, stopping: true }
export const YES = Object.fromEntries(
  ['take_part', 'pseudonymous_processing', 'approach_again', 'phone', 'register_linkage'].map((scope) => [
    scope,
    'accepted' as const,
  ]),
)
export const picture = (kind: Paper['kind']): Paper => ({ kind, media: 'png', bytes: drawing() })
export const SCAN = { media: 'jpeg', bytes: new Uint8Array(jpeg) } as const
export const BOTH = [picture('client'), picture('staff')]

export const onTablet = (registrationId: string, changes: Partial<SignedForm> = {}): SignedForm => ({
  registrationId,
  version: 'tablet-1',
  language: 'nl',
  signedOn: MET,
  location: FACTS.location,
  way: 'tablet',
  scopes: YES,
  telephone: '0612345678',
  capacity: CAPACITY,
  papers: BOTH,
  ...changes,
})
export const onPaper = (registrationId: string, changes: Partial<SignedForm> = {}): SignedForm => ({
  ...onTablet(registrationId),
  way: 'paper',
  signed: { client: true, interviewer: true, guardian: false },
  papers: [{ kind: 'scan', ...SCAN }],
  ...changes,
})
export const boxes = (changes: Record<number, 'yes' | 'no' | 'blank'> = {}) => ({
  1: 'yes' as const,
  2: 'yes' as const,
  3: 'yes' as const,
  4: 'yes' as const,
  5: 'yes' as const,
  ...changes,
})

import { askForCode } from '../../../app/identity/access-codes'
import { registerBreach } from '../../../app/identity/breaches'
import { signConsent } from '../../../app/identity/consent'
import { registerNamed } from '../../../app/identity/registration'
import { reidentify } from '../../../app/identity/reidentify'
import { withdrawNamed } from '../../../app/identity/withdrawal'
import { now, systemToday } from '../../../app/platform/clock'
import type { Occasion, StudyRef } from '../../../app/platform/occasion'
import type { BreachFacts } from '../../../app/protocol/breach'
import { formInForce } from '../../../app/protocol/consent-forms'
import { day } from '../../../app/protocol/day'
import { DEFAULT_STUDY } from '../../../app/protocol/studies/registry'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'
import { todayOf } from '../../../app/records/clock'
import { inquire } from '../../../app/records/intake/inquire'
import { register } from '../../../app/records/intake/register'
import { studyNamed } from '../../../app/records/studies'
import { withdraw } from '../../../app/records/withdrawal'
import type { House } from '../../e2e/house'
import { FACTS, must } from '../../world'
import { KNOWN_SO_FAR } from '../breach'
import { MARK } from './marked'

/** Planted beside the cohort, where a client or somebody about them gives it. */
export const TELEPHONES = ['06-51987423', '+31 6 98 12 34 76', '0612873495']

const BREACH: BreachFacts = {
  happened: `Een brief aan ${MARK} ging naar ${TELEPHONES[0]}`,
  discoveredAt: now().toISOString(),
  ...KNOWN_SO_FAR,
}

/** What clients and their key holder do after the replay: telephone numbers, a guardian, a withdrawal of each kind, a look-up, a breach. */
export async function lastDays({ desk, database }: House, study: StudyRef): Promise<void> {
  const { vault } = desk
  const occasion: Occasion = { study, actor: 'system', today: await todayOf(desk.study, study.id) }
  const { today } = occasion
  const held = { studyId: study.id, wave: 'T1', perspective: 'client', completedOn: { not: null } }
  const some = await database.study.measurement.findMany({
    where: held,
    take: 8,
    orderBy: { id: 'asc' },
    select: { registrationId: true, registration: { select: { clientId: true, client: true } } },
  })
  const everything = Object.fromEntries(werkalliantie.scopes.map((scope) => [scope, 'accepted' as const]))
  const version = formInForce(werkalliantie, today)?.version ?? ''
  for (const [place, telephone] of TELEPHONES.entries()) {
    const { registrationId } = some[place] as (typeof some)[number]
    const form = {
      registrationId,
      version,
      language: 'nl',
      signedOn: today,
      location: 'Utrecht',
      way: 'import',
    } as const
    must(await signConsent(vault, occasion, { ...form, scopes: everything, telephone, guardian: `G. ${MARK}` }))
  }
  for (const [place, collected] of (['keep', 'erase'] as const).entries()) {
    const clientId = some[5 + place]?.registration.clientId ?? ''
    must(
      await withdrawNamed(vault, occasion, {
        clientId,
        collected,
        withdraw: (what) => withdraw(desk.study, occasion, what),
      }),
    )
  }
  const looked = some[0]?.registration.client
  const purpose = `Mevrouw ${MARK} belde over haar afspraak`
  must(
    await reidentify(vault, occasion, {
      person: 'client',
      id: looked?.id ?? '',
      pseudonym: looked?.pseudonym ?? '',
      purpose,
    }),
  )
  must(await registerBreach(vault, { occasion, at: now() }, BREACH))
}

/** Somebody in a study that goes by the calendar: the worker really writes to the supervisor, also a code. */
export async function newcomer({ desk }: House): Promise<void> {
  const study = (await studyNamed(desk.study, DEFAULT_STUDY)) as StudyRef
  const occasion: Occasion = { study, actor: 'system', today: systemToday() }
  const { today } = occasion
  const named = {
    supervisionNumber: `T${MARK}1`,
    client: { number: `1${MARK}`, surname: `van ${MARK}`, initials: `${MARK}.`, bornOn: day('1985-04-11') },
    supervisor: { number: `P-${MARK}`, name: `S. ${MARK}`, email: `${MARK}@reclassering.example` },
  }
  const facts = { ...FACTS, registeredOn: today, startedOn: today }
  const ids = must(
    await registerNamed(desk.vault, occasion, {
      named,
      facts,
      register: (whole) => register(desk.study, occasion, whole),
    }),
  )
  must(await inquire(desk.study, occasion, ids.registrationId))
  must(await askForCode(desk.vault, occasion, ids.supervisorId ?? '', { language: 'nl', at: now() }))
}

import { randomUUID } from 'node:crypto'
import { signConsent } from '../app/identity/consent'
import { type Ids, registerNamed } from '../app/identity/registration'
import { vaultIdOf } from '../app/identity/tie'
import { suppressed } from '../app/mail/transport'
import type { StudyDb } from '../app/platform/database'
import type { Occasion, StudyRef } from '../app/platform/occasion'
import type { Vault } from '../app/platform/vault'
import { formInForce } from '../app/protocol/consent-forms'
import { type Day, day } from '../app/protocol/day'
import { batteryNow, itemsOf } from '../app/protocol/instruments/battery'
import { neededBy, type QualificationKind } from '../app/protocol/qualifications'
import type { Result } from '../app/protocol/refusal'
import { ANY_TIME } from '../app/protocol/sending'
import { werkalliantie } from '../app/protocol/studies/werkalliantie'
import { holdInterview } from '../app/records/fieldwork/interview'
import { takeInQuestionnaire } from '../app/records/fieldwork/questionnaire'
import { inquire } from '../app/records/intake/inquire'
import { type RegisteredCase, register } from '../app/records/intake/register'
import { type Reply, recordReply } from '../app/records/intake/reply'
import type { Screened } from '../app/records/intake/screened'
import { addInterviewer } from '../app/records/interviewers/interviewer'
import { obtain } from '../app/records/interviewers/qualifications'
import { createStudy } from '../app/records/studies'
import { type Desk, deskOf } from '../jobs/desk'
import { neededOn } from '../jobs/terms'
import type { TestDatabase } from './database'
import { ASKED, CLIENTS, type ClientName, MET, named, REGISTERED, REPLIED, SMIT, type SupervisorName } from './people'

/** What the register says of everybody who is not told otherwise. */
export const FACTS: Omit<RegisteredCase, keyof Ids> = {
  gender: 'male',
  birthYear: 1985,
  registeredOn: REGISTERED,
  startedOn: REGISTERED,
  status: 'running',
  modality: 'conditional',
  supervisionLevel: 2,
  riskCategory: 'low',
  electronicMonitoring: false,
  penitentiaryProgramme: false,
  organisation: 'RN',
  region: 'Utrecht',
  location: 'Utrecht',
}
export type Facts = Partial<typeof FACTS> & { readonly supervisor?: SupervisorName | null }

/** The form that is signed on MET. */
export const VERSION = formInForce(werkalliantie, MET)?.version ?? ''

const STAGES = ['registered', 'inquired', 'approached', 'interviewed'] as const
type Stage = (typeof STAGES)[number]
type Scopes = Parameters<typeof signConsent>[2]['scopes']

/** The value of what was done; a refusal fails the test with its code. */
export function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}
/** The code of a refusal; `done` when there was none. */
export const codeOf = (result: Result<unknown>): string => (result.ok ? 'done' : result.refusal.code)

/** A study of its own in a shared database, with the people of test/people.ts, who go through the real verbs. */
export type World = {
  readonly study: StudyRef
  readonly db: StudyDb
  readonly vault: Vault
  /** The vault's id of whom the study knows by this one; empty when the vault has nobody. */
  readonly inVault: (studyId: string) => Promise<string>
  /** A desk that writes mail down as suppressed. */
  readonly desk: Desk
  /** Smit's occasion on a day. */
  readonly on: (today: string, request?: string) => Occasion
  /** Registers on REGISTERED, or once more with other facts; gives what the study's half gave. */
  readonly register: (name: ClientName, facts?: Facts, today?: Day) => Promise<Result<Ids & { outcome: string }>>
  readonly registered: (name: ClientName, facts?: Facts) => Promise<Ids>
  readonly inquired: (name: ClientName) => Promise<Ids>
  /** Records a reply that lets the case go on, or what is told otherwise. */
  readonly reply: (name: ClientName, changes?: Partial<Reply>, today?: Day) => Promise<Result<Screened>>
  readonly approached: (name: ClientName) => Promise<Ids>
  /** Signs on MET; every scope is accepted unless told otherwise. */
  readonly consented: (name: ClientName, scopes?: Scopes) => Promise<Result<unknown>>
  readonly interviewed: (name: ClientName, scopes?: Scopes) => Promise<Ids>
  /** Takes in a questionnaire of one side; on MET, with every item of the instrument answered by its lowest value. */
  readonly answered: (
    name: ClientName,
    perspective: 'client' | 'supervisor',
    more?: { readonly wave?: string; readonly on?: Day; readonly answers?: Readonly<Record<string, number>> },
  ) => Promise<Result<{ answers: number }>>
  /** Writes down who holds interviews since REGISTERED, with all that is needed but `without`; tied to `account`, if any. */
  readonly qualified: (
    code: string,
    more?: {
      readonly student?: boolean
      readonly without?: readonly QualificationKind[]
      readonly account?: Uint8Array<ArrayBuffer> | null
    },
  ) => Promise<void>
}

/** Makes the world: an empty study in this database. Everybody is brought only as far as a test asks. */
export async function namedWorld(database: TestDatabase): Promise<World> {
  const { study: db } = database
  const code = randomUUID()
  const origin = { protocol: 'werkalliantie', name: 'Test', today: REGISTERED, actor: SMIT }
  const study = await createStudy(db, { code, ...origin })
  const desk = deskOf(database, database, {
    transport: suppressed,
    sending: ANY_TIME,
    baseUrl: 'https://koppel.example',
  })
  const { vault } = desk
  const on = (today: string, request?: string): Occasion => ({
    study,
    actor: SMIT,
    today: day(today),
    ...(request !== undefined && { request }),
  })
  const reached = new Map<ClientName, { ids: Ids; stage: number }>()
  const idsOf = (name: ClientName) => (reached.get(name) as { ids: Ids }).ids

  const registerAs = (name: ClientName, { supervisor = CLIENTS[name], ...facts }: Facts = {}, today = REGISTERED) =>
    registerNamed(vault, on(today), {
      named: named(name, supervisor),
      facts: { ...FACTS, ...facts },
      register: (whole: RegisteredCase) => register(db, on(today), whole),
      needed: neededOn(db, on(today)),
    })
  const reply = (name: ClientName, changes: Partial<Reply> = {}, today = changes.repliedOn ?? REPLIED) =>
    recordReply(db, on(today), {
      registrationId: idsOf(name).registrationId,
      repliedOn: REPLIED,
      isSupervisor: true,
      contacts: 2,
      nextContactOn: today > MET ? null : MET,
      reason: null,
      ...changes,
    })
  const consented = (name: ClientName, scopes: Scopes = {}) =>
    signConsent(vault, on(MET), {
      registrationId: idsOf(name).registrationId,
      version: VERSION,
      language: 'nl',
      signedOn: MET,
      location: FACTS.location,
      way: 'import',
      scopes: { ...Object.fromEntries(study.protocol.scopes.map((scope) => [scope, 'accepted'])), ...scopes },
    })
  const steps: Record<Stage, (name: ClientName, facts: Facts, scopes: Scopes) => Promise<unknown>> = {
    registered: async (name, facts) =>
      reached.set(name, { ids: must(await registerAs(name, facts)), stage: STAGES.indexOf('registered') }),
    inquired: async (name) => must(await inquire(db, on(ASKED), idsOf(name).registrationId)),
    approached: async (name) => {
      const { stands } = must(await reply(name))
      if (stands !== 'approached') throw new Error(`${name} was not approached`)
    },
    interviewed: async (name, _, scopes) => {
      must(await consented(name, scopes))
      const interview = { wave: 'T1', on: MET, contacts: 3, interviewer: 'I1', minutes: 25 }
      must(await holdInterview(db, on(MET), { registrationId: idsOf(name).registrationId, ...interview }))
    },
  }
  const bring = async (name: ClientName, upTo: Stage, facts: Facts = {}, scopes: Scopes = {}) => {
    for (const [place, stage] of STAGES.entries()) {
      if (place <= (reached.get(name)?.stage ?? -1) || place > STAGES.indexOf(upTo)) continue
      await steps[stage](name, facts, scopes)
      reached.set(name, { ids: idsOf(name), stage: place })
    }
    const { registrationId, clientId, supervisorId } = idsOf(name)
    return { registrationId, clientId, supervisorId }
  }
  return {
    study,
    db,
    vault,
    inVault: async (studyId) => (await vaultIdOf(vault.db, vault.keys, studyId)) ?? '',
    desk,
    on,
    register: registerAs,
    registered: (name, facts) => bring(name, 'registered', facts),
    inquired: (name) => bring(name, 'inquired'),
    reply,
    approached: (name) => bring(name, 'approached'),
    consented,
    interviewed: (name, scopes) => bring(name, 'interviewed', {}, scopes),
    answered: (name, perspective, { wave = 'T1', on: answeredOn = MET, answers } = {}) => {
      const known = study.protocol.waves.some(({ name }) => name === wave)
      const items = known ? itemsOf(batteryNow(study.protocol, wave, perspective)) : []
      return takeInQuestionnaire(db, on(answeredOn), {
        registrationId: idsOf(name).registrationId,
        wave,
        perspective,
        on: answeredOn,
        answers: answers ?? Object.fromEntries(items.map(({ code, min }) => [code, min])),
      })
    },
    qualified: async (code, { student = false, without = [], account = null } = {}) => {
      must(await addInterviewer(db, on(MET), { code, student, accountHash: account, sinceOn: REGISTERED }))
      const kinds = neededBy({ student }).filter((kind) => !without.includes(kind))
      for (const kind of kinds) must(await obtain(db, on(MET), { code, kind, on: REGISTERED, until: null }))
    },
  }
}

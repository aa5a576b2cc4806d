import type { Day } from '../../protocol/day'

/** A supervision as the register knows it, without a name: the ids are identity's (protocol §2, step 1). */
export type RegisteredCase = {
  readonly registrationId: string
  readonly clientId: string
  readonly supervisorId: string | null
  readonly gender: string | null
  readonly birthYear: number | null
  readonly registeredOn: Day
  readonly startedOn: Day | null
  readonly status: 'running' | 'not_started' | 'waiting_list'
  readonly modality: 'conditional' | 'other'
  readonly supervisionLevel: number | null
  readonly riskCategory: string | null
  readonly electronicMonitoring: boolean
  readonly penitentiaryProgramme: boolean
  readonly organisation: string
  readonly region: string
  readonly location: string
  /** The client stands on the list of people who do not want to be asked: the vault says so. */
  readonly doNotAsk?: boolean
  /** Fields about people in which the row says otherwise than it did, by name: the vault has written what they say. */
  readonly otherwise?: readonly string[]
  /** What the register tells besides, by name; what it does not tell is not there. */
  readonly covariates?: Readonly<Record<string, string>>
}

/** What the register can say otherwise later, by the field of the extract. */
const FIELDS = {
  supervisor_number: 'supervisorId',
  registered_on: 'registeredOn',
  started_on: 'startedOn',
  status: 'status',
  modality: 'modality',
  supervision_level: 'supervisionLevel',
  risk_category: 'riskCategory',
  electronic_monitoring: 'electronicMonitoring',
  penitentiary_programme: 'penitentiaryProgramme',
  organisation: 'organisation',
  region: 'region',
  location: 'location',
} as const satisfies Record<string, keyof RegisteredCase>

/** A case as the study knows it. */
export type KnownCase = Pick<RegisteredCase, (typeof FIELDS)[keyof typeof FIELDS] | 'registrationId'> & {
  readonly covariates: Readonly<Record<string, { readonly value: string; readonly asOf: Day }>>
  /** Where it stands, and whether it was asked about, bound in a dyad, or withdrawn by its client. */
  readonly stage: string
  readonly asked: boolean
  readonly paired: boolean
  readonly withdrawn: boolean
  /** The client had everything erased. */
  readonly erased: boolean
}

/** Of which day a covariate is told: a file of the past tells of the day of registration. */
export const toldOn = (told: RegisteredCase, { past, today }: { readonly past?: boolean; readonly today: Day }): Day =>
  past ? told.registeredOn : today

/** The fields in which a row says something else of a case than is known; none when it says the same. */
export function changedFields(known: KnownCase, told: RegisteredCase, on: Day): string[] {
  const facts = Object.entries(FIELDS).flatMap(([field, name]) => (known[name] === told[name] ? [] : field))
  if (known.erased) return facts
  const besides = Object.entries(told.covariates ?? {}).flatMap(([name, value]) => {
    const stands = known.covariates[name]
    return !stands || (stands.value !== value && stands.asOf <= on) ? name : []
  })
  return [...facts, ...besides]
}

/** What is written of a client who had everything erased: not again what was erased (§6). */
export const leastOf = (told: RegisteredCase): RegisteredCase => ({
  ...told,
  supervisionLevel: null,
  riskCategory: null,
  electronicMonitoring: false,
  penitentiaryProgramme: false,
  covariates: {},
})

import type { Named } from '../../app/identity/people'
import type { Day } from '../../app/protocol/day'
import { covariateFields } from '../../app/protocol/extract/covariate'
import type { Extract } from '../../app/protocol/extract/extract'
import type { RowRead } from '../../app/protocol/extract/reader'
import type { RegisteredCase } from '../../app/records/intake/registered-case'

/** Whom a row of the register names. */
export function namedIn(row: RowRead): Named {
  const text = (name: string) => String(row[name] ?? '')
  return {
    supervisionNumber: text('supervision_number'),
    client: {
      number: text('client_number'),
      surname: text('surname'),
      initials: text('initials'),
      bornOn: text('born_on') as Day,
    },
    supervisor:
      text('supervisor_number') === ''
        ? null
        : { number: text('supervisor_number'), name: text('supervisor_name'), email: text('supervisor_email') },
  }
}

/** What a row tells the study, without a name. */
export function factsIn(
  extract: Extract,
  row: RowRead,
): Omit<RegisteredCase, 'registrationId' | 'clientId' | 'supervisorId'> {
  const text = (name: string) => row[name] as string
  const besides = covariateFields(extract).flatMap(({ name }) => {
    const value = row[name]
    return value === null || value === undefined ? [] : [[name, String(value)] as const]
  })
  return {
    gender: row.gender as string | null,
    birthYear: Number(text('born_on').slice(0, 4)),
    registeredOn: text('registered_on') as Day,
    startedOn: row.started_on as Day | null,
    status: text('status') as RegisteredCase['status'],
    modality: text('modality') as RegisteredCase['modality'],
    supervisionLevel: row.supervision_level as number | null,
    riskCategory: row.risk_category as string | null,
    electronicMonitoring: row.electronic_monitoring === 'yes',
    penitentiaryProgramme: row.penitentiary_programme === 'yes',
    organisation: text('organisation'),
    region: text('region'),
    location: text('location'),
    covariates: Object.fromEntries(besides),
  }
}

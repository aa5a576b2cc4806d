import type { StudyDb, StudyTx } from '../../platform/database'
import type { Occasion } from '../../platform/occasion'
import { placesFree } from '../../protocol/caseload'
import { type Day, fromColumn } from '../../protocol/day'
import { placeOn } from '../../protocol/inclusion'
import type { RegisterFacts } from '../../protocol/register-step'
import { beforeOf } from '../../protocol/second-supervision'
import { recordedOf } from '../sites/recorded'

/** A case at step 1, with what the study knows of it. */
export type AtRegister = {
  readonly id: string
  readonly registeredOn: Day
  readonly startedOn: Day | null
  readonly facts: RegisterFacts
  /** The client is bound in a dyad from another supervision: approached, or interviewed. */
  readonly approachedElsewhere: boolean
}

/**
 * What step 1 looks at, of these cases of the study (protocol §2), as it stands today; of something past as it stood on
 * the day that each was registered. Cases that the study does not have are missing from the answer; the order is none.
 */
export async function casesAtRegister(
  tx: StudyDb | StudyTx,
  { study, today, past }: Occasion,
  ids: readonly string[],
): Promise<AtRegister[]> {
  const recorded = await recordedOf(tx, study.id)
  const rows = await tx.$queryRaw<Row[]>`
    SELECT r.id, r.status, r.registered_on AS "registeredOn", r.started_on AS "startedOn", r.region, r.location,
           (SELECT count(*)::int FROM study.dyad d WHERE d.supervisor_id = r.supervisor_id AND d.unbound_on IS NULL) AS taken,
           EXISTS (SELECT FROM study.withdrawal w WHERE w.client_id = r.client_id) AS withdrawn,
           EXISTS (SELECT FROM study.registration o JOIN study.measurement m ON m.registration_id = o.id
                    WHERE o.client_id = r.client_id AND o.id <> r.id AND m.perspective = 'client') AS interviewed,
           ARRAY(SELECT l.reason FROM study.registration o JOIN study.departure l ON l.registration_id = o.id
                  WHERE o.client_id = r.client_id AND o.id <> r.id AND l.step = 'approach' AND l.returned_on IS NULL
               ) AS "leftAtApproach",
           EXISTS (SELECT FROM study.client c WHERE c.id = r.client_id AND c.do_not_ask_on IS NOT NULL) AS "doNotAsk",
           EXISTS (SELECT FROM study.registration o JOIN study.dyad d ON d.registration_id = o.id
                    WHERE o.client_id = r.client_id AND o.id <> r.id AND d.unbound_on IS NULL) AS "approachedElsewhere"
      FROM study.registration r
     WHERE r.study_id = ${study.id}::uuid AND r.id = ANY (${[...ids]}::uuid[])`
  return rows.map((row) => {
    const registeredOn = fromColumn(row.registeredOn)
    const place = { region: row.region, location: row.location, registeredOn }
    return {
      id: row.id,
      registeredOn,
      startedOn: row.startedOn && fromColumn(row.startedOn),
      approachedElsewhere: row.approachedElsewhere,
      facts: {
        status: row.status,
        places: placesFree(study.protocol, row.taken),
        open: placeOn(study.protocol, recorded, place, past ? registeredOn : today),
        before: beforeOf(study.protocol, row),
        doNotAsk: row.doNotAsk,
      },
    }
  })
}

type Row = {
  id: string
  status: RegisterFacts['status']
  registeredOn: Date
  startedOn: Date | null
  region: string
  location: string
  taken: number
  withdrawn: boolean
  interviewed: boolean
  leftAtApproach: string[]
  doNotAsk: boolean
  approachedElsewhere: boolean
}

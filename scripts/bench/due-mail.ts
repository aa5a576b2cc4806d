import pg from 'pg'
import { finishErrands } from '../../app/identity/errands'
import { enterBatch } from '../../app/identity/register-batch'
import type { Occasion } from '../../app/platform/occasion'
import { day } from '../../app/protocol/day'
import { registerBatch } from '../../app/records/intake/register-batch'
import { inquireWaiting } from '../../app/records/sweeps/inquiries'
import type { Desk } from '../../jobs/desk'

/** Rows of the register that are taken together, as in an import. */
const AT_ONCE = 500

/**
 * Supervisors with an address and one question each that is to be sent on the occasion's day: told by the register and asked
 * by the sweep, as in a study. What the server knows of its tables is brought up to date last.
 */
export async function inquiriesDue(
  ownerUrl: string,
  { study, vault }: Pick<Desk, 'study' | 'vault'>,
  { occasion, count }: { readonly occasion: Occasion; readonly count: number },
): Promise<void> {
  for (let from = 0; from < count; from += AT_ONCE) {
    const rows = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, n) => rowOf(from + n, occasion))
    const { rows: entered, errandId } = await enterBatch(vault, occasion, rows)
    const cases = entered.flatMap((one) => (one.ok ? { ...factsOn(occasion), ...one.value } : []))
    await registerBatch(study, occasion, cases)
    if (errandId) await finishErrands(vault, [errandId])
  }
  const asked = await inquireWaiting(study, occasion)
  if (asked !== count) throw new Error(`${asked} of ${count} were asked`)
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  await owner.query('ANALYZE').finally(() => owner.end())
}

const rowOf = (n: number, occasion: Occasion) => ({
  named: {
    supervisionNumber: `T-${n}`,
    client: { number: `C-${n}`, surname: `Naam ${n}`, initials: 'X.', bornOn: day('1985-04-03') },
    supervisor: { number: `S-${n}`, name: `Naam ${n}`, email: `s${n}@reclassering.example` },
  },
  facts: factsOn(occasion),
})

const factsOn = ({ today }: Occasion) => ({
  gender: null,
  birthYear: 1985,
  registeredOn: today,
  startedOn: today,
  status: 'running' as const,
  modality: 'conditional' as const,
  supervisionLevel: 2,
  riskCategory: null,
  electronicMonitoring: false,
  penitentiaryProgramme: false,
  organisation: 'RN',
  region: 'Region',
  location: 'Place',
})

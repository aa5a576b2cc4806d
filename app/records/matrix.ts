import type { StudyDb } from '../platform/database'
import type { StudyRef } from '../platform/occasion'
import { type Day, fromColumn } from '../protocol/day'
import { type Cell, type CellFacts, matrixOf, type WaveFacts } from '../protocol/matrix'
import type { Perspective } from '../protocol/study'
import { stepOfWave } from './standing'

/** Both sides of one wave; what of it was measured, and in which pair (its id). No answers. */
export type MatrixRow = {
  readonly wave: string
  readonly cells: Readonly<Record<Perspective, Cell>>
  readonly measured: Readonly<Record<Perspective, { readonly id: string; readonly pairId: string | null } | null>>
}

/** Where each side of a case stands at each wave (protocol §3, §4): complete, partial, missing with its reason, expected. */
export async function matrixOfCase(db: StudyDb, { protocol }: StudyRef, registrationId: string): Promise<MatrixRow[]> {
  const row = await db.registration.findUniqueOrThrow({
    where: { id: registrationId },
    include: {
      client: { select: { withdrawal: { select: { clientId: true } } } },
      supervisor: { select: { declinedOn: true } },
      declinings: { select: { supervisorId: true } },
      departures: { where: { returnedOn: null } },
      windows: true,
      dyad: { select: { plannedOn: true } },
      measurements: { include: { answers: { where: { value: { not: null } }, select: { item: true }, take: 1 } } },
    },
  })
  const at = (wave: string, perspective: Perspective) =>
    row.measurements.find((one) => one.wave === wave && one.perspective === perspective)
  const factsOf = (name: string): WaveFacts => {
    const wave = protocol.waves.find((one) => one.name === name)
    const window = row.windows.find((one) => one.wave === name)
    const steps = wave && !wave.window ? row.departures : row.departures.filter(({ step }) => step === name)
    const left = steps.find(({ step }) => !wave || step === stepOfWave(wave)) ?? steps[0]
    return {
      client: factsIn(at(name, 'client')),
      supervisor: factsIn(at(name, 'supervisor')),
      window: window ? { opens: fromColumn(window.opensOn), closes: fromColumn(window.closesOn) } : null,
      lost: left?.reason ?? null,
      withdrew: row.client.withdrawal !== null,
      supervisorDeclined:
        row.supervisor?.declinedOn != null || row.declinings.some((one) => one.supervisorId === row.supervisorId),
      plannedOn: dayOf(wave?.window ? window?.appointmentOn : row.dyad?.plannedOn),
    }
  }
  return matrixOf(protocol.waves, factsOf).map(({ wave, cells }) => ({
    wave,
    cells,
    measured: { client: measuredIn(at(wave, 'client')), supervisor: measuredIn(at(wave, 'supervisor')) },
  }))
}

type Row = {
  readonly id: string
  readonly dyadId: string | null
  readonly openedOn: Date
  readonly completedOn: Date | null
  readonly closedOn: Date | null
  readonly brokenOffOn: Date | null
  readonly erasedOn: Date | null
  readonly answers: readonly unknown[]
}

const dayOf = (date: Date | null | undefined): Day | null => (date ? fromColumn(date) : null)
const measuredIn = (row: Row | undefined) => (row ? { id: row.id, pairId: row.dyadId } : null)
const factsIn = (row: Row | undefined): CellFacts | null =>
  row
    ? {
        openedOn: fromColumn(row.openedOn),
        completedOn: dayOf(row.completedOn),
        closedOn: dayOf(row.closedOn),
        brokenOffOn: dayOf(row.brokenOffOn),
        erasedOn: dayOf(row.erasedOn),
        answered: row.answers.length > 0,
      }
    : null

import { finishErrands } from '../../app/identity/errands'
import type { Named } from '../../app/identity/people'
import { enterBatch } from '../../app/identity/register-batch'
import { addDays, type Day } from '../../app/protocol/day'
import { registerBatch, unpairedAmong } from '../../app/records/intake/register-batch'
import { CHANCES } from './behaviour'
import type { Supervised } from './cast'
import { inventSupervisor, supervisionNumber } from './people'
import { LOCATIONS } from './places'
import { asStaff, later, type Playing, tells, tried } from './playing'

/** Rows of the register that are taken together, as in an import. */
const AT_ONCE = 500

/**
 * What the register tells on a day: new supervisions, and known ones again, as they were or otherwise (protocol §2, step 1).
 * Both halves, in batches, as an import does.
 */
export async function playRegister(playing: Playing, today: Day): Promise<void> {
  const rows = [...(playing.told.get(today) ?? [])].sort((a, b) => a.place - b.place)
  playing.told.delete(today)
  for (let from = 0; from < rows.length; from += AT_ONCE)
    await register(playing, today, rows.slice(from, from + AT_ONCE))
}

async function register(playing: Playing, today: Day, rows: readonly Supervised[]): Promise<void> {
  const { study: db, vault } = playing.desk
  const occasion = asStaff(playing, today)
  const named = rows.map((one) => ({ named: namedIn(playing, one), facts: one.facts }))
  const entered = await enterBatch(vault, occasion, named, { mayChange: (ids) => unpairedAmong(db, ids) })
  const told = rows.flatMap((one, place) => {
    const came = tried(playing, 'enter', entered.rows[place] as (typeof entered.rows)[number])
    return came.ok ? [{ one, ids: came.value }] : []
  })
  const cases = told.map(({ one, ids: { gone: _, ...ids } }) => ({ ...one.facts, ...ids }))
  tried(playing, 'register', await registerBatch(db, occasion, cases))
  if (entered.errandId) await finishErrands(vault, [entered.errandId])
  for (const { one, ids } of told) {
    if (one.supervisor) one.supervisor.id ??= ids.supervisorId
    if (one.ids) continue
    one.ids = ids
    playing.known.set(ids.registrationId, one)
    planRegister(playing, one, today)
  }
}

function namedIn({ seed }: Playing, { place, client, supervisor }: Supervised): Named {
  return {
    supervisionNumber: supervisionNumber(seed, place),
    client,
    supervisor: supervisor && inventSupervisor(seed, supervisor.place),
  }
}

/** What the register will say later of a case that it just told: it starts, is somebody's, moves, or is only told again. */
function planRegister(playing: Playing, one: Supervised, today: Day): void {
  const draw = one.draw('register')
  const { status } = one.facts
  const say = (days: number, change: () => void) => {
    later(playing, one, today, days, async (on) => {
      change()
      tells(playing, addDays(on, 1), one)
    })
  }
  if (status !== 'running' && draw.chance(CHANCES.waitsNoMore)) {
    const days = draw.whole(3, 60)
    say(days, () => {
      one.facts = { ...one.facts, status: 'running', startedOn: addDays(today, days) }
    })
  }
  if (!one.supervisor)
    say(draw.whole(3, 10), () => {
      one.supervisor ??= draw.one(colleaguesAt(playing, one))
    })
  if (draw.chance(CHANCES.toldAgain)) say(draw.whole(7, 30), () => changes(playing, one))
}

/** A few of the cases that are told again have changed: they moved within their region, or are another supervisor's. */
function changes(playing: Playing, one: Supervised): void {
  const draw = one.draw('told again')
  const { region, location } = one.facts
  const moved = LOCATIONS.filter((other) => other.region === region && other.location !== location)
  if (moved.length > 0 && draw.chance(CHANCES.moves)) one.facts = { ...one.facts, ...draw.one(moved) }
  if (!one.metFor.size && draw.chance(CHANCES.otherSupervisorInRegister))
    one.supervisor = draw.one(colleaguesAt(playing, one))
}

/** Who works where a case is, and has not left. */
export const colleaguesAt = ({ supervisors }: Playing, { lane }: Supervised) =>
  supervisors.filter(({ location, left }) => location.location === lane && !left)

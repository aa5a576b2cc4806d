import { addDays, type Day } from '../../app/protocol/day'
import { beAway } from '../../app/records/absences'
import { declineAltogether } from '../../app/records/declining'
import { changes } from './afterwards'
import { CHANCES } from './behaviour'
import type { Supervisor } from './cast'
import { drawFrom } from './draw'
import { asStaff, asSupervisor, type Playing, tells, tried } from './playing'
import { colleaguesAt } from './register-day'

const YEAR = 365
const HOLIDAY = 14

/** What supervisors do whoever their clients are: they are away, decline for good, and leave (protocol §2.2, §6). */
export function planSupervisors(playing: Playing, firstOn: Day, days: number): void {
  for (const one of playing.supervisors) {
    const draw = drawFrom(playing.seed, 'supervisor does', one.place)
    const on = (likely: number, from: number, act: (today: Day) => Promise<void>) => {
      const day = addDays(firstOn, from + draw.whole(1, YEAR))
      if (draw.chance(likely)) playing.agenda.add(day, one.location.location, act)
    }
    on(CHANCES.declinesAltogether, 0, (today) => declines(playing, one, today))
    on(CHANCES.leaves, 0, (today) => leaves(playing, one, today))
    for (let year = 0; year * YEAR < days; year++)
      on(CHANCES.away, year * YEAR, (today) => goesAway(playing, one, draw.chance(CHANCES.standIn), today))
  }
}

async function declines(playing: Playing, { id }: Supervisor, today: Day): Promise<void> {
  if (!id) return
  const occasion = asSupervisor(playing, id, today)
  tried(playing, 'decline_altogether', await declineAltogether(playing.desk.study, occasion, id))
}

async function goesAway(playing: Playing, one: Supervisor, stoodIn: boolean, today: Day): Promise<void> {
  const { id } = one
  if (!id || one.left) return
  const other = playing.supervisors.find(
    (candidate) => candidate.location === one.location && candidate.id && candidate !== one && !candidate.left,
  )
  const away = { supervisorId: id, from: addDays(today, 1), until: addDays(today, HOLIDAY) }
  const standInId = stoodIn ? (other?.id ?? null) : null
  tried(playing, 'be_away', await beAway(playing.desk.study, asStaff(playing, today), { ...away, standInId }))
}

/** Their clients are somebody else's from then on: pairs change, and of other cases the register says so. */
async function leaves(playing: Playing, one: Supervisor, today: Day): Promise<void> {
  one.left = true
  const theirs = [...playing.known.values()].filter(({ supervisor }) => supervisor === one)
  for (const client of theirs.sort((a, b) => a.place - b.place)) {
    if (await changes(playing, client, today)) continue
    const others = colleaguesAt(playing, client)
    if (others.length === 0) continue
    client.supervisor = client.draw('register').one(others)
    tells(playing, addDays(today, 1), client)
  }
}

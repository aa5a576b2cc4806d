import type { Day } from '../../app/protocol/day'

/** Something that somebody will do on its day. */
export type Act = (today: Day) => Promise<void>
/** Acts by lane: those of one lane come one after another, lanes go side by side. */
export type Agenda = {
  readonly add: (on: Day, lane: string, act: Act) => void
  /** Whether anything is left for a day. */
  readonly has: (on: Day) => boolean
  /** What is to be done on a day, by lane, in the order in which it was added; it is gone from the agenda then. */
  readonly take: (on: Day) => ReadonlyMap<string, readonly Act[]>
}

/** An empty agenda. What is added to a day that is being played waits until it is taken again. */
export function openAgenda(): Agenda {
  const days = new Map<Day, Map<string, Act[]>>()
  return {
    add: (on, lane, act) => {
      const lanes = days.get(on) ?? new Map<string, Act[]>()
      days.set(on, lanes)
      lanes.set(lane, [...(lanes.get(lane) ?? []), act])
    },
    has: (on) => days.has(on),
    take: (on) => {
      const lanes = days.get(on) ?? new Map<string, Act[]>()
      days.delete(on)
      return lanes
    },
  }
}

/** Does what is on the agenda for a day, each lane by itself, as offices do. */
export async function playAgenda(agenda: Agenda, today: Day): Promise<void> {
  const lanes = [...agenda.take(today).values()]
  await Promise.all(
    lanes.map(async (acts) => {
      for (const act of acts) await act(today)
    }),
  )
}

import { randomSeed } from '../../platform/random'
import { z } from '../../platform/zod'
import { orderOf } from '../../protocol/instruments/order'
import { nextItem } from '../../protocol/instruments/progress'
import { INVENTED, type InventedName } from '../../protocol/practice'
import { type Given, type Instrument, NO_ANSWER } from '../../protocol/study'

/** A practice as far as it came. It goes to and fro with the page's form and lies nowhere else. */
export type Run = {
  readonly client: InventedName
  readonly seed: number
  readonly language: 'nl' | 'en'
  readonly given: Given
  readonly seconds: number
  /** The question in sight; null when it is over. */
  readonly at: string | null
}

const CLIENTS = Object.keys(INVENTED) as [InventedName]

const run = z.object({
  client: z.enum(CLIENTS),
  seed: z.int().min(0).max(0xffffffff),
  language: z.enum(['nl', 'en']),
  given: z.record(z.string().max(120), z.union([z.int(), z.literal(NO_ANSWER)])),
  seconds: z.number().min(0),
  at: z.string().max(120).nullable(),
})

/** A practice at its first question. */
export function begin(client: InventedName, battery: readonly Instrument[], language: Run['language']): Run {
  const seed = randomSeed()
  return { client, seed, language, given: {}, seconds: 0, at: nextItem(battery, orderOf(battery, seed), {}, null) }
}

/** The run that a form brought back; undefined when it brought none, or somebody made one up. */
export function runIn(form: FormData): Run | undefined {
  const sent = form.get('run')
  try {
    const read = run.safeParse(JSON.parse(typeof sent === 'string' ? sent : ''))
    return read.success ? read.data : undefined
  } catch {
    return undefined
  }
}

/** The client whom a form chose to begin with. */
export const chosenIn = (form: FormData): InventedName | undefined =>
  CLIENTS.find((name) => name === form.get('client'))

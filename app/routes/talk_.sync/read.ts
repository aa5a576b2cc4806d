import { z } from '../../platform/zod'
import { type Day, parseDay } from '../../protocol/day'
import { BROKEN_OFF, PLACES, UNRELIABLE } from '../../protocol/interview'
import { NO_ANSWER } from '../../protocol/study'
import type { Parcel } from '../talk/talk'

const MOST_ITEMS = 1_000
const SMALLINT = 32_767
const DAY_SECONDS = 86_400

const code = z.string().max(120)
const few = <T extends z.ZodType>(each: T) =>
  z.record(code, each).refine((record) => Object.keys(record).length <= MOST_ITEMS)
const one = <Code extends string>(table: Readonly<Record<Code, unknown>>) => z.enum(Object.keys(table) as [Code])
// PostgreSQL keeps no such character, and nobody types it
const text = z.string().transform((typed) => typed.replaceAll('\0', '').replaceAll('\r\n', '\n').trim())
const part = { draftId: z.uuid(), draftSeq: z.int().min(1).max(SMALLINT) }

const draft = z.object({
  ...part,
  base: z.object(part).nullable(),
  answers: few(z.union([z.int().min(-SMALLINT).max(SMALLINT), z.literal(NO_ANSWER)])),
  seconds: few(z.int().min(0).max(DAY_SECONDS)),
  notes: few(text),
  language: z.enum(['nl', 'en']),
  order: z.array(code).max(MOST_ITEMS),
  complete: z.boolean(),
  brokenOff: z.boolean(),
  why: one(BROKEN_OFF).exactOptional(),
  on: z.custom<Day>((value) => typeof value === 'string' && parseDay(value) !== undefined).exactOptional(),
})

const parcel = z.object({
  studyId: z.uuid(),
  measurementId: z.uuid(),
  draft,
  ending: z.object({
    brokenOff: one(BROKEN_OFF).nullable(),
    place: one(PLACES).nullable(),
    thirdPerson: z.boolean(),
    unreliable: one(UNRELIABLE).nullable(),
    voucher: z.boolean(),
    note: text,
  }),
})

/** The parcel that a device sent; undefined when it is none: no JSON, or something that no page of ours sends. */
export async function parcelOf(request: Request): Promise<Parcel | undefined> {
  const sent: unknown = await request.json().catch(() => undefined)
  const read = parcel.safeParse(sent)
  return read.success ? read.data : undefined
}

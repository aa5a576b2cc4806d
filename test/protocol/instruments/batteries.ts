import fc from 'fast-check'
import { batteryNow } from '../../../app/protocol/instruments/battery'
import { studyProtocols } from '../../../app/protocol/studies/registry'
import { werkalliantie } from '../../../app/protocol/studies/werkalliantie'
import type { Given, Instrument, Item, Perspective } from '../../../app/protocol/study'

/** What each side is asked at each wave of each study (in each field), under a name for the report. */
export const batteries: readonly (readonly [string, readonly Instrument[]])[] = studyProtocols.flatMap((study) =>
  study.waves.flatMap(({ name }) =>
    (['client', 'supervisor'] as const).flatMap((perspective) =>
      [undefined, ...study.fields.map((field) => field.name)].map(
        (field) =>
          [
            [study.code, name, perspective, field].filter(Boolean).join(' '),
            batteryNow(study, name, perspective, field),
          ] as const,
      ),
    ),
  ),
)

export const asks = (wave: 'T1' | 'T2', perspective: Perspective): Instrument[] =>
  batteryNow(werkalliantie, wave, perspective)

/** The values that an item takes. */
export const valuesOf = ({ options, min, max }: Item): number[] =>
  options ? options.map(({ code }) => code) : Array.from({ length: max - min + 1 }, (_, step) => min + step)

/** Any answers to a battery, also to what is not asked; some left open, some refused. */
export const givenTo = (battery: readonly Instrument[]): fc.Arbitrary<Given> =>
  fc.record(
    Object.fromEntries(
      battery.flatMap(({ items }) =>
        items.map((item) => [
          item.code,
          fc.oneof(
            { weight: 5, arbitrary: fc.constantFrom(...valuesOf(item)) },
            { weight: 1, arbitrary: fc.constant('no_answer' as const) },
          ),
        ]),
      ),
    ),
    // what is left open has no key at all
    { requiredKeys: [] },
  ) as fc.Arbitrary<Given>

/** An instrument of yes-or-no questions, each hanging on those named with it. */
export function hanging(
  order: 'random' | 'fixed',
  questions: readonly (readonly [string, ...string[]])[],
  name = 'hanging',
): Instrument {
  const words = { nl: 'Ja of nee?', en: 'Yes or no?' }
  return {
    name,
    version: 1,
    perspective: 'client',
    title: words,
    agreement: [],
    blocks: [{ name, title: words, order }],
    items: questions.map(([code, ...on]) => ({
      code,
      kind: 'choice',
      min: 0,
      max: 1,
      text: words,
      ...(on.length > 0 && { askedWhen: on.map((item) => ({ item, among: [1] })) }),
    })),
  }
}

import type { AccessPart } from '../../exports/access-file'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { askedIn, pinOf } from '../../protocol/instruments/battery'
import { type Instrument, NO_ANSWER } from '../../protocol/study'
import type { HeldOfClient } from '../../records/held-of-client'
import type { Told } from './forms'

const { access: w } = words

type Kept = HeldOfClient['cases'][number]['answers'][number]

/** What the client answered at one wave and what was noted beside it; `battery` has at least what was asked then. */
export function answerParts(kept: Kept, battery: readonly Instrument[], { say, language }: Told): AccessPart[] {
  const when = `${kept.wave}, ${shortDay(language, kept.on)}`
  const asked = battery.filter((instrument) => kept.battery.includes(pinOf(instrument)))
  const textOf = (code: string) => askedIn(asked, code)?.item.text[language] ?? code
  const inWords = (code: string, value: number) => {
    const found = askedIn(asked, code)
    const option = found?.item.options?.find((one) => one.code === value)?.label[language]
    const step = found?.item.kind === 'agreement' ? found.instrument.agreement[value - 1]?.[language] : undefined
    const label = option ?? step
    return label ? `${label} (${value})` : `${value}`
  }
  const without = (why: string) => say(why === NO_ANSWER ? w.noAnswer : w.notAsked)
  return [
    {
      heading: `${say(w.answers)}: ${when}`,
      ...(kept.remark && { about: kept.remark }),
      none: say(w.none),
      columns: [say(w.question), say(w.answer)],
      rows: Object.entries(kept.given).map(([code, value]) => [
        textOf(code),
        typeof value === 'number' ? inWords(code, value) : without(value),
      ]),
    },
    {
      heading: `${say(w.notes)}: ${when}`,
      none: say(w.none),
      columns: [say(w.day), say(w.question), say(w.note)],
      rows: kept.notes.map(({ on, item, text }) => [on, item ? textOf(item) : say(w.wholeTalk), text]),
    },
  ]
}

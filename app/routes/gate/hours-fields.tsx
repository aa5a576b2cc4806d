import { words } from '../../i18n/catalogue'
import { clockTime } from '../../i18n/clock-time'
import { weekdayName } from '../../i18n/days'
import type { Language } from '../../i18n/language'
import type { Hours } from '../../protocol/appointments/clashes'
import { WEEKDAYS } from '../../protocol/appointments/week'
import { Field, Select } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { at, type Filled } from './form-parts'

/** Asks a part of a weekday. `of` tells the forms of a page apart. */
export function HoursFields({ filled, of }: { filled: Filled; of: string }) {
  const { say, language } = useSpeaking()
  const { rooms: w } = words
  const days = WEEKDAYS.map((weekday) => ({ value: `${weekday}`, label: weekdayName(language, weekday) }))
  return (
    <>
      <Select
        {...at(filled, 'weekday')}
        of={of}
        label={say(w.weekday)}
        none={say(words.plan.choose)}
        groups={[{ label: say(w.weekday), options: days }]}
      />
      <Field {...at(filled, 'from')} of={of} label={say(w.from)} type="time" short />
      <Field {...at(filled, 'until')} of={of} label={say(w.until)} type="time" short />
    </>
  )
}

/** The same as a line: maandag 09:00–17:00. */
export const hoursWritten = (language: Language, { weekday, from, until }: Hours): string =>
  `${weekdayName(language, weekday)} ${clockTime(from)}–${clockTime(until)}`

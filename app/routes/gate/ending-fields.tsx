import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { PLACES, UNRELIABLE } from '../../protocol/interview'
import type { Words } from '../../protocol/words'
import { Choices, type Option } from '../../ui/field'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'

/** A table of codes with words as the options of a field. */
export const optionsOf = (table: Readonly<Record<string, Words>>, language: Language): Option[] =>
  Object.entries(table).map(([value, label]) => ({ value, label: label[language] }))

/** How an interview was: sent as `place`, `was` (third | voucher) and `unreliable` (empty: it can be relied on). */
export function EndingFields(props: {
  place?: string
  was?: readonly string[]
  unreliable?: string
  noPlace?: string
  /** Whether the voucher is asked: it was handed out only once. */
  voucher: boolean
}) {
  const { place, was, unreliable = '', noPlace, voucher } = props
  const { say, language } = useSpeaking()
  const { device: w } = words
  return (
    <>
      <Choices
        name="place"
        label={say(w.place)}
        options={optionsOf(PLACES, language)}
        {...(place && { value: place })}
        {...(noPlace && { mistake: noPlace })}
      />
      <Ticks
        name="was"
        label={say(w.howItWas)}
        options={[
          { value: 'third', label: say(w.thirdPerson) },
          ...(voucher ? [{ value: 'voucher', label: say(w.voucher) }] : []),
        ]}
        {...(was && { values: was })}
      />
      <Choices
        name="unreliable"
        label={say(w.unreliable)}
        options={[{ value: '', label: say(w.reliable) }, ...optionsOf(UNRELIABLE, language)]}
        value={unreliable}
      />
    </>
  )
}

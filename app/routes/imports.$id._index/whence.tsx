import { words } from '../../i18n/catalogue'
import { longDay } from '../../i18n/days'
import { Facts } from '../../ui/facts'
import { useSpeaking } from '../../ui/speaking'
import type { Loaded } from './told'

/** Where a file comes from, how far it knows, and when what it told goes. */
export function Whence({ page: { origin, erased } }: { page: Loaded }) {
  const { say, language } = useSpeaking()
  const { origin: w } = words
  if (!origin) return null
  const gone = erased === null ? '' : ` (${say(w.erased, { n: erased })})`
  return (
    <Facts
      facts={[
        { label: say(w.source), value: origin.source },
        { label: say(w.legalBasis), value: origin.legalBasis },
        { label: say(w.knownTo), value: longDay(language, origin.knownTo) },
        { label: say(w.deleteBy), value: longDay(language, origin.deleteBy) + gone },
      ]}
    />
  )
}

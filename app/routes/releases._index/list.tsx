import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { count } from '../../i18n/numbers'
import { Badge } from '../../ui/badge'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { releaseTone } from '../gate/tones'
import { whoWords } from '../privacy/done-table'
import type { Loaded } from './told'

/** Releases by number: what each is for, who asked for it, and how it stands. */
export function List({ items }: Pick<Loaded, 'items'>) {
  const { say, language } = useSpeaking()
  const { releases: w, releaseStates } = words
  const rows = items.map(({ number, purpose, by, askedOn, state, progress, people }) => ({
    key: `${number}`,
    cells: {
      number: <a href={link.release(number)}>{number}</a>,
      purpose,
      asked: (
        <>
          {whoWords(say, by)}, <time dateTime={askedOn}>{shortDay(language, askedOn)}</time>
        </>
      ),
      state: (
        <>
          <Badge tone={releaseTone[state]}>{say(releaseStates[state])}</Badge>
          {state === 'making' && ` ${say(w.percent, { n: progress })}`}
        </>
      ),
      people: people === null ? '–' : count(language, people),
    },
  }))
  return (
    <Table
      caption={say(w.list)}
      columns={[
        { key: 'number', label: say(w.number) },
        { key: 'purpose', label: say(w.purpose) },
        { key: 'asked', label: say(w.asked) },
        { key: 'state', label: say(w.state) },
        { key: 'people', label: say(w.people), number: true },
      ]}
      parts={[{ key: 'all', rows }]}
    />
  )
}

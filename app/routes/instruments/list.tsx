import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Shown } from './shown'

const SOURCES = ['own', 'redcap', 'xlsform'] as const

/** Every version of every instrument, and where it is asked now. */
export function Versions({ versions }: Pick<Shown, 'versions'>) {
  const { say, language } = useSpeaking()
  const { instruments: w } = words
  const columns = [
    { key: 'pin', label: say(w.name) },
    { key: 'title', label: say(w.heading) },
    { key: 'side', label: say(w.side) },
    { key: 'questions', label: say(w.questions), number: true },
    { key: 'from', label: say(w.from) },
    { key: 'used', label: say(w.usedNow) },
  ]
  const rows = versions.map(({ pin, title, perspective, questions, source, publishedOn, usedAt }) => {
    const known = SOURCES.find((one) => one === source)
    const from = say(known ? w[known] : w.protocol)
    return {
      key: pin,
      cells: {
        pin: <a href={link.instrument(pin)}>{pin}</a>,
        title: title[language],
        side: say(w[perspective]),
        questions,
        from: publishedOn ? `${from}, ${shortDay(language, publishedOn)}` : from,
        used: usedAt.length > 0 ? usedAt.join(', ') : say(w.nowhere),
      },
    }
  })
  return <Table caption={say(w.list)} columns={columns} parts={[{ key: 'all', rows }]} />
}

/** What each side is asked at each wave, now and later. */
export function Plans({ plans }: Pick<Shown, 'plans'>) {
  const { say, language } = useSpeaking()
  const { instruments: w } = words
  const columns = [
    { key: 'wave', label: say(w.wave) },
    { key: 'side', label: say(w.side) },
    { key: 'now', label: say(w.now) },
    { key: 'later', label: say(w.later) },
  ]
  const rows = plans.map(({ wave, label, side, now, later }) => ({
    key: `${wave}-${side}`,
    cells: {
      wave: label[language],
      side: say(w[side]),
      now: now.join(', '),
      later:
        later
          .map(({ fromOn, instruments }) =>
            say(w.laterFrom, { from: shortDay(language, fromOn), wave: instruments.join(', ') }),
          )
          .join('; ') || say(w.none),
    },
  }))
  return <Table caption={say(w.plans)} columns={columns} parts={[{ key: 'all', rows }]} />
}

import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { shortDay } from '../../i18n/days'
import { decimal, share as shareOf } from '../../i18n/numbers'
import type { Plain } from '../../i18n/speak'
import type { agreementOfEntries, PaperWork } from '../../records/paper/work'
import { Empty } from '../../ui/empty'
import { Facts } from '../../ui/facts'
import { Choices, Field } from '../../ui/field'
import { PseudonymField } from '../../ui/pseudonym-field'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { at, type Filled } from '../gate/form-parts'

/** A paper, by what stands on it. */
export function Find({ waves, filled }: { waves: readonly string[]; filled: Filled }) {
  const { say } = useSpeaking()
  const { paper: w } = words
  return (
    <form method="post" className="panel form" noValidate>
      <h2>{say(w.find)}</h2>
      <input type="hidden" name="deed" value="find" />
      <PseudonymField {...at(filled, 'pseudonym')} label={say(w.pseudonym)} />
      <Choices
        {...at(filled, 'wave')}
        label={say(w.wave)}
        level
        options={waves.map((value) => ({ value, label: value }))}
      />
      <Choices
        {...at(filled, 'side')}
        label={say(w.side)}
        level
        options={(['client', 'supervisor'] as const).map((value) => ({ value, label: say(w[value]) }))}
      />
      <div>
        <button type="submit" className="button">
          {say(w.open)}
        </button>
      </div>
    </form>
  )
}

/** Papers that can be typed in, each with the way to its form. */
export function Waiting({ title, none, work }: { title: Plain; none: Plain; work: readonly PaperWork[] }) {
  const { say, language } = useSpeaking()
  const { paper: w } = words
  if (work.length === 0) return <Empty title={say(none)} />
  const rows = work.map(({ measurementId, pseudonym, wave, perspective, openedOn }) => ({
    key: measurementId,
    cells: {
      dyad: (
        <a className="code" href={link.paper(measurementId)}>
          {pseudonym}
        </a>
      ),
      wave,
      side: say(w[perspective]),
      since: <time dateTime={openedOn}>{shortDay(language, openedOn)}</time>,
    },
  }))
  const columns = (['dyad', 'wave', 'side', 'since'] as const).map((key) => ({ key, label: say(w[key]) }))
  return <Table caption={say(title)} columns={columns} parts={[{ key: 'all', rows }]} />
}

/** Which part of the papers is typed in twice. */
export function Share({ share, filled }: { share: number; filled: Filled }) {
  const { say } = useSpeaking()
  const { paper: w } = words
  return (
    <form method="post" className="panel form" noValidate>
      <h2>{say(w.share)}</h2>
      <input type="hidden" name="deed" value="share" />
      <Field {...{ value: `${share}`, ...at(filled, 'percent') }} label={say(w.percent)} inputMode="numeric" short />
      <div>
        <button type="submit" className="button quiet">
          {say(w.set)}
        </button>
      </div>
    </form>
  )
}

/** How far the two typings of a paper agree. */
export function Agreed({ agreed }: { agreed: Awaited<ReturnType<typeof agreementOfEntries>> }) {
  const { say, language } = useSpeaking()
  const { paper: w } = words
  const { papers, n, equal, kappa } = agreed
  return (
    <section className="panel">
      <h2>{say(w.agreement)}</h2>
      <Facts
        facts={[
          { label: say(w.papers), value: `${papers}` },
          { label: say(w.compared), value: `${n}` },
          { label: say(w.equal), value: n === 0 ? say(w.nothing) : `${equal} (${shareOf(language, equal, n)})` },
          { label: say(w.kappa), value: kappa === null ? '–' : decimal(language, kappa, 2) },
        ]}
      />
    </section>
  )
}

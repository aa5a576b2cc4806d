import { words } from '../../i18n/catalogue'
import { Badge, type Tone } from '../../ui/badge'
import { Bar, Pips } from '../../ui/countdown'
import { Empty } from '../../ui/empty'
import { Facts } from '../../ui/facts'
import { Choices, Field, Select } from '../../ui/field'
import { FlowDrawing } from '../../ui/flow-drawing'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { PseudonymField, PseudonymLines } from '../../ui/pseudonym-field'
import { Rating } from '../../ui/rating'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Tiles } from '../../ui/tiles'
import { Timeline } from '../../ui/timeline'

const TONES = ['late', 'soon', 'good', 'calm', 'mute'] as const satisfies readonly Tone[]
const w = words.showcase

export function Badges() {
  const { say } = useSpeaking()
  return (
    <div className="badges">
      {TONES.map((tone) => (
        <Badge key={tone} tone={tone}>
          {say(w[tone])}
        </Badge>
      ))}
    </div>
  )
}

export function Buttons() {
  const { say } = useSpeaking()
  return (
    <div className="row">
      <button type="button" className="button">
        {say(w.first)}
      </button>
      <button type="button" className="button quiet">
        {say(w.second)}
      </button>
      <button type="button" className="button small">
        {say(w.small)}
      </button>
      <button type="button" className="button" disabled>
        {say(w.off)}
      </button>
    </div>
  )
}

export function Notices() {
  const { say } = useSpeaking()
  const titles = { late: w.noticeLate, soon: w.noticeSoon, good: w.noticeGood, calm: w.noticeCalm }
  return (
    <div className="stack">
      {(['late', 'soon', 'good', 'calm'] as const).map((tone) => (
        <Notice key={tone} tone={tone} title={say(titles[tone])}>
          {say(w.noticeText)}
        </Notice>
      ))}
    </div>
  )
}

export function Counts() {
  const { say } = useSpeaking()
  return (
    <Tiles
      tiles={[
        { label: say(w.late), value: '12', zero: false },
        { label: say(w.soon), value: '3', zero: false },
        { label: say(w.mute), value: '0', zero: true },
      ]}
    />
  )
}

export function Countdowns() {
  const { say } = useSpeaking()
  return (
    <ul className="countdowns">
      {[1, 2, 3, 4].map((held) => (
        <li key={held}>
          <code>7KM-2QX-9R{held}</code>
          <Pips held={held} of={4} label={say(words.today.pips, { held, left: 4 - held })} />
        </li>
      ))}
      {(
        [
          ['calm', 20],
          ['soon', 75],
          ['late', 96],
        ] as const
      ).map(([tone, part]) => (
        <li key={tone}>
          <code>{part} / 100</code>
          <Badge tone={tone}>{say(w[tone])}</Badge>
          <Bar part={part} whole={100} tone={tone} />
        </li>
      ))}
    </ul>
  )
}

export function Fields() {
  const { say } = useSpeaking()
  const options = [
    { value: 'a', label: say(words.answer.yes) },
    { value: 'b', label: say(words.answer.no) },
  ]
  return (
    <form className="form" method="get" action="/components">
      <Field name="line" label={say(w.field)} hint={say(w.hint)} />
      <Field name="amiss" label={say(w.field)} value="x" mistake={say(w.mistake)} />
      <PseudonymField
        name="pseudonym"
        label={say(words.pseudonyms.field)}
        hint={say(words.pseudonyms.hint)}
        value="7km 2qx 9ro"
        mistake={say(words.pseudonyms.zero, { character: 'O', position: 9 })}
      />
      <PseudonymLines
        name="pseudonyms"
        label={say(words.labels.list)}
        value={'7km2qx9r4\n4ht-8wc-3n'}
        mistakes={[
          say(words.labels.line, { line: 2, sentence: say(words.pseudonyms.tooShort, { typed: 8, expected: 9 }) }),
        ]}
      />
      <Field name="day" type="date" label={say(w.day)} short />
      <Choices name="choice" label={say(w.choice)} options={options} value="a" level />
      <Choices name="choice-amiss" label={say(w.choice)} options={options} mistake={say(words.refusals.required)} />
      <Select name="many" label={say(w.select)} none={say(w.none)} groups={[{ label: say(w.group), options }]} />
      <Rating name="steps" legend={say(w.rating)} options={steps(7, say(w.disagree), say(w.agree))} value="6" />
      <Rating
        name="mark"
        legend={say(w.rating)}
        options={steps(10)}
        mistake={say(words.refusals.out_of_range, { min: 1, max: 10 })}
      />
    </form>
  )
}

const steps = (count: number, low = '', high = '') =>
  Array.from({ length: count }, (_, index) => {
    const value = `${index + 1}`
    return { value, label: (index === 0 && low) || (index === count - 1 && high) || value }
  })

export function Tables() {
  const { say } = useSpeaking()
  const row = (key: string, tone: Tone) => ({
    key,
    cells: { name: <code>{key}</code>, state: <Badge tone={tone}>{say(w[tone])}</Badge>, number: '1' },
  })
  return (
    <div>
      <Table
        caption={say(w.table)}
        columns={[
          { key: 'name', label: say(w.name) },
          { key: 'state', label: say(w.colours) },
          { key: 'number', label: say(w.number), number: true },
        ]}
        parts={[
          { key: 'one', title: say(w.part), rows: [row('7KM-2QX-9RA', 'late'), row('4HT-8WC-3NP', 'calm')] },
          { key: 'two', title: say(w.part), rows: [row('9BD-6FJ-2YV', 'mute')] },
        ]}
      />
      <Pager
        label={say(words.shell.pages)}
        first="/components"
        next="/components"
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </div>
  )
}

export function Pieces() {
  const { say } = useSpeaking()
  return (
    <>
      <Empty title={say(w.empty)}>{say(w.emptyText)}</Empty>
      <Facts
        facts={[
          { label: say(w.name), value: '7KM-2QX-9RA' },
          { label: say(w.number), value: '3' },
        ]}
      />
    </>
  )
}

export function Course() {
  const { say } = useSpeaking()
  const tones: readonly Tone[] = ['calm', 'good', 'mute', 'late']
  return (
    <Timeline
      label={say(w.timeline)}
      entries={tones.map((tone, index) => ({
        key: tone,
        on: `2012-01-0${index + 1}`,
        written: `${index + 1} jan 2012`,
        title: say(w.happened),
        tone,
        ...(index === 1 && { details: say(w.noticeText) }),
      }))}
    />
  )
}

export function River() {
  const { say } = useSpeaking()
  const line = (key: string, label: string, count: number) => ({ key, label, count, written: `${count}`, href: null })
  const reasons = [line('a', say(w.reason), 30), line('b', say(w.reason), 10)]
  const box = { notes: [], there: [], exit: null, last: false }
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways on a telephone, and a keyboard must reach it
    <section className="river" aria-label={say(w.flow)} tabIndex={0}>
      <FlowDrawing
        title={say(w.flow)}
        about={say(words.flow.aboutDrawing)}
        boxes={[
          {
            ...box,
            ...line('one', say(w.step), 100),
            on: 60,
            onWritten: '60',
            exit: { ...line('', say(w.left), 40), reasons, zeros: null },
          },
          { ...box, ...line('two', say(w.step), 60), on: 45, onWritten: '45', there: [line('waits', say(w.step), 15)] },
          { ...box, ...line('three', say(w.step), 45), on: 0, onWritten: '0', last: true },
        ]}
      />
    </section>
  )
}

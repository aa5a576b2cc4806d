import type { ReactNode } from 'react'
import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Field, Choices as Radios, Select } from '../../ui/field'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Ticks } from '../../ui/ticks'
import type { Choices } from './choices'
import { coarser, INSTRUMENTS, type Wish } from './wish'

type Mistakes = Readonly<Record<string, string>>
type Part = { readonly choices: Choices; readonly wish: Wish; readonly mistakes: Mistakes }

/** Asking for a release: a purpose is all that is needed, the rest is everything until somebody asks for less. */
export function AskForm({ longest, ...part }: Part & { readonly longest: number }) {
  const { say } = useSpeaking()
  const { askRelease: w } = words
  const { choices, wish, mistakes } = part
  return (
    <form method="post" action={link.releases()} className="panel form" aria-labelledby="ask">
      <h2 id="ask">{say(w.title)}</h2>
      {Object.keys(mistakes).length > 0 && (
        <Notice tone="late" title={say(w.wrong)} urgent>
          {mistakes[''] ?? say(w.wrongAbout)}
        </Notice>
      )}
      <LongField
        {...typed(wish, mistakes, 'purpose')}
        label={say(w.purpose)}
        hint={say(w.purposeHint)}
        rows={2}
        longest={longest}
      />
      <p className="soft">{say(w.whole)}</p>
      <Finer title={say(w.what)} fields={WHAT} {...part}>
        <What {...part} />
      </Finer>
      <Finer title={say(w.whom)} fields={WHOM} {...part}>
        <Whom {...part} />
      </Finer>
      <Finer title={say(w.coarsening)} fields={choices.coarsening.map(({ name }) => coarser(name))} {...part}>
        <HowPrecise {...part} />
      </Finer>
      <Finer title={say(w.how)} fields={HOW} {...part}>
        <How {...part} />
      </Finer>
      <div>
        <button type="submit" className="button">
          {say(w.ask)}
        </button>
      </div>
    </form>
  )
}

const WHAT = ['tables', 'waves', 'instruments', 'definitions', 'outcomes', 'leftOut'] as const
const WHOM = ['region', 'location', 'interviewedAt', 'startedFrom', 'startedTo'] as const
const HOW = ['dates', 'formats', 'language'] as const

/** Choices that few need; open when something in them was wrong, or is said that nobody begins with. */
function Finer(props: Part & { title: string; fields: readonly string[]; children: ReactNode }) {
  const { title, fields, wish, mistakes, children } = props
  const open = fields.some((field) => mistakes[field] !== undefined || (beginsEmpty(field) && wish[field]?.[0]))
  return (
    <details className="more" open={open}>
      <summary>{title}</summary>
      <div className="form">{children}</div>
    </details>
  )
}
/** Whether nothing stands in a field until somebody chooses. */
const beginsEmpty = (field: string) => field.includes('.') || WHOM.some((one) => one === field)

const wrongAt = (mistakes: Mistakes, name: string) => (mistakes[name] === undefined ? {} : { mistake: mistakes[name] })
const ticked = (wish: Wish, mistakes: Mistakes, name: string) => ({
  name,
  values: wish[name] ?? [],
  ...wrongAt(mistakes, name),
})
const typed = (wish: Wish, mistakes: Mistakes, name: string) => ({
  name,
  value: wish[name]?.[0] ?? '',
  ...wrongAt(mistakes, name),
})

function What({ choices, wish, mistakes }: Part) {
  const { say } = useSpeaking()
  const { askRelease: w } = words
  const { field, all, some } = INSTRUMENTS
  return (
    <>
      <Ticks {...ticked(wish, mistakes, 'tables')} label={say(w.tables)} options={choices.tables} />
      <Ticks {...ticked(wish, mistakes, 'waves')} label={say(w.waves)} options={choices.waves} />
      <Radios
        {...typed(wish, mistakes, field)}
        label={say(w.instruments)}
        options={[
          { value: all, label: say(w.allInstruments) },
          { value: some, label: say(w.someInstruments) },
        ]}
      />
      <Ticks {...ticked(wish, mistakes, 'instruments')} label={say(w.whichInstruments)} options={choices.instruments} />
      <Ticks {...ticked(wish, mistakes, 'definitions')} label={say(w.definitions)} options={choices.definitions} />
      <Ticks {...ticked(wish, mistakes, 'outcomes')} label={say(w.outcomes)} options={choices.outcomes} />
      <Ticks
        {...ticked(wish, mistakes, 'leftOut')}
        label={say(w.leftOut)}
        hint={say(w.leftOutHint)}
        options={choices.leftOut}
      />
    </>
  )
}

function Whom({ choices, wish, mistakes }: Part) {
  const { say } = useSpeaking()
  const { askRelease: w } = words
  const among = (name: string, label: string, options: Choices['waves']) => (
    <Select {...typed(wish, mistakes, name)} label={label} none={say(w.any)} groups={[{ label, options }]} />
  )
  return (
    <>
      <p className="soft">{say(w.whomAbout)}</p>
      {among('region', say(w.region), choices.regions)}
      {among('location', say(w.location), choices.locations)}
      {among('interviewedAt', say(w.interviewedAt), choices.waves)}
      <Field {...typed(wish, mistakes, 'startedFrom')} label={say(w.startedFrom)} type="date" short />
      <Field {...typed(wish, mistakes, 'startedTo')} label={say(w.startedTo)} type="date" short />
    </>
  )
}

function HowPrecise({ choices, wish, mistakes }: Part) {
  const { say } = useSpeaking()
  const { askRelease: w } = words
  return (
    <>
      <p className="soft">{say(w.coarseningAbout)}</p>
      <div className="columns">
        {choices.coarsening.map(({ name, label, options }) => (
          <Select
            key={name}
            {...typed(wish, mistakes, coarser(name))}
            label={label}
            none={say(words.disclosure.asItIs)}
            groups={[{ label, options }]}
          />
        ))}
      </div>
    </>
  )
}

function How({ choices, wish, mistakes }: Part) {
  const { say } = useSpeaking()
  const { askRelease: w } = words
  return (
    <>
      <Radios
        {...typed(wish, mistakes, 'dates')}
        label={say(w.dates)}
        hint={say(w.datesHint)}
        options={(['days', 'calendar'] as const).map((value) => ({ value, label: say(w[value]) }))}
      />
      <Ticks
        {...ticked(wish, mistakes, 'formats')}
        label={say(w.formats)}
        hint={say(w.formatsHint)}
        options={choices.formats}
      />
      <Radios
        {...typed(wish, mistakes, 'language')}
        label={say(w.language)}
        level
        options={(['nl', 'en'] as const).map((value) => ({ value, label: say(w[value]) }))}
      />
    </>
  )
}

import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { Choices, Field } from '../../ui/field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { ColumnOf } from './column-of'
import { FirstRows } from './first-rows'
import type { FileTold, MappingTold } from './mapping-told'
import { OriginFields } from './origin-fields'
import type { Loaded } from './told'
import { WordsOf } from './words-of'
import { Written } from './written'

type Mistakes = Readonly<Record<string, string>>

/** What was guessed of a file, each thing to be put right: how it is written, its kind, its columns, its words, its time. */
export function Explain(props: { page: Loaded; explain: MappingTold; mistakes: Mistakes }) {
  const { page, explain, mistakes } = props
  const { say } = useSpeaking()
  const { importing: w } = words
  return (
    <>
      {Object.keys(mistakes).length > 0 && <Notice tone="late" title={say(w.mend)} urgent />}
      {explain.unreadable && (
        <Notice tone="late" title={say(w.unreadable)}>
          {explain.unreadable}
        </Notice>
      )}
      {explain.file && <FirstRows file={explain.file} />}
      <div className="two even">
        <Written page={page} explain={explain} />
        {page.state === 'received' && <Kind page={page} explain={explain} />}
      </div>
      {explain.file && <Mapping id={page.id} file={explain.file} mistakes={mistakes} />}
    </>
  )
}

function Kind({ page, explain }: { page: Loaded; explain: MappingTold }) {
  const { say } = useSpeaking()
  return (
    <form method="post" action={link.import(page.id)} className="panel form">
      <Choices name="kind" label={say(words.imports.kind)} options={explain.kinds} value={page.kind} />
      <button type="submit" name="step" value="kind" className="button quiet">
        {say(words.importing.changeKind)}
      </button>
    </form>
  )
}

function Mapping({ id, file, mistakes }: { id: string; file: FileTold; mistakes: Mistakes }) {
  const { say } = useSpeaking()
  const { importing: w } = words
  const { fields, header, written, days, past } = file
  const headings = header.filter((heading) => heading !== '')
  const shown = fields.filter(({ required, column }) => required || column !== '')
  const others = fields.filter((field) => !shown.includes(field))
  const worded = fields.filter((field) => field.words.length > 0)
  const column = (field: (typeof fields)[number]) => (
    <ColumnOf key={field.name} field={field} headings={headings} mistake={mistakes[`column_${field.name}`]} />
  )
  return (
    <form method="post" action={link.import(id)} className="form">
      {(['encoding', 'delimiter', 'sheet'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={written[name] ?? ''} />
      ))}
      <section className="panel stack">
        <h2>{say(w.columns)}</h2>
        <p className="soft">{say(w.columnsAbout, { n: headings.length })}</p>
        <div className="columns">{shown.map(column)}</div>
        {others.length > 0 && (
          <details className="more">
            <summary>{say(w.more, { n: others.length })}</summary>
            <div className="columns">{others.map(column)}</div>
          </details>
        )}
      </section>
      {worded.length > 0 && (
        <section className="panel stack">
          <h2>{say(w.values)}</h2>
          <p className="soft">{`${say(w.valuesAbout)} ${say(w.valuesNext)}`}</p>
          {worded.map((field) => (
            <WordsOf key={field.name} field={field} />
          ))}
        </section>
      )}
      <OriginFields file={file} mistakes={mistakes} />
      <section className="panel form">
        <Choices
          name="days"
          label={say(w.days)}
          level
          value={days}
          options={(['dmy', 'ymd', 'either'] as const).map((value) => ({ value, label: say(w[value]) }))}
        />
        {!file.origin && (
          <Choices
            name="past"
            label={say(w.when)}
            hint={newest(file)}
            {...(past !== null && { value: past ? 'yes' : 'no' })}
            options={[
              { value: 'yes', label: say(w.past) },
              { value: 'no', label: say(w.present) },
            ]}
            {...(mistakes.past && { mistake: mistakes.past })}
          />
        )}
        <Field
          name="keep_as"
          label={say(w.keepAs)}
          hint={say(w.keepAsHint)}
          {...(mistakes.keep_as && { mistake: mistakes.keep_as })}
        />
      </section>
      <div className="row">
        <button type="submit" name="step" value="check" className="button">
          {say(w.check)}
        </button>
        <span className="soft">{say(w.checkAbout)}</span>
      </div>
    </form>
  )

  function newest({ newest: day, counted, whole }: FileTold): string {
    if (day === null) return say(w.noDay)
    return whole ? say(w.newest, { day }) : say(w.newestOfSome, { day, n: counted })
  }
}

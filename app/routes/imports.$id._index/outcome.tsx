import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { count } from '../../i18n/numbers'
import { Notice } from '../../ui/notice'
import { Pager } from '../../ui/pager'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import { Tiles } from '../../ui/tiles'
import { EXPLAIN } from './explained'
import type { Loaded } from './told'
import { Whence } from './whence'

/** What a file would do, with what can be done about it, or what it did. */
export function Outcome({ page }: { page: Loaded }) {
  const { say, language } = useSpeaking()
  const { importing: w, imports: i } = words
  const { id, state, counts } = page
  const tiles = (['added', 'changed', 'unchanged', 'duplicates', 'refused'] as const).map((what) => ({
    label: say(i[what]),
    value: count(language, counts[what]),
    zero: counts[what] === 0,
  }))
  return (
    <>
      {page.origin ? <Whence page={page} /> : <p className="soft">{say(page.past ? w.past : w.present)}</p>}
      <Tiles tiles={tiles} />
      {state === 'checked' ? (
        <Apply page={page} />
      ) : (
        <p className="row">
          {page.origin ? (
            <a className="button" href={link.followUps()}>
              {say(w.toFollowUp)}
            </a>
          ) : (
            <>
              <a className="button" href={link.today()}>
                {say(w.toWork)}
              </a>
              <a className="button quiet" href={link.flow()}>
                {say(w.toFlow)}
              </a>
            </>
          )}
        </p>
      )}
      {page.changedFields.length > 0 && (
        <Table
          caption={say(w.perField)}
          small
          columns={[
            { key: 'field', label: say(w.field) },
            { key: 'n', label: say(w.inRows), number: true },
          ]}
          parts={[
            {
              key: 'all',
              rows: page.changedFields.map(({ name, label, n }) => ({
                key: name,
                cells: { field: label, n: count(language, n) },
              })),
            },
          ]}
        />
      )}
      {counts.refused > 0 && <Refused page={page} />}
      {state === 'checked' && <a href={link.import(id, { look: EXPLAIN })}>{say(w.again)}</a>}
    </>
  )
}

function Apply({ page: { id, counts } }: { page: Loaded }) {
  const { say } = useSpeaking()
  const { importing: w } = words
  if (counts.added + counts.changed + counts.unchanged === 0)
    return <Notice tone="soon" title={say(w.nothingToApply)} />
  return (
    <form method="post" action={link.import(id)} className="row">
      <button type="submit" name="step" value="apply" className="button">
        {say(w.apply)}
      </button>
      <span className="soft">{say(w.applyAbout)}</span>
    </form>
  )
}

function Refused({ page: { id, refused, counts, whole } }: { page: Loaded }) {
  const { say, language } = useSpeaking()
  const { importing: w } = words
  if (!refused) return null
  return (
    <section className="stack" aria-labelledby="refused">
      <h2 id="refused">{say(w.refusedRows)}</h2>
      {whole ? (
        <p>
          <a className="button quiet" href={link.refusedRows(id)} download>
            {say(w.download)}
          </a>{' '}
          <span className="soft">{say(w.downloadAbout)}</span>
        </p>
      ) : (
        <p className="soft">{say(w.gone)}</p>
      )}
      <Table
        caption={say(w.refusedRows)}
        aside={count(language, counts.refused)}
        hidden
        columns={[
          { key: 'line', label: say(w.line) },
          { key: 'column', label: say(w.column) },
          { key: 'why', label: say(w.why) },
        ]}
        parts={[
          {
            key: 'all',
            rows: refused.items.map(({ line, column, sentence }) => ({
              key: `${line}`,
              cells: { line: count(language, line), column: column || say(w.wholeRow), why: sentence },
            })),
          },
        ]}
      />
      <Pager
        label={say(words.shell.pages)}
        first={refused.after > 0 ? link.import(id) : null}
        next={refused.next ? link.import(id, { after: `${refused.next}` }) : null}
        words={{ first: say(words.shell.first), next: say(words.shell.next) }}
      />
    </section>
  )
}

/** Gives the file up. */
export function Drop({ id }: { id: string }) {
  const { say } = useSpeaking()
  return (
    <form method="post" action={link.import(id)}>
      <button type="submit" name="step" value="drop" className="button quiet">
        {say(words.importing.drop)}
      </button>
    </form>
  )
}

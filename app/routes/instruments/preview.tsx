import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Remark } from '../../protocol/instruments/files/remarks'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { Table } from '../../ui/table'
import type { Preview } from './told'

/** A remark with its sentence. */
type Said = Remark & { readonly sentence: string }
export type Looked = Omit<Preview, 'notes' | 'refused'> & {
  readonly notes: readonly Said[]
  readonly refused: readonly Said[]
}

/** What a file becomes, line by line what it does not, and the button that publishes it. */
export function WhatItBecomes({ looked }: { looked: Looked }) {
  const { say } = useSpeaking()
  const { instruments: w } = words
  const { instruments, notes, refused, format, written } = looked
  const columns = [
    { key: 'name', label: say(w.name) },
    { key: 'title', label: say(w.heading) },
    { key: 'questions', label: say(w.questions), number: true },
  ]
  const rows = instruments.map(({ pin, title, questions }) => ({ key: pin, cells: { name: pin, title, questions } }))
  return (
    <section className="stack" aria-labelledby="preview">
      <h2 id="preview">{say(w.preview)}</h2>
      {instruments.length === 0 ? (
        <Notice tone="late" title={say(words.refusals.no_questions)} urgent />
      ) : (
        <>
          <Notice tone="calm" title={say(w.previewAbout)} urgent />
          <Table caption={say(w.preview)} hidden columns={columns} parts={[{ key: 'all', rows }]} />
          <form method="post" action={link.instruments()} encType="multipart/form-data">
            <input type="hidden" name="step" value="publish" />
            <input type="hidden" name="format" value={format} />
            {written.map((piece, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, in their order
              <input key={place} type="hidden" name="written" value={piece} />
            ))}
            <button type="submit" className="button">
              {say(w.publish)}
            </button>
          </form>
        </>
      )}
      {refused.length > 0 && <p>{say(w.refusedAbout, { n: refused.length })}</p>}
      <Remarks caption={say(w.refused)} remarks={refused} />
      <Remarks caption={say(w.notes)} remarks={notes} />
    </section>
  )
}

function Remarks({ caption, remarks }: { caption: string; remarks: readonly Said[] }) {
  const { say } = useSpeaking()
  const { instruments: w } = words
  if (remarks.length === 0) return null
  const columns = [
    { key: 'line', label: say(w.line), number: true },
    { key: 'about', label: say(w.concerns) },
    { key: 'column', label: say(w.column) },
    { key: 'why', label: say(w.why) },
  ]
  const rows = remarks.map(({ line, about, column, sentence, times }, place) => ({
    key: `${line}-${place}`,
    cells: { line, about, column, why: times && times > 1 ? `${sentence} ${say(w.times, { n: times })}` : sentence },
  }))
  return <Table caption={caption} columns={columns} parts={[{ key: 'all', rows }]} />
}

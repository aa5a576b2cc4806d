import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import { LONGEST_TEXT } from '../../protocol/free-text'
import { Facts } from '../../ui/facts'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'
import { whoWords } from '../privacy/done-table'
import type { Loaded } from './told'

/** A form that came back: what was typed as the reason, and what was wrong with it. */
export type Refused = { readonly override: string; readonly sentence: string; readonly field: string | null }

/** Letting a release go or turning it down; the reason is asked only where the gate would hold it back. */
export function Decide({ page, refused }: { page: Loaded; refused: Refused | undefined }) {
  const { say } = useSpeaking()
  const { release: w, disclosure: d } = words
  const { number, disclosure } = page
  if (!disclosure) return null
  const mistake = refused?.field === 'override' ? { mistake: refused.sentence } : {}
  return (
    <form method="post" action={link.release(number)} className="panel form read" aria-labelledby="decide">
      <h2 id="decide">{say(w.decide)}</h2>
      <p className="soft">{say(w.decideAbout)}</p>
      {disclosure.verdict === 'blocked' && (
        <LongField
          name="override"
          label={say(d.overrideLabel)}
          hint={say(d.overrideHint, disclosure)}
          value={refused?.override ?? ''}
          longest={LONGEST_TEXT}
          {...mistake}
        />
      )}
      <div className="row">
        <button type="submit" name="decision" value="approve" className="button">
          {say(w.approve)}
        </button>
        <button type="submit" name="decision" value="reject" className="button quiet">
          {say(w.reject)}
        </button>
      </div>
    </form>
  )
}

/** Whoever asked for it and could decide, does not. */
export function NotYours() {
  const { say } = useSpeaking()
  return (
    <Notice tone="calm" title={say(words.release.notYours)}>
      {say(words.release.notYoursAbout)}
    </Notice>
  )
}

/** Who decided, when, and why it could go all the same. */
export function Decided({ page: { decided, state } }: { page: Loaded }) {
  const { say } = useSpeaking()
  const { release: w } = words
  if (!decided) return null
  const { by, on, override } = decided
  return (
    <section className="panel stack" aria-labelledby="decision">
      <h2 id="decision">{say(w.decision)}</h2>
      <Facts
        facts={[
          {
            label: say(state === 'approved' ? w.approvedBy : w.rejectedBy),
            value: say(w.by, { who: whoWords(say, by), on }),
          },
          ...(override === null ? [] : [{ label: say(w.override), value: override }]),
        ]}
      />
    </section>
  )
}

import { words } from '../../i18n/catalogue'
import { LONGEST_EXPLANATION } from '../../protocol/reconciliation'
import { Field } from '../../ui/field'
import { LongField } from '../../ui/long-field'
import { Notice } from '../../ui/notice'
import { useSpeaking } from '../../ui/speaking'

export type Typed = { readonly name: string; readonly remark: string }

/** Signing a statement off by typing one's name; with a remark where the numbers differ. */
export function SignForm(props: {
  action: string
  seq: number
  signer: string
  differs: boolean
  typed: Typed | undefined
  field: string | undefined
  sentence: string | undefined
}) {
  const { action, seq, signer, differs, typed, field, sentence } = props
  const { say } = useSpeaking()
  const { reconciliation: w } = words
  const mistake = (name: keyof Typed) => (sentence && field === name ? { mistake: sentence } : {})
  return (
    <section className="panel off-paper read" aria-labelledby="sign">
      <form method="post" action={action} className="form">
        <div>
          <h2 id="sign">{say(w.sign)}</h2>
          <p className="soft">{say(w.signAbout)}</p>
        </div>
        {sentence && <Notice tone="late" title={sentence} urgent />}
        <input type="hidden" name="seq" value={seq} />
        <LongField
          longest={LONGEST_EXPLANATION}
          name="remark"
          label={say(w.remark)}
          hint={say(differs ? w.remarkNeeded : w.remarkFree)}
          value={typed?.remark ?? ''}
          {...mistake('remark')}
        />
        <Field
          name="name"
          label={say(w.name)}
          hint={say(w.nameHint, { name: signer })}
          value={typed?.name ?? ''}
          autoComplete="off"
          {...mistake('name')}
        />
        <div>
          <button type="submit" className="button">
            {say(w.sign)}
          </button>
        </div>
      </form>
    </section>
  )
}

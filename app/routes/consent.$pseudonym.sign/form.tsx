import { link } from '../../access/pages'
import { words } from '../../i18n/catalogue'
import type { Language } from '../../i18n/language'
import { Notice } from '../../ui/notice'
import { ReadAloud } from '../../ui/read-aloud'
import { SignaturePad } from '../../ui/signature-pad'
import { useSpeaking } from '../../ui/speaking'
import { Boxes, Capacity, type Filled, GuardianName, Telephone, Wrong } from '../gate/form-parts'
import type { FormWords } from '../gate/form-read'

type Page = {
  readonly pseudonym: string
  readonly language: Language
  readonly again: boolean
  readonly request: string
  readonly form: FormWords
  readonly signer: { readonly name: string; readonly underAge: boolean; readonly telephoneKnown: boolean }
}

/** The form on the tablet, in the order in which it is gone through: read, understood, answered, signed. */
export function TabletForm({ page, filled }: { page: Page; filled: Filled }) {
  const { say } = useSpeaking()
  const { consentForms: w } = words
  const { pseudonym, language, form, signer } = page
  const again = page.again ? { again: 'yes' } : {}
  return (
    <form
      method="post"
      action={link.sign(pseudonym, { language, ...again })}
      encType="multipart/form-data"
      className="form"
      lang={language}
    >
      <input type="hidden" name="version" value={form.version} />
      <input type="hidden" name="language" value={language} />
      <input type="hidden" name="request" value={filled.typed.request ?? page.request} />
      {page.again && <input type="hidden" name="again" value="yes" />}
      <Wrong mistakes={filled.mistakes} />
      <section className="panel">
        <ReadAloud label={say(w.readAloud)} sentences={form.sentences} />
      </section>
      <Capacity form={form} filled={filled} />
      <section className="panel form touch">
        <h2>{say(w.boxes)}</h2>
        <Boxes form={form} filled={filled} />
        <Telephone form={form} filled={filled} known={signer.telephoneKnown} />
      </section>
      <section className="panel form">
        <h2>{say(w.signatures)}</h2>
        <p className="signer">{signer.name}</p>
        <p>{form.declarations.client}</p>
        <Pad name="signature_client" label={say(w.client)} filled={filled} pseudonym={pseudonym} />
        <p>{form.declarations.interviewer}</p>
        <Pad name="signature_interviewer" label={say(w.interviewer)} filled={filled} pseudonym={pseudonym} />
      </section>
      <section className="panel form">
        <h2>{say(w.guardian)}</h2>
        {signer.underAge && <Notice tone="soon" title={say(w.guardianNeeded)} />}
        <p>{form.guardian}</p>
        <GuardianName filled={filled} />
        <p>{form.declarations.guardian}</p>
        <Pad name="signature_guardian" label={say(w.guardianSignature)} filled={filled} pseudonym={pseudonym} />
      </section>
      <button type="submit" className="button">
        {say(w.keep)}
      </button>
    </form>
  )
}

type PadProps = {
  readonly name: string
  readonly label: string
  readonly filled: Filled
  readonly pseudonym: string
}

function Pad({ name, label, filled: { typed, mistakes }, pseudonym }: PadProps) {
  const { say } = useSpeaking()
  const paper = { href: link.paperForm(pseudonym), label: say(words.consentForms.onPaper) }
  const { [name]: value } = typed
  const { [name]: mistake } = mistakes
  return (
    <SignaturePad name={name} label={label} paper={paper} {...(value && { value })} {...(mistake && { mistake })} />
  )
}
